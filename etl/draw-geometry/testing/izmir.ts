import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { bulkLoad, copyLine } from '../../../api/platform/bulk-load.ts'
import type { Database } from '../../../api/platform/database.ts'

const GEODATA = resolve(import.meta.dirname, '../../../../shared/geodata')
const DISTRICTS = `${GEODATA}/izmir-districts/izmir_districts_izbb_2024.geojson`
const NEIGHBOURHOODS = `${GEODATA}/izmir-mahalle-polygons/izmir_mahalle_hybrid.geojson`

export const hasIzmir = existsSync(DISTRICTS) && existsSync(NEIGHBOURHOODS)

type Feature = {
  id: number
  properties: { name: string; district_id: number; geom_source?: string }
  geometry: { type: 'Polygon'; coordinates: number[][][] } | { type: 'MultiPolygon'; coordinates: number[][][][] }
}

/** The real districts and neighbourhoods of İzmir, straight into the record; the importer has tests of its own. */
export async function loadIzmir(db: Database): Promise<void> {
  const client = await db.pool.connect()
  const load = (table: string, columns: string[], rows: (string | number | boolean)[][]) =>
    bulkLoad(db, client, { table: `komsu.${table}`, columns, lines: rows.map(row => copyLine(row)) })
  await client.query('begin')
  await client.query(`insert into komsu.province (id, name, name_key) values (35, 'İzmir', 'izmir')`)
  for (const [level, file] of [
    ['district', DISTRICTS],
    ['neighbourhood', NEIGHBOURHOODS],
  ] as const) {
    const features: Feature[] = JSON.parse(readFileSync(file, 'utf8')).features
    const parent = level === 'district' ? 'province_id' : 'district_id'
    const { rows } = await client.query(
      `insert into komsu.boundary_vintage (level, province_id, valid_from, reason, source) values ($1, 35, '2024-01-01', 'first_import', 'test') returning id`,
      [level],
    )
    await load(
      level,
      ['id', parent, 'name', 'name_key'],
      features.map(({ id, properties }) => [
        id,
        level === 'district' ? 35 : properties.district_id,
        properties.name,
        'x',
      ]),
    )
    await load(
      `${level}_boundary`,
      ['vintage_id', `${level}_id`, 'geom', 'geom_source'],
      features.map(({ id, properties, geometry }) => [
        rows[0].id,
        id,
        ewkt(geometry),
        properties.geom_source ?? 'izbb',
      ]),
    )
  }
  await client.query('commit')
  client.release()
}

function ewkt(geometry: Feature['geometry']): string {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const ring = (points: number[][]) => `(${points.map(point => `${point[0]} ${point[1]}`).join(',')})`
  return `SRID=4326;MULTIPOLYGON(${polygons.map(rings => `(${rings.map(ring).join(',')})`).join(',')})`
}
