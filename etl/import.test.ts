import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { UsageError } from '../api/platform/command.ts'
import { onFreshDatabase } from '../api/platform/testing/databases.ts'
import type { ImportKind, ImportOptions } from './import.contract.ts'
import { parseImport } from './import.ts'
import { importFile } from './import-file.ts'

describe('the command line', () => {
  it('is read whole', () => {
    const { kind, path, options } = parseImport([
      'points',
      'a.csv',
      '--map',
      'DURAK=code',
      '--map',
      'a=b=name',
      '--srid',
      'EPSG:5253',
      '--date',
      '21.11.2026',
      '--dry-run',
      '--point-kind',
      'bus_stop',
    ])
    expect([kind, path]).toEqual(['points', 'a.csv'])
    expect(options).toMatchObject({
      map: [
        ['DURAK', 'code'],
        ['a=b', 'name'],
      ],
      srid: 5253,
      date: '2026-11-21',
      dryRun: true,
      pointKind: 'bus_stop',
    })
  })
  it.each([
    [['mahalle', 'a.csv']],
    [['points']],
    [['points', 'a.csv', 'b.csv']],
    [['points', 'a.csv', '--map', 'x']],
    [['points', 'a.csv', '--reason', 'why']],
    [['points', 'a.csv', '--date', 'dün']],
    [['points', 'a.csv', '--srid', 'x']],
  ])('refuses %j', args => {
    expect(() => parseImport(args)).toThrow(UsageError)
  })
})

const GEODATA = resolve(import.meta.dirname, '../../shared/geodata')
const isThere = existsSync(GEODATA)
if (!isThere) console.warn('LEFT OUT: import of the real geodata (../shared/geodata is absent)')

onFreshDatabase('the real geodata', db => {
  const bring = (kind: ImportKind, file: string, options: ImportOptions = {}) =>
    importFile(db(), { kind, path: join(GEODATA, file), options })
  const twice = async (kind: ImportKind, file: string, options: ImportOptions = {}) =>
    [await bring(kind, file, options), await bring(kind, file, options)] as const

  it.runIf(isThere)(
    'İzmir: districts, neighbourhoods with their sources, streets, points, GeoPackage',
    { timeout: 600_000 },
    async () => {
      expect(await bring('districts', 'tr-address-registry/izmir_districts_2023.csv')).toMatchObject({
        read: 30,
        loaded: 30,
      })
      expect(
        await twice('districts', 'izmir-districts/izmir_districts_izbb_2024.geojson', { date: '2024-10-18' }),
      ).toMatchObject([{ loaded: 30, srid: 4326 }, { unchanged: 30 }])
      expect(await bring('neighbourhoods', 'tr-address-registry/izmir_mahalle_2024_pop2023.csv')).toMatchObject({
        loaded: 1311,
        rejected: [],
      })
      expect(
        await twice('neighbourhoods', 'izmir-mahalle-polygons/izmir_mahalle_hybrid.geojson', { date: '2024-10-18' }),
      ).toMatchObject([{ loaded: 1278, rejected: [] }, { unchanged: 1278 }])
      const sources = await db().pool.query(
        'select geom_source as source, is_approximate as approximate, count(*)::int as n from komsu.neighbourhood_boundary group by 1, 2 order by 1',
      )
      expect(sources.rows).toEqual([
        { source: 'surveyed_planx', approximate: false, n: 237 },
        { source: 'voronoi_assembly_area', approximate: true, n: 1021 },
        { source: 'voronoi_eshot_stop_name', approximate: true, n: 11 },
        { source: 'voronoi_geonames', approximate: true, n: 9 },
      ])
      expect(
        (
          await db().pool.query(
            `select year, count(*)::int as n from komsu.area_population where level = 'neighbourhood' group by 1 order by 1`,
          )
        ).rows.map(row => row.year),
      ).toEqual([2023, 2025])
      expect(await twice('streets', 'tr-address-registry/izmir_streets_2024.csv')).toMatchObject([
        { loaded: 65777, rejected: [] },
        { unchanged: 65777 },
      ])
      const stops: ImportOptions = {
        map: [
          ['DURAK_ID', 'code'],
          ['DURAK_ADI', 'name'],
          ['ENLEM', 'lat'],
          ['BOYLAM', 'lon'],
        ],
        pointKind: 'bus_stop',
      }
      expect(await bring('points', 'izmir-facilities/eshot_bus_stops_raw.csv', stops)).toMatchObject({
        read: 11783,
        loaded: 11783,
      })
      const areas = await bring('points', 'izmir-facilities/izmir_assembly_areas.csv', { pointKind: 'assembly_area' })
      expect([areas.read, areas.loaded + areas.rejected.length]).toEqual([2426, 2426])
      expect(new Set(areas.rejected.map(one => one.field))).toEqual(new Set(['lat', 'code'])) // 40 without coordinates, one code twice
      const planx = await bring('neighbourhoods', 'izmir-mahalle-polygons/planx_geostats_izmir_neighborhoods.gpkg', {
        date: '2026-05-21',
        reason: 'redigitised',
      })
      expect(planx).toMatchObject({
        read: 237,
        updated: 237,
        srid: 5253,
        rejected: [],
        vintage: { carried_over: 1041 },
      })
      expect(
        Number(
          (await db().pool.query('select count(*) as n from komsu.neighbourhood_boundary where not st_isvalid(geom)'))
            .rows[0].n,
        ),
      ).toBe(0)
    },
  )
  it.runIf(isThere)(
    'İstanbul as a second city: districts of the whole country’s file, neighbourhoods by geometry',
    { timeout: 600_000 },
    async () => {
      const options = { province: 34 }
      expect(await bring('districts', 'tr-admin/tr_districts_wof.geojson', options)).toMatchObject({
        read: 957,
        loaded: 39,
        skipped: 918,
        province: 34,
      })
      const [first, second] = await twice('neighbourhoods', 'istanbul/istanbul_neighbourhoods_wof.geojson', {
        ...options,
        districtFromGeometry: true,
      })
      expect(first.loaded + first.rejected.length).toBe(738)
      expect(first.loaded).toBeGreaterThan(690)
      expect(second).toMatchObject({ loaded: 0, updated: 0, unchanged: first.loaded })
      expect(
        Number(
          (
            await db().pool.query(
              'select count(distinct district_id) as n from komsu.neighbourhood n join komsu.district d on d.id = n.district_id where province_id = 34',
            )
          ).rows[0].n,
        ),
      ).toBeGreaterThan(20)
    },
  )
})
