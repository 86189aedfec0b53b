/** T.C. kimlik no as it is typed. Pure. */
import { hasRightCheckDigits } from '../../api/platform/national-id.ts'

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
  return hasRightCheckDigits(text) ? null : 'checksum'
}
