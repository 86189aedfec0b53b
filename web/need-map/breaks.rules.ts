/** Class breaks of a set of figures, computed in the browser so that a new method or number of classes needs no request. */
import { ckmeans } from 'simple-statistics'
import type { Method } from '../app/view.rules.ts'

export const MAX_CLASSES = 7

/**
 * Upper bounds of the classes, inclusive, rising, the last the highest figure; as `stats breaks` (INTERFACES.md).
 * Fewer than `k` when there are fewer distinct figures; empty for no figures.
 */
export function upperBounds(figures: readonly number[], method: Method, k: number): number[] {
  if (figures.length === 0) return []
  const sorted = [...figures].sort((a, b) => a - b)
  const distinct = [...new Set(sorted)]
  if (distinct.length <= k) return distinct
  return [...new Set(METHODS[method](sorted, k))]
}

const METHODS: Record<Method, (sorted: number[], k: number) => number[]> = {
  quantile: (sorted, k) => Array.from({ length: k }, (_, i) => quantileOf(sorted, (i + 1) / k)),
  jenks: (sorted, k) => ckmeans(sorted, k).map(cluster => cluster.at(-1) ?? 0),
  equal: (sorted, k) => {
    const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0]
    return Array.from({ length: k }, (_, i) => (i === k - 1 ? high : low + ((high - low) * (i + 1)) / k))
  },
}

/** Quantile by linear interpolation (Hyndman & Fan type 7, as numpy and mapclassify). */
export function quantileOf(sorted: readonly number[], q: number): number {
  const at = (sorted.length - 1) * q
  const below = sorted[Math.floor(at)] ?? 0
  const above = sorted[Math.ceil(at)] ?? below
  return below + (above - below) * (at - Math.floor(at))
}

/** Class of a figure: the first whose upper bound it does not exceed. */
export function classOf(figure: number, upper: readonly number[]): number {
  const found = upper.findIndex(bound => figure <= bound)
  return found === -1 ? upper.length - 1 : found
}
