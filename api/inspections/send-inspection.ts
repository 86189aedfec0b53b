import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { isSame } from './answers.rules.ts'
import type { Evaluation } from './form.rules.ts'
import type { FormProposal } from './form-proposals.rules.ts'
import type { Moved, Send } from './inspection.contract.ts'
import { type InspectionRow, markUrgent, moveApplication } from './inspection.queries.ts'
import { addControl, addProposal, listProposals, saveSent } from './inspection-writes.queries.ts'
import { answersOf, lockFor, workOut } from './open-form.ts'

const REASON = 'Sosyal incelemede görüldü'

/**
 * Sends the inspection to the chief: refused with the list of what is missing or wrong. Corrections of people and
 * requests become proposed changes in the inspector's name; an urgent need marks the application (19.11).
 * @throws not-found, closed, conflict, invalid-input (details.errors: path and words)
 */
export async function sendInspection(trx: Trx, actor: Actor, id: number, body: Send): Promise<Moved> {
  const row = await lockFor(trx, actor, { id, action: 'send', version: body.version })
  const { visit, evaluation } = await workOut(trx, row)
  if (evaluation.errors.length > 0) throw notReady(evaluation, actor.language)
  await addControl(trx, {
    requestId: actor.requestId,
    inspectionId: id,
    action: 'send',
    officerId: actor.officer.id,
    note: body.note,
  })
  await propose(trx, actor, row, evaluation.proposals)
  if (evaluation.marks.isUrgent) await markUrgent(trx, row.applicationId)
  const version = await saveSent(trx, id, { ...answersOf(row), members: visit.members })
  if (row.status === 'in_inspection') await moveApplication(trx, row.applicationId, 'inspected')
  await auditDeed(trx, actor, {
    action: 'inspection.send',
    subject: { type: 'inspection', id },
    detail: { application: row.applicationId, mode: row.mode, urgent: evaluation.marks.isUrgent },
  })
  return { id, version, control: 'awaiting' }
}

function notReady(evaluation: Evaluation, language: 'tr' | 'en') {
  const errors = evaluation.errors.slice(0, 200).map(one => ({ ...one.path, kind: one.kind, why: one.say[language] }))
  const count = evaluation.errors.length
  const words = { tr: `Formda tamamlanacak ${count} yer var`, en: `${count} places of the form need completing` }
  return problem('invalid-input', words[language], { where: 'form', errors })
}

/** Adds what is proposed now and was not yet: after a return the same form is sent again. */
async function propose(trx: Trx, actor: Actor, row: InspectionRow, proposals: readonly FormProposal[]): Promise<void> {
  const before = await listProposals(trx, row.applicationId)
  for (const proposal of proposals) {
    const { kind, person, columns } = proposal
    const personId = person?.startsWith('p') ? Number(person.slice(1)) : null
    const written = kind === 'person_add' ? { ...columns, ref: person } : columns
    const isKnown = before.some(
      one =>
        one.kind === kind && one.personId === personId && isSame(one.proposal, JSON.parse(JSON.stringify(written))),
    )
    if (!isKnown)
      await addProposal(trx, {
        requestId: actor.requestId,
        householdId: row.householdId,
        applicationId: row.applicationId,
        officerId: actor.officer.id,
        reason: REASON,
        proposal,
      })
  }
}
