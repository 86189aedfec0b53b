import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { ApplicationView, ChangeDocument } from './application.contract.ts'
import { isAttachmentOf, setDocument, touch } from './change.queries.ts'
import { assertChangeable, getLocked } from './get-locked.ts'
import { viewApplication } from './show-application.ts'

type Which = Readonly<{ id: number; code: string }>

/** Says how far a paper is: seen, attached, waived with a reason, or missing after all. @throws not-found, conflict, closed */
export async function changeDocument(
  trx: Trx,
  actor: Actor,
  { id, code }: Which,
  change: ChangeDocument,
): Promise<ApplicationView> {
  const application = await getLocked(trx, id, change.version)
  assertChangeable(application)
  if (change.state === 'attached' && !(await isAttachmentOf(trx, change.attachmentId, application.household_id)))
    throw problem('not-found', 'attachmentId', { attachmentId: change.attachmentId })
  if (!(await setDocument(trx, actor, { applicationId: id, code, change }))) throw problem('not-found', code, { code })
  await touch(trx, id)
  await auditDeed(trx, actor, {
    action: 'document.change',
    subject: { type: 'application', id },
    detail: { code, state: change.state },
  })
  return viewApplication(trx, actor, id)
}
