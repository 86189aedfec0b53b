import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** A seeded source of chance; the same seed and stream give the same draws on every machine. */
export type Random = Readonly<{
  /** 0 ≤ u < 1. */
  unit: () => number
  /** Whole number 0 … n−1. */
  below: (n: number) => number
  between: (low: number, high: number) => number
  /** Standard normal. */
  normal: () => number
  chance: (probability: number) => boolean
  pick: <T>(list: readonly T[]) => T
  /** Index drawn with the given weights, as their running sums. */
  weighted: (cumulative: ArrayLike<number>) => number
}>

/**
 * A stream of chance of its own for each part of the city, so that a change in one part leaves the others as they were.
 * @param seed whole number
 */
export function randomOf(seed: number, stream: string): Random {
  const generator = xoroshiro128plus(hashOf(`${seed}:${stream}`))
  const unit = () => (generator.next() >>> 0) / 4294967296
  let spare = Number.NaN
  const normal = () => {
    if (!Number.isNaN(spare)) {
      const value = spare
      spare = Number.NaN
      return value
    }
    const radius = Math.sqrt(-2 * Math.log(1 - unit()))
    const angle = 2 * Math.PI * unit()
    spare = radius * Math.sin(angle)
    return radius * Math.cos(angle)
  }
  return {
    unit,
    normal,
    below: n => Math.floor(unit() * n),
    between: (low, high) => low + unit() * (high - low),
    chance: probability => unit() < probability,
    pick: list => {
      const item = list[Math.floor(unit() * list.length)]
      if (item === undefined) throw new RangeError('nothing to pick from')
      return item
    },
    weighted: cumulative => indexIn(cumulative, unit() * (cumulative[cumulative.length - 1] ?? 0)),
  }
}

/** Running sums of weights. */
export function cumulate(weights: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(weights.length)
  let sum = 0
  for (let i = 0; i < weights.length; i++) {
    sum += weights[i] ?? 0
    sums[i] = sum
  }
  return sums
}

function indexIn(cumulative: ArrayLike<number>, value: number): number {
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cumulative[middle] ?? 0) > value) high = middle
    else low = middle + 1
  }
  return low
}

// FNV-1a: short, and the same everywhere.
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
