import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type { OpenFile } from './household.contract.ts'
import { refuseFaults } from './refuse.ts'
import { openOn } from './with-file.ts'

/**
 * Opens a file on a ground for three hours; the database audits it. A reason in words is needed where no petition or call
 * stands behind it.
 * @throws not-found, own-relative, not-allowed (ground not of this role), invalid-input
 */
export async function openHousehold(
  trx: Trx,
  actor: Actor,
  { id, ground, reason }: OpenFile & { id: number },
): Promise<{ id: number; until: string }> {
  const words = reason?.trim() || null
  if (ground === 'duplicate_check' && words === null) refuseFaults(actor, [{ field: 'reason', code: 'reason_missing' }])
  const until = await openOn(trx, id, ground, words)
  return { id, until: until.toISOString() }
}
