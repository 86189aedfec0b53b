/**
 * Whether a T.C. kimlik no has its check digits; so do foreigners' numbers (99…) and synthetic ones (8…). The tenth digit
 * is 7 × (sum of odd places) − (sum of even places) modulo 10, the eleventh the sum of the first ten modulo 10. Pure.
 */
export function hasRightCheckDigits(number: string): boolean {
  if (!/^[1-9]\d{10}$/.test(number)) return false
  const d = [...number].map(Number)
  const sum = (...places: number[]) => places.reduce((total, place) => total + (d[place - 1] ?? 0), 0)
  const tenth = (((sum(1, 3, 5, 7, 9) * 7 - sum(2, 4, 6, 8)) % 10) + 10) % 10
  return d[9] === tenth && d[10] === sum(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) % 10
}
