import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawGeometry } from '../../etl/draw-geometry/draw-geometry.ts'
import { buildSmallCity, IN_DISTRICT_1, POINT_IDS, SMALL_CITY } from '../../etl/draw-geometry/testing/small-city.ts'
import { decodeStrictly, ringArea } from '../../tiles/encoder/testing/strict-decoder.ts'
import { LAYERS } from '../../tiles/layers/layers.ts'
import type { App } from '../platform/http/slice.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { tileApp } from './testing/tile-app.ts'
import { addressesIn } from './tile-address.ts'

const [LON, LAT] = IN_DISTRICT_1
const [IN_TILE] = addressesIn([LON, LAT, LON, LAT], 12)
const TILE = `/tiles/neighbourhood/12/${IN_TILE?.x}/${IN_TILE?.y}.mvt`

/** Tiles by database, to be the same in the end. */
const made: Record<string, Record<string, string>> = { native: {}, embedded: {} }

onFreshDatabase('tiles', (db, kind) => {
  let app: App
  beforeAll(async () => {
    await buildSmallCity(db())
    await drawGeometry(db())
    app = await tileApp(db())
  })
  afterAll(() => app.close())
  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

  test('every tile of every layer obeys the specification and the contract', async () => {
    for (const layer of LAYERS.filter(one => one.isPublic)) {
      let features = 0
      for (let z = layer.minzoom; z <= layer.maxzoom; z++) {
        for (const { x, y } of addressesIn(SMALL_CITY, z)) {
          const { statusCode, rawPayload } = await get(`/tiles/${layer.id}/${z}/${x}/${y}.mvt`)
          expect([200, 204]).toContain(statusCode)
          for (const part of decodeStrictly(rawPayload)) {
            features += part.features.length
            const shape = Object.values(layer.parts).find(one => one.name === part.name)
            for (const feature of part.features) {
              expect(['', 'point', 'line', 'polygon'][feature.type]).toBe(shape?.kind)
              expect(Object.keys(shape?.fields ?? {})).toEqual(expect.arrayContaining(Object.keys(feature.properties)))
              expect(feature.id !== undefined).toBe(shape?.hasIds)
            }
          }
          if (z <= 12) (made[kind] ?? {})[`${layer.id}/${z}/${x}/${y}`] = rawPayload.toString('base64')
        }
      }
      expect(features).toBeGreaterThan(0)
    }
  })

  test('areas in a tile inside the city leave no sliver: their parts add up to the tile', async () => {
    const [inner] = addressesIn([27.0201, 38.42, 27.0201, 38.42], 15)
    const { z, x, y } = { z: 14, x: (inner?.x ?? 0) >> 1, y: (inner?.y ?? 0) >> 1 }
    const [layer] = decodeStrictly((await get(`/tiles/neighbourhood/${z}/${x}/${y}.mvt`)).rawPayload)
    const sum = layer?.features.flatMap(feature => feature.parts).reduce((total, ring) => total + ringArea(ring), 0)
    expect(layer?.features.length).toBeGreaterThan(1)
    expect(sum).toBe((4096 + 128) ** 2)
  })

  test('one neighbourhood is approximate and says so; labels stand in exactly one tile', async () => {
    const found = { approximate: new Set<number>(), labels: [] as number[] }
    for (const { x, y } of addressesIn(SMALL_CITY, 14)) {
      for (const part of decodeStrictly((await get(`/tiles/neighbourhood/14/${x}/${y}.mvt`)).rawPayload)) {
        for (const feature of part.features) {
          if (part.name === 'neighbourhood_label') found.labels.push(feature.id ?? 0)
          else if (feature.properties.approximate) found.approximate.add(feature.id ?? 0)
        }
      }
    }
    expect([...found.approximate]).toEqual([24])
    expect(found.labels.sort()).toEqual([11, 12, 13, 14, 21, 22, 23, 24])
  })

  test('ids arrive whole, also those above 2^32', async () => {
    const found: number[] = []
    for (const { x, y } of addressesIn(SMALL_CITY, 15))
      for (const { features } of decodeStrictly((await get(`/tiles/point/15/${x}/${y}.mvt`)).rawPayload))
        found.push(...features.flatMap(feature => feature.id ?? []))
    expect([...new Set(found)].sort((a, b) => a - b)).toEqual(POINT_IDS)
  })

  test('br, gzip and identity hold the same tile; each has a strong ETag of its own', async () => {
    const plain = await get(TILE)
    const zipped = await get(TILE, { 'accept-encoding': 'gzip, deflate' })
    const brotli = await get(TILE, { 'accept-encoding': 'br' })
    expect(zipped.headers['content-encoding']).toBe('gzip')
    expect(brotli.headers['content-encoding']).toBe('br')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(gunzipSync(zipped.rawPayload).equals(plain.rawPayload)).toBe(true)
    expect(brotliDecompressSync(brotli.rawPayload).equals(plain.rawPayload)).toBe(true)
    const etags = [plain, zipped, brotli].map(answer => String(answer.headers.etag))
    expect(new Set(etags).size).toBe(3)
    for (const etag of etags) expect(etag).toMatch(/^"[\w-]+"$/)
    expect(plain.headers).toMatchObject({
      'content-type': 'application/vnd.mapbox-vector-tile',
      vary: 'accept-encoding',
    })
  })

  test('who has the tile gets 304; only the right version may be kept for ever', async () => {
    const { headers } = await get(TILE)
    const again = await get(TILE, { 'if-none-match': `"other", W/${headers.etag}` })
    expect([again.statusCode, again.rawPayload.length, again.headers.etag]).toEqual([304, 0, headers.etag])
    expect((await get(TILE, { 'if-none-match': '"other"' })).statusCode).toBe(200)
    const { tiles } = (await get('/tiles/neighbourhood.json')).json()
    const version = /\?v=(\d+)$/.exec(tiles[0])?.[1]
    expect((await get(`${TILE}?v=${version}`)).headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect((await get(`${TILE}?v=0`)).headers['cache-control']).not.toMatch(/immutable/)
    expect(headers['cache-control']).not.toMatch(/immutable/)
  })

  test('empty tiles, also outside the layer’s zooms, are 204', async () => {
    for (const url of [
      '/tiles/neighbourhood/12/0/0.mvt',
      '/tiles/neighbourhood/3/4/3.mvt',
      '/tiles/street/16/1/1.mvt',
    ]) {
      const answer = await get(url)
      expect([answer.statusCode, answer.rawPayload.length]).toEqual([204, 0])
      expect((await get(url)).statusCode).toBe(204)
    }
  })

  test.each([
    '12/4096/0.mvt',
    '12/0/-1.mvt',
    '23/0/0.mvt',
    'a/b/c.mvt',
    '1.5/0/0.mvt',
    '12/1.mvt',
    '12/1/1.pbf',
    '12/1/1',
    '',
  ])('address %s is refused as bad', async address => {
    const answer = await get(`/tiles/neighbourhood/${address}`)
    expect([answer.statusCode, answer.json().type]).toEqual([400, 'bad-tile-address'])
  })

  test('an unknown layer is 404, for its tiles and its description, also with a bad address', async () => {
    for (const url of [
      '/tiles/nothing.json',
      '/tiles/nothing/1/1/1.mvt',
      '/tiles/nothing/a/1/1.mvt',
      '/tiles/constructor/1/1/1.mvt',
    ]) {
      const answer = await get(url)
      expect([answer.statusCode, answer.json().type]).toEqual([404, 'unknown-layer'])
    }
  })

  test('TileJSON says where, what and how true it is', async () => {
    const json = (await get('/tiles/neighbourhood.json', { host: 'komsu.example:8080' })).json()
    expect(json).toMatchObject({ tilejson: '3.0.0', minzoom: 7, maxzoom: 14, scheme: 'xyz' })
    expect(json.tiles[0]).toMatch(
      /^http:\/\/komsu\.example:8080\/tiles\/neighbourhood\/\{z\}\/\{x\}\/\{y\}\.mvt\?v=\d+$/,
    )
    expect(json.bounds[0]).toBeCloseTo(27, 2)
    expect(json.bounds[3]).toBeCloseTo(38.44, 2)
    expect(json.attribution).toMatch(/[Yy]aklaşık/)
    expect(json.vector_layers.map((one: { id: string }) => one.id)).toEqual(['neighbourhood', 'neighbourhood_label'])
    expect((await get('/tiles/district.json')).json().attribution).toBe('')
  })

  test('a client that goes away does not hold the server up, and its query is stopped where that can be done', async () => {
    const slow = await tileApp(db())
    const { rows } = await db().pool.query(`select pg_get_functiondef('tile.point'::regproc) as definition`)
    if (kind === 'native') {
      await db().pool.query(`create or replace function tile.point(z integer, x integer, y integer)
        returns table (part text, shapes bytea, ids bytea, names bytea, marks text) language sql volatile
        as $$ select ''::text, ''::bytea, ''::bytea, ''::bytea, ''::text from pg_sleep(30) $$`)
    }
    await slow.listen({ port: 0, host: '127.0.0.1' })
    const { port } = slow.server.address() as AddressInfo
    const going = ask({ port, path: '/tiles/point/12/2355/1577.mvt' })
    going.on('error', () => {})
    going.end()
    if (kind === 'native') await until(async () => (await sleepers()) === 1)
    going.destroy()
    await until(async () => (await sleepers()) === 0)
    await db().pool.query(rows[0].definition)
    expect((await slow.inject({ url: TILE })).statusCode).toBe(200)
    await slow.close()
  })

  async function sleepers(): Promise<number> {
    const { rows } = await db().pool.query(
      `select count(*)::int as n from pg_stat_activity where state = 'active' and application_name = 'komsu tiles' and datname = current_database()`,
    )
    return rows[0].n
  }
})

test('both databases make the same tiles', context => {
  const [native, embedded] = [made.native ?? {}, made.embedded ?? {}]
  if (Object.keys(native).length === 0 || Object.keys(embedded).length === 0) return context.skip()
  expect(Object.keys(native).length).toBeGreaterThan(30)
  const decoded = (tile: string | undefined) => decodeStrictly(Buffer.from(tile ?? '', 'base64')).map(sorted)
  for (const address of Object.keys(native))
    expect(decoded(embedded[address]), address).toEqual(decoded(native[address]))
})

type Layer = ReturnType<typeof decodeStrictly>[number]

function sorted(layer: Layer): Layer {
  const key = (feature: Layer['features'][number]) => JSON.stringify([feature.id, feature.parts])
  return { ...layer, features: layer.features.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)) }
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise(done => setTimeout(done, 50))
}
