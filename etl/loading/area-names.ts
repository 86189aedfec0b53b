import { turkishKey, upperTurkish } from '../../api/platform/turkish.ts'
import { properName } from '../reading/values.ts'

const SUFFIX = /\s+(mahallesi|mahalle|mah\.?|mh\.?|köyü|ilçesi)$/iu

/** Name of a district or neighbourhood as it is kept: Turkish title case, without "Mahallesi". */
export function areaName(raw: string): string {
  const name = properName(raw.trim())
  const bare = name.replace(SUFFIX, '')
  return bare === '' ? name : bare
}

/**
 * Whether a file's spelling should replace the one kept: not when it is the same name in capitals or without its Turkish
 * letters ("KONAK", "Cigli").
 */
export function isBetterName(kept: string, offered: string): boolean {
  if (kept === offered) return false
  if (turkishKey(kept) !== turkishKey(offered)) return true
  const letters = (name: string) => (name.match(/[^\p{ASCII}]/gu) ?? []).length
  return letters(offered) > letters(kept) || (kept === upperTurkish(kept) && offered !== upperTurkish(offered))
}
