import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

type Row = Readonly<{ version: string; document: unknown; validFrom: string }>

export async function findStored(trx: Trx, version: string): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select version, document, valid_from as "validFrom" from komsu.form_definition where version = ${version}`.execute(
    trx,
  )
  return rows[0]
}

/** The version new inspections use on a day; undefined: the one that ships. */
export async function findVersionOn(trx: Trx, day: string): Promise<string | undefined> {
  const { rows } = await sql<{ version: string }>`
    select version from komsu.form_definition where valid_from <= ${day}::date
    order by valid_from desc, recorded_at desc limit 1`.execute(trx)
  return rows[0]?.version
}

export async function listStored(trx: Trx): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select version, document, valid_from as "validFrom" from komsu.form_definition order by valid_from, recorded_at`.execute(
    trx,
  )
  return rows
}

export async function insertDefinition(
  trx: Trx,
  one: { version: string; document: unknown; validFrom: string; officerId: number },
): Promise<void> {
  await sql`insert into komsu.form_definition (version, document, valid_from, recorded_by)
    values (${one.version}, ${JSON.stringify(one.document)}::jsonb, ${one.validFrom}, ${one.officerId})`.execute(trx)
}
