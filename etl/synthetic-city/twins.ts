import { turkishKey } from '../../api/platform/turkish.ts'
import type { Span } from './history.ts'
import { wageOn } from './history.ts'
import { type Dwelling, dwellingOf } from './home.ts'
import type { Household } from './household.ts'
import { type Member, type Name, randomFamilyName } from './members.ts'
import type { Random } from './random.ts'
import type { Dwelt, RowWriter } from './rows.ts'

/**
 * How the second file of a family came about: names and dates mistyped at the same door, a wife who applied by her maiden
 * name, or a family that moved within the neighbourhood.
 */
export type TwinKind = 'typo' | 'maiden_name' | 'moved'

/** Share of households that are the second file of a family filed before. */
const SHARE = 0.004
/** Files of the neighbourhood a second one may be of. */
const REMEMBERED = 60

type Filed = Readonly<{ id: number; household: Household; at: Dwelt }>
export type TwinPlanter = Readonly<{
  /** Writes a household that is nobody's twin. */
  remember: (household: Household, at: Dwelt) => void
  /** Sometimes writes a second file of a family remembered, instead of a new household. @returns whether it did */
  plant: (at: Dwelt) => boolean
}>

/** Plants second files in one neighbourhood; they carry no income, so nobody is counted poor twice. */
export function twinPlanter(writer: RowWriter, by: { span: Span; random: Random }): TwinPlanter {
  const { random, span } = by
  const files: Filed[] = []
  return {
    remember(household, at) {
      const filed = { id: writer.household(household, at), household, at }
      if (files.length < REMEMBERED) files.push(filed)
      else files[random.below(REMEMBERED)] = filed
    },
    plant(at) {
      if (!random.chance(SHARE) || files.length === 0) return false
      const [first] = files.splice(random.below(files.length), 1) // a third file of one family would be another story
      if (!first) return false
      const { kind, household } = twinOf(first.household, span, random)
      const id = writer.household(household, kind === 'moved' ? at : first.at)
      writer.planted(first.id, id, kind)
      return true
    },
  }
}

/** A second file of a family: the same people, born the same days, otherwise as another officer wrote them down. */
function twinOf(first: Household, span: Span, random: Random): { kind: TwinKind; household: Household } {
  const wife = first.members.find(({ sex, role }) => sex === 'female' && role === 'spouse')
  const draw = random.unit()
  const kind = draw < 0.4 || (!wife && draw < 0.65) ? 'typo' : draw < 0.65 ? 'maiden_name' : 'moved'
  const members =
    kind === 'maiden_name' && wife ? byMaidenName(first.members, wife, random) : retyped(first, kind, random)
  const keepsPhone = random.chance(0.65)
  const household: Household = {
    ...first,
    members,
    dwelling: kind === 'moved' ? movedInto(members, first, { span, random }) : first.dwelling,
    incomes: [],
    health: [],
    assets: [],
    cases: [],
    otherAid: [],
    shock: null,
    phone: keepsPhone ? first.phone : undefined,
    known: span.from + random.below(600),
  }
  return { kind, household }
}

function movedInto(members: readonly Member[], first: Household, at: { span: Span; random: Random }): Dwelling {
  const minimumWage = wageOn(at.span, at.span.until)
  return dwellingOf(members, { standing: first.standing, isRural: false, minimumWage }, at.random)
}

function byMaidenName(members: readonly Member[], wife: Member, random: Random): Member[] {
  const family = randomFamilyName(random)
  const children = members.filter(member => member.role === 'child' && member.age < 18)
  return [{ ...wife, role: 'head', family }, ...children.map(child => ({ ...child }))]
}

// Somebody is left out now and then; who is written down may be mistyped, at least one of a "typo" is.
function retyped(first: Household, kind: TwinKind, random: Random): Member[] {
  const rate = kind === 'typo' ? 0.55 : 0.25
  const kept = first.members.filter((_, i) => i === 0 || random.chance(0.92))
  return kept.map((member, i) =>
    random.chance(rate) || (kind === 'typo' && i === 0) ? mistyped(member, random) : { ...member },
  )
}

function mistyped(member: Member, random: Random): Member {
  const draw = random.unit()
  if (draw < 0.2) return { ...member, born: slipped(member.born, random) }
  if (draw < 0.7) return { ...member, given: mistypedName(member.given, random) }
  return { ...member, family: mistypedName(member.family, random) }
}

function slipped(born: number | null, random: Random): number | null {
  return born === null ? null : born + (random.chance(0.5) ? 1 : -1) * (random.chance(0.5) ? 1 : 10)
}

const LIKE: Readonly<Record<string, string>> = {
  ı: 'i',
  i: 'ı',
  ş: 's',
  ç: 'c',
  ğ: 'g',
  ü: 'u',
  ö: 'o',
  t: 'd',
  d: 't',
  b: 'p',
  k: 'g',
  e: 'a',
}

/** A name as a hurried hand types it: a letter dropped, doubled, swapped with the next, or taken for a like one. */
function mistypedName(name: Name, random: Random): Name {
  const letters = [...name.text]
  const at = 1 + random.below(Math.max(1, letters.length - 2))
  const [here = '', next = ''] = [letters[at], letters[at + 1]]
  const draw = random.below(4)
  if (draw === 0 && letters.length > 3) letters.splice(at, 1)
  else if (draw === 1) letters.splice(at, 0, here)
  else if (draw === 2 && next !== '' && next !== here) letters.splice(at, 2, next, here)
  else letters[at] = LIKE[here] ?? `${here}${here}`
  const text = letters.join('')
  return { text, key: turkishKey(text) }
}
