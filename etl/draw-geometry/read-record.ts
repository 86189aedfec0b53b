import type { Drawing } from './draw-context.ts'
import type { Position } from './mercator.ts'
import { type Polygon, readLines, readPolygons } from './wkb.ts'

export type DrawnArea = Readonly<{
  id: number
  name: string
  source: string
  isApproximate: boolean
  polygons: Polygon[]
}>

export type StreetLine = Omit<DrawnArea, 'polygons'> & Readonly<{ kind: string; lines: Position[][] }>

export type Water = Readonly<{ kind: string; name: string; polygons: Polygon[] }>

/** Vintages that hold today; where two of a province overlap the newer one wins. */
export const IN_FORCE = `v.valid_from <= current_date and (v.valid_to is null or v.valid_to > current_date)`

type Row = {
  id: number
  name: string
  geom_source: string
  is_approximate: boolean
  kind: string
  wkb: Buffer
}

/** Provinces there are, in order. Geometry is read and drawn province by province, so memory is bounded by the largest. */
export async function readProvinces({ client }: Drawing): Promise<{ id: number; name: string }[]> {
  return (await client.query('select id, name from komsu.province order by id')).rows
}

/** Outlines in force of a province's districts or neighbourhoods, by id. */
export async function readAreas(
  { client }: Drawing,
  level: 'district' | 'neighbourhood',
  provinceId: number,
): Promise<DrawnArea[]> {
  const { rows } = await client.query<Row>(
    `select distinct on (a.id) a.id, a.name, b.geom_source, b.is_approximate, ST_AsBinary(b.geom) as wkb
     from komsu.boundary_vintage v join komsu.${level}_boundary b on b.vintage_id = v.id join komsu.${level} a on a.id = b.${level}_id
     where v.level = '${level}' and v.province_id = $1 and ${IN_FORCE} and (a.valid_to is null or a.valid_to > current_date)
     order by a.id, v.valid_from desc`,
    [provinceId],
  )
  return rows.map(row => ({ ...identity(row), polygons: readPolygons(row.wkb) }))
}

const PAGE = 10_000

/** Street lines in force of a province, by id, in pages. */
export async function* readStreets({ client }: Drawing, provinceId: number): AsyncGenerator<StreetLine[]> {
  let after = 0
  while (true) {
    const { rows } = await client.query<Row>(
      `select distinct on (s.id) s.id, s.name, s.kind, b.geom_source, b.is_approximate, ST_AsBinary(b.geom) as wkb
       from komsu.boundary_vintage v join komsu.street_line b on b.vintage_id = v.id join komsu.street s on s.id = b.street_id
       where v.level = 'street' and v.province_id = $1 and ${IN_FORCE} and (s.valid_to is null or s.valid_to > current_date)
         and s.id > $2
       order by s.id, v.valid_from desc limit ${PAGE}`,
      [provinceId, after],
    )
    if (rows.length > 0) yield rows.map(row => ({ ...identity(row), kind: row.kind, lines: readLines(row.wkb) }))
    if (rows.length < PAGE) return
    after = rows.at(-1)?.id ?? after
  }
}

/** Water bodies of a province. */
export async function readWater({ client }: Drawing, provinceId: number): Promise<Water[]> {
  const { rows } = await client.query<Row>(
    `select kind, coalesce(name, '') as name, ST_AsBinary(geom) as wkb from komsu.water where province_id = $1 order by id`,
    [provinceId],
  )
  return rows.map(row => ({ kind: row.kind, name: plain(row.name), polygons: readPolygons(row.wkb) }))
}

function identity(row: Row) {
  return { id: row.id, name: plain(row.name), source: row.geom_source, isApproximate: row.is_approximate }
}

/** Names travel to the encoder joined by U+001F (sql/tiles), so control characters may not be in them. */
function plain(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return name.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
}
