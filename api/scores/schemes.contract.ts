import { z } from 'zod'
import { HOUSEHOLD_KINDS } from './household-kind.rules.ts'
import { SchemeDocument, Words } from './score-scheme.contract.ts'

const Day = z.iso.date()
const Instant = z.iso.datetime()
const Points = z.number().min(0).max(100)
export const SchemeVersion = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,40}$/)
export const SchemeState = z.enum(['draft', 'adopted', 'withdrawn'])

const Count = z.number().int().nullable()
/** null: withheld, too few households. */
const Counts = z.object({ households: Count, before: Count, after: Count, lost: Count, gained: Count })
const Targeting = z.object({ exclusion: z.number(), inclusion: z.number() }).nullable()

/** What a candidate would change against the scheme in force; aggregates of five households or more alone. */
export const SimulationResult = z.object({
  whole: Counts,
  open: z.object({ before: Count, after: Count }),
  districts: z.array(z.object({ id: z.number().int(), name: z.string(), counts: Counts })),
  kinds: z.array(z.object({ kind: z.enum(HOUSEHOLD_KINDS), counts: Counts })),
  disability: z.array(z.object({ has: z.boolean(), counts: Counts })),
  cost: z.object({
    amountKurus: z.number().int(),
    months: z.number().int(),
    beforeKurus: z.number().int().nullable(),
    afterKurus: z.number().int().nullable(),
  }),
  targeting: z.object({ before: Targeting, after: Targeting }),
})
export const StoredSimulation = SimulationResult.extend({
  /** The edition simulated, and against what. */
  edition: z.number().int(),
  against: z.string(),
  day: Day,
  at: Instant,
  seconds: z.number(),
})
export type StoredSimulation = z.infer<typeof StoredSimulation>

export const SchemeSummary = z.object({
  version: z.string(),
  title: Words,
  state: SchemeState,
  /** True for the one that ships with Komşu. */
  isShipped: z.boolean(),
  isProposal: z.boolean(),
  /** The one scores are made by today. */
  isInForce: z.boolean(),
  edition: z.number().int(),
  minimum: Points,
  effectiveFrom: Day.nullable(),
  decisionNo: z.string().nullable(),
  decisionOn: Day.nullable(),
  basedOn: z.string().nullable(),
  draftedAt: Instant.nullable(),
  adoptedAt: Instant.nullable(),
})
export type SchemeSummary = z.infer<typeof SchemeSummary>
export const SchemeList = z.object({ items: z.array(SchemeSummary), today: Day })
export type SchemeList = z.infer<typeof SchemeList>

export const Fault = z.object({
  path: z.array(z.union([z.string(), z.number()])),
  question: z.string().nullable(),
  code: z.string(),
  tr: z.string(),
  en: z.string(),
})

export const SchemePage = SchemeSummary.extend({
  document: SchemeDocument,
  faults: z.array(Fault),
  simulation: StoredSimulation.nullable(),
})
export type SchemePage = z.infer<typeof SchemePage>

/** A draft begins as a copy of a version there is. */
export const DraftScheme = z.strictObject({ version: SchemeVersion, basedOn: SchemeVersion })
export type DraftScheme = z.infer<typeof DraftScheme>

/** `edition` is the one that was read; another one since is a conflict. */
export const SaveScheme = z.strictObject({ edition: z.number().int(), document: SchemeDocument, minimum: Points })
export type SaveScheme = z.infer<typeof SaveScheme>

/** Without an amount or months the means of the last twelve months' grants are taken. */
export const SimulateScheme = z.strictObject({
  edition: z.number().int(),
  amountKurus: z.number().int().min(0).max(10_000_000_00).optional(),
  months: z.number().int().min(1).max(24).optional(),
})
export type SimulateScheme = z.infer<typeof SimulateScheme>

export const AdoptScheme = z.strictObject({
  edition: z.number().int(),
  effectiveFrom: Day,
  /** Number and day of the commission's decision (001 · 19.15). */
  commissionDecision: z.strictObject({ no: z.string().trim().min(1).max(60), date: Day }),
  /** Said again, so that nobody adopts another minimum than the commission decided. */
  minimum: Points,
})
export type AdoptScheme = z.infer<typeof AdoptScheme>

export const WithdrawScheme = z.strictObject({ edition: z.number().int() })
