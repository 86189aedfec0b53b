import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { Attachment } from './attachment.contract.ts'
import { findAttachment, markRemoved, setCaption } from './attachment.queries.ts'

/** Marks an attachment as removed, with the reason: never deleted, no longer shown. @throws not-found, closed */
export async function removeAttachment(trx: Trx, actor: Actor, id: number, reason: string): Promise<Attachment> {
  await refuseGone(trx, id)
  if (!(await markRemoved(trx, { id, officerId: actor.officer.id, reason })))
    throw problem('closed', '', { why: 'not_yours' })
  await auditDeed(trx, actor, { action: 'attachment.remove', subject: { type: 'attachment', id }, detail: { reason } })
  return getAttachment(trx, id)
}

/** Says what a photo shows. @throws not-found, closed */
export async function captionAttachment(trx: Trx, actor: Actor, id: number, caption: string): Promise<Attachment> {
  await refuseGone(trx, id)
  if (!(await setCaption(trx, id, caption))) throw problem('closed', '', { why: 'not_yours' })
  await auditDeed(trx, actor, { action: 'attachment.caption', subject: { type: 'attachment', id } })
  return getAttachment(trx, id)
}

async function refuseGone(trx: Trx, id: number): Promise<void> {
  if ((await getAttachment(trx, id)).removed) throw problem('closed', '', { why: 'removed_already' })
}

async function getAttachment(trx: Trx, id: number): Promise<Attachment> {
  const found = await findAttachment(trx, id)
  if (!found) throw problem('not-found')
  return found
}
