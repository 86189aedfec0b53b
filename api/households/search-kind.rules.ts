/** What an officer typed into the one search field: a number, a phone, an address or a name. Pure. */

import { phoneKey } from '../applications/submission.rules.ts'
import { hasRightCheckDigits } from '../platform/national-id.ts'
import { turkishKey } from '../platform/turkish.ts'

export type Asked =
  | { kind: 'national_id'; number: string; isRight: boolean }
  | { kind: 'phone'; key: string }
  | { kind: 'number'; number: string; isDigits: boolean }
  | { kind: 'address'; streets: StreetGuess[]; door: string | null; flat: string | null }
  | { kind: 'name'; words: string[]; birthYear: number | null }

/** A reading of an address: the street's search key and the words that name where it lies. */
export type StreetGuess = Readonly<{ street: string; place: string }>

export const LEAST_CHARACTERS = 3
const STREET_WORDS = new Set([
  'sokak',
  'cadde',
  'bulvar',
  'meydan',
  'meydani',
  'yol',
  'yolu',
  'kume',
  'sitesi',
  'cikmazi',
])
const DOOR_WORDS = new Set(['no', 'numara', 'kapi', 'dis', 'bina'])
const FLAT_WORDS = new Set(['daire', 'd', 'ic', 'kat'])
const MOST_WORDS = 6

/** Characters that count: letters and digits of any script. */
export function lengthOf(typed: string): number {
  return [...typed.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')].length
}

/** Recognises what was typed. @param thisYear years of birth end with it */
export function recognise(typed: string, thisYear: number): Asked {
  const text = withoutMarks(typed)
  return digitsOf(text) ?? codeOf(text) ?? addressOf(text, thisYear) ?? nameOf(text, thisYear)
}

/** Without direction marks and other characters nobody sees (pasted from documents). */
function withoutMarks(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .trim()
}

function digitsOf(text: string): Asked | undefined {
  if (!/^[+\d][\d\s().\-/]*$/.test(text)) return undefined
  const digits = text.replace(/\D/g, '')
  if (/^[1-9]\d{10}$/.test(digits) && !text.startsWith('+') && !/^90\d{9}$/.test(digits))
    return { kind: 'national_id', number: digits, isRight: hasRightCheckDigits(digits) }
  const key = phoneKey(text)
  if (key !== null) return { kind: 'phone', key }
  if (text.includes('/')) return undefined // a door or a street: 2451/3
  return { kind: 'number', number: digits, isDigits: true }
}

/** File and reference numbers: S00000001, CIM-2026-123, ABCD-EFGH-JKLM. */
function codeOf(text: string): Asked | undefined {
  const compact = text.replace(/\s*-\s*/g, '-')
  const looksSo = /^[A-Za-z]{1,6}-?\d[\w-]*$/.test(compact) || /^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/i.test(compact)
  return looksSo ? { kind: 'number', number: compact.toUpperCase(), isDigits: false } : undefined
}

function addressOf(text: string, thisYear: number): Asked | undefined {
  const words = turkishKey(text.replace(/[:;,]/g, ' ')).split(' ').slice(0, 12)
  const at = words.findLastIndex(word => STREET_WORDS.has(word))
  const lastNumber = words.findLastIndex(word => /^\d+(\/\w+)?$/.test(word))
  if (at > 0) return { kind: 'address', ...readStreet(words, at) }
  const isYear = lastNumber >= 0 && birthYear(words[lastNumber], thisYear) !== null
  if (lastNumber <= 0 || isYear) return undefined
  return { kind: 'address', ...readBare(words, lastNumber) }
}

/** "karsiyaka gul sokak no 12 daire 3": before the kind of street its name, after it the door, the flat and the place. */
function readStreet(words: readonly string[], at: number) {
  const before = words.slice(0, at)
  const { door, flat, rest } = readDoor(words.slice(at + 1))
  const streets: StreetGuess[] = []
  for (let from = 0; from < before.length; from++)
    streets.push({
      street: [...before.slice(from), words[at]].join(' '),
      place: [...before.slice(0, from), ...rest].join(' '),
    })
  return { streets, door, flat }
}

/** "gul 12 karsiyaka": no kind of street said. */
function readBare(words: readonly string[], at: number) {
  const { door, flat, rest } = readDoor(words.slice(at))
  const name = words.slice(0, at).filter(word => !DOOR_WORDS.has(word))
  const streets = name.map((_, from) => ({
    street: name.slice(from).join(' '),
    place: [...name.slice(0, from), ...rest].join(' '),
  }))
  return { streets, door, flat }
}

function readDoor(words: readonly string[]): { door: string | null; flat: string | null; rest: string[] } {
  const rest: string[] = []
  let [door, flat]: (string | null)[] = [null, null]
  let isFlat = false
  for (const word of words) {
    if (DOOR_WORDS.has(word)) isFlat = false
    else if (FLAT_WORDS.has(word)) isFlat = true
    else if (/^\d+[a-z]?(\/\w+)?$/.test(word)) {
      if (isFlat || door !== null) flat ??= word
      else door = word
    } else if (/^[a-z]$/.test(word) && door !== null && flat === null) door += `/${word}`
    else rest.push(word)
  }
  return { door: door ?? null, flat: flat ?? null, rest }
}

function nameOf(text: string, thisYear: number): Asked {
  const words = turkishKey(text).replace(/\//g, ' ').split(' ').filter(Boolean)
  const year = words.map(word => birthYear(word, thisYear)).find(one => one !== null) ?? null
  return { kind: 'name', words: words.filter(word => word !== String(year)).slice(0, MOST_WORDS), birthYear: year }
}

function birthYear(word: string | undefined, thisYear: number): number | null {
  const year = /^\d{4}$/.test(word ?? '') ? Number(word) : Number.NaN
  return year >= thisYear - 120 && year <= thisYear ? year : null
}
