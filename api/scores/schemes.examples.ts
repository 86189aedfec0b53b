import { DEFAULT_SCHEME } from './default-scheme.rules.ts'
import type {
  AdoptScheme,
  DraftScheme,
  SaveScheme,
  SchemePage,
  SchemeSummary,
  SimulateScheme,
  StoredSimulation,
} from './schemes.contract.ts'

const SUMMARY: SchemeSummary = {
  version: 'izmir-2027',
  title: { tr: 'İzmir 2027 puan şeması', en: 'İzmir 2027 score scheme' },
  state: 'draft',
  isShipped: false,
  isProposal: false,
  isInForce: false,
  edition: 3,
  minimum: 50,
  effectiveFrom: null,
  decisionNo: null,
  decisionOn: null,
  basedOn: 'default-1',
  draftedAt: '2026-11-20T08:00:00Z',
  adoptedAt: null,
}

export const SCHEMES = { items: [SUMMARY], today: '2026-11-22' }
export const DRAFT: DraftScheme = { version: 'izmir-2027', basedOn: 'default-1' }
export const DRAFTED = { version: 'izmir-2027', edition: 1 }
export const SAVE: SaveScheme = { edition: 2, document: DEFAULT_SCHEME, minimum: 50 }
export const SAVED = { edition: 3, faults: [] }
export const WITHDRAW = { edition: 3 }
export const SIMULATE: SimulateScheme = { edition: 3, amountKurus: 250_000, months: 6 }
export const ADOPT: AdoptScheme = {
  edition: 3,
  effectiveFrom: '2027-01-01',
  commissionDecision: { no: '2026/214', date: '2026-11-19' },
  minimum: 50,
}
export const ADOPTED = { version: 'izmir-2027', state: 'adopted' as const, effectiveFrom: '2027-01-01' }

const COUNTS = { households: 1380, before: 640, after: 671, lost: 22, gained: 53 }

export const SIMULATION: StoredSimulation = {
  edition: 3,
  against: 'default-1',
  day: '2026-11-22',
  at: '2026-11-22T09:30:00Z',
  seconds: 16.2,
  whole: COUNTS,
  open: { before: 41, after: 38 },
  districts: [{ id: 1203, name: 'Bornova', counts: COUNTS }],
  kinds: [],
  disability: [{ has: true, counts: { households: 310, before: 201, after: 233, lost: null, gained: null } }],
  cost: { amountKurus: 250_000, months: 6, beforeKurus: 960_000_000, afterKurus: 1_006_500_000 },
  targeting: { before: { exclusion: 0.21, inclusion: 0.12 }, after: { exclusion: 0.18, inclusion: 0.13 } },
}

export const SCHEME_PAGE: SchemePage = { ...SUMMARY, document: DEFAULT_SCHEME, faults: [], simulation: SIMULATION }
