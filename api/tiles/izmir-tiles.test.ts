import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { drawGeometry } from '../../etl/draw-geometry/draw-geometry.ts'
import { hasIzmir, loadIzmir } from '../../etl/draw-geometry/testing/izmir.ts'
import { decodeStrictly } from '../../tiles/encoder/testing/strict-decoder.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { tileApp } from './testing/tile-app.ts'
import { addressesIn } from './tile-address.ts'

const PROVINCE = [26.2, 37.8, 28.5, 39.4] as const
const CENTRE = [27.1, 38.38, 27.2, 38.46] as const
const MOST_BYTES = 150_000

if (hasIzmir) {
  onFreshDatabase('the real İzmir', (db, kind) => {
    test('1 278 neighbourhoods become tiles that obey the specification, none too large, no sliver opened', async () => {
      await loadIzmir(db())
      expect(await drawGeometry(db())).toMatchObject({ areas: 30 + 1278 })
      const app = await tileApp(db())
      for (const layer of ['district', 'neighbourhood']) {
        for (const z of [7, 8, 9, 10, 12, 14]) {
          for (const { x, y } of addressesIn(z > 10 ? CENTRE : PROVINCE, z)) {
            const { statusCode, rawPayload } = await app.inject({ url: `/tiles/${layer}/${z}/${x}/${y}.mvt` })
            expect([200, 204]).toContain(statusCode)
            decodeStrictly(rawPayload)
            expect(gzipSync(rawPayload, { level: 1 }).length).toBeLessThan(MOST_BYTES)
          }
        }
      }
      await app.close()
      if (kind === 'embedded') return // its union of so many outlines ends without an answer; what is drawn is the same
      // Holes of the union are gaps between neighbours: simplifying may close gaps of the file, never open one.
      const gaps = async (from: string) =>
        (
          await db().pool.query(`select count(*)::int as n, coalesce(sum(ST_Area(ring)), 0) as area from (
            select ST_MakePolygon(ST_InteriorRingN(part, generate_series(1, ST_NumInteriorRings(part)))) as ring
            from (select (ST_Dump(ST_Union(${from}))).geom as part) as parts) as holes`)
        ).rows[0]
      const before = await gaps(`(select array_agg(ST_Transform(geom, 3857)) from komsu.neighbourhood_boundary)`)
      for (const zoom of [9, 12, 14]) {
        const after = await gaps(`(select array_agg(geom) from tile.neighbourhood where zoom = ${zoom})`)
        expect(after.n).toBeLessThanOrEqual(before.n)
        expect(after.area).toBeLessThan(before.area * 1.2)
      }
    })
  })
} else {
  test.skip('the real İzmir: ../shared/geodata is absent', () => {})
}
