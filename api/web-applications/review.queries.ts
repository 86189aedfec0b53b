import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type { WebApplication } from './web-application.contract.ts'

/** A web application under the actor's review became an application. @returns false when it was not theirs to finish */
export async function finishWebApplication(
  trx: Trx,
  actor: Actor,
  id: number,
  applicationId: number,
): Promise<boolean> {
  const answer =
    await sql`update komsu.web_application set state = 'taken', application_id = ${applicationId}, reviewed_by = ${actor.officer.id}, reviewed_at = now()
    where id = ${id} and state = 'in_review' and reviewed_by = ${actor.officer.id}`.execute(trx)
  return answer.numAffectedRows === 1n
}

export type WebRow = Readonly<{
  id: number
  tracking_no: string
  district: string | null
  payload: Omit<WebApplication, 'website' | 'seconds'>
  state: 'new' | 'in_review' | 'taken' | 'declined'
  version: number
  received_at: Date
  reviewed_by: number | null
  reviewer: string | null
}>

const ROWS = sql`select w.id, w.tracking_no, d.name as district, w.payload, w.state, w.version, w.received_at, w.reviewed_by,
    (select display_name from komsu.officer where id = w.reviewed_by) as reviewer
  from komsu.web_application w left join komsu.district d on d.id = w.district_id`

/** Waiting for a review, the oldest first, in the actor's districts (row-level security). */
export const WEB_PAGE = 100

/** What waits, the oldest first: one more than a page after the one with key `after`. */
export async function listWaiting(trx: Trx, after: number): Promise<WebRow[]> {
  const { rows } =
    await sql<WebRow>`${ROWS} where w.state in ('new', 'in_review') and w.id > ${after} order by w.id limit ${WEB_PAGE + 1}`.execute(
      trx,
    )
  return rows
}

export async function lockWebApplication(trx: Trx, id: number): Promise<WebRow | undefined> {
  const { rows } = await sql<WebRow>`${ROWS} where w.id = ${id} for no key update of w`.execute(trx)
  return rows[0]
}

export async function findWebApplication(trx: Trx, id: number): Promise<WebRow | undefined> {
  const { rows } = await sql<WebRow>`${ROWS} where w.id = ${id}`.execute(trx)
  return rows[0]
}

type Review = Readonly<{ id: number; state: 'in_review' | 'declined'; answer: string | null }>

export async function setReviewed(trx: Trx, actor: Actor, { id, state, answer }: Review): Promise<void> {
  await sql`update komsu.web_application set state = ${state}, answer = ${answer}, reviewed_by = ${actor.officer.id}, reviewed_at = now()
    where id = ${id}`.execute(trx)
}
