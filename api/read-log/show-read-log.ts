import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { ReadLog, ReadLogEvent, ReadLogQuery } from './read-log.contract.ts'
import { type EventRow, findFile, listEvents, PAGE } from './read-log.queries.ts'

/** Who saw or changed what, newest first; looking is itself written down. @throws not-found for an unknown file */
export async function showReadLog(trx: Trx, actor: Actor, query: ReadLogQuery): Promise<ReadLog> {
  const household = query.file === undefined ? undefined : await fileOf(trx, query.file)
  const rows = await listEvents(trx, query, household)
  await auditDeed(trx, actor, {
    action: 'read_log.read',
    subject: { type: household === undefined ? 'audit_event' : 'household', id: household ?? null },
    ground: 'audit',
    detail: { kind: query.kind, ...(query.officer ? { officer: query.officer } : {}) },
  })
  const items = rows.slice(0, PAGE).map(eventOf)
  const last = items.at(-1)
  return rows.length > PAGE && last ? { items, next: last.id } : { items }
}

async function fileOf(trx: Trx, term: string): Promise<number> {
  const household = await findFile(trx, term)
  if (household === undefined) throw problem('not-found', '', { field: 'file' })
  return household
}

function eventOf(row: EventRow): ReadLogEvent {
  return {
    id: row.id,
    at: row.at.toISOString(),
    officer: row.username === null ? null : { username: row.username, displayName: row.display_name ?? row.username },
    role: row.acting_role,
    action: row.action,
    subject: { type: row.subject_type, id: row.subject_id },
    ground: row.ground,
    detail: row.detail,
  }
}
