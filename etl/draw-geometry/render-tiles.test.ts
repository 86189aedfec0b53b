import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { addressesIn, type Bounds } from '../../api/tiles/tile-address.ts'
import { tileStatement } from '../../api/tiles/tiles.queries.ts'
import { encodeTile, type TileRow } from '../../tiles/encoder/encode-tile.ts'
import { decodeStrictly } from '../../tiles/encoder/testing/strict-decoder.ts'
import { LAYERS } from '../../tiles/layers/layers.ts'
import { drawGeometry } from './draw-geometry.ts'
import { buildSmallCity } from './testing/small-city.ts'

type Rendered = { z: number; x: number; y: number; body: Buffer }

onFreshDatabase('rendered tiles', (db, kind) => {
  beforeAll(async () => {
    await buildSmallCity(db())
    await drawGeometry(db())
  })

  const renderedOf = async (layer: string): Promise<Rendered[]> =>
    (await db().pool.query('select z, x, y, body from tile.rendered where layer = $1', [layer])).rows
  const drawings = async () =>
    (await db().pool.query('select layer, rendered_to, west, south, east, north from tile.drawing')).rows

  test.skipIf(kind === 'embedded')(
    'every tile of every public layer is there, the same as made when asked for',
    async () => {
      for (const layer of LAYERS.filter(one => one.isPublic)) {
        const drawing = (await drawings()).find(one => one.layer === layer.id)
        expect(drawing.rendered_to).toBe(layer.maxzoom)
        const bounds: Bounds = [drawing.west, drawing.south, drawing.east, drawing.north]
        const rendered = new Map((await renderedOf(layer.id)).map(one => [`${one.z}/${one.x}/${one.y}`, one.body]))
        let made = 0
        for (let z = layer.minzoom; z <= layer.maxzoom; z++) {
          for (const { x, y } of addressesIn(bounds, z)) {
            const { rows } = await db().pool.query<TileRow>(tileStatement(layer, z, [x, y]))
            const tile = encodeTile(layer, rows)
            const body = rendered.get(`${z}/${x}/${y}`)
            if (tile.length > 0) made++
            expect(body ? plain(body).equals(tile) : tile.length === 0, `${layer.id} ${z}/${x}/${y}`).toBe(true)
          }
        }
        expect(made).toBeGreaterThan(0)
        for (const body of rendered.values()) expect(decodeStrictly(plain(body)).length).toBeGreaterThan(0)
      }
    },
  )

  test.skipIf(kind === 'embedded')(
    'a layer that lost everything has no tiles left, and the others keep theirs',
    async () => {
      await db().pool.query('delete from komsu.point')
      await drawGeometry(db())
      expect(await renderedOf('point')).toEqual([])
      expect((await renderedOf('street')).length).toBeGreaterThan(0)
    },
  )

  test.skipIf(kind === 'native')('the embedded database renders nothing and says so', async () => {
    expect(await renderedOf('neighbourhood')).toEqual([])
    expect((await drawings()).map(one => one.rendered_to)).toEqual([null, null, null, null, null])
  })
})

function plain(body: Buffer): Buffer {
  return body[0] === 0x1f && body[1] === 0x8b ? gunzipSync(body) : body
}
