import type { Decided, Duplicate, Duplicates } from './duplicates.contract.ts'

const CANDIDATE = {
  id: 7,
  version: 1,
  kind: 'similar_names' as const,
  state: 'open' as const,
  probability: 0.9952,
  weight: 7.7,
  because: [
    { field: 'prior', level: 'prior', weight: -21.1 },
    { field: 'given_name', level: 'same', weight: 8.3 },
    { field: 'family_name', level: 'close', weight: 6.3 },
    { field: 'born_on', level: 'same', weight: 12.9 },
    { field: 'place', level: 'same', weight: 17.9 },
    { field: 'phone', level: 'same', weight: 17.7 },
    { field: 'kin', level: 'kin', weight: -34.3 },
  ],
  foundAt: '2026-11-22T09:12:00Z',
  decidedAt: null,
  decidedBy: null,
  reason: null,
}

export const DUPLICATES: Duplicates = {
  items: [
    {
      ...CANDIDATE,
      files: ['Durmaz', 'Durmza'].map((familyName, i) => ({
        householdId: 1494 + i,
        fileNo: `35-${1494 + i}`,
        givenName: 'Neriman',
        familyName,
        members: 1,
        districtId: 3,
        neighbourhoodId: 41,
        joinedIntoId: null,
        dissolvedOn: null,
        inScope: true,
      })),
    },
  ],
  counts: { open: 1, later: 0, to_join: 0 },
}

export const DUPLICATE: Duplicate = {
  ...CANDIDATE,
  files: ['Durmaz', 'Durmza'].map((familyName, i) => ({
    householdId: 1494 + i,
    fileNo: `35-${1494 + i}`,
    version: 1,
    address: 'Lale, 1203. Sokak, No: 4/2, Konak',
    formedOn: '2025-03-02',
    dissolvedOn: null,
    joinedIntoId: null,
    people: [
      {
        id: 4400 + i,
        givenName: 'Neriman',
        familyName,
        nationalId: i === 0 ? '812******46' : '885******12',
        bornOn: '1965-01-08',
        sex: 'female' as const,
        role: 'head',
        diedOn: null,
      },
    ],
    phones: ['0532 123 45 67'],
    application: { id: 90 + i, status: 'awaiting_inquiry', receivedOn: '2026-11-20' },
    aidsInYear: i === 0 ? 3 : 0,
  })),
  matched: [{ a: 4400, b: 4401 }],
}

export const DECIDED: Decided = { id: 7, version: 2, state: 'same', toJoin: true }
