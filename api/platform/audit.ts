import type { Trx } from './database.ts'
import type { Role } from './role.ts'

/** What is written down about a deed; `detail` never holds more personal data than proves it. */
export type AuditEvent = Readonly<{
  officerId: number | null
  actingRole: Role | 'system'
  /** thing.verb, as `session.open`. */
  action: string
  /** Table and key of the thing. */
  subject: { type: string; id: string | number | null }
  ground?: string
  detail?: Record<string, unknown>
  /** Client-made id, so that a retry is one event. */
  requestId?: string
}>

/** Adds an event to the audit, in the transaction of the deed. */
export async function appendAudit(trx: Trx, event: AuditEvent): Promise<void> {
  await trx
    .insertInto('audit_event')
    .values({
      officer_id: event.officerId,
      acting_role: event.actingRole,
      action: event.action,
      subject_type: event.subject.type,
      subject_id: event.subject.id === null ? null : String(event.subject.id),
      ground: event.ground ?? null,
      detail: JSON.stringify(event.detail ?? {}),
      request_id: event.requestId ?? null,
    })
    .execute()
}
