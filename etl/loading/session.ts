import type pg from 'pg'
import { bulkLoad, type CopyValue, copyLine } from '../../api/platform/bulk-load.ts'
import type { Progress } from '../../api/platform/command.ts'
import type { Database } from '../../api/platform/database.ts'
import type { Extent } from '../geometry/province.ts'
import type { ImportKind, ImportOptions } from '../import.contract.ts'
import type { OpenedFile } from '../reading/read-file.ts'
import type { Tally } from './tally.ts'

/** Everything one import works with, inside its one transaction. */
export type ImportSession = Readonly<{
  kind: ImportKind
  db: Database
  client: pg.PoolClient
  file: OpenedFile
  options: ImportOptions
  province: Readonly<{ id: number; name: string; extent: Extent }>
  /** Today or --date, ISO. */
  date: string
  tally: Tally
  note: (text: string) => void
  progress: Progress
}>

/**
 * Fills a temporary table by COPY and drops it at the end of the transaction.
 * @param like columns as SQL types: `{ id: 'bigint', geom: 'geometry' }`
 * @returns rows staged
 */
export async function stage(
  { db, client }: Pick<ImportSession, 'db' | 'client'>,
  table: Readonly<{ name: string; like: Readonly<Record<string, string>> }>,
  rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>,
): Promise<number> {
  const columns = Object.keys(table.like)
  await client.query(`drop table if exists pg_temp.${table.name}`)
  await client.query(
    `create temporary table ${table.name} (${columns.map(column => `${column} ${table.like[column]}`).join(', ')}) on commit drop`,
  )
  const loaded = await bulkLoad(db, client, { table: `pg_temp.${table.name}`, columns, lines: copyLines(rows) })
  await client.query(`analyze pg_temp.${table.name}`)
  return loaded
}

const BATCH = 500 // rows handed to COPY at once

async function* copyLines(
  rows: Iterable<readonly CopyValue[]> | AsyncIterable<readonly CopyValue[]>,
): AsyncGenerator<string> {
  let lines: string[] = []
  for await (const row of rows) {
    lines.push(copyLine(row))
    if (lines.length < BATCH) continue
    yield lines.join('')
    lines = []
  }
  if (lines.length > 0) yield lines.join('')
}

/** Runs a statement and returns how many rows it touched. */
export async function touched(
  session: Pick<ImportSession, 'client'>,
  text: string,
  values: unknown[] = [],
): Promise<number> {
  return (await session.client.query(text, values)).rowCount ?? 0
}
