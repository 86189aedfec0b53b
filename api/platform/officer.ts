import { sql } from 'kysely'
import type { Database, Trx } from './database.ts'
import type { Role } from './role.ts'

/** Who acts in a request: one officer in one of their roles. */
export type Officer = Readonly<{ id: number; username: string; displayName: string; roles: readonly Role[] }>

/**
 * Runs `work` in one transaction as an officer acting in one role: the database role is `komsu_<role>` and row-level
 * security knows whose transaction it is. Commits when `work` resolves, rolls back when it throws.
 * @throws RangeError when the officer does not hold the role
 */
export function asOfficer<T>(
  db: Database,
  who: { officer: Officer; role: Role },
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  if (!who.officer.roles.includes(who.role))
    throw new RangeError(`officer ${who.officer.id} does not act as ${who.role}`)
  return db.kysely.transaction().execute(async trx => {
    await become(trx, who.role, who.officer.id)
    return work(trx)
  })
}

/** Sets the database role and the officer of an open transaction (both end with it). */
export async function become(trx: Trx, role: Role, officerId: number): Promise<void> {
  await sql`select set_config('role', ${`komsu_${role}`}, true), set_config('komsu.officer_id', ${String(officerId)}, true)`.execute(
    trx,
  )
}

/**
 * Runs `work` in one transaction as one of the roles no officer holds: `gate` (sign-in), `map` (published figures and
 * tiles), `publisher` (the publish job), `counter` (the public application form) or `scorer` (facts without names).
 */
export function asService<T>(
  db: Database,
  role: 'gate' | 'map' | 'publisher' | 'counter' | 'scorer',
  work: (trx: Trx) => Promise<T>,
): Promise<T> {
  return db.kysely.transaction().execute(async trx => {
    await sql`select set_config('role', ${`komsu_${role}`}, true), set_config('komsu.officer_id', '', true)`.execute(
      trx,
    )
    return work(trx)
  })
}

/** Runs `work` in one transaction as the login itself: for migrations, imports and the generator, never for a request. */
export function asOwner<T>(db: Database, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.kysely.transaction().execute(work)
}
