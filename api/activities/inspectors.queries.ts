import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Absences, Inspector, NewAbsence } from './activities.contract.ts'

export type InspectorRow = Omit<Inspector, 'daysAway'> & Readonly<{ openNeighbourhoods: number[] }>

/** Inspectors of the actor's districts by name, with what is open and their absences that end on or after `from`. */
export async function listInspectors(trx: Trx, from: string): Promise<InspectorRow[]> {
  const { rows } = await sql<InspectorRow>`
    select i.id, i.name, to_jsonb(i.districts) as "districtIds", i.open_files as "openFiles", to_jsonb(i.open_neighbourhoods) as "openNeighbourhoods",
      i.minimum, i.maximum, i.sex, (
        select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'from', b.from_day, 'to', b.to_day, 'kind', b.kind) order by b.from_day, b.id), '[]')
        from komsu.officer_absence b where b.officer_id = i.id and b.cancelled_at is null and b.to_day >= ${from}::date
      ) as absences
    from komsu.inspectors_here() i order by i.name, i.id`.execute(trx)
  return rows
}

export async function listAbsences(trx: Trx): Promise<Absences['items']> {
  const { rows } = await sql<Absences['items'][number]>`
    select b.id, jsonb_build_object('id', o.id, 'name', o.display_name) as officer, b.from_day as "from", b.to_day as "to", b.kind
    from komsu.officer_absence b join komsu.officer o on o.id = b.officer_id
    where b.cancelled_at is null and b.to_day >= current_date order by b.from_day, b.id`.execute(trx)
  return rows
}

/** An absence that overlaps one already recorded for the officer; undefined where none does. */
export async function findOverlap(trx: Trx, { officerId, from, to }: NewAbsence): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from komsu.officer_absence
    where officer_id = ${officerId} and cancelled_at is null and from_day <= ${to}::date and to_day >= ${from}::date limit 1`.execute(
    trx,
  )
  return rows[0]?.id
}

/** Absences of one officer are entered one after the other, so that two at once cannot overlap. */
export async function lockAbsences(trx: Trx, officerId: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('komsu.absence ' || ${officerId}::text, 0))`.execute(trx)
}

export async function insertAbsence(
  trx: Trx,
  absence: NewAbsence & { requestId: string; recordedBy: number },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into komsu.officer_absence (request_id, officer_id, from_day, to_day, kind, recorded_by)
    values (${absence.requestId}::uuid, ${absence.officerId}, ${absence.from}::date, ${absence.to}::date, ${absence.kind}, ${absence.recordedBy})
    returning id`.execute(trx)
  return rows[0]?.id ?? 0
}

/** Files open with the officer whose visits fall into the absence: for the chief to see, nothing is moved by itself. */
export async function countOpenFiles(trx: Trx, officerId: number): Promise<number> {
  const { rows } = await sql<{ files: number }>`
    select open_files as files from komsu.inspectors_here() where id = ${officerId}`.execute(trx)
  return rows[0]?.files ?? 0
}

export async function endAbsence(trx: Trx, id: number): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update komsu.officer_absence set cancelled_at = now() where id = ${id} and cancelled_at is null returning id`.execute(
    trx,
  )
  return rows.length > 0
}
