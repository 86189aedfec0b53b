import { appendAudit } from '../platform/audit.ts'
import type { Trx } from '../platform/database.ts'
import type { Actor } from './door.ts'

type Deed = Readonly<{
  /** thing.verb */
  action: string
  /** Table and key. */
  subject: { type: string; id: string | number | null }
  /** Ground on which personal data was read. */
  ground?: string
  detail?: Record<string, unknown>
}>

/** Writes a deed or a read of the actor into the audit, in the transaction of the deed. */
export function auditDeed(trx: Trx, actor: Actor, deed: Deed): Promise<void> {
  const { requestId } = actor
  return appendAudit(trx, {
    officerId: actor.officer.id,
    actingRole: actor.role,
    ...deed,
    // One request may be several deeds of a kind (a lasso of files): the subject tells them apart.
    ...(requestId === null ? {} : { requestId: `${requestId}:${deed.subject.id ?? ''}` }),
  })
}
