import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { AttachmentQuery, Attachments, MediaType } from './attachment.contract.ts'
import { findAttachment, listAttachments, readContent } from './attachment.queries.ts'

export type Bytes = Readonly<{ content: Buffer; mediaType: MediaType; fileName: string }>

/** The bytes of an attachment; the look is written down. @throws not-found, also when it was removed */
export async function showContent(trx: Trx, actor: Actor, id: number, which: 'content' | 'thumbnail'): Promise<Bytes> {
  const attachment = await findAttachment(trx, id)
  if (!attachment || attachment.removed) throw problem('not-found')
  const content = await readContent(trx, id, which)
  if (!content) throw problem('not-found')
  await auditDeed(trx, actor, {
    action: 'attachment.read',
    subject: { type: 'attachment', id },
    ground: actor.role,
    detail: { household: attachment.householdId, ...(which === 'thumbnail' ? { thumbnail: true } : {}) },
  })
  const mediaType = which === 'thumbnail' ? 'image/jpeg' : attachment.mediaType
  return { content, mediaType, fileName: attachment.fileName }
}

/** What there is, without content; removed ones with their reason. Their names tell of people: the look is written down. */
export async function showAttachments(trx: Trx, actor: Actor, of: AttachmentQuery): Promise<Attachments> {
  const items = await listAttachments(trx, of)
  if (items.length > 0)
    await auditDeed(trx, actor, {
      action: 'attachment.list',
      subject: { type: 'household', id: items[0]?.householdId ?? null },
      ground: 'casework',
      detail: { ...of },
    })
  return { items }
}
