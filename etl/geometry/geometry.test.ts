import type { Position } from 'geojson'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { onEachDatabase, rolledBack } from '../../api/platform/testing/databases.ts'
import { AreaIndex } from './area-index.ts'
import { hexEwkb } from './hex-ewkb.ts'
import { type MendedGeometry, mendGeometry } from './mend-geometry.ts'
import { bySrid, chooseProjection } from './projection.ts'
import { extentAround } from './province.ts'
import { splitLine } from './split-line.ts'

const extent = extentAround({ lon: 27.14, lat: 38.42 })
const izmir = { name: 'İzmir', extent }
const degrees = chooseProjection([[27.1, 38.4]], null, izmir)
const at = (x: number, y: number): Position => [27 + x / 100, 38 + y / 100]
const polygon = (...rings: Position[][]) =>
  mendGeometry({ type: 'Polygon', coordinates: rings }, { projection: degrees, extent, wanted: 'polygon' })
const areaOf = (mended: MendedGeometry) =>
  mended.kind === 'polygon'
    ? mended.coordinates.reduce((sum, rings) => sum + rings.reduce((part, ring) => part + signed(ring), 0), 0)
    : 0
const signed = (ring: Position[]) => ring.slice(1).reduce((sum, b, i) => sum + cross(ring[i] ?? b, b), 0) / 2 / 1e-4
const cross = (a: Position, b: Position) =>
  ((a[0] ?? 0) - 27) * ((b[1] ?? 0) - 38) - ((b[0] ?? 0) - 27) * ((a[1] ?? 0) - 38)

describe('mending polygons', () => {
  it('leaves a good one alone', () => {
    const good = [at(0, 0), at(4, 0), at(4, 4), at(0, 4), at(0, 0)]
    expect(polygon(good)).toEqual({ kind: 'polygon', coordinates: [[good]], mended: [] })
  })
  it('turns a bow-tie into two triangles', () => {
    const mended = polygon([at(0, 0), at(4, 4), at(4, 0), at(0, 4), at(0, 0)])
    expect(mended).toMatchObject({ kind: 'polygon', mended: ['self_intersection'] })
    expect(mended.kind === 'polygon' && mended.coordinates.length).toBe(2)
    expect(areaOf(mended)).toBeCloseTo(8, 6)
  })
  it('removes a spike, repeated vertices, closes a ring', () => {
    const mended = polygon([at(0, 0), at(0, 0), at(4, 0), at(4, 4), at(2, 4), at(2, 9), at(2, 4), at(0, 4)])
    expect(mended).toMatchObject({ mended: ['unclosed_ring', 'self_intersection'] })
    expect(areaOf(mended)).toBeCloseTo(16, 6)
  })
  it('makes holes of what lies inside, shells of what lies outside', () => {
    const shell = [at(0, 0), at(4, 0), at(4, 4), at(0, 4), at(0, 0)]
    expect(areaOf(polygon(shell, [at(8, 0), at(9, 0), at(9, 1), at(8, 1), at(8, 0)]))).toBeCloseTo(17, 6)
    const nested = mendGeometry(
      { type: 'MultiPolygon', coordinates: [[shell], [[at(1, 1), at(2, 1), at(2, 2), at(1, 2), at(1, 1)]]] },
      { projection: degrees, extent, wanted: 'polygon' },
    )
    expect(areaOf(nested)).toBeCloseTo(15, 6)
  })
  it('names what it cannot mend', () => {
    expect(polygon([at(0, 0), at(1, 0), at(2, 0), at(0, 0)])).toMatchObject({ fault: 'no_area' })
    expect(polygon([])).toMatchObject({ fault: 'no_geometry' })
    expect(polygon([at(0, 0), [Number.NaN, 38], at(2, 0), at(0, 0)])).toMatchObject({ fault: 'not_a_number' })
    expect(
      polygon([
        [32, 39],
        [33, 39],
        [33, 40],
        [32, 39],
      ]),
    ).toMatchObject({ fault: 'out_of_province', place: [32, 39] })
    expect(mendGeometry(null, { projection: degrees, extent, wanted: 'point' })).toMatchObject({ fault: 'no_geometry' })
  })
  it('puts swapped axes right', () => {
    const point = mendGeometry(
      { type: 'Point', coordinates: [38.4, 27.1] },
      { projection: degrees, extent, wanted: 'point' },
    )
    expect(point).toEqual({ kind: 'point', coordinates: [27.1, 38.4], mended: ['swapped_axes'] })
  })
})

describe('coordinate systems', () => {
  // Reference: ST_Transform (PROJ 9.1) of 27.14 38.42.
  it.each([
    [5253, [512226.09, 4254127.49]],
    [3857, [3021210.98, 4638928.81]],
  ] as const)('guesses EPSG:%i from metres', (srid, [x, y]) => {
    const [lon, lat] = bySrid(srid)([x, y])
    expect(lon).toBeCloseTo(27.14, 6)
    expect(lat).toBeCloseTo(38.42, 6)
    expect(chooseProjection([[x, y]], null, izmir)).toMatchObject({ srid, isSwapped: false })
    expect(chooseProjection([[y, x]], null, izmir)).toMatchObject({ srid, isSwapped: true })
    expect(chooseProjection([[x, y]], { srid: 4326, definition: null }, izmir).guess?.[0]).toContain(`EPSG:${srid}`)
  })
  it('asks for --srid when nothing fits', () => {
    expect(() => chooseProjection([[1, 9e6]], null, izmir)).toThrow(/--srid/)
    expect(() => bySrid(9999)).toThrow(/EPSG:9999/)
  })
})

describe('cutting lines at borders', () => {
  const square = (id: number, x: number) => ({
    id,
    coordinates: [[[at(x, 0), at(x + 1, 0), at(x + 1, 1), at(x, 1), at(x, 0)]]],
  })
  const areas = new AreaIndex([square(1, 0), square(2, 1)])
  it('gives each area its piece and a brush with a border nothing', () => {
    const both = splitLine([at(0.2, 0.5), at(1.8, 0.5)], areas)
    expect([...both.keys()]).toEqual([1, 2])
    expect(both.get(1)?.[0]?.at(-1)?.[0]).toBeCloseTo(27.01, 6)
    expect([...splitLine([at(0.2, 0.5), at(1.005, 0.5)], areas).keys()]).toEqual([1])
    expect(splitLine([at(5, 5), at(6, 6)], areas).size).toBe(0)
  })
})

onEachDatabase('mended polygons are valid to PostGIS', db => {
  it('whatever was drawn', () =>
    rolledBack(db(), async trx => {
      let seed = 7
      const random = () => {
        seed = (seed * 16807) % 2147483647
        return seed / 2147483647
      }
      const shapes: string[] = []
      for (let i = 0; i < 600; i++) {
        const grid = [4, 12, 1e6][i % 3] ?? 4
        const ring = () =>
          Array.from({ length: 3 + Math.floor(random() * 12) }, () =>
            at(Math.floor(random() * grid) / grid, Math.floor(random() * grid) / grid),
          )
        const mended = polygon(...Array.from({ length: 1 + (i % 2) }, ring))
        if (mended.kind === 'polygon') shapes.push(hexEwkb(mended))
        else expect(mended).toMatchObject({ fault: expect.stringMatching(/no_area|no_geometry/) })
      }
      expect(shapes.length).toBeGreaterThan(550)
      const bad = await sql<{
        why: string
      }>`select st_isvalidreason(g::geometry) as why from unnest(${shapes}::text[]) g where not st_isvalid(g::geometry)`.execute(
        trx,
      )
      expect(bad.rows).toEqual([])
    }))
})
