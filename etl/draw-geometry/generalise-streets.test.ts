import { expect, test } from 'vitest'
import { ALL_STREETS_FROM, rankStreets, streetsOfBand } from './generalise-streets.ts'
import { inHilbertOrder } from './hilbert.ts'
import { type Position, pixelAt, project, unproject, WORLD } from './mercator.ts'
import { simplifyLine } from './simplify-line.ts'

const street = (id: number, at: Position, length: number, kind = 'sokak') => ({
  id,
  name: `${id}`,
  kind,
  source: 'test',
  isApproximate: id % 2 === 0,
  lines: [[at, [at[0] + length / 2, at[1]], [at[0] + length, at[1]]] as Position[]],
})

test('boulevards come before streets, nothing is lost, and no square holds more than it has room for', () => {
  const many = Array.from({ length: 3000 }, (_, i) =>
    street(i + 1, [3_000_000 + (i % 60) * 20, 4_600_000 + Math.floor(i / 60) * 20], 150, i % 100 ? 'sokak' : 'bulvar'),
  )
  const ranked = rankStreets(many)
  expect(ranked.map(one => one.id).sort((a, b) => a - b)).toEqual(many.map(one => one.id))
  const firstOf = (isMain: boolean) =>
    Math.min(...ranked.filter(one => (one.id % 100 === 1) === isMain).map(one => one.fromZoom))
  expect(firstOf(true)).toBeLessThanOrEqual(firstOf(false))
  for (const zoom of [8, 10, 12, 13]) {
    const side = WORLD / 2 ** zoom / 8
    const squares = new Map<string, number>()
    for (const one of ranked.filter(drawn => drawn.fromZoom <= zoom)) {
      const key = one.middle.map(value => Math.floor(value / side)).join()
      squares.set(key, (squares.get(key) ?? 0) + 1)
    }
    expect(Math.max(0, ...squares.values())).toBeLessThanOrEqual(100)
  }
  expect([...streetsOfBand(ranked, 15)]).toHaveLength(3000)
  expect(Math.max(...ranked.map(one => one.fromZoom))).toBe(ALL_STREETS_FROM)
})

test('marks say main or other, and approximate', () => {
  const marks = rankStreets([
    street(1, [0, 0], 900, 'cadde'),
    street(2, [0, 900], 900, 'bulvar'),
    street(3, [0, 1800], 900),
    street(4, [0, 2700], 900, 'küme evler'),
  ])
  expect(new Map(marks.map(one => [one.id, one.mark]))).toEqual(
    new Map([
      [1, 'm'],
      [2, 'M'],
      [3, 'o'],
      [4, 'O'],
    ]),
  )
})

test('a simplified line keeps its ends and stays within the tolerance', () => {
  const line = Array.from({ length: 200 }, (_, i): Position => [i * 10, 40 * Math.sin(i / 9)])
  const simple = simplifyLine(line, pixelAt(14))
  expect(simple[0]).toEqual(line[0])
  expect(simple.at(-1)).toEqual(line.at(-1))
  expect(simple.length).toBeLessThan(60)
  expect(simple.length).toBeGreaterThan(10)
  expect(
    simplifyLine(
      [
        [0, 0],
        [5, 0.1],
        [10, 0],
      ],
      1,
    ),
  ).toEqual([
    [0, 0],
    [10, 0],
  ])
})

test('Hilbert order keeps neighbours together', () => {
  const grid = Array.from({ length: 256 }, (_, i): Position => [(i % 16) * 100_000, Math.floor(i / 16) * 100_000])
  const ordered = inHilbertOrder(grid, at => at)
  const steps = ordered
    .slice(1)
    .map((at, i) => Math.hypot(at[0] - (ordered[i]?.[0] ?? 0), at[1] - (ordered[i]?.[1] ?? 0)))
  expect(steps.reduce((a, b) => a + b, 0) / steps.length).toBeLessThan(160_000)
})

test('projection goes there and back', () => {
  const [longitude, latitude] = unproject(project(27.1428, 38.4237))
  expect(longitude).toBeCloseTo(27.1428, 9)
  expect(latitude).toBeCloseTo(38.4237, 9)
  expect(project(180, 0)[0]).toBeCloseTo(20_037_508.342789244, 6)
})
