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
    close: async () => {},
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
  const store = new TileStore(queries, 3 * (one.bytes.length + 300))
  for (let x = 0; x < 5; x++) await store.get(wanted(x), 1, patient())
  expect([0, 1, 2, 3, 4].filter(x => store.find(wanted(x).key, 1))).toEqual([2, 3, 4])
})

test('outside the zooms of the layer the database is not asked', async () => {
  const queries = fakeQueries()
  const address = { z: 3, x: 1, y: 1 }
  const tile = await new TileStore(queries).get({ ...wanted(1), address }, 1, patient())
  expect([tile.bytes.length, queries.asked]).toEqual([0, 0])
})
