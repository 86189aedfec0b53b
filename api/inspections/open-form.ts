import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import type { Actor } from '../rights/door.ts'
import { getFormDefinition } from './find-form-definition.ts'
import { type Evaluation, evaluate } from './form.rules.ts'
import { Answers, NO_ANSWERS, type Visit } from './form-answers.contract.ts'
import type { FormDefinition } from './form-definition.contract.ts'
import { findInspection, type InspectionRow, listMembers, lockInspection } from './inspection.queries.ts'
import {
  type InspectionAction,
  type InspectionStanding,
  type WhyInspectionClosed,
  whyInspectionClosed,
} from './inspection.workflow.ts'

/** An inspection the actor sees. @throws not-found */
export async function getInspection(trx: Trx, id: number): Promise<InspectionRow> {
  const row = await findInspection(trx, id)
  if (!row) throw problem('not-found')
  return row
}

/**
 * Locks an inspection for an action and reads it as it now is.
 * @throws not-found, closed (details.why), conflict (details.current) when `version` is not the one read
 */
export async function lockFor(
  trx: Trx,
  actor: Actor,
  wanted: { id: number; action: InspectionAction; version: number | null },
): Promise<InspectionRow> {
  await lockInspection(trx, wanted.id)
  const row = await getInspection(trx, wanted.id)
  const why = whyOf(wanted.action, row, actor)
  if (why) throw problem('closed', '', { why })
  if (wanted.version !== null && wanted.version !== row.version) throw problem('conflict', '', { current: row.version })
  return row
}

/** Null when the actor may; otherwise the key of the reason. */
export function whyOf(action: InspectionAction, row: InspectionRow, actor: Actor): WhyInspectionClosed | null {
  return whyInspectionClosed(action, standingOf(row), { id: actor.officer.id, role: actor.role })
}

function standingOf(row: InspectionRow): InspectionStanding {
  return { ...row, isConfirmed: row.secondConfirmedAt !== null }
}

/** Answers as kept; the parts a form of an import lacks are empty. */
export function answersOf(row: InspectionRow): Answers {
  const { household = {}, people = {} } = row.form
  const read = Answers.safeParse({ household, people })
  return read.success ? read.data : NO_ANSWERS
}

/** The visit as the form sees it: with the members as they were when it was sent, or as they are while it is open. */
export async function visitOf(trx: Trx, row: InspectionRow): Promise<Visit> {
  const kept = row.control === 'awaiting' || row.control === 'passed' ? row.form.members : undefined
  const members = kept ?? (await listMembers(trx, row.householdId, row.visitedOn))
  return { visitedOn: row.visitedOn, mode: row.mode, kind: row.kind, members }
}

/** The form of an inspection worked out as it stands. */
export async function workOut(
  trx: Trx,
  row: InspectionRow,
): Promise<{ definition: FormDefinition; visit: Visit; evaluation: Evaluation }> {
  if (row.formVersion === null) throw problem('closed', '', { why: 'no_form' })
  const definition = await getFormDefinition(trx, row.formVersion)
  const visit = await visitOf(trx, row)
  return { definition, visit, evaluation: evaluate(definition, visit, answersOf(row)) }
}
