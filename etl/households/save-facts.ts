import { type ImportSession, stage, touched } from '../loading/session.ts'
import type { FactRecord, FactTable } from './households.contract.ts'
import type { Batch, Filed } from './households.load.ts'

/** Columns that say which fact it is, and columns that hold it; `holds` where not all of them make it another fact. */
const TABLES: Record<
  FactTable,
  { key: readonly string[]; values: Readonly<Record<string, string>>; holds?: readonly string[] }
> = {
  income: { key: ['household_id', 'person_id', 'source'], values: { source: 'text', monthly_kurus: 'bigint' } },
  dwelling_fact: {
    key: ['household_id'],
    values: {
      tenure: 'text',
      kind: 'text',
      condition: 'text',
      heating: 'text',
      rooms: 'smallint',
      rent_kurus: 'bigint',
    },
  },
  health_fact: { key: ['household_id', 'person_id', 'kind'], values: { kind: 'text', degree_percent: 'smallint' } },
  schooling_fact: { key: ['household_id', 'person_id'], values: { level: 'text', is_attending: 'boolean' } },
  // A household has several phones, each once: one more ends none, and how it was written makes it no other.
  contact: {
    key: ['household_id', 'value_key'],
    values: { kind: 'text', value: 'text', value_key: 'text' },
    holds: ['value_key'],
  },
}

type Ids = Readonly<{ households: ReadonlyMap<string, number>; people: ReadonlyMap<string, number> }>

/**
 * Adds the dated facts of a batch that differ from those in force; the old ones end on the day the new ones begin. Facts
 * that began the same day are corrected in place, for two facts cannot hold on one day.
 */
export async function saveFacts(session: ImportSession, batch: Batch, ids: Ids): Promise<void> {
  for (const table of Object.keys(TABLES) as FactTable[]) {
    const facts = batch.rows.flatMap(row => row.facts.filter(fact => fact.table === table).map(fact => ({ row, fact })))
    if (facts.length > 0) await saveTable(session, table, { facts, ids, batch })
  }
}

async function saveTable(
  session: ImportSession,
  table: FactTable,
  what: { facts: readonly { row: Filed; fact: FactRecord }[]; ids: Ids; batch: Batch },
): Promise<void> {
  const { key, values, holds = Object.keys(values) } = TABLES[table]
  const hasPerson = table !== 'dwelling_fact'
  const like = {
    line: 'integer',
    household_id: 'bigint',
    ...(hasPerson ? { person_id: 'bigint' } : {}),
    ...values,
    valid_from: 'date',
  }
  const staged = new Map<string, (string | number | boolean | null)[]>()
  for (const { row, fact } of what.facts) {
    const household = what.ids.households.get(row.fileNo) ?? 0
    const person = fact.isOfPerson && row.person ? (what.ids.people.get(row.person.nationalId) ?? null) : null
    const one = `${household} ${table === 'contact' ? '' : (person ?? '')} ${fact.key}`
    if (!staged.has(one))
      staged.set(one, [
        row.line,
        household,
        ...(hasPerson ? [person] : []),
        ...Object.keys(values).map(column => fact.values[column] ?? null),
        row.asOf ?? session.date,
      ])
  }
  await stage(session, { name: 'fact_in', like }, staged.values())
  const lines = await write(session, table, {
    key,
    columns: Object.keys(like).filter(column => column !== 'line'),
    values: holds,
  })
  for (const line of lines) what.batch.outcomes.get(line)?.push('updated')
}

async function write(
  session: ImportSession,
  table: FactTable,
  how: { key: readonly string[]; columns: readonly string[]; values: readonly string[] },
): Promise<number[]> {
  const match = how.key.map(column => `f.${column} is not distinct from s.${column}`).join(' and ')
  const row = (alias: string) => `row(${how.values.map(column => `${alias}.${column}`).join(', ')})`
  const differs = `f.household_id = s.household_id and ${match} and f.valid_to is null and ${row('f')} is distinct from ${row('s')}`
  const set = how.values.map(column => `${column} = s.${column}`).join(', ')
  const corrected = await session.client.query(
    `update komsu.${table} f set ${set} from pg_temp.fact_in s where ${differs} and f.valid_from >= s.valid_from returning s.line`,
  )
  await touched(
    session,
    `update komsu.${table} f set valid_to = s.valid_from from pg_temp.fact_in s where ${differs} and f.valid_from < s.valid_from`,
  )
  const added = await session.client.query(
    `with fresh as (select * from pg_temp.fact_in s where not exists (select from komsu.${table} f where ${match} and f.valid_to is null)),
     written as (insert into komsu.${table} (${how.columns.join(', ')}, provenance) select ${how.columns.join(', ')}, 'import' from fresh)
     select line from fresh`,
  )
  return [...corrected.rows, ...added.rows].map(one => one.line)
}
