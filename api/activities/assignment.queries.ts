import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { FileState, Taker } from './assignment.rules.ts'
import type { Conflict } from './conflict.rules.ts'

/** Locks applications in the order of their ids, so that two lassos never wait for each other; those not to be seen are absent. */
export async function lockFiles(trx: Trx, ids: readonly number[]): Promise<FileState[]> {
  const { rows } = await sql<FileState>`
    select id, version, status, appealed_on as "appealedOn", district_id as "districtId", needs_two_inspectors as "needsTwo",
      wanted_inspector_sex as "wantedSex", assigned_officer_id as "officerId", second_officer_id as "secondOfficerId"
    from komsu.application where id = any (${ids}) order by id for update`.execute(trx)
  return rows
}

/** Inspectors among these officers as files are given to them today. */
export async function listTakers(trx: Trx, ids: readonly number[]): Promise<Taker[]> {
  const { rows } = await sql<Taker>`
    select i.id, to_jsonb(i.districts) as "districtIds", i.sex, exists (
      select from komsu.officer_absence b where b.officer_id = i.id and b.cancelled_at is null and current_date between b.from_day and b.to_day
    ) as "isAway"
    from komsu.inspectors_here() i where i.id = any (${ids})`.execute(trx)
  return rows
}

export type TieRow = Readonly<{ officerId: number; applicationId: number; why: Conflict }>

/** What stands between officers and applications of the actor's districts. */
export async function listTies(
  trx: Trx,
  officers: readonly number[],
  applications: readonly number[],
): Promise<TieRow[]> {
  if (officers.length === 0 || applications.length === 0) return []
  const { rows } = await sql<TieRow>`
    select officer_id as "officerId", application_id as "applicationId", why from komsu.ties(${officers}, ${applications})
    order by 1, 2, 3`.execute(trx)
  return rows
}

type Giving = Readonly<{
  ids: readonly number[]
  officerId: number
  secondOfficerId: number | null
  requestId: string
  assignedBy: number
  reason: string | null
}>

/** Gives applications to inspectors and writes it into their history; answers their new versions. */
export async function giveFiles(trx: Trx, giving: Giving): Promise<{ applicationId: number; version: number }[]> {
  const { rows } = await sql<{ applicationId: number; version: number }>`
    update komsu.application set assigned_officer_id = ${giving.officerId}, second_officer_id = ${giving.secondOfficerId},
      status = case status when 'awaiting_inquiry' then 'assigned' else status end
    where id = any (${giving.ids}) returning id as "applicationId", version`.execute(trx)
  await sql`
    insert into komsu.assignment (request_id, application_id, inspector_id, second_inspector_id, reason, assigned_by)
    select ${giving.requestId}::uuid, id, ${giving.officerId}::bigint, ${giving.secondOfficerId}::bigint, ${giving.reason}::text, ${giving.assignedBy}::bigint
    from unnest(${giving.ids}::bigint[]) id order by id`.execute(trx)
  return rows.sort((a, b) => a.applicationId - b.applicationId)
}

type Notice = Readonly<{
  officerId: number
  kind: 'assigned' | 'reassigned'
  subject: { type: 'application' | 'weekly_plan'; id: number }
  detail: Record<string, unknown>
}>

export async function tellOfficer(trx: Trx, notice: Notice): Promise<void> {
  await sql`insert into komsu.notification (officer_id, kind, subject_type, subject_id, detail)
    values (${notice.officerId}, ${notice.kind}, ${notice.subject.type}, ${notice.subject.id}, ${JSON.stringify(notice.detail)}::jsonb)`.execute(
    trx,
  )
}
