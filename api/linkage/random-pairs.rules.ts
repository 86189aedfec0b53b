import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/**
 * Visits `count` random pairs of different records out of `records`, the lower index first; the same seed gives the same
 * pairs on every machine. Pairs may repeat. Pure.
 */
export function visitRandomPairs(
  { records, count, seed }: { records: number; count: number; seed: number },
  visit: (a: number, b: number) => void,
): void {
  const generator = xoroshiro128plus(seed)
  const below = (n: number) => Math.floor(((generator.next() >>> 0) / 4294967296) * n)
  for (let i = 0; i < count && records > 1; i++) {
    const a = below(records)
    const other = below(records - 1)
    const b = other >= a ? other + 1 : other
    visit(Math.min(a, b), Math.max(a, b))
  }
}
