/** T.C. kimlik no as it is typed. Pure. */

export type NationalIdProblem = 'letters' | 'length' | 'zero' | 'checksum'

/** What is typed or pasted without spaces and points. */
export function nationalIdText(text: string): string {
  return text.replace(/[\s.\-\u200e\u200f]+/g, '')
}

/**
 * Why a number cannot be a T.C. identity number, a foreigner's number (99…) or a synthetic one (8…), all of which carry
 * the same two check digits; null when it can.
 */
export function nationalIdProblem(text: string): NationalIdProblem | null {
  if (!/^\d*$/.test(text)) return 'letters'
  if (text.length !== 11) return 'length'
  if (text.startsWith('0')) return 'zero'
  return hasCheckDigits(text) ? null : 'checksum'
}

/** The tenth digit is 7 × (odd places) − (even places) modulo 10, the eleventh the sum of the ten modulo 10. */
function hasCheckDigits(digits: string): boolean {
  const d = [...digits].map(Number)
  const sum = (places: readonly number[]) => places.reduce((total, place) => total + (d[place - 1] ?? 0), 0)
  const tenth = (((sum([1, 3, 5, 7, 9]) * 7 - sum([2, 4, 6, 8])) % 10) + 10) % 10
  return d[9] === tenth && d[10] === sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) % 10
}
