/** A seeded Turkish town with planted duplicates, to measure linkage on what offices really see. Nobody in it is real. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import names from '../../../data/turkish-names.json' with { type: 'json' }
import { MISHAPS } from './mishaps.ts'

export type PlantedPerson = {
  given_name: string
  family_name: string
  born_on: string
  national_id: string
  phone: string
  neighbourhood: string
  address: string
}

export type Chance = Readonly<{
  unit: () => number
  below: (n: number) => number
  chance: (p: number) => boolean
  pick: <T>(list: readonly T[]) => T
}>

export type Planted = Readonly<{ records: PlantedPerson[]; truth: number[] }>

/**
 * People in households (shared family name, address and phone; twins; fathers and sons of one name), in random order. A
 * part of them stands in the list a second time, some a third, with one to three mishaps of MISHAPS each, and without a
 * T.C. no in `withoutId` of the doubles.
 * @returns records and, beside each, the number of the person it is of
 */
export function plantPeople(options: { people: number; doubles: number; withoutId: number; seed: number }): Planted {
  const chance = chanceOf(options.seed)
  const people = townOf(options.people, chance)
  const doubles = Array.from({ length: options.doubles }, () => {
    const person = chance.below(people.length)
    const double = { ...(people[person] as PlantedPerson) }
    for (let left = 1 + chance.below(3); left > 0; left--) chance.pick(MISHAPS)(double, chance)
    if (chance.chance(options.withoutId)) double.national_id = ''
    return { person, record: double }
  })
  const all = [...people.map((record, person) => ({ person, record })), ...doubles]
  for (let i = all.length - 1; i > 0; i--) {
    const j = chance.below(i + 1)
    const [x, y] = [all[i], all[j]]
    if (x && y) {
      all[i] = y
      all[j] = x
    }
  }
  return { records: all.map(({ record }) => record), truth: all.map(({ person }) => person) }
}

function chanceOf(seed: number): Chance {
  const generator = xoroshiro128plus(seed)
  const unit = () => (generator.next() >>> 0) / 4294967296
  const below = (n: number) => Math.floor(unit() * n)
  const pick = <T>(list: readonly T[]): T => {
    const item = list[below(list.length)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }
  return { unit, below, chance: p => unit() < p, pick }
}

/** Common names are far commoner than rare ones: the square of a uniform draw. */
function common<T>(list: readonly T[], chance: Chance): T {
  return list[Math.floor(chance.unit() ** 2 * list.length)] as T
}

function townOf(count: number, chance: Chance): PlantedPerson[] {
  const people: PlantedPerson[] = []
  while (people.length < count) people.push(...householdOf(chance))
  return people.slice(0, count)
}

function householdOf(chance: Chance): PlantedPerson[] {
  const family = common(names.family, chance)
  const home = {
    family_name: family,
    neighbourhood: `${chance.pick(names.lanes)} Mahallesi`,
    address: `${1000 + chance.below(2000)}. Sokak No: ${1 + chance.below(90)}/${1 + chance.below(12)}`,
    phone: `05${30 + chance.below(25)}${String(chance.below(1e7)).padStart(7, '0')}`,
  }
  const year = 1945 + chance.below(50)
  const person = (sex: 'male' | 'female', born: number): PlantedPerson => ({
    ...home,
    given_name: givenName(sex, born, chance),
    born_on: dayIn(born, chance),
    national_id: nationalId(chance),
    phone: chance.chance(0.3) ? '' : home.phone,
  })
  const household = [person('male', year), person('female', year + chance.below(6))]
  const children = chance.below(4)
  for (let i = 0; i < children; i++)
    household.push(person(chance.chance(0.5) ? 'male' : 'female', year + 20 + chance.below(16)))
  const last = household.at(-1)
  if (last && children > 0 && chance.chance(0.05))
    household.push({ ...person('female', year + 20), born_on: last.born_on })
  const [father, , son] = household
  if (father && son && chance.chance(0.03)) son.given_name = father.given_name
  return household
}

function givenName(sex: 'male' | 'female', born: number, chance: Chance): string {
  const ages =
    sex === 'male'
      ? [names.maleOld, names.maleMiddle, names.maleYoung]
      : [names.femaleOld, names.femaleMiddle, names.femaleYoung]
  const list = ages[born < 1965 ? 0 : born < 1995 ? 1 : 2] ?? []
  const first = common(list, chance)
  if (!chance.chance(0.18)) return first
  const second = sex === 'male' ? chance.pick(['Ali', 'Can', 'Emre', 'Han']) : chance.pick(['Nur', 'Gül', 'Su', 'Naz'])
  return first === second ? first : `${first} ${second}`
}

/** Many elders were registered on the first of January or July. */
function dayIn(year: number, chance: Chance): string {
  if (year < 1970 && chance.chance(0.25)) return `${year}-${chance.chance(0.7) ? '01' : '07'}-01`
  return new Date(Date.UTC(year, 0, 1 + chance.below(365))).toISOString().slice(0, 10)
}

/** A number of right check digits beginning with 8, as all made-up people have (DOMAIN.md §2). */
function nationalId(chance: Chance): string {
  const d = [8, ...Array.from({ length: 8 }, () => chance.below(10))]
  const odd = (d[0] ?? 0) + (d[2] ?? 0) + (d[4] ?? 0) + (d[6] ?? 0) + (d[8] ?? 0)
  const even = (d[1] ?? 0) + (d[3] ?? 0) + (d[5] ?? 0) + (d[7] ?? 0)
  const tenth = (((odd * 7 - even) % 10) + 10) % 10
  return [...d, tenth, (odd + even + tenth) % 10].join('')
}
