import { COUNTS, type CountName, type Counts, NO_DATA, SHOWN, WITHHELD, type Withheld } from '../disclosure.rules.ts'
import { childrenOf, type Hierarchy } from '../hierarchy.rules.ts'
import { type Known, type Terms, UNBOUNDED, withAttacker } from './linear-attack.ts'

export type Leak = Readonly<{ what: string; area: number; true: number; low: number; high: number }>

/** Counts the attacker can read at all; the others only stand behind means. */
const PUBLISHED: readonly CountName[] = COUNTS.filter(count => count !== 'scored' && count !== 'waiting')

/** Relations that hold by definition (api/need-map/README.md): the first is never more than the second. */
const NESTED: readonly (readonly [CountName, CountName])[] = [
  ['below_threshold', 'households'],
  ['applied', 'households'],
  ['inspected', 'households'],
  ['served', 'households'],
  ['granted', 'applied'],
  ['eligible', 'inspected'],
  ['unmet', 'eligible'],
]

/** Relations that usually hold and an attacker may assume where they do. */
export const ASSUMED: typeof NESTED = [
  ['inspected', 'applied'],
  ['granted', 'eligible'],
  ['served', 'granted'],
]

/**
 * Attacks published figures with everything there is to know: sums over areas, the definitions, and what the attacker
 * assumes. Returns every count an attacker could tell exactly, or prove to be under the minimum.
 */
export async function attackFigures(
  city: { hierarchy: Hierarchy; counts: Counts; withheld: Withheld },
  minimum: number,
  assumed: typeof NESTED = [],
): Promise<Leak[]> {
  const { hierarchy, counts, withheld } = city
  const areas = hierarchy.parent.length
  const at = (count: CountName, area: number) => PUBLISHED.indexOf(count) * areas + area
  const leaks: Leak[] = []
  await withAttacker(PUBLISHED.length * areas, knowledge(city, at, assumed), bounds => {
    const check = (what: string, { area, terms, isExactBad }: { area: number; terms: Terms; isExactBad: boolean }) => {
      const value = terms.reduce((sum, [which, times]) => {
        const count = PUBLISHED[Math.floor(which / areas)]
        return sum + times * (count ? (counts[count][area] ?? 0) : 0)
      }, 0)
      const [low, high] = bounds(terms)
      const isExact = isExactBad && high - low < 1e-6
      if (isExact || high < minimum - 1e-6) leaks.push({ what, area, true: value, low, high })
    }
    for (let area = 0; area < areas; area++) {
      for (const count of PUBLISHED)
        if (withheld[count][area] === WITHHELD) check(count, { area, terms: [[at(count, area), 1]], isExactBad: true })
      for (const [part, whole] of NESTED) {
        if (withheld[whole][area] === NO_DATA || withheld[part][area] === NO_DATA) continue
        const terms: Terms = [
          [at(whole, area), 1],
          [at(part, area), -1],
        ]
        check(`${whole} − ${part}`, { area, terms, isExactBad: false })
      }
    }
  })
  return leaks
}

function knowledge(
  { hierarchy, counts, withheld }: { hierarchy: Hierarchy; counts: Counts; withheld: Withheld },
  at: (count: CountName, area: number) => number,
  assumed: typeof NESTED,
): Known[] {
  const known: Known[] = []
  const children = childrenOf(hierarchy.parent)
  for (let area = 0; area < hierarchy.parent.length; area++) {
    for (const count of PUBLISHED) {
      const value = counts[count][area] ?? 0
      const isKnown = withheld[count][area] === SHOWN || (withheld[count][area] === NO_DATA && counts[count][0] === 0)
      if (isKnown) known.push({ terms: [[at(count, area), 1]], lower: value, upper: value })
      const below = Array.from(children[area] ?? [])
      if (below.length > 0)
        known.push({
          terms: [[at(count, area), -1], ...below.map(child => [at(count, child), 1] as const)],
          lower: 0,
          upper: 0,
        })
    }
    for (const [part, whole] of [...NESTED, ...assumed])
      known.push({
        terms: [
          [at(whole, area), 1],
          [at(part, area), -1],
        ],
        lower: 0,
        upper: UNBOUNDED,
      })
    // eligible − unmet are households both eligible and served: at most the served; and unmet are not served
    known.push({ terms: sum(at, area, { served: 1, eligible: -1, unmet: 1 }), lower: 0, upper: UNBOUNDED })
    known.push({ terms: sum(at, area, { households: 1, served: -1, unmet: -1 }), lower: 0, upper: UNBOUNDED })
  }
  return known
}

function sum(
  at: (count: CountName, area: number) => number,
  area: number,
  of: Partial<Record<CountName, number>>,
): Terms {
  return COUNTS.flatMap(count => (of[count] === undefined ? [] : [[at(count, area), of[count] ?? 0] as const]))
}
