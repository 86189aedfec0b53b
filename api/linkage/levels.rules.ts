/**
 * The levels of agreement of each kind of field, strongest first, the last one "different". A missing value is no level:
 * it weighs nothing. Pure.
 */
import { hasRightCheckDigits } from '../platform/national-id.ts'
import { isOneEditApart, jaroWinkler, levenshtein } from './similarity.rules.ts'

/** A level with the share it is believed to have before anything is learnt, among matches (m) and among others (u). */
export type Level = Readonly<{ code: string; m: number; u: number; tr: string; en: string }>

/** `place` and `any-of` are the registry's own (api/duplicates), not on the wire of `komsu link`. */
export type Kind = 'exact' | 'name' | 'date' | 'national-id' | 'place' | 'any-of'

/** A value made ready once: the text compared for equality; of a name also its words and its usual spelling. */
export type Ready = Readonly<{ text: string; words: readonly string[]; usual: string }>

/** Beliefs are from Febrl 1 and the planted Turkish duplicates; data outweighs them from a few dozen matches on. */
export const NAME_LEVELS: readonly Level[] = [
  { code: 'same', m: 0.8, u: 0.005, tr: 'aynı', en: 'the same' },
  { code: 'swapped', m: 0.02, u: 0.00002, tr: 'ad ile soyad yer değiştirmiş', en: 'names swapped' },
  { code: 'close', m: 0.08, u: 0.003, tr: 'çok yakın yazılmış', en: 'spelt nearly the same' },
  { code: 'part', m: 0.03, u: 0.003, tr: 'bir bölümü aynı', en: 'one part the same' },
  { code: 'similar', m: 0.01, u: 0.005, tr: 'benzer', en: 'similar' },
  { code: 'different', m: 0.06, u: 0.98398, tr: 'farklı', en: 'different' },
]

export const DATE_LEVELS: readonly Level[] = [
  { code: 'same', m: 0.9, u: 0.0005, tr: 'aynı', en: 'the same' },
  { code: 'swapped', m: 0.02, u: 0.0001, tr: 'gün ile ay yer değiştirmiş', en: 'day and month swapped' },
  { code: 'close', m: 0.04, u: 0.001, tr: 'tek rakamı farklı', en: 'one digit apart' },
  { code: 'part', m: 0.02, u: 0.005, tr: 'aynı yıl, ayı veya günü de aynı', en: 'same year, and same month or day' },
  { code: 'different', m: 0.02, u: 0.9934, tr: 'farklı', en: 'different' },
]

export const NATIONAL_ID_LEVELS: readonly Level[] = [
  { code: 'same', m: 0.91, u: 0.000001, tr: 'aynı', en: 'the same' },
  {
    code: 'slip',
    m: 0.05,
    u: 0.00001,
    tr: 'tek rakamı farklı, biri hatalı',
    en: 'one digit apart, one of them invalid',
  },
  {
    code: 'changed',
    m: 0.007,
    u: 0.03,
    tr: 'biri yabancı kimlik no, öbürü T.C. kimlik no',
    en: "one a foreigner's number",
  },
  { code: 'different', m: 0.03, u: 0.3, tr: 'farklı, biri hatalı', en: 'different, one of them invalid' },
  { code: 'contradicting', m: 0.003, u: 0.669989, tr: 'ikisi de geçerli ve farklı', en: 'both valid and different' },
]

export const EXACT_LEVELS: readonly Level[] = [
  { code: 'same', m: 0.9, u: 0.01, tr: 'aynı', en: 'the same' },
  { code: 'different', m: 0.1, u: 0.99, tr: 'farklı', en: 'different' },
]

/** A place is neighbourhood/street/door/flat; the finest part two places share is told. */
const PLACE_LEVELS: readonly Level[] = [
  { code: 'same', m: 0.7, u: 0.000002, tr: 'aynı', en: 'the same' },
  { code: 'door', m: 0.02, u: 0.00001, tr: 'aynı kapı, başka daire', en: 'same door, another flat' },
  { code: 'street', m: 0.03, u: 0.0002, tr: 'aynı sokak', en: 'same street' },
  { code: 'neighbourhood', m: 0.15, u: 0.002, tr: 'aynı mahalle', en: 'same neighbourhood' },
  { code: 'different', m: 0.1, u: 0.997788, tr: 'başka mahalle', en: 'another neighbourhood' },
]

/** Several values of which one in common is enough: the phones of a household. */
const ANY_OF_LEVELS: readonly Level[] = [
  { code: 'same', m: 0.6, u: 0.000005, tr: 'aynı', en: 'the same' },
  { code: 'different', m: 0.4, u: 0.999995, tr: 'farklı', en: 'different' },
]

/** Levels of a kind, and the level of two different values (equal texts are level 0 and never asked about). */
export const KINDS: Readonly<Record<Kind, { levels: readonly Level[]; level: (a: Ready, b: Ready) => number }>> = {
  name: { levels: NAME_LEVELS, level: nameLevel },
  date: { levels: DATE_LEVELS, level: dateLevel },
  'national-id': { levels: NATIONAL_ID_LEVELS, level: nationalIdLevel },
  exact: { levels: EXACT_LEVELS, level: () => 1 },
  place: { levels: PLACE_LEVELS, level: placeLevel },
  'any-of': { levels: ANY_OF_LEVELS, level: (a, b) => (a.words.some(word => b.words.includes(word)) ? 0 : 1) },
}

/** Index of `swapped` in NAME_LEVELS: told by two fields together, see compare-pairs.rules.ts. */
export const SWAPPED_NAMES = 1
/** Index of `part` in NAME_LEVELS. */
export const PARTLY_SAME_NAME = 3

const CLOSE_NAME = 0.92
const SIMILAR_NAME = 0.85

function nameLevel(a: Ready, b: Ready): number {
  if (a.usual === b.usual) return 2
  if (isPartOf(a.words, b.words) || isPartOf(b.words, a.words)) return PARTLY_SAME_NAME
  const likeness = jaroWinkler(a.text, b.text)
  if (Math.min(a.text.length, b.text.length) > 3 && (likeness >= CLOSE_NAME || isOneEditApart(a.text, b.text))) return 2
  return likeness >= SIMILAR_NAME ? 4 : 5
}

/** Fatma in Fatma Nur, Kaya in Kaya Demir: all words of the shorter name are words of the longer. */
function isPartOf(some: readonly string[], all: readonly string[]): boolean {
  return some.length < all.length && some.every(word => word.length > 2 && all.includes(word))
}

function dateLevel(a: Ready, b: Ready): number {
  const [x, y] = [a.text, b.text]
  if (x.length !== 8 || y.length !== 8) return isOneEditApart(x, y) ? 2 : 4
  const isSameYear = x.slice(0, 4) === y.slice(0, 4)
  const [xMonth, xDay, yMonth, yDay] = [x.slice(4, 6), x.slice(6), y.slice(4, 6), y.slice(6)]
  if (isSameYear && xMonth === yDay && xDay === yMonth) return 1
  if (isOneEditApart(x, y)) return 2
  return isSameYear && (xMonth === yMonth || xDay === yDay) ? 3 : 4
}

/**
 * Two numbers whose check digits are both right belong to two people, however alike they look; only who was a foreigner
 * (99…) and became a citizen has had two.
 */
function nationalIdLevel(a: Ready, b: Ready): number {
  if (hasRightCheckDigits(a.text) && hasRightCheckDigits(b.text))
    return a.text.startsWith('99') === b.text.startsWith('99') ? 4 : 2
  return isOneEditApart(a.text, b.text) ? 1 : 3
}

function placeLevel(a: Ready, b: Ready): number {
  const shared = a.words.findIndex((part, i) => part === '' || part !== b.words[i])
  return [4, 3, 2, 1][shared] ?? 0
}

/** Levels asked for by the caller: equal, then each threshold, then different. */
export function levelsFrom(thresholds: readonly number[]): { levels: Level[]; level: (a: Ready, b: Ready) => number } {
  const between = thresholds.map((threshold, i) => ({
    code: threshold < 1 ? `similarity>=${threshold}` : `edits<=${threshold}`,
    ...{ m: 0.1 / 2 ** i, u: 0.005 * 2 ** i },
    ...(threshold < 1
      ? { tr: `benzerlik en az ${threshold}`, en: `similarity ${threshold} or more` }
      : { tr: `en çok ${threshold} harf farklı`, en: `at most ${threshold} edits apart` }),
  }))
  const [same, different] = EXACT_LEVELS as [Level, Level]
  const level = (a: Ready, b: Ready) => {
    const met = thresholds.findIndex(one =>
      one < 1 ? jaroWinkler(a.text, b.text) >= one : isWithin(a.text, b.text, one),
    )
    return met < 0 ? thresholds.length + 1 : met + 1
  }
  return { levels: [same, ...between, different], level }
}

function isWithin(a: string, b: string, edits: number): boolean {
  return Math.abs(a.length - b.length) <= edits && levenshtein(a, b) <= edits
}
