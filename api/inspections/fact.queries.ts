import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { factTable } from './fact-tables.rules.ts'

export type OpenFact = Readonly<{ id: number; personId: number | null; kind: string | null; validFrom: string }>

/** Facts of a table in force on a day that are not a registry's: a registry's word ends with the registry. */
export async function listOpenFacts(trx: Trx, table: string, householdId: number, day: string): Promise<OpenFact[]> {
  const known = tableOf(table)
  const kind = known.apart ? sql.ref(known.apart) : sql`null`
  const person = known.about === 'household' ? sql`null::bigint` : sql.ref('person_id')
  const { rows } = await sql<OpenFact>`
    select id, ${person} as "personId", ${kind} as kind, valid_from as "validFrom" from ${sql.table(`komsu.${table}`)}
    where household_id = ${householdId} and provenance <> 'registry' and valid_from <= ${day}::date
      and (valid_to is null or valid_to > ${day}::date) order by id`.execute(trx)
  return rows
}

type Ending = Readonly<{
  requestId: string
  householdId: number
  table: string
  factId: number
  day: string
  reason: string
  officerId: number
}>

/** Ends a fact on a day (a trigger closes it). */
export async function endFact(trx: Trx, one: Ending): Promise<void> {
  await sql`insert into komsu.fact_end (request_id, household_id, fact, fact_id, kind, ended_on, reason, recorded_by)
    values (${one.requestId}, ${one.householdId}, ${one.table}, ${one.factId}, 'no_longer', ${one.day}, ${one.reason}, ${one.officerId})`.execute(
    trx,
  )
}

type NewFact = Readonly<{
  table: string
  householdId: number
  personId: number | null
  columns: Readonly<Record<string, string | number | boolean>>
  validFrom: string
  recordedBy: number
}>

/** Writes a fact of an inspection. Tables and columns come from FACT_TABLES, never from outside. */
export async function insertFact(trx: Trx, fact: NewFact): Promise<void> {
  const known = tableOf(fact.table)
  const own = Object.keys(known.columns).filter(name => Object.hasOwn(fact.columns, name) && name !== 'valid_from')
  const values: Record<string, string | number | boolean | null> = {
    ...Object.fromEntries(own.map(name => [name, fact.columns[name] ?? null])),
    household_id: fact.householdId,
    ...(known.about === 'household' ? {} : { person_id: fact.personId }),
    valid_from: fact.validFrom,
    provenance: 'inspection',
    recorded_by: fact.recordedBy,
  }
  const names = Object.keys(values)
  await sql`insert into ${sql.table(`komsu.${fact.table}`)} (${sql.join(names.map(name => sql.ref(name)))})
    values (${sql.join(names.map(name => values[name]))})`.execute(trx)
}

function tableOf(name: string) {
  const known = factTable(name)
  if (!known) throw new Error(`no fact table ${name}`)
  return known
}

export type FoundPerson = Readonly<{ id: number; nameKey: string; bornOn: string }>

/** People of the file now, to find those proposed on the spot and accepted meanwhile. */
export async function listPeople(trx: Trx, householdId: number): Promise<FoundPerson[]> {
  const { rows } = await sql<FoundPerson>`
    select id, name_key as "nameKey", born_on as "bornOn" from komsu.person where household_id = ${householdId}`.execute(
    trx,
  )
  return rows
}
