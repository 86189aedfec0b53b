import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { FileRows, HeadRow } from './household-file.rows.contract.ts'

/** The file itself; undefined where the officer may not see it. */
export async function findHead(trx: Trx, id: number): Promise<HeadRow | undefined> {
  const { rows } = await sql<HeadRow>`
    select h.id, h.file_no, h.version, h.formed_on, h.dissolved_on, h.joined_into_id, h.flat_no, h.source,
      (select file_no from komsu.household j where j.id = h.joined_into_id) as joined_into_no,
      h.district_id, d.name as district, h.neighbourhood_id, n.name as neighbourhood, h.street_id, s.name as street,
      a.id as address_id, a.door_no, a.uavt_code, a.description, a.quality, st_x(a.geom) as lon, st_y(a.geom) as lat,
      (select v.id from komsu.application v where v.household_id = h.id order by v.received_on desc, v.id desc limit 1) as seen_through,
      o.ground, o.until, (now() at time zone 'Europe/Istanbul')::date as today
    from komsu.household h join komsu.district d on d.id = h.district_id join komsu.neighbourhood n on n.id = h.neighbourhood_id
    left join komsu.street s on s.id = h.street_id left join komsu.address a on a.id = h.address_id
    left join komsu.opening_of(h.id) o on true
    where h.id = ${id}`.execute(trx)
  return rows[0]
}

/** The file and those joined into it, as far as seen. */
export async function listFileIds(trx: Trx, id: number): Promise<{ id: number; file_no: string }[]> {
  const { rows } = await sql<{ id: number; file_no: string }>`
    select id, file_no from komsu.household where id = ${id} union all
    select id, file_no from komsu.household where joined_into_id is not null and joined_into_id = ${id}`.execute(trx)
  return rows
}

const FACT_TABLES = [
  'income',
  'dwelling_fact',
  'health_fact',
  'schooling_fact',
  'asset_fact',
  'employment_fact',
  'expense_fact',
  'status_fact',
  'contact',
] as const

const OFFICER = (column: string) => sql`(select display_name from komsu.officer o where o.id = ${sql.ref(column)})`

const listed = (row: ReturnType<typeof sql>) => sql`(select coalesce(jsonb_agg(x), '[]') from (${row}) x)`

/**
 * Everything of the files, as lists of rows in one answer: twenty short index scans under row-level security in one round
 * trip. Names of officers are put in here, so that nothing is asked twice.
 */
export async function readRows(trx: Trx, files: readonly number[]): Promise<FileRows> {
  const of = sql`= any (${files}::bigint[])`
  const facts = sql.join(
    FACT_TABLES.map(
      table => sql`select ${sql.lit(table)} as fact, to_jsonb(f) - 'household_id' - 'value_key' as row, f.household_id, f.id
        from ${sql.table(`komsu.${table}`)} f where f.household_id ${of}`,
    ),
    sql` union all `,
  )
  const { rows } = await sql<FileRows>`select
    ${listed(sql`select p.id, p.household_id, p.national_id, p.given_name, p.family_name, p.sex, p.born_on, p.died_on, p.household_role,
      p.version, p.is_synthetic from komsu.person p where p.household_id ${of} order by p.household_role <> 'head', p.born_on, p.id`)} as people,
    ${listed(sql`select m.person_id, m.household_id, m.household_role, m.from_day, m.to_day, m.reason, m.recorded_at, ${OFFICER('m.recorded_by')} as by
      from komsu.household_membership m where m.household_id ${of} order by m.id`)} as memberships,
    ${listed(sql`select g.id, g.person_id, g.guardian_person_id, g.guardian_name, g.kind, g.paper, g.valid_from, g.valid_to
      from komsu.guardian g where g.household_id ${of} order by g.valid_from desc, g.id desc`)} as guardians,
    ${listed(sql`select f.fact, f.row, f.household_id, f.id, ${OFFICER('by_id')} as by from (
        select *, (row ->> 'recorded_by')::bigint as by_id from (${facts}) every) f order by f.row ->> 'valid_from' desc, f.id desc`)} as facts,
    ${listed(sql`select e.fact, e.fact_id, e.kind, e.ended_on, e.reason, e.recorded_at, ${OFFICER('e.recorded_by')} as by
      from komsu.fact_end e where e.household_id ${of}`)} as ends,
    ${listed(sql`select a.id, a.household_id, a.status, a.kind, a.channel, a.reference_no, a.received_on, a.reply_by, a.closed_on, a.is_urgent,
      a.applicant_person_id, a.applicant_kind, a.applicant_name, a.version, a.appealed_on, a.note, a.submitted_at,
      ${OFFICER('a.assigned_officer_id')} as assigned_to, ${OFFICER('a.received_by')} as received_by
      from komsu.application a where a.household_id ${of} order by a.received_on desc, a.id desc`)} as applications,
    ${listed(sql`select r.id, r.application_id, r.aid_type_code, r.added_on, r.withdrawn_on, r.note
      from komsu.request r where r.application_id in (select id from komsu.application where household_id ${of}) order by r.id`)} as requests,
    ${listed(sql`select r.application_id, r.channel, r.reference_no, r.received_on, r.recorded_at, r.note, ${OFFICER('r.received_by')} as by
      from komsu.application_receipt r where r.application_id in (select id from komsu.application where household_id ${of}) order by r.id`)} as receipts,
    ${listed(sql`select d.application_id, d.document_code, d.is_required, d.state, d.attachment_id, d.reason, t.name_tr, t.name_en
      from komsu.application_document d join komsu.document_type t on t.code = d.document_code where d.application_id in (select id from komsu.application where household_id ${of})
      order by d.document_code`)} as documents,
    ${listed(sql`select s.application_id, s.assigned_at, s.reason, ${OFFICER('s.assigned_by')} as by, ${OFFICER('s.inspector_id')} as inspector
      from komsu.assignment s where s.application_id in (select id from komsu.application where household_id ${of}) order by s.id`)} as assignments,
    ${listed(sql`select i.id, i.application_id, i.visited_on, i.mode, i.control, i.started_at, i.sent_at, i.passed_at, i.form_version,
      ${OFFICER('i.inspector_id')} as inspector, ${OFFICER('i.passed_by')} as passed_by
      from komsu.inspection i where i.household_id ${of} order by i.visited_on desc, i.id desc`)} as inspections,
    ${listed(sql`select s.id, s.inspection_id, s.application_id, s.scheme_version, s.total, s.low, s.high, s.minimum, s.parts, s.points, s.missing,
      s.scored_on, ${OFFICER('s.scored_by')} as by from komsu.need_score s where s.household_id ${of} order by s.scored_on desc, s.id desc`)} as scores,
    ${listed(sql`select d.id, d.application_id, d.outcome, d.aid_type_code, d.amount_kurus, d.months, d.reason, d.decided_on
      from komsu.decision d where d.household_id ${of} order by d.decided_on desc, d.id desc`)} as decisions,
    ${listed(sql`select g.id, g.aid_type_code, g.amount_kurus, g.given_on, g.giver
      from komsu.aid g where g.household_id ${of} order by g.given_on desc, g.id desc`)} as aid,
    ${listed(sql`select t.id, t.application_id, t.inspection_id, t.kind, t.document_code, t.caption, t.file_name, t.media_type, t.bytes, t.taken_on,
      t.added_at, t.removed_at, t.removed_reason, ${OFFICER('t.added_by')} as by
      from komsu.attachment t where t.household_id ${of} order by t.id desc`)} as attachments,
    ${listed(sql`select e.id, e.household_id, e.kind, e.person_id, e.happened_on, e.detail, e.recorded_at, ${OFFICER('e.recorded_by')} as by
      from komsu.household_event e where e.household_id ${of} order by e.id desc`)} as events,
    ${listed(sql`select p.id, p.kind, p.person_id, p.application_id, p.proposal, p.current, p.source, p.reason, p.state, p.version, p.proposed_at,
      p.decided_at, p.decision_reason, ${OFFICER('p.proposed_by')} as by, ${OFFICER('p.decided_by')} as decided_by
      from komsu.proposed_change p where p.household_id ${of} order by p.id desc`)} as proposals,
    ${listed(sql`select * from komsu.open_duplicates_of(${files}::bigint[])`)} as duplicates`.execute(trx)
  const [row] = rows
  if (!row) throw new Error('one row was asked for')
  return row
}
