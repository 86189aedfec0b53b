import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

/** Does something that may fail without failing what was done before it: what it changed is taken back then. */
export async function attempt<T>(trx: Trx, work: () => Promise<T>): Promise<T | { failed: unknown }> {
  await sql`savepoint attempt`.execute(trx)
  try {
    const answer = await work()
    await sql`release savepoint attempt`.execute(trx)
    return answer
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(trx)
    return { failed: error }
  }
}
