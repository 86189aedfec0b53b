import type { Trx } from '../platform/database.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { attempt } from './attempt.queries.ts'
import { findDuplicatesOf } from './find-duplicates.ts'

/**
 * Looks whether a file that was made or changed is somebody's second one; pairs found become tasks. What goes wrong here
 * undoes nothing of the deed it follows; it is written down.
 * @returns pairs found
 */
export async function lookForDuplicates(trx: Trx, actor: Actor, householdId: number): Promise<number> {
  const found = await attempt(trx, () => findDuplicatesOf(trx, householdId))
  if (typeof found === 'number') return found
  const { code = 'unknown' } = found.failed as { code?: string }
  await auditDeed(trx, actor, {
    action: 'duplicate.not_searched',
    subject: { type: 'household', id: householdId },
    detail: { code },
  })
  return 0
}
