import { bulkLoad, copyLine } from '../../api/platform/bulk-load.ts'
import type { Drawing } from './draw-context.ts'
import type { Label } from './label-point.ts'
import { type Position, unproject } from './mercator.ts'
import { inChunks } from './next-table.ts'
import { pointHex } from './wkb.ts'

/** West, south, east, north in degrees. */
export type Box = readonly [number, number, number, number]

/** What tile.area says of an area or street. */
export type AreaEntry = Readonly<{
  id: number
  name: string
  source: string
  isApproximate: boolean
  box: Box
  neighbours?: readonly number[]
  label?: Label | undefined
}>

const COLUMNS = [
  'level',
  'id',
  'name',
  'west',
  'south',
  'east',
  'north',
  'geom_source',
  'is_approximate',
  'neighbours',
  'label_from_zoom',
  'label',
]

/** Replaces the entries of a level. @returns how many there are now */
export async function writeEntries(
  { db, client }: Drawing,
  level: 'district' | 'neighbourhood' | 'street',
  entries: Iterable<AreaEntry>,
): Promise<number> {
  await client.query('delete from tile.area where level = $1', [level])
  return bulkLoad(db, client, { table: 'tile.area', columns: COLUMNS, lines: inChunks(entryLines(level, entries)) })
}

/** A province is the box of its districts. */
export async function writeProvinces({ client }: Drawing): Promise<void> {
  await client.query(`delete from tile.area where level = 'province'`)
  await client.query(`insert into tile.area (level, id, name, west, south, east, north, geom_source, is_approximate)
    select 'province', p.id, p.name, min(a.west), min(a.south), max(a.east), max(a.north), min(a.geom_source), bool_or(a.is_approximate)
    from komsu.province p join komsu.district d on d.province_id = p.id join tile.area a on a.level = 'district' and a.id = d.id
    group by p.id`)
}

function* entryLines(level: string, entries: Iterable<AreaEntry>): Generator<string> {
  for (const entry of entries) {
    const [west, south, east, north] = entry.box
    yield copyLine([
      ...[level, entry.id, entry.name, west, south, east, north, entry.source, entry.isApproximate],
      `{${(entry.neighbours ?? []).join(',')}}`,
      entry.label?.fromZoom ?? null,
      entry.label ? pointHex(entry.label.at) : null,
    ])
  }
}

/** Box in degrees of points in Web Mercator metres. */
export function boxOf(points: readonly Position[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    west = Math.min(west, x)
    south = Math.min(south, y)
    east = Math.max(east, x)
    north = Math.max(north, y)
  }
  return [...unproject([west, south]), ...unproject([east, north])]
}
