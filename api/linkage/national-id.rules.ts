/** What the digits of a T.C. kimlik no say. Pure. */

/** Digits of a number as typed ("123 456 789 50"), or null for nothing, for text, and for fillers (0000, 11111111111). */
export function idDigits(value: unknown): string | null {
  const digits = String(value ?? '').replace(/[\s.-]+/g, '')
  return digits === '' || /^(.)\1*$/.test(digits) ? null : digits
}
