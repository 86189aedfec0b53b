import { expect, test } from 'vitest'
import { boundsOf, insideRing, type LonLat, type OfficePoint, pressed, spread } from './office-points.rules.ts'

const at = (id: number, lon: number, lat: number): OfficePoint => ({ id, lon, lat, label: String(id) })

const SQUARE: LonLat[] = [
  [27, 38],
  [28, 38],
  [28, 39],
  [27, 39],
]

test('a lasso holds what lies inside it', () => {
  const points = [at(1, 27.5, 38.5), at(2, 26.9, 38.5), at(3, 27.5, 39.1), at(4, 27.01, 38.99)]
  expect(insideRing(SQUARE, points)).toEqual([1, 4])
  expect(insideRing([...SQUARE].reverse(), points)).toEqual([1, 4])
})

test('a hollow lasso leaves its bay out', () => {
  const bay: LonLat[] = [...SQUARE.slice(0, 3), [27.5, 38.2], [27, 39]]
  expect(insideRing(bay, [at(1, 27.5, 38.8), at(2, 27.5, 38.1)])).toEqual([2])
})

test('a slip of the hand selects nothing', () => {
  expect(insideRing([], [at(1, 27.5, 38.5)])).toEqual([])
  expect(insideRing(SQUARE.slice(0, 2), [at(1, 27.5, 38.5)])).toEqual([])
})

test('flats behind one door are drawn beside each other, others where they are', () => {
  const places = spread([at(1, 27.1, 38.4), at(2, 27.1, 38.4), at(3, 27.1, 38.4), at(4, 27.2, 38.4)])
  expect(places[0]).toEqual([27.1, 38.4])
  expect(places[3]).toEqual([27.2, 38.4])
  expect(new Set(places.map(String)).size).toBe(4)
  for (const [lon, lat] of places.slice(0, 3)) expect(Math.hypot(lon - 27.1, lat - 38.4)).toBeLessThan(0.0002)
})

test('bounds of points', () => {
  expect(boundsOf([])).toBeNull()
  expect(
    boundsOf([
      [27.2, 38.4],
      [27.1, 38.5],
    ]),
  ).toEqual([27.1, 38.4, 27.2, 38.5])
})

test('a press selects alone; with shift it adds, and takes out what was in', () => {
  const before = new Set([1, 2])
  expect(pressed(before, [3], false)).toEqual(new Set([3]))
  expect(pressed(before, [3], true)).toEqual(new Set([1, 2, 3]))
  expect(pressed(before, [2], true)).toEqual(new Set([1]))
  expect(pressed(before, [2, 3], true)).toEqual(new Set([1, 2, 3]))
})
