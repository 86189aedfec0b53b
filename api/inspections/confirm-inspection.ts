import type { Trx } from '../platform/database.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { Moved, Send } from './inspection.contract.ts'
import { addControl, saveConfirmed } from './inspection-writes.queries.ts'
import { lockFor } from './open-form.ts'

/** The second inspector confirms the answers as they stand; a later change of an answer asks them again. */
export async function confirmInspection(trx: Trx, actor: Actor, id: number, body: Send): Promise<Moved> {
  const row = await lockFor(trx, actor, { id, action: 'confirm', version: body.version })
  await addControl(trx, {
    requestId: actor.requestId,
    inspectionId: id,
    action: 'confirm',
    officerId: actor.officer.id,
    note: body.note,
  })
  const version = await saveConfirmed(trx, id)
  await auditDeed(trx, actor, { action: 'inspection.confirm', subject: { type: 'inspection', id } })
  return { id, version, control: row.control }
}
