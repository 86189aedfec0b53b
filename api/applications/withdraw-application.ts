import type { Trx } from '../platform/database.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { ApplicationView, Withdraw } from './application.contract.ts'
import { setWithdrawn } from './change.queries.ts'
import { assertOpen, getLocked } from './get-locked.ts'
import { viewApplication } from './show-application.ts'

/** The applicant takes the application back. @throws not-found, conflict, closed */
export async function withdrawApplication(
  trx: Trx,
  actor: Actor,
  id: number,
  said: Withdraw,
): Promise<ApplicationView> {
  const application = await getLocked(trx, id, said.version)
  assertOpen('withdraw', application, actor)
  await setWithdrawn(trx, id, said.reason)
  await auditDeed(trx, actor, {
    action: 'application.withdraw',
    subject: { type: 'application', id },
    detail: { from: application.status, to: 'withdrawn' },
  })
  return viewApplication(trx, actor, id)
}
