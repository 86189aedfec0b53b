import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { NewAbsence } from './activities.contract.ts'
import {
  countOpenFiles,
  endAbsence,
  findOverlap,
  insertAbsence,
  listInspectors,
  lockAbsences,
} from './inspectors.queries.ts'

/**
 * Enters the days an inspector is away; says how many files are open with them, since nothing is handed on by itself.
 * @throws not-found for nobody's inspector, closed (why: overlaps)
 */
export async function recordAbsence(
  trx: Trx,
  actor: Actor,
  absence: NewAbsence,
): Promise<{ id: number; openFiles: number }> {
  const inspectors = await listInspectors(trx, absence.from)
  if (!inspectors.some(one => one.id === absence.officerId)) throw problem('not-found')
  await lockAbsences(trx, absence.officerId)
  if (await findOverlap(trx, absence)) throw problem('closed', '', { why: 'overlaps' })
  const id = await insertAbsence(trx, { ...absence, requestId: actor.requestId ?? '', recordedBy: actor.officer.id })
  const { officerId, from, to, kind } = absence
  await auditDeed(trx, actor, {
    action: 'absence.record',
    subject: { type: 'officer_absence', id },
    detail: { officerId, from, to, kind },
  })
  return { id, openFiles: await countOpenFiles(trx, officerId) }
}

/** Takes an absence back. @throws not-found when it is none of the actor's inspectors', or was taken back before */
export async function cancelAbsence(trx: Trx, actor: Actor, id: number): Promise<{ id: number }> {
  if (!(await endAbsence(trx, id))) throw problem('not-found')
  await auditDeed(trx, actor, { action: 'absence.cancel', subject: { type: 'officer_absence', id } })
  return { id }
}
