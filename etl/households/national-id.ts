import type { Cell } from '../reading/reading.contract.ts'

/** Eleven digits of a cell that may be a number or spaced text, or null. */
export function nationalIdDigits(cell: Cell): string | null {
  const text = String(cell ?? '')
    .replace(/[\s.]+/g, '')
    .replace(/^(\d{11})0$/, '$1')
  return /^[1-9]\d{10}$/.test(text) ? text : null
}
