import { expect, test } from 'vitest'
import { popularTiles, visits } from './tile-list.ts'

// A city of 32 × 32 tiles at zoom 16: one of them as full as all others together.
const inhabited = Array.from({ length: 1024 }, (_, i) => ({
  x: 37_600 + (i % 32),
  y: 25_200 + Math.floor(i / 32),
  households: i === 500 ? 1023 : 1,
}))
const crowded = { x: 37_600 + (500 % 32), y: 25_200 + Math.floor(500 / 32) }

test('tiles are distinct, of the zoom, and sum up the households of the finer ones', () => {
  const tiles = popularTiles(inhabited, { z: 12, count: 100, seed: 1 })
  expect(tiles).toHaveLength(4)
  expect(new Set(tiles.map(({ x, y }) => `${x}/${y}`)).size).toBe(4)
  expect(tiles.reduce((sum, tile) => sum + tile.households, 0)).toBe(2046)
  expect(tiles.find(({ x, y }) => x === crowded.x >> 4 && y === crowded.y >> 4)?.households).toBe(256 + 1022)
})

test('where many live is looked at first, and the seed decides the rest', () => {
  const lists = Array.from({ length: 20 }, (_, seed) => popularTiles(inhabited, { z: 16, count: 20, seed }))
  const holding = lists.filter(list => list.some(({ x, y }) => x === crowded.x && y === crowded.y))
  expect(holding.length).toBe(20)
  expect(popularTiles(inhabited, { z: 16, count: 20, seed: 3 })).toEqual(lists[3])
  expect(lists[4]).not.toEqual(lists[3])
})

test('visits repeat tiles in proportion to their households', () => {
  const looked = visits(popularTiles(inhabited, { z: 16, count: 1024, seed: 1 }), { count: 4000, seed: 2 })
  const share = looked.filter(({ x, y }) => x === crowded.x && y === crowded.y).length / looked.length
  expect(share).toBeGreaterThan(0.45)
  expect(share).toBeLessThan(0.55)
})
