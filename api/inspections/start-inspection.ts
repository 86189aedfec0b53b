import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { currentVersion } from './find-form-definition.ts'
import type { Start, Started } from './inspection.contract.ts'
import { findOpenInspection, insertInspection, lockApplication, moveApplication } from './inspection.queries.ts'

/**
 * Begins the inspection of an application given to the inspector. When a file is given to another inspector the open
 * inspection goes with it (komsu.hand_inspection_over): nothing begins anew.
 * @throws not-found, closed (details.why; started_already with details.inspection), conflict, invalid-input
 */
export async function startInspection(trx: Trx, actor: Actor, start: Start): Promise<Started> {
  const application = await lockApplication(trx, start.applicationId)
  if (!application) throw problem('not-found')
  if (application.assignedOfficerId !== actor.officer.id) throw problem('closed', '', { why: 'not_yours' })
  if (application.version !== start.version) throw problem('conflict', '', { current: application.version })
  if (start.visitedOn > today()) throw futureVisit(actor.language)
  const open = await findOpenInspection(trx, start.applicationId)
  if (open) throw problem('closed', '', { why: 'started_already', inspection: open.id })
  const started = await begin(trx, actor, start, application)
  await auditDeed(trx, actor, {
    action: 'inspection.start',
    subject: { type: 'inspection', id: started.id },
    detail: { application: start.applicationId, mode: start.mode },
  })
  return started
}

type Application = NonNullable<Awaited<ReturnType<typeof lockApplication>>>

async function begin(trx: Trx, actor: Actor, start: Start, application: Application): Promise<Started> {
  if (!['assigned', 'in_inspection'].includes(application.status)) throw problem('closed', '', { why: 'wrong_state' })
  const started = await insertInspection(trx, {
    requestId: actor.requestId,
    applicationId: start.applicationId,
    householdId: application.householdId,
    inspectorId: actor.officer.id,
    secondInspectorId: application.secondOfficerId,
    visitedOn: start.visitedOn,
    mode: start.mode,
    phoneReason: start.mode === 'telephone' ? (start.phoneReason ?? null) : null,
    formVersion: await currentVersion(trx, start.visitedOn),
  })
  if (application.status === 'assigned') await moveApplication(trx, start.applicationId, 'in_inspection')
  return started
}

/** The day in the city, ISO. */
export function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Istanbul' })
}

/** A visit that has not been made yet. */
export function futureVisit(language: 'tr' | 'en') {
  const message = { tr: 'Ziyaret günü ileri bir tarih olamaz', en: 'The visit cannot lie in the future' }[language]
  return problem('invalid-input', message, { where: 'body', fields: [{ field: 'visitedOn', why: message }] })
}
