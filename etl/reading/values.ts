import { lowerTurkish, upperTurkish } from '../../api/platform/turkish.ts'
import type { Cell } from './reading.contract.ts'

/** Whole number, also with Turkish thousands ("1.234"); null when it is none. */
export function parseInteger(cell: Cell): number | null {
  if (typeof cell === 'number') return Number.isSafeInteger(cell) ? cell : null
  if (typeof cell !== 'string') return null
  const text = cell.trim()
  const plain = /^[+-]?\d{1,3}(\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text.replace(/[.,]0+$/, '')
  return /^[+-]?\d+$/.test(plain) && Number.isSafeInteger(Number(plain)) ? Number(plain) : null
}

const LARGEST_CODE = 9_000_000_000 // above lie our own ids (sequence komsu.area_id_seq)

/** Registry code of a district, neighbourhood or street; null when it is none. */
export function parseAreaCode(cell: Cell): number | null {
  const code = parseInteger(cell)
  return code !== null && code > 0 && code <= LARGEST_CODE ? code : null
}

/** Decimal number with point or comma; null when it is none. */
export function parseDecimal(cell: Cell): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null
  if (typeof cell !== 'string' || !/^[+-]?\d+([.,]\d+)?$/.test(cell.trim())) return null
  return Number(cell.trim().replace(',', '.'))
}

/**
 * Amount of money in kuruş: "1.234,56", "1234,5", "1,234.56", "1.234" (thousands, as in Turkish), "₺ 500 TL", 500.25.
 * Null when it is none, negative, or "1,234", which may mean two things.
 */
export function parseKurus(cell: Cell): number | null {
  if (typeof cell === 'number') return cell >= 0 && Number.isFinite(cell) ? Math.round(cell * 100) : null
  if (typeof cell !== 'string') return null
  const text = cell.replace(/₺|TL|TRY|\s/gi, '')
  const turkish = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$|^\d+(,\d{1,2})?$/.test(text)
  const english = /^\d{1,3}(,\d{3})+\.\d{1,2}$|^\d+\.\d{1,2}$/.test(text)
  if (!turkish && !english) return null
  const plain = turkish ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '')
  return Math.round(Number(plain) * 100)
}

/** ISO day of "21.11.2026", "21/11/2026", "2026-11-21…" or an Excel day number; null when it is no day of the calendar. */
export function parseDay(cell: Cell): string | null {
  if (typeof cell === 'number')
    return cell > 3650 && cell < 80_000
      ? new Date(Date.UTC(1899, 11, 30 + Math.floor(cell))).toISOString().slice(0, 10)
      : null
  if (typeof cell !== 'string') return null
  const text = cell.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})([T ].*)?$/.exec(text)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const turkish = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})([ T].*)?$/.exec(text)
  return turkish ? dayOf(turkish[3], turkish[2], turkish[1]) : null
}

function dayOf(year = '', month = '', day = ''): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text ? text : null
}

/** Text of a cell, or null when empty. */
export function parseText(cell: Cell): string | null {
  if (cell === null) return null
  const text = String(cell).trim()
  return text === '' ? null : text
}

const SMALL_WORDS = new Set(['ve', 'ile'])

/** A name written all in capitals in Turkish title case ("KÂZIM KARABEKİR" → "Kâzım Karabekir"); others as they are. */
export function properName(name: string): string {
  if (name !== upperTurkish(name) || name === lowerTurkish(name)) return name
  return lowerTurkish(name).replace(/\p{L}+/gu, (word, at: number) =>
    at > 0 && SMALL_WORDS.has(word) ? word : upperTurkish(word.charAt(0)) + word.slice(1),
  )
}

/** A person's value for a report: its first and last character, the rest covered. */
export function masked(cell: Cell): Cell {
  if (cell === null || typeof cell === 'boolean') return cell
  const text = String(cell)
  return text.length <= 3
    ? '•'.repeat(text.length)
    : `${text.charAt(0)}${'•'.repeat(Math.min(9, text.length - 2))}${text.at(-1)}`
}
