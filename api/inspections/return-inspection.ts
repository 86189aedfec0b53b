import type { Trx } from '../platform/database.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { Moved, Return } from './inspection.contract.ts'
import { addControl, saveReturned, tellOfficer } from './inspection-writes.queries.ts'
import { lockFor } from './open-form.ts'

/** The chief gives the inspection back with questions; the inspector is told. @throws not-found, closed, conflict */
export async function returnInspection(trx: Trx, actor: Actor, id: number, body: Return): Promise<Moved> {
  const row = await lockFor(trx, actor, { id, action: 'control', version: body.version })
  await addControl(trx, {
    requestId: actor.requestId,
    inspectionId: id,
    action: 'return',
    officerId: actor.officer.id,
    note: body.note,
    questions: body.questions,
  })
  const version = await saveReturned(trx, id)
  if (row.inspectorId !== null)
    await tellOfficer(trx, {
      officerId: row.inspectorId,
      kind: 'returned',
      inspectionId: id,
      detail: { questions: body.questions.length },
    })
  await auditDeed(trx, actor, {
    action: 'inspection.return',
    subject: { type: 'inspection', id },
    detail: { questions: body.questions.length },
  })
  return { id, version, control: 'returned' }
}
