import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { FalseStatement, Passed } from './inspection.contract.ts'
import { closeApplication } from './inspection.queries.ts'
import { addControl, savePassed } from './inspection-writes.queries.ts'
import { lockFor, workOut } from './open-form.ts'
import { today } from './start-inspection.ts'
import { writeFacts } from './write-facts.ts'

/**
 * The chief rules that the statement was false (19.12): the application ends as ineligible, unscored, with the reason the
 * applicant is told and may appeal. Only where the inspector wrote such a finding and what it rests on; what was found is
 * written down all the same.
 * @throws not-found, closed (details.why; no_finding), conflict
 */
export async function findFalseStatement(trx: Trx, actor: Actor, id: number, body: FalseStatement): Promise<Passed> {
  const row = await lockFor(trx, actor, { id, action: 'control', version: body.version })
  const { evaluation } = await workOut(trx, row)
  if (!evaluation.marks.isFalseStatement) throw problem('closed', '', { why: 'no_finding' })
  await addControl(trx, {
    requestId: actor.requestId,
    inspectionId: id,
    action: 'pass',
    officerId: actor.officer.id,
    note: body.reason,
  })
  const facts = await writeFacts(trx, actor, row, evaluation)
  const version = await savePassed(trx, id, actor.officer.id)
  await closeApplication(trx, row.applicationId, 'ineligible', today())
  await auditDeed(trx, actor, {
    action: 'application.find_false_statement',
    subject: { type: 'application', id: row.applicationId },
    detail: { inspection: id, reason: body.reason },
  })
  return { id, version, facts, score: null, status: 'ineligible' }
}
