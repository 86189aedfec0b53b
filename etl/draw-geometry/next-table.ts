import { bulkLoad } from '../../api/platform/bulk-load.ts'
import type { Drawing } from './draw-context.ts'

/** Zooms each drawn table has a partition for. */
export const ZOOMS = {
  district: [4, 5, 6, 7, 8, 9, 10, 11, 12],
  neighbourhood: [7, 8, 9, 10, 11, 12, 13, 14],
  water: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
  street: [9, 11, 13, 15],
} as const

export type DrawnTable = keyof typeof ZOOMS

/**
 * Replaces a drawn table by a new one. The new rows are loaded and indexed beside the old ones, which are served until
 * the transaction ends; only the change of names at the end takes a lock.
 * @param lines COPY lines in Hilbert order, per zoom
 * @param mend SQL run on the new table before it is indexed
 */
export async function replaceTable(
  drawing: Drawing,
  table: DrawnTable,
  content: { columns: readonly string[]; lines: Iterable<string>; mend?: string },
): Promise<void> {
  const { client, db } = drawing
  const next = `tile.${table}_next`
  await client.query(`create table ${next} (like tile.${table} including comments) partition by list (zoom)`)
  for (const zoom of ZOOMS[table]) await client.query(partition(table, zoom))
  await bulkLoad(db, client, { table: next, columns: content.columns, lines: inChunks(content.lines) })
  if (content.mend) await client.query(content.mend)
  await client.query(`create index on ${next} using gist (geom)`)
  await client.query(`grant select on ${next} to komsu_map`)
  for (const zoom of ZOOMS[table]) await client.query(`analyze ${next}_${zoom}`) // a query reads one partition, never the whole
  await client.query(swap(table))
}

const CHUNK = 1 << 18

/** Joins COPY lines to pieces worth a write. */
export function* inChunks(lines: Iterable<string>): Generator<string> {
  let chunk = ''
  for (const line of lines) {
    chunk += line
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = ''
  }
  if (chunk) yield chunk
}

// EXTERNAL: long outlines go out of line but uncompressed; unpacking them cost more than reading them.
function partition(table: DrawnTable, zoom: number): string {
  return `create table tile.${table}_next_${zoom} partition of tile.${table}_next for values in (${zoom});
    alter table tile.${table}_next_${zoom} alter column geom set storage external;`
}

function swap(table: DrawnTable): string {
  const partitions = ZOOMS[table].map(zoom => `alter table tile.${table}_next_${zoom} rename to ${table}_${zoom};`)
  return `do $$ begin execute format('comment on table tile.${table}_next is %L', obj_description('tile.${table}'::regclass)); end $$;
    drop table tile.${table};
    alter table tile.${table}_next rename to ${table};
    ${partitions.join('\n')}`
}
