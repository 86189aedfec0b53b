import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type { FileFactName } from './change.contract.ts'

export type NewFact = Readonly<{
  householdId: number
  personId: number | null
  columns: Readonly<Record<string, string | number | boolean | null>>
  from: string
  provenance: string
  note: string | null
}>

/** Facts that are never about one person have no such column. */
const OF_HOUSEHOLD: ReadonlySet<FileFactName> = new Set<FileFactName>(['dwelling_fact', 'asset_fact', 'expense_fact'])

/** @returns its key */
export async function insertFact(trx: Trx, actor: Actor, fact: FileFactName, row: NewFact): Promise<number> {
  const columns: Record<string, string | number | boolean | null> = {
    household_id: row.householdId,
    ...(OF_HOUSEHOLD.has(fact) ? {} : { person_id: row.personId }),
    ...row.columns,
    valid_from: row.from,
    provenance: row.provenance,
    note: row.note,
    recorded_by: actor.officer.id,
  }
  const names = sql.join(Object.keys(columns).map(name => sql.ref(name)))
  const values = sql.join(Object.values(columns))
  const { rows } = await sql<{ id: number }>`
    insert into ${sql.table(`komsu.${fact}`)} (${names}) values (${values}) returning id`.execute(trx)
  return rows[0]?.id ?? 0
}

export type StandingFact = Readonly<{
  id: number
  person_id: number | null
  valid_from: string
  valid_to: string | null
  row: Record<string, unknown>
}>

/** A fact of a file, or of one joined into it; undefined where there is none. */
export async function findFact(
  trx: Trx,
  fact: FileFactName,
  at: { id: number; householdId: number },
): Promise<(StandingFact & { household_id: number }) | undefined> {
  const { rows } = await sql<StandingFact & { household_id: number }>`
    select f.id, f.household_id, to_jsonb(f) as row, (to_jsonb(f) ->> 'person_id')::bigint as person_id, f.valid_from, f.valid_to
    from ${sql.table(`komsu.${fact}`)} f where f.id = ${at.id} and f.household_id in (
      select id from komsu.household where id = ${at.householdId} or (joined_into_id is not null and joined_into_id = ${at.householdId}))`.execute(
    trx,
  )
  return rows[0]
}

type End = Readonly<{
  householdId: number
  fact: FileFactName
  factId: number
  kind: 'no_longer' | 'wrong'
  on: string
  reason: string
}>

/** Ends a fact; a trigger closes it. @throws check_violation fact_end_open when it holds no longer */
export async function insertFactEnd(trx: Trx, actor: Actor, end: End): Promise<void> {
  await sql`insert into komsu.fact_end (request_id, household_id, fact, fact_id, kind, ended_on, reason, recorded_by)
    values (${actor.requestId}::uuid, ${end.householdId}, ${end.fact}, ${end.factId}, ${end.kind}, ${end.on}, ${end.reason}, ${actor.officer.id})`.execute(
    trx,
  )
}
