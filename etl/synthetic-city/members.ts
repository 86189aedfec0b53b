import { turkishKey } from '../../api/platform/turkish.ts'
import namesFile from '../../data/turkish-names.json' with { type: 'json' }
import { cumulate, type Random } from './random.ts'

export type Member = {
  id: number
  sex: 'female' | 'male'
  /** Years on the last day of the city's history. */
  age: number
  /** Drawn when first written; a second file of the same person carries it too. */
  born: number | null
  role: 'head' | 'spouse' | 'child' | 'parent' | 'grandchild' | 'relative' | 'other'
  given: Name
  family: Name
  school: School
  isAttending: boolean
  disability: number
  isChronic: boolean
}

export type School = 'none' | 'primary' | 'middle' | 'high' | 'university'
/** A name with its search key. */
export type Name = Readonly<{ text: string; key: string }>

const keyed = (names: readonly string[]): Name[] => names.map(text => ({ text, key: turkishKey(text) }))
const GIVEN = {
  female: [keyed(namesFile.femaleYoung), keyed(namesFile.femaleMiddle), keyed(namesFile.femaleOld)],
  male: [keyed(namesFile.maleYoung), keyed(namesFile.maleMiddle), keyed(namesFile.maleOld)],
} as const
const FAMILY = keyed(namesFile.family)

/** Households by size 1 … 9, percent; mean and one-person share as in data/household-statistics.json. */
const SIZES = [19.6, 21.4, 20.4, 20.4, 10.2, 4.5, 2.2, 1, 0.6]

/** Running weights of household sizes where incomes are as given: poorer quarters have larger households. */
export function sizesAt(affluence: number): Float64Array {
  return cumulate(SIZES.map((share, i) => share * Math.exp(-0.07 * affluence * (i - 2.1))))
}

export function randomFamilyName(random: Random): Name {
  return random.pick(FAMILY)
}

/** The people of a household of a given size, without schooling, health and ids. */
export function composeHousehold(size: number, random: Random): Member[] {
  if (size === 1) return [loner(random)]
  if (size === 2) return pair(random)
  const draw = random.unit()
  if (draw < 0.78) return family(size, random)
  if (draw < 0.86) return loneParent(size, random)
  return extended(size, random)
}

function person(sex: Member['sex'], age: number, role: Member['role'], family: Name, random: Random): Member {
  const list = GIVEN[sex][age < 27 ? 0 : age < 56 ? 1 : 2] ?? []
  return {
    id: 0,
    sex,
    age,
    born: null,
    role,
    given: random.pick(list),
    family,
    school: 'none',
    isAttending: false,
    disability: 0,
    isChronic: false,
  }
}

function loner(random: Random): Member {
  const isOld = random.chance(0.42)
  const age = isOld ? 65 + Math.floor(25 * random.unit() ** 1.5) : 21 + random.below(44)
  return person(random.chance(isOld ? 0.72 : 0.42) ? 'female' : 'male', age, 'head', random.pick(FAMILY), random)
}

function couple(age: number, random: Random): Member[] {
  const family = random.pick(FAMILY)
  const isLedByWife = random.chance(0.14)
  const wife = Math.max(18, age - 3 + random.below(5) - 1)
  const him = person('male', Math.max(19, age), isLedByWife ? 'spouse' : 'head', family, random)
  const her = person('female', wife, isLedByWife ? 'head' : 'spouse', family, random)
  return isLedByWife ? [her, him] : [him, her]
}

function pair(random: Random): Member[] {
  const draw = random.unit()
  if (draw < 0.72) {
    const age = random.chance(0.26) ? 23 + random.below(14) : 52 + Math.floor(32 * random.unit())
    return couple(age, random)
  }
  if (draw < 0.9) return loneParent(2, random)
  const age = 20 + random.below(50)
  const head = person(random.chance(0.5) ? 'female' : 'male', age, 'head', random.pick(FAMILY), random)
  return [
    head,
    person(
      random.chance(0.5) ? 'female' : 'male',
      Math.max(18, age - 8 + random.below(16)),
      'relative',
      head.family,
      random,
    ),
  ]
}

// Children come from the mother's 20th to 40th year, two to four years apart; the youngest is drawn first.
function children(count: number, motherAge: number, family: Name, random: Random): Member[] {
  const all: Member[] = []
  let age = Math.max(0, Math.min(motherAge - 19 - 2 * count, Math.max(0, motherAge - 36) + random.below(9)))
  for (let i = 0; i < count; i++) {
    all.unshift(person(random.chance(0.487) ? 'female' : 'male', Math.max(0, age), 'child', family, random))
    age += 1 + random.below(4)
  }
  return all
}

function parentAge(kids: number, random: Random): number {
  return Math.min(64, 25 + 2 * kids + random.below(26))
}

function family(size: number, random: Random): Member[] {
  const parents = couple(parentAge(size - 2, random) + 2, random)
  const mother = parents.find(member => member.sex === 'female')
  const [head] = parents
  return head && mother ? [...parents, ...children(size - 2, mother.age, head.family, random)] : parents
}

function loneParent(size: number, random: Random): Member[] {
  const sex = random.chance(0.8) ? 'female' : 'male'
  const head = person(
    sex,
    Math.min(78, parentAge(size - 1, random) + random.below(12)),
    'head',
    random.pick(FAMILY),
    random,
  )
  return [head, ...children(size - 1, head.age, head.family, random)]
}

function extended(size: number, random: Random): Member[] {
  const elders = size > 3 && random.chance(0.3) ? 2 : 1
  const own = couple(parentAge(size - 2 - elders, random) + 3, random)
  const [head] = own
  const mother = own.find(member => member.sex === 'female')
  if (!head || !mother) return own
  const kids = children(Math.max(0, size - 2 - elders), mother.age, head.family, random)
  const old = (sex: Member['sex']) =>
    person(sex, Math.min(95, head.age + 20 + random.below(12)), 'parent', head.family, random)
  const parents = elders === 2 ? [old('female'), old('male')] : [old(random.chance(0.72) ? 'female' : 'male')]
  return [...own, ...kids, ...parents]
}

/**
 * A T.C. number that begins with 8, which the registry never gave out: nine digits from the serial, two check digits.
 * @param serial 0 … 99 999 999; different serials give different numbers
 */
export function syntheticNationalId(serial: number): string {
  const digits = 800_000_000 + ((serial * 61_803_399 + 31_415_927) % 100_000_000)
  const d = Array.from(String(digits), Number)
  const at = (i: number) => d[i] ?? 0
  const odd = at(0) + at(2) + at(4) + at(6) + at(8)
  const even = at(1) + at(3) + at(5) + at(7)
  const tenth = (((odd * 7 - even) % 10) + 10) % 10
  return `${digits}${tenth}${(odd + even + tenth) % 10}`
}
