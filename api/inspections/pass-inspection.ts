import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { scoreInspection } from '../scores/score-inspection.ts'
import { unaskedTopics } from '../scores/unasked-topics.rules.ts'
import type { Pass, Passed } from './inspection.contract.ts'
import { addControl, listProposals, savePassed } from './inspection-writes.queries.ts'
import { lockFor, workOut } from './open-form.ts'
import { writeFacts } from './write-facts.ts'

/** Who belongs to the household bears on income per head: these are decided before the file is scored. */
const OF_PEOPLE = ['person_add', 'person_leave']

/**
 * The chief passes the inspection on: what it found becomes facts of the household and the file is scored.
 * @throws not-found, closed (details.why; proposals_open with details.proposals), conflict
 */
export async function passInspection(trx: Trx, actor: Actor, id: number, body: Pass): Promise<Passed> {
  const row = await lockFor(trx, actor, { id, action: 'control', version: body.version })
  if (!body.despiteProposals) await refuseUndecided(trx, row.applicationId)
  const { definition, evaluation } = await workOut(trx, row)
  await addControl(trx, {
    requestId: actor.requestId,
    inspectionId: id,
    action: 'pass',
    officerId: actor.officer.id,
    note: body.note,
  })
  const facts = await writeFacts(trx, actor, row, evaluation)
  const version = await savePassed(trx, id, actor.officer.id)
  await auditDeed(trx, actor, {
    action: 'inspection.pass',
    subject: { type: 'inspection', id },
    detail: { application: row.applicationId, ...facts },
  })
  const unasked = unaskedTopics(definition, evaluation.missing)
  const { total, low, high, minimum, schemeVersion, status } = await scoreInspection(trx, actor, id, unasked)
  return { id, version, facts, score: { total, low, high, minimum, schemeVersion }, status }
}

async function refuseUndecided(trx: Trx, applicationId: number): Promise<void> {
  const proposals = await listProposals(trx, applicationId)
  const open = proposals.filter(one => one.state === 'open' && OF_PEOPLE.includes(one.kind)).map(one => one.id)
  if (open.length > 0) throw problem('closed', '', { why: 'proposals_open', proposals: open })
}
