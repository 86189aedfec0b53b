import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

export type FileRow = Readonly<{ householdId: number; districtId: number }>

/** Households whose files a scheme decides on: inspected within the 24 months an inspection holds (001 · 19.14), by key. */
export async function listScoredFiles(trx: Trx, day: string): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select h.id as "householdId", h.district_id as "districtId"
    from komsu.household h
    where (h.dissolved_on is null or h.dissolved_on > ${day}::date) and h.id in (
      select i.household_id from komsu.inspection i
      where i.control = 'passed' and i.visited_on <= ${day}::date and i.visited_on > ${day}::date - interval '24 months')
    order by h.id`.execute(trx)
  return rows
}

/** Mean monthly amount (kuruş) and months of the grants of money of the last twelve months; nulls where there were none. */
export async function meanGrant(trx: Trx, day: string): Promise<{ amountKurus: number | null; months: number | null }> {
  const { rows } = await sql<{ amountKurus: number | null; months: number | null }>`
    select round(avg(amount_kurus))::bigint as "amountKurus", round(avg(months))::integer as months from komsu.decision
    where outcome = 'grant' and amount_kurus is not null and decided_on <= ${day}::date and decided_on > ${day}::date - interval '12 months'`.execute(
    trx,
  )
  return rows[0] ?? { amountKurus: null, months: null }
}

export async function disclosureMinimum(trx: Trx, day: string): Promise<number> {
  const { rows } = await sql<{
    least: number | null
  }>`select komsu.parameter_on('disclosure_minimum', ${day}::date) as least`.execute(trx)
  return Math.max(5, rows[0]?.least ?? 5)
}

export async function districtNames(trx: Trx): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`select id, name from komsu.district`.execute(trx)
  return new Map(rows.map(row => [row.id, row.name]))
}
