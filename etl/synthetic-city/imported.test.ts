import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../api/platform/database.ts'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { turkishKey } from '../../api/platform/turkish.ts'
import { find, join } from './gates.ts'
import { synthesiseCity } from './synthesise.ts'

const FILE = resolve(import.meta.dirname, '../../../shared/geodata/izmir-mahalle-polygons/izmir_mahalle_hybrid.geojson')
const DISTRICTS = ['Balçova', 'Narlıdere', 'Konak']
const quiet = () => {}

if (!existsSync(FILE)) describe.skip(`the city on imported boundaries (left out: ${FILE} is absent)`, () => {})
else
  onFreshDatabase('the city on imported boundaries', db => {
    it('replaces the schematic one, lives on the real neighbourhoods and adopts the registry’s streets', {
      timeout: 300_000,
    }, async () => {
      await synthesiseCity(db(), { households: 300, seed: 5, streets: 300, districts: ['Balçova'] }, quiet)
      const loaded = await importNeighbourhoods(db())
      const answer = await synthesiseCity(db(), { households: 1500, seed: 5, streets: 1500 }, quiet)
      expect(answer).toMatchObject({
        places: 'imported',
        replaced: true,
        counts: { household: 1500, neighbourhood: loaded, district: DISTRICTS.length },
      })
      expect(await list(db(), `select count(*) from komsu.street_line where street_id = 700000001`)).toEqual([1])
      expect(await list(db(), `select count(*) from komsu.district`)).toEqual([DISTRICTS.length])
      expect(
        await list(
          db(),
          `select distinct n.district_id from komsu.household h join komsu.neighbourhood n on n.id = h.neighbourhood_id`,
        ),
      ).toHaveLength(DISTRICTS.length)
    })

    it('keeps to the residents of each neighbourhood', async () => {
      const [correlation] = await list(
        db(),
        `select corr(population, coalesce(households, 0)) from komsu.area_population p
         left join (select neighbourhood_id, count(*) as households from komsu.household group by 1) h on h.neighbourhood_id = p.area_id where p.level = 'neighbourhood'`,
      )
      expect(correlation).toBeGreaterThan(0.99)
    })

    it('joins all its streets into one network', async () => {
      const { rows } = await db().pool.query('select st_astext(geom) as line from komsu.street_line')
      const ids = new Map<string, number>()
      const lines = rows.map(({ line }: { line: string }) =>
        line
          .replace(/^.*\(\(|\)\)$/g, '')
          .split(',')
          .map(point => {
            const id = ids.get(point) ?? ids.size
            ids.set(point, id)
            return id
          }),
      )
      const root = Int32Array.from({ length: ids.size }, (_, i) => i)
      for (const line of lines) for (const id of line) join(root, line[0] ?? 0, id)
      expect(new Set(Array.from(root, (_, i) => find(root, i))).size).toBe(1)
    })
  })

type Feature = { properties: Record<string, string | number>; geometry: object }

/** A few districts of the hybrid file, straight into the tables, as `komsu import` would leave them. */
async function importNeighbourhoods(db: Database): Promise<number> {
  const { features } = JSON.parse(readFileSync(FILE, 'utf8')) as { features: Feature[] }
  const mine = features.filter(({ properties }) =>
    DISTRICTS.includes(String(properties.district_name ?? properties.district)),
  )
  const query = (text: string, values: unknown[]) => db.pool.query(text, values)
  const { rows } = await query(
    `insert into komsu.boundary_vintage (level, province_id, valid_from, reason, source) values ('neighbourhood', 35, '2024-01-01', 'first_import', 'test') returning id`,
    [],
  )
  for (const [i, name] of DISTRICTS.entries())
    await query('insert into komsu.district (id, province_id, name, name_key) values ($1, 35, $2, $3)', [
      1000 + i,
      name,
      turkishKey(name),
    ])
  for (const [i, { properties, geometry }] of mine.entries()) {
    const name = String(properties.name ?? properties.mahalle_name)
    const district = 1000 + DISTRICTS.indexOf(String(properties.district_name ?? properties.district))
    await query('insert into komsu.neighbourhood (id, district_id, name, name_key) values ($1, $2, $3, $4)', [
      50_000 + i,
      district,
      name,
      turkishKey(name),
    ])
    await query(
      `insert into komsu.neighbourhood_boundary (vintage_id, neighbourhood_id, geom, geom_source) values ($1, $2, st_multi(st_collectionextract(st_makevalid(st_setsrid(st_geomfromgeojson($3), 4326)), 3)), 'test')`,
      [rows[0].id, 50_000 + i, JSON.stringify(geometry)],
    )
    await query(
      `insert into komsu.area_population (level, area_id, year, population, source) values ('neighbourhood', $1, 2023, $2, 'test')`,
      [50_000 + i, Number(properties.population_2023 ?? 1000)],
    )
    await query(
      `insert into komsu.street (id, neighbourhood_id, name, name_key) values ($1, $2, '1. Sokak', '1 sokak')`,
      [700_000_001 + i, 50_000 + i],
    )
  }
  return mine.length
}

async function list(db: Database, sql: string): Promise<unknown[]> {
  const { rows } = await db.pool.query({ text: sql, rowMode: 'array' })
  return rows.map(row => row[0])
}
