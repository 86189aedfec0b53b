import { once } from 'node:events'
import { createWriteStream, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Database } from './database.ts'

/** Chunks of COPY text format, as text or as its UTF-8 bytes. */
export type CopyLines = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>
export type CopyValue = string | number | boolean | null

/**
 * Loads rows into a table by COPY, on both databases: from standard input on a native one, from a file laid into its
 * data folder on the embedded one (whose COPY cannot read the socket). Runs in the caller's transaction.
 * @param client connection that holds the transaction
 * @param table  as `komsu.household`
 * @param lines  chunks of COPY text format, each ending with a newline (see `copyLine`)
 * @returns rows loaded
 */
export async function bulkLoad(
  db: Database,
  client: pg.ClientBase,
  target: { table: string; columns: readonly string[]; lines: CopyLines },
): Promise<number> {
  const into = `${target.table} (${target.columns.join(', ')})`
  if (db.embeddedFolder === undefined) {
    const stream = client.query(copyFrom(`copy ${into} from stdin`))
    await pipeline(target.lines, stream)
    return stream.rowCount
  }
  const file = join(db.embeddedFolder, `load-${process.pid}-${Math.random().toString(36).slice(2)}.txt`)
  try {
    await writeAll(file, target.lines)
    const result = await client.query(`copy ${into} from '/pglite/data/${basename(file)}'`)
    return result.rowCount ?? 0
  } finally {
    rmSync(file, { force: true })
  }
}

/** One row in COPY text format. Geometry goes in as EWKT or hex EWKB text. */
export function copyLine(values: readonly CopyValue[]): string {
  let line = ''
  for (let i = 0; i < values.length; i++) line += (i === 0 ? '' : '\t') + copyField(values[i] ?? null)
  return `${line}\n`
}

function copyField(value: CopyValue): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return /[\\\t\n\r]/.test(value) ? escaped(value) : value
  if (typeof value === 'boolean') return value ? 't' : 'f'
  return String(value)
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
}

async function writeAll(file: string, lines: CopyLines): Promise<void> {
  const out = createWriteStream(file)
  for await (const chunk of lines) if (!out.write(chunk)) await once(out, 'drain')
  out.end()
  await once(out, 'finish')
}
