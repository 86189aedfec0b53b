import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Notice } from './notifications.contract.ts'

export const NOTICES_A_PAGE = 30

/** Notices of the acting officer, newest first; one more than a page. */
export async function listNotices(trx: Trx, cursor: number | undefined): Promise<Notice[]> {
  const { rows } = await sql<Omit<Notice, 'madeAt'> & { madeAt: Date }>`
    select id, kind, jsonb_build_object('type', subject_type, 'id', subject_id) as subject, detail, made_at as "madeAt",
      read_at is not null as "isRead"
    from komsu.notification
    where officer_id = (select komsu.current_officer_id()) and id < ${cursor ?? Number.MAX_SAFE_INTEGER}
    order by id desc limit ${NOTICES_A_PAGE + 1}`.execute(trx)
  return rows.map(row => ({ ...row, madeAt: row.madeAt.toISOString() }))
}

export async function countUnread(trx: Trx): Promise<number> {
  const { rows } = await sql<{ unread: number }>`
    select count(*)::integer as unread from komsu.notification
    where officer_id = (select komsu.current_officer_id()) and read_at is null`.execute(trx)
  return rows[0]?.unread ?? 0
}

export async function markRead(trx: Trx, upTo: number): Promise<void> {
  await sql`update komsu.notification set read_at = now()
    where officer_id = (select komsu.current_officer_id()) and id <= ${upTo} and read_at is null`.execute(trx)
}
