/** Examples for the description of the API; the people are made up. */
import type * as change from './change.contract.ts'
import type { HouseholdFile } from './household.contract.ts'
import type { Hit, LastSeen, SearchAnswer } from './search.contract.ts'
import type { Timeline, TimelineEvent } from './timeline.contract.ts'

const HIT: Hit = {
  householdId: 12,
  fileNo: 'H00000012',
  personId: 31,
  name: 'Ayşe Yılmaz',
  birthYear: 1985,
  hasDied: false,
  nationalIdMasked: '812******06',
  members: 4,
  district: 'Karşıyaka',
  neighbourhood: 'Bostanlı',
  status: 'awaiting_inquiry',
  applicationId: 7,
  inScope: true,
  joinedIntoId: null,
  isDissolved: false,
  access: 'read',
}
export const FOUND: SearchAnswer = { kind: 'name', items: [HIT], hasMore: false, hint: null, understood: null }
export const SEEN: LastSeen = { items: [{ ...HIT, seenAt: '2026-11-22T09:30:00+03:00' }] }

const EVENT: TimelineEvent = {
  id: 'aid-4',
  type: 'aid_given',
  topic: 'aid',
  on: '2026-11-02',
  at: null,
  by: null,
  provenance: null,
  personId: null,
  applicationId: null,
  detail: { aidType: 'food_parcel', amountKurus: 90000, giver: 'municipality' },
}
export const TIMELINE: Timeline = { items: [EVENT], next: 'aid-4' }

export const FILE: HouseholdFile = {
  id: 12,
  fileNo: 'H00000012',
  version: 3,
  formedOn: '2026-01-05',
  dissolvedOn: null,
  joinedInto: null,
  joinedFrom: [],
  today: '2026-11-22',
  ground: { kind: 'application', applicationId: 7, until: null },
  address: {
    district: { id: 1, name: 'Karşıyaka' },
    neighbourhood: { id: 2, name: 'Bostanlı' },
    street: { id: 3, name: 'Gül Sokak' },
    doorNo: '12',
    flatNo: '3',
    description: null,
    uavtCode: null,
    quality: 'door',
    point: { lon: 27.1, lat: 38.46 },
  },
  people: [],
  formerPeople: [],
  facts: [],
  attachments: [],
  applications: [],
  aid: [],
  proposals: [],
  duplicates: [],
  actions: {
    ...{ add_person: null, correct_person: null, leave: 'one_person', death: null, guardian: null, move: null },
    ...{ join: null, split: 'one_person', fact: null, note: null, apply: null },
  },
  timeline: TIMELINE,
}

export const CHANGED: change.Changed = { id: 12, version: 4, madeId: 32, otherId: null, hints: ['needs_guardian'] }
const PERSON = {
  nationalId: '10000000146',
  givenName: 'Umut',
  familyName: 'Yılmaz',
  sex: 'male',
  bornOn: '2026-02-03',
  role: 'child',
} as const
const ADDRESS = { kind: 'door', streetId: 3, doorNo: '12', flatNo: '3' } as const
const VALUES = { source: 'wage', monthly_kurus: 1_700_000 }

export const SAID = {
  open: { ground: 'call_received', reason: 'Telefonla aradı' } as const,
  note: { text: 'Zile iki kez basın.' } satisfies change.AddNote,
  fact: {
    version: 3,
    fact: 'income',
    personId: 31,
    values: VALUES,
    from: '2026-01-01',
    provenance: 'declared',
  } satisfies change.AddFact,
  end: { version: 3, kind: 'no_longer', endedOn: '2026-10-01', reason: 'İşten ayrıldı' } satisfies change.EndFact,
  move: { version: 3, address: ADDRESS, on: '2026-11-01' } satisfies change.MoveHouse,
  join: {
    ...{ version: 3, otherId: 15, otherVersion: 1, why: 'live_together', on: '2026-11-01', reason: 'Evlendiler' },
    roles: [{ personId: 40, role: 'spouse' }],
    samePeople: [],
  } as change.JoinHouseholds,
  split: {
    ...{ version: 3, people: [31, 32], headId: 31, to: { kind: 'same_address' }, on: '2026-11-01' },
    ...{ reason: 'Boşandılar', successorId: 30, takesApplication: false },
  } as change.SplitHousehold,
  add: { version: 3, person: PERSON, on: '2026-02-03', isAgeConfirmed: false } satisfies change.AddPerson,
  transfer: {
    version: 3,
    personId: 40,
    fromHouseholdId: 15,
    role: 'spouse',
    on: '2026-11-01',
  } satisfies change.TransferPerson,
  correct: {
    version: 3,
    changes: { givenName: 'Ayşegül' },
    reason: 'Kimlikten okundu',
    isAgeConfirmed: false,
  } satisfies change.CorrectPerson,
  leave: { version: 3, on: '2026-11-01', to: { kind: 'unknown' } } satisfies change.LeaveHousehold,
  death: { version: 3, diedOn: '2026-10-30', successorId: 31 } satisfies change.RecordDeath,
  guardian: {
    version: 3,
    kind: 'court_guardian',
    guardianPersonId: 31,
    paper: '2026/12 K.',
    from: '2026-01-02',
  } satisfies change.NameGuardian,
}
