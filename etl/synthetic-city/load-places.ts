import type pg from 'pg'
import { bulkLoad, copyLine } from '../../api/platform/bulk-load.ts'
import type { Database } from '../../api/platform/database.ts'
import { turkishKey } from '../../api/platform/turkish.ts'
import type { Polygon } from './dissolve.ts'
import { DISTRICT_FACTS } from './districts.ts'
import { type Plane, ringText } from './plane.ts'
import type { SchematicPlaces } from './schematic-places.ts'

export type Session = Readonly<{ db: Database; client: pg.PoolClient }>

/** First day of schematic outlines: any real vintage begins later and takes over. */
const SCHEMATIC_FROM = '1900-01-01'

/** Writes the schematic province: sea, districts, neighbourhoods, outlines, populations. Areas of the same ids are taken over. */
export async function loadPlaces({ db, client }: Session, places: SchematicPlaces): Promise<void> {
  await client.query(
    `insert into komsu.province (id, name, name_key, is_schematic) values ($1, 'İzmir', $2, true)
     on conflict (id) do update set is_schematic = true`,
    [places.provinceId, turkishKey('İzmir')],
  )
  await client.query(
    `insert into komsu.water (province_id, kind, name, geom, source) values ($1, 'sea', 'Ege Denizi', $2, 'schematic')`,
    [places.provinceId, multiPolygonText(places.sea, places.plane)],
  )
  await saveAreas(client, places)
  const plane = places.plane
  await saveOutlines(
    { db, client },
    'district',
    places.provinceId,
    places.districts.map(({ id }, i) => [id, multiPolygonText(places.districtPolygons[i] ?? [], plane)]),
  )
  await saveOutlines(
    { db, client },
    'neighbourhood',
    places.provinceId,
    places.neighbourhoods.map(({ id, polygons }) => [id, multiPolygonText(polygons, plane)]),
  )
  await savePopulations(client, places)
}

async function saveAreas(client: pg.PoolClient, places: SchematicPlaces): Promise<void> {
  await client.query(
    `insert into komsu.district (id, province_id, name, name_key, seat)
     select id, $1, name, key, seat from unnest($2::bigint[], $3::text[], $4::text[], $5::text[]) as d (id, name, key, seat)
     on conflict (id) do update set name = excluded.name, name_key = excluded.name_key, seat = excluded.seat`,
    [
      places.provinceId,
      places.districts.map(d => d.id),
      places.districts.map(d => d.name),
      places.districts.map(d => turkishKey(d.name)),
      places.districts.map(d => d.seat),
    ],
  )
  await client.query(
    `insert into komsu.neighbourhood (id, district_id, name, name_key)
     select * from unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[])
     on conflict (id) do update set district_id = excluded.district_id, name = excluded.name, name_key = excluded.name_key`,
    [
      places.neighbourhoods.map(n => n.id),
      places.neighbourhoods.map(n => places.districts[n.district]?.id),
      places.neighbourhoods.map(n => n.name),
      places.neighbourhoods.map(n => turkishKey(n.name)),
    ],
  )
}

async function saveOutlines(
  { db, client }: Session,
  level: 'district' | 'neighbourhood',
  province: number,
  outlines: [number, string][],
): Promise<void> {
  const vintage = await openVintage(client, level, province)
  await bulkLoad(db, client, {
    table: `komsu.${level}_boundary`,
    columns: ['vintage_id', `${level}_id`, 'geom', 'geom_source', 'is_approximate'],
    lines: outlines.map(([id, geom]) => copyLine([vintage, id, geom, 'schematic', true])),
  })
}

/** Opens the schematic vintage of a level. */
export async function openVintage(
  client: pg.PoolClient,
  level: 'district' | 'neighbourhood' | 'street',
  province: number,
): Promise<number> {
  const { rows } = await client.query(
    `insert into komsu.boundary_vintage (level, province_id, valid_from, reason, source) values ($1, $2, $3, 'schematic', 'etl/synthetic-city') returning id`,
    [level, province, SCHEMATIC_FROM],
  )
  return rows[0].id
}

async function savePopulations(client: pg.PoolClient, places: SchematicPlaces): Promise<void> {
  const save = (level: string, areas: readonly { id: number; population: number }[], source: string) =>
    client.query(
      `insert into komsu.area_population (level, area_id, year, population, source)
       select $1, id, $2, population, $3 from unnest($4::bigint[], $5::int[]) as a (id, population)
       on conflict (level, area_id, year) do update set population = excluded.population, source = excluded.source`,
      [level, DISTRICT_FACTS.year, source, areas.map(({ id }) => id), areas.map(({ population }) => population)],
    )
  await save('district', places.districts, 'TÜİK ADNKS')
  await save('neighbourhood', places.neighbourhoods, 'schematic')
}

/** EWKT of polygons with their holes. */
export function multiPolygonText(polygons: readonly Polygon[], plane: Plane): string {
  return `SRID=4326;MULTIPOLYGON(${polygons.map(rings => `(${rings.map(ring => ringText(ring, plane)).join(',')})`).join(',')})`
}
