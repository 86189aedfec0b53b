import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { currentVersion } from './find-form-definition.ts'
import type { Start, Started } from './inspection.contract.ts'
import {
  findOpenInspection,
  insertInspection,
  lockApplication,
  moveApplication,
  takeOver,
} from './inspection.queries.ts'

/**
 * Begins the inspection of an application given to the inspector, or takes over the open one of a colleague it was given
 * to before, with the answers so far.
 * @throws not-found, closed (details.why), conflict, invalid-input for a visit in the future
 */
export async function startInspection(trx: Trx, actor: Actor, start: Start): Promise<Started> {
  const application = await lockApplication(trx, start.applicationId)
  if (!application) throw problem('not-found')
  if (application.assignedOfficerId !== actor.officer.id) throw problem('closed', '', { why: 'not_yours' })
  if (application.version !== start.version) throw problem('conflict', '', { current: application.version })
  if (start.visitedOn > today()) throw futureVisit()
  const open = await findOpenInspection(trx, start.applicationId)
  const started = open
    ? await continueOpen(trx, actor, open, application.secondOfficerId)
    : await begin(trx, actor, start, application)
  await auditDeed(trx, actor, {
    action: open ? 'inspection.take_over' : 'inspection.start',
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

async function continueOpen(
  trx: Trx,
  actor: Actor,
  open: NonNullable<Awaited<ReturnType<typeof findOpenInspection>>>,
  secondOfficerId: number | null,
): Promise<Started> {
  if (open.control === 'awaiting') throw problem('closed', '', { why: 'wrong_state' })
  if (open.inspectorId === actor.officer.id)
    throw problem('closed', '', { why: 'started_already', inspection: open.id })
  return { id: open.id, version: await takeOver(trx, open.id, actor.officer.id, secondOfficerId) }
}

/** The day in the city, ISO. */
export function today(): string {
  return new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Istanbul' })
}

export function futureVisit() {
  const message = 'Ziyaret günü ileri bir tarih olamaz / The visit cannot lie in the future'
  return problem('invalid-input', message, { where: 'body', fields: [{ field: 'visitedOn', why: message }] })
}
