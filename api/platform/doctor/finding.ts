import type { Config } from '../config.ts'
import type { Database } from '../database.ts'

type Both = Readonly<{ tr: string; en: string }>

/** What one check found, and how to mend it where something is amiss. */
export type Finding = Readonly<{ check: string; state: 'ok' | 'warn' | 'fail'; says: Both; mend: Both | null }>

/** A check looks at one thing; those on the database get it open. */
export type Check<Context> = (context: Context) => Finding | Promise<Finding>
export type Machine = Readonly<{ config: Config; root: string }>
export type Opened = Readonly<{ config: Config; db: Database }>

export function ok(check: string, tr: string, en: string): Finding {
  return { check, state: 'ok', says: { tr, en }, mend: null }
}

/** Something amiss: `says` and `mend` as [Turkish, English]. */
export function amiss(
  state: 'warn' | 'fail',
  check: string,
  text: Readonly<{ says: readonly [string, string]; mend: readonly [string, string] }>,
): Finding {
  const { says, mend } = text
  return { check, state, says: { tr: says[0], en: says[1] }, mend: { tr: mend[0], en: mend[1] } }
}
