import { DEFAULT_SCHEME, DEFAULT_VERSION } from './default-scheme.rules.ts'
import type { PastScore, Scored, ScorePreview } from './scores.contract.ts'

const POINT: ScorePreview['score']['points'][number] = {
  part: 'dwelling',
  question: 'tenure',
  text: { tr: 'Konutta hangi hakla oturuluyor?', en: 'On what right is the dwelling lived in?' },
  points: 7,
  low: 7,
  high: 7,
  max: 7,
  state: 'scored',
  reason: { tr: 'Kiracı', en: 'Pays rent' },
  facts: [
    {
      kind: 'dwelling',
      id: 41,
      personId: null,
      name: 'tenure',
      value: 'tenant',
      source: 'inspection',
      date: '2026-11-20',
    },
  ],
  items: [],
}
const PARTS = { income: 30, dwelling: 15.5, health: 0, dependants: 8, employment: 3, shocks: 0, assets: 0 }
const PEOPLE = [{ id: 7, name: 'Ayşe Yılmaz' }]

export const PREVIEW: ScorePreview = {
  householdId: 12,
  scheme: { version: DEFAULT_VERSION, title: DEFAULT_SCHEME.title, isProposal: true },
  people: PEOPLE,
  neediness: {
    day: '2026-11-22',
    verdict: 'below',
    why: null,
    incomes: [],
    members: [7],
    adultsWithoutAnswer: [],
    monthlyKurus: 0,
    perMemberKurus: 0,
    wage: { kurus: 2_210_467, validFrom: '2025-01-01', isOfEarlierYear: true },
    lineKurus: 736_822.33,
    ratio: 0,
  },
  score: {
    total: 56.5,
    low: 56.5,
    high: 56.5,
    parts: PARTS,
    points: [POINT],
    missing: [],
    minimum: 50,
    verdict: 'eligible',
  },
}

export const PAST_SCORE: PastScore = {
  id: 3,
  householdId: 12,
  applicationId: 9,
  inspectionId: 5,
  schemeVersion: DEFAULT_VERSION,
  schemeTitle: DEFAULT_SCHEME.title,
  total: 56.5,
  low: 56.5,
  high: 56.5,
  minimum: 50,
  verdict: 'eligible',
  parts: PARTS,
  points: [POINT],
  missing: [],
  factsHash: '9f2b…',
  scoredOn: '2026-11-22',
  scoredBy: 'Şef',
  people: PEOPLE,
}

export const SCORED: Scored = {
  scoreId: 3,
  schemeVersion: DEFAULT_VERSION,
  total: 56.5,
  low: 56.5,
  high: 56.5,
  minimum: 50,
  verdict: 'eligible',
  status: 'eligible',
  missing: [],
}
