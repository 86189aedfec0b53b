import { sql } from 'kysely'
import type { Status } from '../applications/application.workflow.ts'
import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import type { Actor } from '../rights/door.ts'

export type OpenApplication = Readonly<{
  id: number
  household_id: number
  status: Status
  received_on: string
  applicant_person_id: number | null
}>

const OPEN = sql`('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'before_commission')`

/**
 * The open application of each of the households, held; at most one each.
 * @throws closed (application_unseen) where there is one the actor may not hold: it would stay behind in a file that ends or
 *   in a district that was left
 */
export async function lockOpenApplications(trx: Trx, households: readonly number[]): Promise<OpenApplication[]> {
  const { rows } = await sql<OpenApplication>`
    select id, household_id, status, received_on, applicant_person_id from komsu.application
    where household_id = any (${households}::bigint[]) and status in ${OPEN} order by id for no key update`.execute(trx)
  const all = await sql<{ n: number }>`select komsu.count_open_applications(${households}::bigint[]) as n`.execute(trx)
  if ((all.rows[0]?.n ?? 0) > rows.length) throw problem('closed', '', { why: 'application_unseen' })
  return rows
}

/** An application follows its household into another file. */
export async function carryApplication(
  trx: Trx,
  id: number,
  to: { householdId: number; districtId: number },
): Promise<void> {
  await sql`update komsu.application set household_id = ${to.householdId}, district_id = ${to.districtId} where id = ${id}`.execute(
    trx,
  )
}

/** The household moved to another district, its application with it. */
export async function moveApplication(trx: Trx, id: number, districtId: number): Promise<void> {
  await sql`update komsu.application set district_id = ${districtId} where id = ${id}`.execute(trx)
}

/** The second of two open applications joins the first: its receipts and what was asked for go there, it ends as withdrawn. */
export async function joinApplication(
  trx: Trx,
  actor: Actor,
  join: { keep: number; drop: number; on: string; reason: string },
): Promise<void> {
  await sql`insert into komsu.application_receipt (request_id, application_id, channel, reference_no, received_on, reply_by, received_by, note)
    select gen_random_uuid(), ${join.keep}, channel, reference_no, received_on, reply_by, ${actor.officer.id}, ${join.reason}
    from komsu.application where id = ${join.drop}`.execute(trx)
  await sql`insert into komsu.request (application_id, aid_type_code, added_on, note, added_by)
    select ${join.keep}, r.aid_type_code, ${join.on}, r.note, ${actor.officer.id} from komsu.request r
    where r.application_id = ${join.drop} and r.withdrawn_on is null and not exists (select from komsu.request k
      where k.application_id = ${join.keep} and k.aid_type_code = r.aid_type_code and k.withdrawn_on is null)`.execute(
    trx,
  )
  await sql`update komsu.application set status = 'withdrawn', closed_on = ${join.on}, withdrawn_reason = ${join.reason}
    where id = ${join.drop}`.execute(trx)
}
