import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { FormProposal } from './form-proposals.rules.ts'
import type { DescribeVisit } from './inspection.contract.ts'
import type { Sheet } from './inspection.queries.ts'

type Row = { version: number }

async function versionOf(update: Promise<{ rows: Row[] }>): Promise<number> {
  const { rows } = await update
  const [row] = rows
  if (!row) throw new Error('an inspection locked could not be changed')
  return row.version
}

/** Keeps answers; what the second inspector confirmed were the answers before. */
export function saveSheet(trx: Trx, id: number, sheet: Sheet): Promise<number> {
  return versionOf(
    sql<Row>`update komsu.inspection set form = ${JSON.stringify(sheet)}::jsonb, answered_at = now(), second_confirmed_at = null
      where id = ${id} returning version`.execute(trx),
  )
}

export function saveVisit(trx: Trx, id: number, visit: DescribeVisit): Promise<number> {
  return versionOf(
    sql<Row>`update komsu.inspection set visited_on = ${visit.visitedOn}, mode = ${visit.mode},
      phone_reason = ${visit.mode === 'home' ? null : visit.phoneReason}, at_household = ${visit.atHousehold},
      place_accuracy_m = ${visit.accuracyM} where id = ${id} returning version`.execute(trx),
  )
}

/** Sends it to the chief, with the members as they were. */
export function saveSent(trx: Trx, id: number, sheet: Sheet): Promise<number> {
  return versionOf(
    sql<Row>`update komsu.inspection set form = ${JSON.stringify(sheet)}::jsonb, control = 'awaiting', sent_at = now()
      where id = ${id} returning version`.execute(trx),
  )
}

export function saveConfirmed(trx: Trx, id: number): Promise<number> {
  return versionOf(
    sql<Row>`update komsu.inspection set second_confirmed_at = now() where id = ${id} returning version`.execute(trx),
  )
}

export function saveReturned(trx: Trx, id: number): Promise<number> {
  return versionOf(
    sql<Row>`update komsu.inspection set control = 'returned' where id = ${id} returning version`.execute(trx),
  )
}

export function savePassed(trx: Trx, id: number, by: number): Promise<number> {
  return versionOf(
    sql<Row>`update komsu.inspection set control = 'passed', passed_at = now(), passed_by = ${by} where id = ${id}
      returning version`.execute(trx),
  )
}

type Entry = Readonly<{
  requestId: string | null
  inspectionId: number
  action: 'send' | 'return' | 'pass' | 'confirm'
  officerId: number
  note: string | undefined
  questions?: readonly unknown[]
}>

export async function addControl(trx: Trx, entry: Entry): Promise<void> {
  await sql`insert into komsu.inspection_control (request_id, inspection_id, action, questions, note, officer_id)
    values (${entry.requestId}, ${entry.inspectionId}, ${entry.action}, ${JSON.stringify(entry.questions ?? [])}::jsonb,
      ${entry.note || null}, ${entry.officerId})`.execute(trx)
}

export async function tellOfficer(
  trx: Trx,
  notice: { officerId: number; kind: 'returned' | 'urgent'; inspectionId: number; detail: Record<string, unknown> },
): Promise<void> {
  await sql`insert into komsu.notification (officer_id, kind, subject_type, subject_id, detail)
    values (${notice.officerId}, ${notice.kind}, 'inspection', ${notice.inspectionId}, ${JSON.stringify(notice.detail)}::jsonb)`.execute(
    trx,
  )
}

export type ProposalRow = Readonly<{
  id: number
  kind: string
  personId: number | null
  proposal: Record<string, unknown>
  state: string
}>

/** What was proposed in the course of an application. */
export async function listProposals(trx: Trx, applicationId: number): Promise<ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`
    select id, kind, person_id as "personId", proposal, state from komsu.proposed_change
    where application_id = ${applicationId} order by id`.execute(trx)
  return rows
}

type NewProposal = Readonly<{
  requestId: string | null
  householdId: number
  applicationId: number
  officerId: number
  reason: string
  proposal: FormProposal
}>

/** Puts a change before the office, with what stands there now beside it. */
export async function addProposal(trx: Trx, one: NewProposal): Promise<void> {
  const { kind, person, columns } = one.proposal
  const personId = person?.startsWith('p') ? Number(person.slice(1)) : null
  const proposal = kind === 'person_add' ? { ...columns, ref: person } : columns
  await sql`
    insert into komsu.proposed_change (request_id, household_id, application_id, person_id, kind, proposal, current, source, reason, proposed_by)
    select ${one.requestId}, ${one.householdId}, ${one.applicationId}, ${personId}::bigint, ${kind}, ${JSON.stringify(proposal)}::jsonb,
      (select jsonb_build_object('given_name', given_name, 'family_name', family_name, 'born_on', born_on, 'household_role', household_role)
        from komsu.person where id = ${personId}::bigint),
      'inspector', ${one.reason}, ${one.officerId}`.execute(trx)
}
