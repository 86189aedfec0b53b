import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type {
  Decide,
  Duplicate,
  DuplicateInList,
  DuplicatesQuery,
  FileBeside,
  FileInList,
} from './duplicates.contract.ts'

const PAGE = 25

type Row = Omit<DuplicateInList, 'files'> & { householdA: number; householdB: number }

const COLUMNS = sql`d.id, d.version, d.kind, d.state, d.probability, d.weight, d.because, d.found_at::text as "foundAt",
  d.decided_at::text as "decidedAt", o.display_name as "decidedBy", d.reason, d.household_a as "householdA", d.household_b as "householdB"`

const WHERE = {
  open: sql`d.settled_at is null and d.state = 'open'`,
  later: sql`d.settled_at is null and d.state = 'later'`,
  to_join: sql`d.settled_at is null and d.state = 'same'`,
  decided: sql`d.state in ('same', 'different')`,
} as const

/** A page of tasks the actor may see, with what may be shown of their files. */
export async function listCandidates(
  trx: Trx,
  { list, sort, cursor }: DuplicatesQuery,
): Promise<{ items: DuplicateInList[]; isMore: boolean }> {
  const order =
    list === 'decided'
      ? sql`d.decided_at desc`
      : sort === 'age'
        ? sql`d.found_at`
        : sql`d.probability desc, d.weight desc`
  const { rows } = await sql<Row>`
    select ${COLUMNS} from komsu.duplicate_candidate d left join komsu.officer o on o.id = d.decided_by
    where ${WHERE[list]} order by ${order}, d.id offset ${cursor} limit ${PAGE + 1}`.execute(trx)
  const shown = rows.slice(0, PAGE)
  const files = await filesOf(
    trx,
    shown.flatMap(one => [one.householdA, one.householdB]),
  )
  const items = shown.flatMap(({ householdA, householdB, ...one }) => {
    const [a, b] = [files.get(householdA), files.get(householdB)]
    return a && b ? [{ ...one, files: [a, b] }] : []
  })
  return { items, isMore: rows.length > PAGE }
}

async function filesOf(trx: Trx, ids: readonly number[]): Promise<Map<number, FileInList>> {
  const { rows } = await sql<FileInList>`
    select household_id as "householdId", file_no as "fileNo", given_name as "givenName", family_name as "familyName", members,
      district_id as "districtId", neighbourhood_id as "neighbourhoodId", joined_into_id as "joinedIntoId",
      dissolved_on::text as "dissolvedOn", in_scope as "inScope"
    from komsu.candidate_files(${[...new Set(ids)]}::bigint[])`.execute(trx)
  return new Map(rows.map(row => [row.householdId, row]))
}

/** How many tasks wait, by list. */
export async function countCandidates(trx: Trx): Promise<{ open: number; later: number; to_join: number }> {
  const { rows } = await sql<{ open: number; later: number; to_join: number }>`
    select (count(*) filter (where ${WHERE.open}))::integer as open, (count(*) filter (where ${WHERE.later}))::integer as later,
      (count(*) filter (where ${WHERE.to_join}))::integer as to_join
    from komsu.duplicate_candidate d where d.state in ('open', 'later', 'same')`.execute(trx)
  return rows[0] ?? { open: 0, later: 0, to_join: 0 }
}

/** One task, as far as the actor may see it. */
export async function findCandidate(trx: Trx, id: number): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select ${COLUMNS} from komsu.duplicate_candidate d left join komsu.officer o on o.id = d.decided_by where d.id = ${id}`.execute(
    trx,
  )
  return rows[0]
}

/** Holds a task that is still to be decided, so that two officers decide one after the other. */
export async function lockCandidate(trx: Trx, id: number): Promise<{ version: number } | undefined> {
  const { rows } = await sql<{ version: number }>`
    select version from komsu.duplicate_candidate where id = ${id} and state in ('open', 'later') for update`.execute(
    trx,
  )
  return rows[0]
}

/** Writes a verdict down. @returns the new version */
export async function updateVerdict(trx: Trx, actor: Actor, id: number, { verdict, reason }: Decide): Promise<number> {
  const { version } = await trx
    .updateTable('duplicate_candidate')
    .set({
      state: verdict,
      reason: reason || null,
      decided_by: actor.officer.id,
      decided_at: sql`now()`,
      request_id: actor.requestId,
    })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Opens a file for the comparison unless it is open on that ground already; the database audits it. */
export async function openForComparing(trx: Trx, householdId: number): Promise<void> {
  const { rows } = await sql<{ ground: string }>`select ground from komsu.opening_of(${householdId})`.execute(trx)
  if (rows.length === 0) await sql`select komsu.open_file(${householdId}, 'duplicate_check', null)`.execute(trx)
}

/** Two files side by side, in the order asked for; one the actor may not see is missing. */
export async function findFilesBeside(trx: Trx, ids: readonly [number, number]): Promise<FileBeside[]> {
  const { rows } = await sql<FileBeside>`
    select h.id as "householdId", h.file_no as "fileNo", h.version, h.formed_on::text as "formedOn",
      h.dissolved_on::text as "dissolvedOn", h.joined_into_id as "joinedIntoId",
      concat_ws(', ', n.name, s.name, concat_ws('/', nullif('No: ' || a.door_no, 'No: '), h.flat_no), d.name) as address,
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name,
        'nationalId', overlay(p.national_id placing '******' from 4 for 6), 'bornOn', p.born_on, 'sex', p.sex,
        'role', p.household_role, 'diedOn', p.died_on) order by p.household_role <> 'head', p.born_on, p.id), '[]')
        from komsu.person p where p.household_id = h.id) as people,
      array(select distinct c.value from komsu.contact c where c.household_id = h.id and c.kind = 'phone' and c.valid_to is null
        order by 1) as phones,
      (select jsonb_build_object('id', x.id, 'status', x.status, 'receivedOn', x.received_on) from komsu.application x
        where x.household_id = h.id order by x.received_on desc, x.id desc limit 1) as application,
      (select count(*)::integer from komsu.aid g where g.household_id = h.id and g.given_on > current_date - 365) as "aidsInYear"
    from komsu.household h join komsu.address a on a.id = h.address_id join komsu.neighbourhood n on n.id = h.neighbourhood_id
      join komsu.district d on d.id = h.district_id left join komsu.street s on s.id = h.street_id
    where h.id = any (${[...ids]}::bigint[])`.execute(trx)
  return ids.flatMap(id => rows.find(({ householdId }) => householdId === id) ?? [])
}

/** Keeps the verdict in the timeline of a file. */
export async function insertDecidedEvent(
  trx: Trx,
  actor: Actor,
  {
    householdId,
    ...detail
  }: { householdId: number; verdict: Decide['verdict']; other: number; candidate: Duplicate['id'] },
): Promise<void> {
  await sql`insert into komsu.household_event (request_id, household_id, kind, happened_on, detail, recorded_by)
    values (${actor.requestId}::uuid, ${householdId}, 'duplicate_decided', current_date, ${JSON.stringify(detail)}::jsonb,
      ${actor.officer.id})`.execute(trx)
}
