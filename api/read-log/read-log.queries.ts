import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Role } from '../platform/role.ts'
import type { ReadLogQuery } from './read-log.contract.ts'

export const PAGE = 100

export type EventRow = Readonly<{
  id: number
  at: Date
  username: string | null
  display_name: string | null
  acting_role: Role | 'system'
  action: string
  subject_type: string
  subject_id: string | null
  ground: string | null
  detail: Record<string, unknown>
}>

/** Key of the household with this file number, T.C. number or key. */
export async function findFile(trx: Trx, term: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number | null }>`select komsu.find_file(${term}) as id`.execute(trx)
  return rows[0]?.id ?? undefined
}

// What each kind of event is called: `…read`, `…list`, `…preview` look, `…search` searches, the rest changes something.
const LOOKS = sql`(e.action ~ '[._](read|list|preview)$' or e.action in ('household.open', 'person.known'))`
const KIND = {
  all: sql`true`,
  reads: LOOKS,
  searches: sql`e.action like '%.search'`,
  deeds: sql`not (${LOOKS} or e.action like '%.search')`,
}

/** Events newest first, one more than a page. `household` narrows to everything of a file, and to lists it stood in. */
export async function listEvents(trx: Trx, query: ReadLogQuery, household: number | undefined): Promise<EventRow[]> {
  const ofFile =
    household === undefined
      ? sql`true`
      : sql`e.id in (select s.id from komsu.audit_event s
            where (s.subject_type, s.subject_id) in (select subject_type, subject_id from komsu.subjects_of_file(${household}))
          union all select l.id from komsu.audit_event l where l.detail -> 'households' @> to_jsonb(${household}::bigint))`
  const ofOfficer =
    query.officer === undefined
      ? sql`true`
      : sql`e.officer_id = (select id from komsu.officer where username = ${query.officer.toLowerCase()})`
  const { rows } = await sql<EventRow>`
    select e.id, e.at, o.username, o.display_name, e.acting_role, e.action, e.subject_type, e.subject_id, e.ground, e.detail
    from komsu.audit_event e left join komsu.officer o on o.id = e.officer_id
    where ${ofFile} and ${ofOfficer} and ${KIND[query.kind]}
      and e.at >= ${query.from ?? '-infinity'}::timestamptz
      and e.at < coalesce(${query.to ?? null}::date + 1, 'infinity')::timestamptz
      and e.id < ${query.cursor ?? Number.MAX_SAFE_INTEGER}
    order by e.id desc limit ${PAGE + 1}`.execute(trx)
  return rows
}
