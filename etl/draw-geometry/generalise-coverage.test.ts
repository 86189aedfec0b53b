import { expect, test } from 'vitest'
import { coverageOf, signedArea } from './generalise-coverage.ts'
import { type Position, pixelAt } from './mercator.ts'
import { snapCoverage } from './snap-coverage.ts'
import type { Polygon } from './wkb.ts'

const X0 = 3_000_000
const Y0 = 4_600_000

/** A wavy border from (x, 0) to (x, height), a vertex every `step` metres. */
function wave(x: number, height: number, step: number): Position[] {
  const points: Position[] = []
  for (let y = 0; y <= height; y += step) points.push([X0 + x + 30 * Math.sin(y / 80), Y0 + y])
  return points
}

function between(left: Position[], right: Position[]): Polygon {
  return [[...left, ...right.toReversed(), left[0] as Position]]
}

/** Vertices east of one line and west of another, from south to north, once each. */
function verticesIn(vertices: Position[] | undefined, west: number, east: number): string[] {
  const inside = (vertices ?? []).filter(([x]) => x > X0 + west && x < X0 + east)
  return [...new Set(inside.sort((a, b) => a[1] - b[1]).map(String))]
}

/** Border vertices two areas have in common. */
function shared(a: Polygon[], b: Polygon[]): number {
  const of = (polygons: Polygon[]) => new Set(polygons.flat(2).map(String))
  const other = of(b)
  return [...of(a)].filter(vertex => other.has(vertex)).length
}

test('neighbours keep the same border at every zoom, and nothing opens between them', () => {
  const borders = [0, 900, 2000, 3100].map(x => wave(x, 4000, 10))
  const strips = [0, 1, 2].map(i => [between(borders[i] as Position[], borders[i + 1] as Position[])])
  const coverage = coverageOf(strips)
  expect(coverage.neighbours).toEqual([[1], [0, 2], [1]])
  for (const zoom of [8, 10, 12, 14]) {
    const outlines = coverage.at(zoom)
    const [first, second, third] = outlines.map(polygons => polygons.flat(2))
    expect(verticesIn(first, 450, 1450)).toEqual(verticesIn(second, 450, 1450))
    expect(verticesIn(second, 1450, 2550)).toEqual(verticesIn(third, 1450, 2550))
    expect(verticesIn(first, 450, 1450).length).toBeGreaterThanOrEqual(2)
  }
  const vertices = (zoom: number) => coverage.at(zoom).flat(3).length
  expect(vertices(8)).toBeLessThan(vertices(12) / 2)
})

test('a generalised border stays within a pixel of the true one', () => {
  const left = wave(0, 4000, 10)
  const [outline] = coverageOf([[between(left, wave(2000, 4000, 10))]]).at(11)
  const simple = outline?.[0]?.[0] ?? []
  for (const [x, y] of left) {
    const nearest = Math.min(...simple.slice(1).map((b, i) => distance([x, y], simple[i] as Position, b)))
    expect(nearest).toBeLessThan(pixelAt(11))
  }
})

test('borders drawn a hand apart, or with vertices on one side only, become one', () => {
  const exact: Position[] = [
    [X0, Y0],
    [X0, Y0 + 1000],
  ]
  const dense = wave(0, 1000, 10).map(([, y]): Position => [X0 + 0.6, y])
  const west = between(
    [
      [X0 - 500, Y0],
      [X0 - 500, Y0 + 1000],
    ],
    exact,
  )
  const east = between(dense, [
    [X0 + 500, Y0],
    [X0 + 500, Y0 + 1000],
  ])
  const [one, other] = snapCoverage([[west], [east]])
  expect(shared(one ?? [], other ?? [])).toBe(101)
  expect(coverageOf([[west], [east]]).neighbours).toEqual([[1], [0]])
})

test('a gap that is really there stays', () => {
  const [one, other] = snapCoverage([
    [
      between(
        [
          [X0 - 500, Y0],
          [X0 - 500, Y0 + 1000],
        ],
        [
          [X0, Y0],
          [X0, Y0 + 1000],
        ],
      ),
    ],
    [
      between(
        [
          [X0 + 40, Y0],
          [X0 + 40, Y0 + 1000],
        ],
        [
          [X0 + 500, Y0],
          [X0 + 500, Y0 + 1000],
        ],
      ),
    ],
  ])
  expect(shared(one ?? [], other ?? [])).toBe(0)
})

test('outer rings run clockwise on the map, holes the other way, and what is smaller than a quarter pixel goes', () => {
  const square = (x: number, size: number): Position[] => [
    [X0 + x, Y0],
    [X0 + x + size, Y0],
    [X0 + x + size, Y0 + size],
    [X0 + x, Y0 + size],
    [X0 + x, Y0],
  ]
  const holed: Polygon = [square(0, 1000), square(100, 500).map(([x, y]): Position => [x, y + 100])]
  const coverage = coverageOf([[holed], [[square(5000, 20)]]])
  const [big, small] = coverage.at(12)
  expect(big?.[0]?.map(ring => Math.sign(signedArea(ring)))).toEqual([-1, 1])
  expect(small).toHaveLength(1)
  expect(coverage.at(8)[1]).toEqual([])
})

function distance([x, y]: Position, a: Position, b: Position): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const along = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy || 1)))
  return Math.hypot(x - a[0] - dx * along, y - a[1] - dy * along)
}
