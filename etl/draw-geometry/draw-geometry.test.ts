import { expect, test } from 'vitest'
import type { Database } from '../../api/platform/database.ts'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { drawGeometry } from './draw-geometry.ts'
import { buildSmallCity } from './testing/small-city.ts'

const versionOf = async (db: Database) =>
  (await db.pool.query(`select version from komsu.data_version where scope = 'geometry'`)).rows[0].version
const rowsOf = async (db: Database, text: string) => (await db.pool.query(text)).rows

onFreshDatabase('drawing', db => {
  test('an empty record draws nothing and fails nothing', async () => {
    expect(await drawGeometry(db())).toMatchObject({ areas: 0, streets: 0 })
  })

  test('areas, streets, water and points appear, and the geometry version goes up once', async () => {
    await buildSmallCity(db())
    const before = await versionOf(db())
    expect(await drawGeometry(db())).toMatchObject({ areas: 10, streets: 32 })
    expect(await versionOf(db())).toBe(before + 1)
    expect(await rowsOf(db(), 'select layer, features, approximate from tile.drawing order by layer')).toEqual([
      { layer: 'district', features: 2, approximate: 0 },
      { layer: 'neighbourhood', features: 8, approximate: 1 },
      { layer: 'point', features: 3, approximate: 0 },
      { layer: 'street', features: 32, approximate: 32 },
      { layer: 'water', features: 1, approximate: 0 },
    ])
    expect(await rowsOf(db(), 'select id from tile.neighbourhood where zoom = 14 order by id')).toHaveLength(8)
    expect(await rowsOf(db(), 'select 1 from tile.street where zoom = 15')).toHaveLength(32)
  })

  test('what is drawn is valid, and neighbours leave no gap and no overlap', async () => {
    for (const table of ['district', 'neighbourhood', 'water'])
      expect(
        await rowsOf(db(), `select zoom from tile.${table} where not ST_IsValid(geom) or ST_IsEmpty(geom)`),
      ).toEqual([])
    const [sums] = await rowsOf(
      db(),
      `select sum(ST_Area(geom)) - ST_Area(ST_Union(geom)) as overlap, ST_NumInteriorRings(ST_GeometryN(ST_Union(geom), 1)) as holes,
       ST_NumGeometries(ST_Multi(ST_Union(geom))) as parts from tile.neighbourhood where zoom = 11`,
    )
    expect(Math.abs(sums.overlap)).toBeLessThan(1)
    expect(sums).toMatchObject({ holes: 0, parts: 1 })
  })

  test('an area knows its box, its neighbours and the place of its name', async () => {
    const [area] = await rowsOf(
      db(),
      `select a.*, ST_Within(a.label, n.geom) as inside from tile.area a join tile.neighbourhood n on n.id = a.id and n.zoom = 14
       where a.level = 'neighbourhood' and a.id = 12`,
    )
    expect(area.neighbours.map(Number)).toEqual(expect.arrayContaining([11, 14, 21]))
    expect(area.inside).toBe(true)
    expect(area.west).toBeGreaterThan(27.0)
    expect(area.east).toBeLessThan(27.05)
    expect(await rowsOf(db(), `select level, count(*)::int as n from tile.area group by level order by level`)).toEqual(
      [
        { level: 'district', n: 2 },
        { level: 'neighbourhood', n: 8 },
        { level: 'province', n: 1 },
        { level: 'street', n: 32 },
      ],
    )
  })

  test('drawing again without a change does nothing; a change draws only what it touches', async () => {
    const version = await versionOf(db())
    const drawn = await rowsOf(db(), 'select layer, drawn_at from tile.drawing order by layer')
    await drawGeometry(db())
    expect(await versionOf(db())).toBe(version)
    expect(await rowsOf(db(), 'select layer, drawn_at from tile.drawing order by layer')).toEqual(drawn)
    await db().pool.query(`update komsu.neighbourhood set name = 'Yeni Ad' where id = 11`)
    await drawGeometry(db())
    expect(await versionOf(db())).toBe(version + 1)
    expect(await rowsOf(db(), `select name from tile.neighbourhood where id = 11 and zoom = 14`)).toEqual([
      { name: 'Yeni Ad' },
    ])
    const after = await rowsOf(db(), 'select layer, drawn_at from tile.drawing order by layer')
    expect(
      after.filter((row, i) => row.drawn_at.getTime() !== drawn[i].drawn_at.getTime()).map(row => row.layer),
    ).toEqual(['neighbourhood'])
  })

  test('a new vintage replaces the old one on the map; one that has not begun does not', async () => {
    const open = (from: string) =>
      db().pool.query(
        `with opened as (insert into komsu.boundary_vintage (level, province_id, valid_from, reason, source)
           values ('neighbourhood', 99, $1, 'merge', 'test') returning id)
         insert into komsu.neighbourhood_boundary (vintage_id, neighbourhood_id, geom, geom_source)
         select opened.id, 11, ST_Multi(ST_MakeEnvelope(27.0, 38.4, 27.005, 38.405, 4326)), 'later' from opened`,
        [from],
      )
    const source = async () =>
      rowsOf(db(), `select geom_source from tile.area where level = 'neighbourhood' and id = 11`)
    await open('2999-01-01')
    await drawGeometry(db())
    expect(await source()).toEqual([{ geom_source: 'test' }])
    await open('2025-01-01')
    await drawGeometry(db())
    expect(await source()).toEqual([{ geom_source: 'later' }])
  })

  test('the map role still reads what was replaced, and comments are kept', async () => {
    const client = await db().pool.connect()
    try {
      await client.query('begin; set local role komsu_map')
      expect((await client.query('select count(*)::int as n from tile.neighbourhood')).rows[0].n).toBeGreaterThan(0)
      expect(
        (await client.query('select * from tile.neighbourhood(12, 2355, 1577)')).rows.length,
      ).toBeGreaterThanOrEqual(0)
    } finally {
      await client.query('rollback')
      client.release()
    }
    const bare = await rowsOf(
      db(),
      `select c.relname, a.attname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
       where n.nspname = 'tile' and c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped
         and (obj_description(c.oid) is null or col_description(c.oid, a.attnum) is null)`,
    )
    expect(bare).toEqual([])
  })
})
