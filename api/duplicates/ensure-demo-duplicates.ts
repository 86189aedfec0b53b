import type { Database } from '../platform/database.ts'
import { asOwner } from '../platform/officer.ts'
import { findDuplicatesOf } from './find-duplicates.ts'
import { listPlantedSeconds } from './run.queries.ts'

/** Second files of the demo city that are looked at; a city of any size has its list in seconds. */
const MOST = 300

/**
 * The demo city's second files are looked at as if each had just been entered at the counter: what is found becomes a task.
 * A real registry is walked through by `komsu find-duplicates`.
 * @returns how many tasks are new
 */
export async function ensureDemoDuplicates(db: Database): Promise<number> {
  const files = await asOwner(db, trx => listPlantedSeconds(trx, MOST))
  let found = 0
  for (const id of files) found += await asOwner(db, trx => findDuplicatesOf(trx, id))
  return found
}
