/** Who of one file is who of the other. Pure. */
import { comparisonsOf, tabler } from '../linkage/compare-pairs.rules.ts'

type Someone = Readonly<{ id: number; givenName: string; familyName: string; bornOn: string }>

const COMPARED = [
  { field: 'givenName', kind: 'name' },
  { field: 'familyName', kind: 'name' },
  { field: 'bornOn', kind: 'date' },
] as const

const NAMES = ['same', 'swapped', 'close', 'part']
const DAYS = ['same', 'swapped', 'close']

/**
 * Pairs of people of two files who agree in given name and birth date, each in one pair at most, the surest first. The
 * family name may differ: a woman wrote herself down before and after her marriage.
 */
export function matchedPeople(first: readonly Someone[], second: readonly Someone[]): { a: number; b: number }[] {
  const people = [...first, ...second]
  const comparisons = comparisonsOf(people, COMPARED)
  const { patternOf, patterns } = tabler(comparisons)
  const found = first.flatMap((one, i) =>
    second.flatMap((other, j) => {
      const levels = patterns[patternOf(i, first.length + j)] ?? []
      const [given = '', , born = ''] = comparisons.map(({ levels: told }, k) => told[levels[k] ?? -1]?.code ?? '')
      const isSame = NAMES.includes(given) && DAYS.includes(born)
      return isSame
        ? [{ a: one.id, b: other.id, distance: levels.reduce((sum, level) => sum + Math.max(0, level), 0) }]
        : []
    }),
  )
  const taken = new Set<number>()
  return found
    .sort((x, y) => x.distance - y.distance || x.a - y.a || x.b - y.b)
    .flatMap(({ a, b }) => {
      if (taken.has(a) || taken.has(b)) return []
      taken.add(a).add(b)
      return [{ a, b }]
    })
}
