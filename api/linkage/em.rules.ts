/**
 * Fellegi–Sunter parameters by expectation–maximisation (Fellegi & Sunter 1969; Winkler 1988), with Splink's mathematics:
 * weights in bits, a missing value weighs nothing, term frequencies enter the E-step. Pure.
 */

/** How often each level is seen, [comparison][level]: m among pairs of the same person, u among pairs of two people. */
export type Parameters = Readonly<{
  /** Share of matches among all pairs. */
  lambda: number
  m: Shares
  u: Shares
  /**
   * A third class beside matches and chance: two people of one household, who share family name, address and phone. With
   * two classes EM takes them for the matches, because they are many.
   */
  kin?: Readonly<{ lambda: number; shares: Shares }>
}>

/** Share of each level of each comparison, [comparison][level]. */
export type Shares = readonly (readonly number[])[]

/** Pairs to learn from: each row has a pattern, how many pairs it stands for, and bits from term frequencies. */
export type Rows = Readonly<{
  /** Level of each comparison, −1 where a value is missing. */
  patterns: readonly (readonly number[])[]
  /** Pattern of each row. */
  pattern: ArrayLike<number>
  /** Pairs of each row; 1 when absent. */
  count?: ArrayLike<number>
  /** Bits added to each row; 0 when absent. */
  offset?: ArrayLike<number>
}>

export type Fitting = Readonly<{
  /** What is learnt; the rest stays as it was at the start. */
  free: Readonly<{ lambda: boolean; m: boolean; u: boolean }>
  /** Pairs not among the rows, taken as non-matches when lambda is learnt. */
  outside?: number
  /** Pseudo-counts of a Dirichlet prior on m and kin, and [matches, others] of a Beta prior on lambda: few pairs need them. */
  prior?: Readonly<{ m?: Shares; kin?: Shares; lambda?: readonly [number, number] }>
  /** Comparisons in which kin agree no more than strangers do (birth date, T.C. no): their shares stay as at the start. */
  heldInKin?: readonly boolean[]
  /** Stop when no parameter moved more than this. */
  tolerance?: number
  /** Stop after so many rounds. */
  limit?: number
}>

/** Bits a level of a comparison speaks for a match: log2 m/u. */
export function bitsOf({ m, u }: Parameters, comparison: number, level: number): number {
  return level < 0 ? 0 : Math.log2((m[comparison]?.[level] ?? 1) / (u[comparison]?.[level] ?? 1))
}

/** Bits before anything is compared: log2 of the odds that two records taken at random are the same person. */
export function priorBits({ lambda }: Parameters): number {
  return Math.log2(lambda / (1 - lambda))
}

/** Probability of a match of so many bits. */
export function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits)
}

/** Match weight in bits of each pattern against chance, prior included; term frequencies and kin are not. */
export function patternBits(parameters: Parameters, patterns: Rows['patterns']): Float64Array {
  const prior = priorBits(parameters)
  return Float64Array.from(patterns, levels =>
    levels.reduce((sum, level, comparison) => sum + bitsOf(parameters, comparison, level), prior),
  )
}

/** The same for being two people of one household; −∞ where that class is not asked about. */
export function kinBits({ kin, u }: Parameters, patterns: Rows['patterns']): Float64Array {
  if (!kin) return new Float64Array(patterns.length).fill(Number.NEGATIVE_INFINITY)
  return patternBits({ lambda: kin.lambda, m: kin.shares, u }, patterns)
}

/** What is taken off a match weight because the two may be kin: bits ≤ 0. */
export function kinPenalty(bits: number): number {
  return -Math.log2(1 + 2 ** bits)
}

export type Expected = Readonly<{ matches: Float64Array; kin: Float64Array; pairs: Float64Array }>

/** Expected matches, kin, and pairs in each pattern under the parameters. */
export function expectMatches(rows: Rows, parameters: Parameters): Expected {
  const forMatch = patternBits(parameters, rows.patterns)
  const forKin = kinBits(parameters, rows.patterns)
  const empty = () => new Float64Array(rows.patterns.length)
  const [matches, kin, pairs] = [empty(), empty(), empty()]
  for (let row = 0; row < rows.pattern.length; row++) {
    const pattern = rows.pattern[row] ?? 0
    const count = rows.count?.[row] ?? 1
    const offset = rows.offset?.[row] ?? 0
    const match = oddsOf((forMatch[pattern] ?? 0) + offset)
    const related = parameters.kin ? oddsOf((forKin[pattern] ?? 0) + offset) : 0
    const whole = 1 + match + related
    matches[pattern] = (matches[pattern] ?? 0) + (count * match) / whole
    kin[pattern] = (kin[pattern] ?? 0) + (count * related) / whole
    pairs[pattern] = (pairs[pattern] ?? 0) + count
  }
  return { matches, kin, pairs }
}

/** Held below infinity, which levels never seen among strangers would reach together. */
function oddsOf(bits: number): number {
  return 2 ** Math.min(bits, 500)
}

/**
 * Learns parameters from a start. Deterministic; converges to the nearest likely answer, so the start should say which
 * class is the match: m high and u low on the agreeing level.
 */
export function estimate(rows: Rows, start: Parameters, options: Fitting): Parameters & { rounds: number } {
  const { tolerance = 1e-6, limit = 200 } = options
  let now = start
  for (let rounds = 1; rounds <= limit; rounds++) {
    const next = maximise(rows, now, options)
    const moved = distance(now, next)
    now = next
    if (moved < tolerance) return { ...now, rounds }
  }
  return { ...now, rounds: limit }
}

function maximise(rows: Rows, now: Parameters, { free, outside = 0, prior, heldInKin = [] }: Fitting): Parameters {
  const { matches, kin, pairs } = expectMatches(rows, now)
  const others = pairs.map((count, pattern) => count - (matches[pattern] ?? 0) - (kin[pattern] ?? 0))
  const [extraMatches, extraOthers] = prior?.lambda ?? [0, 0]
  const total = sum(pairs) + outside + extraMatches + extraOthers
  const share = (of: Float64Array) => within(1e-12, (sum(of) + extraMatches) / total, 1 - 1e-12)
  const next = {
    lambda: free.lambda ? share(matches) : now.lambda,
    m: free.m ? levelShares(rows.patterns, matches, { shape: now.m, pseudo: prior?.m }) : now.m,
    u: free.u ? levelShares(rows.patterns, others, { shape: now.u }) : now.u,
  }
  if (!now.kin) return next
  const held = now.kin.shares
  const learnt = levelShares(rows.patterns, kin, { shape: held, pseudo: prior?.kin })
  return {
    ...next,
    kin: { lambda: share(kin), shares: learnt.map((one, i) => (heldInKin[i] ? (held[i] ?? one) : one)) },
  }
}

type Shape = Readonly<{ shape: Shares; pseudo?: Shares | undefined }>

/** Share of each level among pairs weighted by `weight` of their pattern; missing values leave the sum. Never 0. */
export function levelShares(
  patterns: Rows['patterns'],
  weight: ArrayLike<number>,
  { shape, pseudo }: Shape,
): number[][] {
  return shape.map((levels, comparison) => {
    const sums = levels.map((_, level) => pseudo?.[comparison]?.[level] ?? 0)
    patterns.forEach((pattern, index) => {
      const level = pattern[comparison] ?? -1
      if (level >= 0) sums[level] = (sums[level] ?? 0) + (weight[index] ?? 0)
    })
    const total = sum(sums)
    return total === 0 ? [...levels] : sums.map(one => Math.max(one / total, SMALLEST))
  })
}

/** A level never seen keeps a share, so that no weight is infinite. */
const SMALLEST = 1e-90

function distance(a: Parameters, b: Parameters): number {
  let most = Math.abs(a.lambda - b.lambda)
  const both = [[a.m, b.m] as const, [a.u, b.u] as const, [a.kin?.shares ?? [], b.kin?.shares ?? []] as const]
  for (const [before, after] of both) {
    before.forEach((levels, comparison) => {
      levels.forEach((share, level) => {
        most = Math.max(most, Math.abs(share - (after[comparison]?.[level] ?? 0)))
      })
    })
  }
  return most
}

function sum(values: ArrayLike<number>): number {
  let total = 0
  for (let i = 0; i < values.length; i++) total += values[i] ?? 0
  return total
}

function within(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
