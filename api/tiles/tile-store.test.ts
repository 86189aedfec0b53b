import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { decodeStrictly } from '../../tiles/encoder/testing/strict-decoder.ts'
import { writeIds, writeTwkb } from '../../tiles/encoder/testing/write-twkb.ts'
import { pointContract } from '../../tiles/layers/point/contract.ts'
import type { Coding } from './content-coding.ts'
import type { TileReader } from './tile-reader.ts'
import { keyOf, TileStore, type Wanted } from './tile-store.ts'

const patient = () => new AbortController().signal

function fakeQueries(points = 1): TileReader & { asked: number } {
  const ids = Array.from({ length: points }, (_, i) => i + 1)
  return {
    asked: 0,
    async read() {
      this.asked++
      await Promise.resolve()
      const shapes = writeTwkb(ids.map(id => ({ type: 1, point: [(id * 37) % 4096, (id * 91) % 4096] })))
      const names = Buffer.from(ids.map(id => `Durak ${id}`).join('\u001f'))
      return points === 0 ? [] : [{ part: '', shapes, ids: writeIds(ids), names, marks: 's'.repeat(points) }]
    },
    renderedZooms: async () => new Map(),
    readRendered: async () => [],
    readCoarse: async () => [],
    close: async () => {},
  }
}

/** The same where every tile to zoom 14 is rendered, and those of odd columns hold something. */
function renderedQueries(): { -readonly [Key in keyof TileReader]: TileReader[Key] } & {
  asked: number
  blocks: number
} {
  return {
    ...fakeQueries(),
    blocks: 0,
    renderedZooms: async () => new Map([['point', 14]]),
    readCoarse: async () => [{ layer: 'point', z: 10, x: 7, y: 5, body: gzipSync('coarse') }],
    async readRendered(layer, { z, left, right, top, bottom }) {
      this.blocks++
      await Promise.resolve()
      const rows = []
      for (let x = left; x <= right; x++)
        for (let y = top; y <= bottom; y++)
          if (x % 2 === 1) rows.push({ layer: layer.id, z, x, y, body: gzipSync(`${x}/${y}`) })
      return rows
    },
  }
}

function wanted(x: number, coding: Coding = 'identity'): Wanted {
  const address = { z: 14, x, y: 5 }
  return { key: keyOf('point', address, coding), layer: pointContract, address, coding }
}

test('many who want one tile, in whatever coding, ask the database once', async () => {
  const queries = fakeQueries(200)
  const store = new TileStore(queries)
  const codings: Coding[] = ['identity', 'gzip', 'br']
  const tiles = await Promise.all(
    Array.from({ length: 30 }, (_, i) => store.get(wanted(1, codings[i % 3]), 1, patient())),
  )
  expect(queries.asked).toBe(1)
  expect(new Set(tiles.map(tile => tile.etag)).size).toBe(3)
  expect(decodeStrictly((tiles[0] as { bytes: Buffer }).bytes)[0]?.features).toHaveLength(200)
})

test('a tile is kept until the geometry changes, an empty one too', async () => {
  for (const points of [0, 3]) {
    const queries = fakeQueries(points)
    const store = new TileStore(queries)
    const { key } = wanted(1)
    expect(store.find(key, 1)).toBeUndefined()
    const tile = await store.get(wanted(1), 1, patient())
    expect(store.find(key, 1)).toBe(tile)
    expect(tile.bytes.length > 0).toBe(points > 0)
    expect(store.find(key, 2)).toBeUndefined()
    const newer = await store.get(wanted(1), 2, patient())
    expect(newer.etag).not.toBe(tile.etag)
    expect(queries.asked).toBe(2)
  }
})

test('no more bytes are kept than there is room for; the least used go first', async () => {
  const queries = fakeQueries(100)
  const one = await new TileStore(queries).get(wanted(0), 1, patient())
  const store = new TileStore(queries, { mostBytes: 3 * (one.bytes.length + 300) })
  for (let x = 0; x < 5; x++) await store.get(wanted(x), 1, patient())
  expect([0, 1, 2, 3, 4].filter(x => store.find(wanted(x).key, 1))).toEqual([2, 3, 4])
})

test('outside the zooms of the layer the database is not asked', async () => {
  const queries = fakeQueries()
  const address = { z: 3, x: 1, y: 1 }
  const tile = await new TileStore(queries).get({ ...wanted(1), address }, 1, patient())
  expect([tile.bytes.length, queries.asked]).toEqual([0, 0])
})

test('a rendered tile comes with its block: neighbours and empty ones are not asked for again', async () => {
  const queries = renderedQueries()
  const store = new TileStore(queries)
  const [one, empty] = await Promise.all([1, 2].map(x => store.get(wanted(x, 'gzip'), 1, patient())))
  expect(gunzipSync(one?.bytes ?? '').toString()).toBe('1/5')
  expect(one?.coding).toBe('gzip')
  expect(empty?.bytes.length).toBe(0)
  expect(store.find(wanted(15, 'gzip').key, 1)?.etag).not.toBe(one?.etag)
  expect(store.find(wanted(16, 'gzip').key, 1)).toBeUndefined()
  await store.get(wanted(17, 'gzip'), 1, patient())
  expect([queries.blocks, queries.asked]).toEqual([2, 0])
})

test('rendered tiles are of their version, of one coding and of the zooms that are rendered', async () => {
  const queries = renderedQueries()
  const store = new TileStore(queries)
  const first = await store.get(wanted(1, 'gzip'), 1, patient())
  expect((await store.get(wanted(1, 'gzip'), 2, patient())).etag).not.toBe(first.etag)
  expect([queries.blocks, queries.asked]).toEqual([2, 0])
  await store.get(wanted(1, 'br'), 2, patient())
  const address = { z: 15, x: 3, y: 5 }
  await store.get({ ...wanted(3, 'gzip'), key: keyOf('point', address, 'gzip'), address }, 2, patient())
  await new TileStore(queries, { useRendered: false }).get(wanted(1, 'gzip'), 2, patient())
  expect([queries.blocks, queries.asked]).toEqual([2, 3])
})

test('coarse tiles are there without being asked for one by one', async () => {
  const queries = renderedQueries()
  const store = new TileStore(queries)
  store.follow(1)
  const at = (x: number) => {
    const address = { z: 10, x, y: 5 }
    return { ...wanted(x, 'gzip'), key: keyOf('point', address, 'gzip'), address }
  }
  expect(gunzipSync((await store.get(at(7), 1, patient())).bytes).toString()).toBe('coarse')
  expect((await store.get(at(8), 1, patient())).bytes.length).toBe(0)
  expect([queries.blocks, queries.asked]).toEqual([0, 0])
})

test('what could not be fetched is asked for again', async () => {
  const queries = renderedQueries()
  const works = queries.renderedZooms
  queries.renderedZooms = () => Promise.reject(new Error('the database has gone'))
  const store = new TileStore(queries)
  await expect(store.get(wanted(1, 'gzip'), 1, patient())).rejects.toThrow('gone')
  queries.renderedZooms = works
  expect((await store.get(wanted(1, 'gzip'), 1, patient())).bytes.length).toBeGreaterThan(0)
})
