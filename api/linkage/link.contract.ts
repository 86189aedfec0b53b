/** The wire of `komsu link` (INTERFACES.md "Numbers"). Pure. */
import { z } from 'zod'

/** At most so many records are linked at once in memory; more is the work of `komsu find-duplicates` in the database. */
export const MOST_RECORDS = 200_000

const Threshold = z.number().positive()

export const CompareSpec = z.strictObject({
  /** Key of the records. */
  field: z.string().min(1),
  kind: z.enum(['exact', 'name', 'date', 'national-id']),
  /**
   * Instead of the kind's own levels: how near counts, strongest first, below "equal". A number under 1 is a Jaro–Winkler
   * similarity at least, a whole number an edit distance (Levenshtein) at most: [2] is equal, ≤ 2 edits, else. A single
   * number N: the kind's N − 1 strongest levels, and "different".
   */
  levels: z.union([z.array(Threshold).max(6), z.number().int().min(2).max(6)]).optional(),
})

/** One blocking rule: pairs equal in this field, or in all of these, are compared. Rules are joined by "or". */
const BlockRule = z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(6)])

export const LinkProblem = z.strictObject({
  records: z.array(z.record(z.string(), z.unknown())).max(MOST_RECORDS),
  compare: z.array(CompareSpec).min(1).max(20),
  block: z.array(BlockRule).min(1).max(20).optional(),
  /** Pairs from this probability on are answered; 0.9 when absent. */
  threshold: z.number().min(0).max(1).optional(),
  /** Seed of the sample of pairs from which chance agreement is learnt; 1 when absent. */
  seed: z.number().int().min(0).max(2_147_483_647).optional(),
})

export type CompareSpec = z.infer<typeof CompareSpec>
export type LinkProblem = z.infer<typeof LinkProblem>

/**
 * One step of a pair's weight, in bits: first the prior, then one comparison each, last what is taken off because the two
 * may be people of one household. They add up to the weight.
 */
export type Reason = Readonly<{ field: string | null; level: string; weight: number; tr: string; en: string }>

export type LinkedPair = Readonly<{
  /** Indices of the records, 0-based, a < b. */
  a: number
  b: number
  /** log2 of the odds, prior included. */
  weight: number
  probability: number
  because: readonly Reason[]
}>

export type LinkAnswer = Readonly<{
  /** The likeliest first. */
  pairs: readonly LinkedPair[]
  /** Groups of two or more records taken as one, each sorted, the group of the lowest index first. */
  clusters: readonly (readonly number[])[]
  parameters: Readonly<{
    /** Share of matches among all pairs. */
    lambda: number
    /** Share of pairs of two people of one household; null when that is not asked about. */
    kin_lambda: number | null
    threshold: number
    comparisons: readonly Readonly<{
      field: string
      kind: string
      levels: readonly Readonly<{ level: string; m: number; u: number; kin: number | null; weight: number }>[]
    }>[]
    blocking: readonly Readonly<{ rule: readonly string[]; pairs: number }>[]
    compared: number
    rounds: number
    /** Pairs above the threshold that are not answered because there are too many of them. */
    left_out: number
    /** Links not followed because a cluster would have grown past `largest_cluster`. */
    cut_links: number
    largest_cluster: number
  }>
}>
