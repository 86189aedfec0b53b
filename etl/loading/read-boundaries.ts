import type pg from 'pg'
import { AreaIndex, type IndexedArea } from '../geometry/area-index.ts'

const TABLES = {
  district: { table: 'komsu.district_boundary', id: 'district_id' },
  neighbourhood: { table: 'komsu.neighbourhood_boundary', id: 'neighbourhood_id' },
} as const

/** Outlines of one vintage, for work in memory. */
export async function readBoundaries(
  client: pg.PoolClient,
  level: keyof typeof TABLES,
  vintage: number,
): Promise<IndexedArea[]> {
  const { table, id } = TABLES[level]
  const found = await client.query(
    `select ${id} as id, st_asgeojson(geom, 9) as geom from ${table} where vintage_id = $1`,
    [vintage],
  )
  return found.rows.map(row => ({ id: Number(row.id), coordinates: JSON.parse(row.geom).coordinates }))
}

/** Index of the outlines of a province in force today; empty where none were imported. */
export async function indexBoundaries(
  client: pg.PoolClient,
  level: keyof typeof TABLES,
  provinceId: number,
): Promise<AreaIndex> {
  const found = await client.query(
    `select id from komsu.boundary_vintage where level = $1 and province_id = $2 and valid_to is null order by valid_from desc, id desc limit 1`,
    [level, provinceId],
  )
  const vintage = found.rows[0]?.id
  return new AreaIndex(vintage === undefined ? [] : await readBoundaries(client, level, vintage))
}
