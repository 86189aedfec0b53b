import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type { ChangeDocument } from './application.contract.ts'

const TODAY = sql`(now() at time zone 'Europe/Istanbul')::date`

/** Counts a change of what belongs to the application, as if of itself: whoever read it before must look again. */
export async function touch(trx: Trx, id: number): Promise<void> {
  await sql`update komsu.application set is_urgent = is_urgent where id = ${id}`.execute(trx)
}

export async function setUrgent(trx: Trx, id: number, isUrgent: boolean): Promise<void> {
  await sql`update komsu.application set is_urgent = ${isUrgent} where id = ${id}`.execute(trx)
}

export async function setWithdrawn(trx: Trx, id: number, reason: string): Promise<void> {
  await sql`update komsu.application set status = 'withdrawn', closed_on = ${TODAY}, withdrawn_reason = ${reason} where id = ${id}`.execute(
    trx,
  )
}

/** Back to the beginning, with a new day due; nobody is assigned. */
export async function setAppealed(
  trx: Trx,
  id: number,
  { reason, replyBy }: { reason: string; replyBy: string },
): Promise<void> {
  await sql`update komsu.application set status = 'awaiting_inquiry', appealed_on = ${TODAY}, appeal_reason = ${reason}, closed_on = null,
    assigned_officer_id = null, second_officer_id = null, reply_by = ${replyBy} where id = ${id}`.execute(trx)
}

/** Requests not withdrawn. */
export async function countRequests(trx: Trx, applicationId: number): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*) as n from komsu.request where application_id = ${applicationId} and withdrawn_on is null`.execute(
    trx,
  )
  return rows[0]?.n ?? 0
}

type Withdrawing = Readonly<{ applicationId: number; requestId: number; reason: string }>

/** @returns whether there was such a request, not withdrawn yet */
export async function setRequestWithdrawn(
  trx: Trx,
  actor: Actor,
  { applicationId, requestId, reason }: Withdrawing,
): Promise<boolean> {
  const answer =
    await sql`update komsu.request set withdrawn_on = greatest(${TODAY}, added_on), withdrawn_by = ${actor.officer.id}, withdrawn_reason = ${reason}
    where id = ${requestId} and application_id = ${applicationId} and withdrawn_on is null`.execute(trx)
  return answer.numAffectedRows === 1n
}

export type PaperChange = Readonly<{ applicationId: number; code: string; change: ChangeDocument }>

/** @returns whether the paper was on the list */
export async function setDocument(
  trx: Trx,
  actor: Actor,
  { applicationId, code, change }: PaperChange,
): Promise<boolean> {
  const answer = await sql`update komsu.application_document set state = ${change.state},
      attachment_id = ${'attachmentId' in change ? change.attachmentId : null}, reason = ${'reason' in change ? change.reason : null},
      recorded_by = ${actor.officer.id}, recorded_at = now()
    where application_id = ${applicationId} and document_code = ${code}`.execute(trx)
  return answer.numAffectedRows === 1n
}

/** Whether an attachment is one of the household's, still there. */
export async function isAttachmentOf(trx: Trx, attachmentId: number, householdId: number): Promise<boolean> {
  const { rows } =
    await sql`select from komsu.attachment where id = ${attachmentId} and household_id = ${householdId} and removed_at is null`.execute(
      trx,
    )
  return rows.length > 0
}
