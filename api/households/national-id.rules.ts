/** T.C. kimlik no, foreigner's no (99…) and synthetic no (8…): all carry the same two check digits. Pure. */

export type NationalIdFault = 'length' | 'checksum'

/** Why eleven digits cannot be anybody's number; null when they can. */
export function whyNoNationalId(text: string): NationalIdFault | null {
  if (!/^[1-9]\d{10}$/.test(text)) return 'length'
  return hasRightCheckDigits(text) ? null : 'checksum'
}

/** The tenth digit is 7 × (odd places) − (even places) modulo 10, the eleventh the sum of the ten modulo 10. */
export function hasRightCheckDigits(digits: string): boolean {
  const d = [...digits].map(Number)
  const sum = (places: readonly number[]) => places.reduce((total, place) => total + (d[place - 1] ?? 0), 0)
  const tenth = (((sum([1, 3, 5, 7, 9]) * 7 - sum([2, 4, 6, 8])) % 10) + 10) % 10
  return d[9] === tenth && d[10] === sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) % 10
}

/** 812******06: enough to compare with a card in the hand, not to copy. */
export function maskNationalId(number: string): string {
  return `${number.slice(0, 3)}******${number.slice(9)}`
}
