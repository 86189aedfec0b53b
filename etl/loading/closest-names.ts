import { turkishKey } from '../../api/platform/turkish.ts'

/** Up to three names nearest to one by edit distance of their search keys; none when nothing is similar. */
export function closestNames(name: string, among: readonly string[]): string[] {
  const key = turkishKey(name)
  const ranked = among.map(one => ({ one, far: distance(key, turkishKey(one)) })).sort((a, b) => a.far - b.far)
  return ranked
    .filter(({ far }) => far <= Math.max(2, key.length * 0.6))
    .slice(0, 3)
    .map(({ one }) => one)
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change))
    }
    above = row
  }
  return above[b.length] ?? 0
}
