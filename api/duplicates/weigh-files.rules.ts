/** From pairs of people that may be one to pairs of files that may be one household. Pure. */
import { type Comparison, comparisonsOf, tabler } from '../linkage/compare-pairs.rules.ts'
import {
  bitsOf,
  kinBits,
  kinPenalty,
  type Parameters,
  patternBits,
  priorBits,
  probabilityOf,
} from '../linkage/em.rules.ts'
import { rarity } from '../linkage/learn.rules.ts'
import { nameWords } from '../linkage/turkish-name.rules.ts'
import { type LinkageParameters, parametersFor } from './parameters.rules.ts'
import { FIELDS, type RegistryPerson, recordOf } from './registry.rules.ts'

/** One bar of the waterfall, bits. `prior`, then the fields, `others`, `kin`; they add up to the weight. */
export type Bar = Readonly<{ field: string; level: string; weight: number }>

export type FilePair = Readonly<{
  /** Smaller key first. */
  householdA: number
  householdB: number
  personA: number
  personB: number
  kind: 'same_person' | 'similar_names' | 'same_address' | 'same_phone'
  weight: number
  probability: number
  because: readonly Bar[]
}>

/** How often a value is seen in the registry, for what is rare in common says more. */
export type Frequencies = Readonly<{
  people: number
  /** People who bear a word of a name, as compared (nameWords). */
  names: ReadonlyMap<string, number>
  /** People born on a day, YYYY-MM-DD. */
  days: ReadonlyMap<string, number>
}>

type Weighed = Readonly<{
  a: RegistryPerson
  b: RegistryPerson
  weight: number
  bars: Bar[]
  levels: readonly string[]
}>

/** Another pair of the same two files adds no more than this: the second child of a family is no new evidence of chance. */
const MOST_BY_ANOTHER = 8

/**
 * Weighs pairs of people of different files and draws them together by pairs of files: the pair that resembles most tells
 * the prior and its fields, each further pair of people who agree in given name and birth date adds at most 8 bits.
 * @param pairs indices into `people`
 */
export function weighFiles(
  people: readonly RegistryPerson[],
  pairs: readonly (readonly [number, number])[],
  known: { parameters: LinkageParameters; frequencies: Frequencies },
): FilePair[] {
  const comparisons = comparisonsOf(people.map(recordOf), FIELDS)
  const parameters = parametersFor(known.parameters, comparisons, known.frequencies.people)
  const { patternOf, patterns } = tabler(comparisons)
  const byFiles = new Map<string, Weighed[]>()
  for (const pair of pairs) {
    const [first, second] = [people[pair[0]], people[pair[1]]]
    if (!first || !second || first.householdId === second.householdId) continue
    const levels = patterns[patternOf(pair[0], pair[1])] ?? []
    const [a, b] = first.householdId < second.householdId ? [first, second] : [second, first]
    const weighed = weigh({ a, b, levels }, { comparisons, parameters, frequencies: known.frequencies })
    const key = `${a.householdId} ${b.householdId}`
    byFiles.set(key, [...(byFiles.get(key) ?? []), weighed])
  }
  return [...byFiles.values()].map(drawTogether).sort((x, y) => y.weight - x.weight)
}

type Ways = Readonly<{ comparisons: readonly Comparison[]; parameters: Parameters; frequencies: Frequencies }>

function weigh(
  { a, b, levels }: { a: RegistryPerson; b: RegistryPerson; levels: readonly number[] },
  ways: Ways,
): Weighed {
  const { comparisons, parameters, frequencies } = ways
  const codes = comparisons.map((comparison, i) => comparison.levels[levels[i] ?? -1]?.code ?? 'missing')
  const fields = comparisons.map(({ field }, i) => {
    const level = levels[i] ?? -1
    const extra = level === 0 ? rarityOf(field, { a, usual: parameters.u[i]?.[0] ?? 1, frequencies }) : 0
    return { field, level: codes[i] ?? 'missing', weight: bitsOf(parameters, i, level) + extra, extra }
  })
  const offset = fields.reduce((sum, { extra }) => sum + extra, 0)
  const [plain = 0] = patternBits(parameters, [levels])
  const [kin = 0] = kinBits(parameters, [levels])
  const penalty = kinPenalty(kin + offset)
  const bars = [
    { field: 'prior', level: 'prior', weight: priorBits(parameters) },
    ...fields.map(({ field, level, weight }) => ({ field, level, weight })),
    { field: 'kin', level: 'kin', weight: penalty },
  ]
  return { a, b, weight: plain + offset + penalty, bars, levels: codes }
}

type Shared = Readonly<{ a: RegistryPerson; usual: number; frequencies: Frequencies }>

function rarityOf(field: string, { a, usual, frequencies }: Shared): number {
  const { people, names, days } = frequencies
  if (field === 'born_on') return rarity(days.get(a.bornOn) ?? 0, people, usual)
  if (field !== 'given_name' && field !== 'family_name') return 0
  const words = nameWords(field === 'given_name' ? a.givenName : a.familyName)
  const counts = words.map(word => names.get(word) ?? 0)
  return rarity(Math.min(...counts, people), people, usual)
}

const SURE_NAMES = ['same', 'close', 'part', 'swapped']
const SURE_DAYS = ['same', 'close', 'swapped']

function drawTogether(pairs: readonly Weighed[]): FilePair {
  const sorted = [...pairs].sort((x, y) => y.weight - x.weight || x.a.id - y.a.id || x.b.id - y.b.id)
  const best = sorted[0] as Weighed
  const used = new Set([best.a.id, best.b.id])
  let others = 0
  let added = 0
  for (const { a, b, bars, levels } of sorted) {
    if (used.has(a.id) || used.has(b.id) || !isSure(levels)) continue
    used.add(a.id).add(b.id)
    const own = bars.filter(({ field }) => field === 'given_name' || field === 'born_on')
    added += Math.min(
      MOST_BY_ANOTHER,
      own.reduce((sum, bar) => sum + bar.weight, 0),
    )
    others++
  }
  const weight = best.weight + added
  const because = others > 0 ? [...best.bars, { field: 'others', level: String(others), weight: added }] : best.bars
  const ids = { householdA: best.a.householdId, householdB: best.b.householdId, personA: best.a.id, personB: best.b.id }
  return { ...ids, kind: kindOf(best.levels), weight, probability: probabilityOf(weight), because }
}

function isSure([given = '', , born = '']: readonly string[]): boolean {
  return SURE_NAMES.includes(given) && SURE_DAYS.includes(born)
}

function kindOf([given = '', family = '', born = '', place = '']: readonly string[]): FilePair['kind'] {
  if (given === 'same' && family === 'same' && born === 'same') return 'same_person'
  if (SURE_NAMES.includes(given) || SURE_NAMES.includes(family)) return 'similar_names'
  return place === 'same' ? 'same_address' : 'same_phone'
}
