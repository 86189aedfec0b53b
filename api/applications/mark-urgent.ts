import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { ApplicationView, MarkUrgent } from './application.contract.ts'
import { isOpen } from './application.workflow.ts'
import { setUrgent } from './change.queries.ts'
import { getLocked } from './get-locked.ts'
import { viewApplication } from './show-application.ts'

/** Marks an open application as urgent (19.11), or no longer. @throws not-found, conflict, closed */
export async function markUrgent(trx: Trx, actor: Actor, id: number, said: MarkUrgent): Promise<ApplicationView> {
  const application = await getLocked(trx, id, said.version)
  if (!isOpen(application.status)) throw problem('closed', '', { why: 'wrong_state' })
  await setUrgent(trx, id, said.isUrgent)
  await auditDeed(trx, actor, {
    action: 'application.urgent',
    subject: { type: 'application', id },
    detail: { isUrgent: said.isUrgent, reason: said.reason },
  })
  return viewApplication(trx, actor, id)
}
