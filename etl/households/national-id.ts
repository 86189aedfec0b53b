import type { Cell } from '../reading/reading.contract.ts'

/** Eleven digits of a cell that may be a number or spaced text, or null. */
export function nationalIdDigits(cell: Cell): string | null {
  const text = String(cell ?? '')
    .replace(/[\s.]+/g, '')
    .replace(/^(\d{11})0$/, '$1')
  return /^[1-9]\d{10}$/.test(text) ? text : null
}

/**
 * Whether a T.C. kimlik no (or foreigner's no, 99…) has right check digits: the tenth is 7 × (odd places) − (even places)
 * modulo 10, the eleventh the sum of the ten modulo 10.
 */
export function isNationalId(digits: string): boolean {
  const d = [...digits].map(Number)
  const at = (...places: number[]) => places.reduce((sum, place) => sum + (d[place - 1] ?? 0), 0)
  const tenth = (((at(1, 3, 5, 7, 9) * 7 - at(2, 4, 6, 8)) % 10) + 10) % 10
  return d.length === 11 && d[0] !== 0 && d[9] === tenth && d[10] === at(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) % 10
}
