import { z } from 'zod'
import { INCOME_SOURCES, PROVENANCES, TOPICS } from './household-facts.rules.ts'
import { PartCode, Words } from './score-scheme.contract.ts'
import { SCOPES } from './variables.rules.ts'

const Day = z.iso.date()
const Id = z.number().int()

/** A fact behind a point: what, from whom, since when. Amounts are kuruş, worths kuruş, degrees percent. */
export const FactShown = z.object({
  kind: z.enum(['income', 'dwelling', 'health', 'schooling', 'employment', 'asset', 'status', 'person', 'parameter']),
  id: Id.nullable(),
  personId: Id.nullable(),
  name: z.string(),
  value: z.union([z.string(), z.number()]).nullable(),
  source: z.enum([...PROVENANCES, 'file', 'parameter']),
  date: Day,
})

const State = z.enum(['scored', 'missing', 'unreachable'])
const span = { points: z.number(), low: z.number(), high: z.number() }

export const ScorePoint = z.object({
  part: PartCode,
  question: z.string(),
  text: Words,
  ...span,
  max: z.number(),
  state: State,
  reason: Words,
  facts: z.array(FactShown),
  items: z.array(
    z.object({
      subject: z.object({ kind: z.enum(SCOPES), id: z.union([Id, z.string()]).nullable() }),
      ...span,
      state: State,
      reason: Words,
      facts: z.array(FactShown),
    }),
  ),
})

const Verdict = z.enum(['eligible', 'ineligible', 'open'])

export const Score = z.object({
  total: z.number(),
  low: z.number(),
  high: z.number(),
  parts: z.record(PartCode, z.number()),
  points: z.array(ScorePoint),
  missing: z.array(z.string()),
  minimum: z.number(),
  verdict: Verdict,
})

export const Neediness = z.object({
  day: Day,
  verdict: z.enum(['below', 'not_below', 'unknown']),
  why: z.enum(['no-wage', 'no-members', 'income-missing', 'income-unreachable']).nullable(),
  incomes: z.array(
    z.object({
      id: Id,
      personId: Id.nullable(),
      source: z.enum(INCOME_SOURCES),
      monthlyKurus: z.number().int(),
      validFrom: Day,
      validTo: Day.nullable(),
      provenance: z.enum(PROVENANCES),
      recordedAt: z.string(),
      counts: z.boolean(),
      outweighedBy: Id.nullable(),
    }),
  ),
  members: z.array(Id),
  adultsWithoutAnswer: z.array(Id),
  monthlyKurus: z.number().int().nullable(),
  perMemberKurus: z.number().nullable(),
  wage: z.object({ kurus: z.number(), validFrom: Day, isOfEarlierYear: z.boolean() }).nullable(),
  lineKurus: z.number().nullable(),
  ratio: z.number().nullable(),
})

const People = z.array(z.object({ id: Id, name: z.string() }))

/** What a household would get today, with the working; nothing is stored. */
export const ScorePreview = z.object({
  householdId: Id,
  scheme: z.object({ version: z.string(), title: Words, isProposal: z.boolean() }),
  people: People,
  neediness: Neediness,
  score: Score,
})

export type ScorePreview = z.infer<typeof ScorePreview>

/** What was missing when a score was made; `isAsked` false: the topic was not covered by the inspection. */
export const MissingFact = z.object({
  question: z.string(),
  state: State,
  topic: z.enum([...TOPICS, 'people']),
  isAsked: z.boolean(),
  reason: Words,
})
export type MissingFact = z.infer<typeof MissingFact>

/** A score as it was made. Points and range are null for those made before Komşu kept them. */
export const PastScore = z.object({
  id: Id,
  householdId: Id,
  applicationId: Id.nullable(),
  inspectionId: Id,
  schemeVersion: z.string(),
  schemeTitle: Words.nullable(),
  total: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  minimum: z.number().nullable(),
  verdict: Verdict.nullable(),
  parts: z.record(PartCode, z.number()),
  points: z.array(ScorePoint).nullable(),
  missing: z.array(MissingFact),
  factsHash: z.string().nullable(),
  scoredOn: Day,
  scoredBy: z.string().nullable(),
  people: People,
})

export type PastScore = z.infer<typeof PastScore>

/** What scoring an inspection did. `open`: the file stays where it is and `missing` says what to ask. */
export const Scored = z.object({
  scoreId: Id,
  schemeVersion: z.string(),
  total: z.number(),
  low: z.number(),
  high: z.number(),
  minimum: z.number(),
  verdict: Verdict,
  status: z.enum(['eligible', 'ineligible', 'inspected']),
  missing: z.array(MissingFact),
})

export type Scored = z.infer<typeof Scored>
