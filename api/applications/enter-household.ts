import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { type File, lockHousehold, openFile } from './application.queries.ts'

/**
 * Opens the file of a household somebody applies for (the petition is the ground, kept with it) and holds it, so that it is
 * not joined to another one meanwhile.
 * @throws not-found, own-relative, closed (why: household_dissolved; details.joinedInto)
 */
export async function enterHousehold(trx: Trx, id: number): Promise<File> {
  try {
    await openFile(trx, id, 'petition_received')
  } catch (error) {
    throw asProblem(error)
  }
  const file = await lockHousehold(trx, id)
  if (!file) throw problem('not-found')
  if (file.joined_into_id !== null || file.dissolved_on !== null)
    throw problem('closed', '', { why: 'household_dissolved', joinedInto: file.joined_into_id })
  return file
}

function asProblem(error: unknown): unknown {
  const { code, hint } = error as { code?: string; hint?: string }
  if (code === 'P0002') return problem('not-found')
  return code === '42501' && hint === 'own-relative' ? problem('own-relative') : error
}
