/** Values of a field as they came, made ready for comparing: numbered, so that equal ones are compared once. Pure. */
import { lowerTurkish } from '../platform/turkish.ts'
import type { Kind, Ready } from './levels.rules.ts'
import { idDigits } from './national-id.rules.ts'
import { nameWords, usualName } from './turkish-name.rules.ts'

/** The different values of a field and which of them each record has, −1 for none. */
export type Column = Readonly<{ values: readonly Ready[]; of: Int32Array; counts: readonly number[] }>

/** Columns that share a numbering can be compared with each other: names swapped between two fields. */
export type Numbering = Readonly<{ index: Map<string, number>; values: Ready[] }>

export function newNumbering(): Numbering {
  return { index: new Map(), values: [] }
}

/** Reads one field of all records. Empty text, null, and what the kind cannot read (a filler T.C. no) are missing. */
export function readColumn(raw: readonly unknown[], kind: Kind, numbering = newNumbering()): Column {
  const { index: known, values } = numbering
  const counts: number[] = []
  const of = Int32Array.from(raw, value => {
    const ready = READERS[kind](value)
    if (!ready) return -1
    const index = known.get(ready.text) ?? values.push(ready) - 1
    known.set(ready.text, index)
    counts[index] = (counts[index] ?? 0) + 1
    return index
  })
  return { values, of, counts }
}

const READERS: Readonly<Record<Kind, (value: unknown) => Ready | null>> = {
  exact: value => readyText(plainText(value)),
  name: value => {
    const words = nameWords(asText(value))
    return words.length === 0 ? null : { text: words.join(''), words, usual: usualName(words) }
  },
  date: value => readyText(dateDigits(value)),
  'national-id': value => readyText(idDigits(asText(value))),
  place: value => readyParts(asText(value), '/'),
  'any-of': value => readyParts(asText(value), ' '),
}

function readyParts(text: string, between: string): Ready | null {
  return text === '' ? null : { text, words: text.split(between), usual: text }
}

function readyText(text: string | null): Ready | null {
  return text ? { text, words: [], usual: text } : null
}

/** Text as compared by `exact`: NFC, Turkish lower case, blanks drawn together. Objects and lists are their JSON. */
function plainText(value: unknown): string {
  return lowerTurkish(asText(value).normalize('NFC')).replace(/\s+/g, ' ').trim()
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** A day as YYYYMMDD from 1980-05-17, 17.05.1980, 17/5/1980 or 19800517; other text as its digits; null for nothing. */
export function dateDigits(value: unknown): string | null {
  const text = asText(value).trim()
  const turkish = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  const iso = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?:[T ].*)?$/.exec(text)
  const [year, month, day] = turkish ? [turkish[3], turkish[2], turkish[1]] : iso ? iso.slice(1) : []
  const digits = year ? `${year}${month?.padStart(2, '0')}${day?.padStart(2, '0')}` : text.replace(/\D/g, '')
  return /^0*$/.test(digits) ? null : digits
}
