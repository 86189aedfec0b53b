/** Learns the parameters of a set of compared pairs, from thousands of records down to three. Pure. */
import type { Comparison, PairTable } from './compare-pairs.rules.ts'
import { estimate, expectMatches, levelShares, type Parameters, type Rows, type Shares } from './em.rules.ts'

export type Learnt = Readonly<{
  parameters: Parameters
  /** Bits of term frequencies of each candidate pair. */
  offset: Float64Array
  rounds: number
}>

export type Evidence = Readonly<{
  comparisons: readonly Comparison[]
  /** Pairs that may be matches. */
  candidates: PairTable
  /** Pairs taken at random (or all): nearly all of them non-matches. Shares the patterns of the candidates. */
  sample: PairTable
  records: number
  /** What is believed instead of the levels' own m, and how many matches it weighs like: a registry with few doubles. */
  belief?: Readonly<{ m: Shares; matches: number; lambda: number }>
}>

/** Belief in m counts as much as so many matches. */
const BELIEVED_MATCHES = 10
/** Belief in u counts as much as so many pairs. A field of kind `exact` may be anything (sex, postcode): little is believed. */
const BELIEVED_PAIRS = { name: 100, date: 100, 'national-id': 100, exact: 5, place: 100, 'any-of': 100 } as const
/** No coincidence is rarer than this, whatever a sample says. */
const LEAST_U = 1e-6
const LEAST_M = 1e-3

/**
 * m, kin and lambda by EM over the candidates with u held; u from the random pairs, first taken as strangers (as Splink
 * does), then with each pair counted by its probability of being strangers, because among few records the matches are no
 * small part. Priors keep EM from collapsing when there are few pairs; with hundreds of matches they no longer matter.
 */
export function learn(evidence: Evidence): Learnt {
  const { comparisons, candidates, sample, records } = evidence
  const all = (records * (records - 1)) / 2
  const { belief } = evidence
  const believed = belief?.m ?? comparisons.map(({ levels }) => shares(levels.map(({ m }) => m)))
  const lambda = belief?.lambda ?? 1 / Math.max(2, records)
  const passes = belief ? 1 : PASSES
  const u = chance(evidence, () => 1)
  const kin = kinBelief(comparisons, u)
  let now: Parameters = { lambda, m: believed, u, ...(kin ? { kin: { lambda, shares: kin } } : {}) }
  let rounds = 0
  let offset = frequencyBits(evidence, now)
  for (let pass = 0; pass < passes; pass++) {
    const rows = grouped(candidates, offset)
    const found = estimate(rows, now, {
      free: { lambda: true, m: true, u: false },
      outside: all - candidates.pattern.length,
      heldInKin: comparisons.map(({ kind }) => IS_OWN[kind]),
      prior: {
        m: times(believed, belief?.matches ?? BELIEVED_MATCHES),
        kin: times(kin ?? [], BELIEVED_MATCHES),
        lambda: [0.5, records / 2],
      },
      tolerance: 1e-6,
      limit: 300,
    })
    rounds += found.rounds
    now = { ...found, m: atLeast(found.m, LEAST_M) }
    if (pass === passes - 1) break
    const seen = expectMatches({ patterns: sample.patterns, pattern: sample.pattern }, now)
    const related = (index: number) => (seen.matches[index] ?? 0) + (seen.kin[index] ?? 0)
    const next = chance(evidence, index => 1 - related(index) / Math.max(1, seen.pairs[index] ?? 0))
    const held = kinBelief(comparisons, next)
    const kept = now.kin?.shares.map((levels, i) =>
      IS_OWN[comparisons[i]?.kind ?? 'name'] ? (held?.[i] ?? levels) : levels,
    )
    now = { ...now, u: next, ...(now.kin && kept ? { kin: { ...now.kin, shares: kept } } : {}) }
    offset = frequencyBits(evidence, now)
  }
  return { parameters: now, offset, rounds }
}

/** Where a belief is given the matches are too few among random pairs to spoil u: one pass does. */
const PASSES = 3

/** Pairs of one pattern and (to a sixteenth of a bit) one rarity as one row: half a million become some thousands. */
function grouped({ patterns, pattern }: PairTable, offset: Float64Array): Rows {
  const counts = new Map<number, number>()
  pattern.forEach((index, row) => {
    const key = index * STEPS + Math.round((offset[row] ?? 0) * 16) + STEPS / 2
    counts.set(key, (counts.get(key) ?? 0) + 1)
  })
  const keys = [...counts.keys()]
  return {
    patterns,
    pattern: keys.map(key => Math.floor(key / STEPS)),
    offset: keys.map(key => ((key % STEPS) - STEPS / 2) / 16),
    count: keys.map(key => counts.get(key) ?? 0),
  }
}

const STEPS = 8192

/** What is a person's own, so that kin do not share it. */
const IS_OWN = { name: false, exact: false, date: true, 'national-id': true, place: false, 'any-of': false } as const

/** Twins: kin have the same birth date this often beyond chance. */
const TWINS = 0.01

/**
 * Where the class of kin starts: own things as among strangers, the rest often the same. None when nothing own is compared
 * (nothing would tell kin from matches) or nothing that kin may share.
 */
function kinBelief(comparisons: readonly Comparison[], u: Shares): number[][] | null {
  const own = comparisons.filter(({ kind }) => IS_OWN[kind]).length
  if (own === 0 || comparisons.length - own < 2) return null
  return comparisons.map(({ kind, levels }, i) => {
    if (kind === 'national-id') return [...(u[i] ?? [])]
    if (kind === 'date') return (u[i] ?? []).map((share, level) => (1 - TWINS) * share + (level === 0 ? TWINS : 0))
    const same = kind === 'name' ? 0.4 : 0.8
    return levels.map((_, level) => (level === 0 ? same : (1 - same) * (u[i]?.[level] ?? 0)))
  })
}

function times(levels: Shares, factor: number): number[][] {
  return levels.map(one => one.map(share => share * factor))
}

function atLeast(levels: Shares, least: number): number[][] {
  return levels.map(one => one.map(share => Math.max(share, least)))
}

/** Share of each level among pairs of two people; `isOther` says how far a pattern of the sample is one. */
function chance({ comparisons, sample }: Evidence, isOther: (pattern: number) => number): number[][] {
  const weight = new Float64Array(sample.patterns.length)
  for (const pattern of sample.pattern) weight[pattern] = (weight[pattern] ?? 0) + 1
  const counted = weight.map((count, pattern) => count * isOther(pattern))
  const pseudo = comparisons.map(({ kind, levels }) =>
    shares(levels.map(({ u }) => u)).map(u => u * BELIEVED_PAIRS[kind]),
  )
  return atLeast(levelShares(sample.patterns, counted, { shape: pseudo, pseudo }), LEAST_U)
}

/**
 * Term frequencies (Splink's adjustment of the "same" level): a rare name in common says more than a frequent one. The
 * two records themselves are not counted, and a value's share leans on u as if a hundred records more had been seen, so
 * that in a small file a name is not taken for frequent because the duplicate has it too.
 */
export function frequencyBits({ comparisons, candidates }: Evidence, { u }: Parameters): Float64Array {
  const bits = comparisons.map(({ column, kind }, index) => {
    const usual = u[index]?.[0] ?? 1
    const seen = column.counts.reduce((sum, count) => sum + (count ?? 0), 0)
    return kind === 'national-id' ? null : Float64Array.from(column.counts, count => rarity(count ?? 0, seen, usual))
  })
  const offset = new Float64Array(candidates.pattern.length)
  for (let row = 0; row < offset.length; row++) {
    const levels = candidates.patterns[candidates.pattern[row] ?? 0] ?? []
    for (let i = 0; i < levels.length; i++)
      if (levels[i] === 0)
        offset[row] = (offset[row] ?? 0) + (bits[i]?.[valueAt(comparisons, i, candidates.a[row])] ?? 0)
  }
  return offset
}

/** Bits a shared value says above or below the usual agreement. A value nobody else has counts as half seen. */
export function rarity(count: number, seen: number, usual: number): number {
  const halfSeen = (0.5 * seen) / (seen + LEANING)
  const share = (Math.max(0, count - 2) + halfSeen + LEANING * usual) / (Math.max(0, seen - 2) + LEANING)
  return Math.log2(usual / Math.max(share, LEAST_U))
}

const LEANING = 100

function valueAt(comparisons: readonly Comparison[], index: number, record: number | undefined): number {
  return comparisons[index]?.column.of[record ?? -1] ?? -1
}

function shares(values: readonly number[]): number[] {
  const total = values.reduce((sum, value) => sum + value, 0)
  return values.map(value => value / total)
}
