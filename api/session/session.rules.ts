/** Limits of sign-ins. Pure: figures in, figures out. */

/** A session ends after this, whatever happens: one working day. */
export const SESSION_HOURS = 12
/** … and after this long without a request (OWASP: 15–30 min for high-value, longer for offices; field work pauses). */
export const IDLE_MINUTES = 45
/** Failures are counted over this long. */
export const WINDOW_MINUTES = 15

/** Failed tries of the last WINDOW_MINUTES, and how many seconds ago the newest was. */
export type Tries = Readonly<{ failures: number; newestSecondsAgo: number }>

/** Free tries before the waiting begins. One office shares an address, so an address has more than one person at it. */
const FREE = { person: 5, name: 25, address: 30 } as const

const FIRST_WAIT_S = 30

/**
 * Seconds until the next try may be made; 0: now. After the free tries the wait doubles from 30 s up to the window.
 * `person` is one name from one address, `name` the name from anywhere (its limit is higher, so that a stranger cannot
 * lock an officer out by guessing), `address` any name from there.
 */
export function waitSeconds(tries: Readonly<Record<keyof typeof FREE, Tries>>): number {
  return Math.max(...(Object.keys(FREE) as (keyof typeof FREE)[]).map(kind => waitOf(tries[kind], FREE[kind])))
}

function waitOf({ failures, newestSecondsAgo }: Tries, free: number): number {
  if (failures < free) return 0
  const wait = Math.min(FIRST_WAIT_S * 2 ** Math.min(failures - free, 10), WINDOW_MINUTES * 60)
  return Math.max(0, Math.ceil(wait - newestSecondsAgo))
}

/** The name as accounts are stored; null for what no account can be called. */
export function normalUsername(text: string): string | null {
  const name = text.trim().toLowerCase()
  return /^[a-z0-9._-]{2,60}$/.test(name) ? name : null
}
