import type { Database } from '../../../api/platform/database.ts'

/** West, south, east, north of the small city, degrees. */
export const SMALL_CITY = [27.0, 38.4, 27.08, 38.44] as const
/** A point inside district 1 and one inside district 2, longitude and latitude. */
export const IN_DISTRICT_1 = [27.015, 38.413] as const
export const IN_DISTRICT_2 = [27.065, 38.413] as const

/** One of them needs more than 32 bits. */
export const POINT_IDS = [1, 2, 9_000_000_001]

type Place = [number, number]

/**
 * A made-up city of two districts with four neighbourhoods each (ids 11–14, 21–24), wavy borders, four streets in each
 * neighbourhood, a sea in the south and three points. Neighbourhood 24 is approximate. Committed; for databases of their own.
 */
export async function buildSmallCity(db: Database): Promise<void> {
  const q = (text: string, values: unknown[] = []) => db.pool.query(text, values)
  await q(`insert into komsu.province (id, name, name_key) values (99, 'Deneme', 'deneme')`)
  for (const district of [1, 2]) {
    await q(`insert into komsu.district (id, province_id, name, name_key) values ($1, 99, $2, 'x')`, [
      district,
      `İlçe ${district}`,
    ])
  }
  for (const level of ['district', 'neighbourhood', 'street'])
    await q(
      `insert into komsu.boundary_vintage (level, province_id, valid_from, reason, source) values ($1, 99, '2024-01-01', 'first_import', 'test')`,
      [level],
    )
  for (const district of [1, 2]) await addDistrict(q, district)
  await q(
    `insert into komsu.water (province_id, kind, name, geom, source) values (99, 'sea', 'Deniz', ST_Multi(ST_GeomFromText($1, 4326)), 'test')`,
    [wkt([...border(0, 8, 0), [27.08, 38.3], [27.0, 38.3]])],
  )
  for (const [i, kind] of ['solidarity_point', 'rail_stop', 'bus_stop'].entries())
    await q(
      `insert into komsu.point (id, kind, code, name, name_key, province_id, geom, source)
       values ($1, $2, 'p', $3, 'x', 99, ST_SetSRID(ST_MakePoint($4, 38.42), 4326), 'test')`,
      [POINT_IDS[i], kind, `Nokta ${i}`, 27.02 + i * 0.02],
    )
}

type Query = (text: string, values?: unknown[]) => Promise<unknown>

async function addDistrict(q: Query, district: number): Promise<void> {
  const column = (district - 1) * 4
  await q(
    `insert into komsu.district_boundary (vintage_id, district_id, geom, geom_source)
     select id, $1, ST_Multi(ST_GeomFromText($2, 4326)), 'test' from komsu.boundary_vintage where level = 'district'`,
    [district, wkt(block(column, column + 4, 0, 2))],
  )
  for (const [i, [east, north]] of [
    [0, 0],
    [2, 0],
    [0, 1],
    [2, 1],
  ].entries() as Iterable<[number, Place]>) {
    const id = district * 10 + i + 1
    await q(`insert into komsu.neighbourhood (id, district_id, name, name_key) values ($1, $2, $3, 'x')`, [
      id,
      district,
      `Mahalle ${id}`,
    ])
    await q(
      `insert into komsu.neighbourhood_boundary (vintage_id, neighbourhood_id, geom, geom_source, is_approximate)
       select id, $1, ST_Multi(ST_GeomFromText($2, 4326)), 'test', $3 from komsu.boundary_vintage where level = 'neighbourhood'`,
      [id, wkt(block(column + east, column + east + 2, north, north + 1)), id === 24],
    )
    for (let street = 0; street < 4; street++)
      await addStreet(q, id * 10 + street, id, [column + east, north + 0.2 + street / 5])
  }
}

async function addStreet(q: Query, id: number, neighbourhood: number, [column, row]: Place): Promise<void> {
  await q(`insert into komsu.street (id, neighbourhood_id, name, name_key, kind) values ($1, $2, $3, 'x', $4)`, [
    ...[id, neighbourhood, `${id}. Sokak`, id % 10 === 0 ? 'cadde' : 'sokak'],
  ])
  const line = [0.2, 0.7, 1.3, 1.8].map(along => at(column + along, row + along * 0.02).join(' '))
  await q(
    `insert into komsu.street_line (vintage_id, street_id, geom, geom_source, is_approximate)
     select id, $1, ST_Multi(ST_GeomFromText($2, 4326)), 'test', true from komsu.boundary_vintage where level = 'street'`,
    [id, `LINESTRING(${line.join(',')})`],
  )
}

/** Grid place → degrees, swayed so that no border is straight. */
function at(column: number, row: number): Place {
  return [27.0 + column * 0.01 + Math.sin(row * 9) * 3e-4, 38.4 + row * 0.02 + Math.sin(column * 7) * 4e-4]
}

const STEP = 1 / 32

/** A border along a row from one column to another. */
function border(from: number, to: number, row: number): Place[] {
  const points: Place[] = []
  for (let column = from; column <= to; column += STEP) points.push(at(column, row))
  return points
}

function block(west: number, east: number, south: number, north: number): Place[] {
  const side = (column: number) => {
    const points: Place[] = []
    for (let row = south + STEP; row < north; row += STEP) points.push(at(column, row))
    return points
  }
  return [...border(west, east, south), ...side(east), ...border(west, east, north).reverse(), ...side(west).reverse()]
}

function wkt(ring: readonly Place[]): string {
  return `POLYGON((${[...ring, ring[0] as Place].map(place => place.join(' ')).join(',')}))`
}
