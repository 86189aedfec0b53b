import { Delaunay } from 'd3-delaunay'
import { landTester, type Outline } from './outline.ts'
import { isInside, type Ring } from './plane.ts'
import type { Random } from './random.ts'

export const SEA = -1
export const ABROAD = -2
export const VOID = -3
/** Land of the province that no district has yet. */
export const UNCLAIMED = -4

/**
 * The plane cut into small Voronoi cells. Every border of the city runs along edges of these cells, so neighbours share
 * their borders exactly and no gap or sliver can arise. Along coast and province border the cells come in mirrored
 * pairs, which makes their common edges follow the drawn line.
 */
export type Mesh = Readonly<{
  x: Float64Array
  y: Float64Array
  zone: Int8Array
  delaunay: Delaunay<Float64Array>
  /** Neighbours of cell i: links[start[i]] … links[start[i + 1] − 1]. */
  start: Int32Array
  links: Int32Array
}>

/** @param spacing wanted distance between cells at a place, metres */
export function makeMesh(outline: Outline, spacing: (x: number, y: number) => number, random: Random): Mesh {
  const points: number[] = []
  const lines: Ring[] = [outline.mainland, ...outline.islands, outline.province, outline.frame]
  const taken = new Set<string>()
  for (const line of lines) mirrorAlong(line, spacing, points, taken)
  fillQuadtree(outline.frame, spacing, random, (x, y, size) => {
    if (!taken.has(slot(x, y, spacing(x, y))))
      points.push(x + (random.unit() - 0.5) * size * 0.8, y + (random.unit() - 0.5) * size * 0.8)
  })
  return connect(Float64Array.from(points), outline)
}

// Slots near a mirrored pair are taken, so that no other cell comes between the pair and its line.
function slot(x: number, y: number, size: number, dx = 0, dy = 0): string {
  const step = 2 ** Math.round(Math.log2(size * 0.75))
  return `${step}:${Math.floor(x / step) + dx}:${Math.floor(y / step) + dy}`
}

function mirrorAlong(
  line: Ring,
  spacing: (x: number, y: number) => number,
  points: number[],
  taken: Set<string>,
): void {
  let rest = 0
  for (let i = 0, j = line.length - 2; i < line.length; j = i, i += 2) {
    const [ax, ay, bx, by] = [line[j] ?? 0, line[j + 1] ?? 0, line[i] ?? 0, line[i + 1] ?? 0]
    const length = Math.hypot(bx - ax, by - ay)
    if (length === 0) continue
    for (let along = rest; ; ) {
      const x = ax + ((bx - ax) * along) / length
      const y = ay + ((by - ay) * along) / length
      const step = spacing(x, y) * 0.55
      if (along >= length) {
        rest = along - length
        break
      }
      const off = (step * 0.3) / length
      points.push(x - (by - ay) * off, y + (bx - ax) * off, x + (by - ay) * off, y - (bx - ax) * off)
      for (const dx of [-1, 0, 1])
        for (const dy of [-1, 0, 1]) if (dx === 0 || dy === 0) taken.add(slot(x, y, spacing(x, y), dx, dy))
      along += step
    }
  }
}

function fillQuadtree(
  frame: Ring,
  spacing: (x: number, y: number) => number,
  random: Random,
  add: (x: number, y: number, size: number) => void,
): void {
  const split = (x: number, y: number, size: number): void => {
    if (size > spacing(x, y)) {
      const quarter = size / 4
      for (const [dx, dy] of [
        [-1, -1],
        [1, -1],
        [-1, 1],
        [1, 1],
      ] as const)
        split(x + dx * quarter, y + dy * quarter, size / 2)
    } else if (isInside(frame, x, y)) add(x, y, size)
  }
  split(random.unit() * 100, random.unit() * 100, 524_288)
}

function connect(flat: Float64Array, outline: Outline): Mesh {
  const delaunay = new Delaunay(flat)
  const count = flat.length / 2
  const start = new Int32Array(count + 1)
  const links: number[] = []
  for (let i = 0; i < count; i++) {
    for (const j of delaunay.neighbors(i)) links.push(j)
    start[i + 1] = links.length
  }
  const x = flat.filter((_, i) => i % 2 === 0)
  const y = flat.filter((_, i) => i % 2 === 1)
  const zoneAt = zonesOf(outline)
  const zone = Int8Array.from(x, (px, i) => zoneAt(px, y[i] ?? 0))
  return { x, y, zone, delaunay, start, links: Int32Array.from(links) }
}

function zonesOf(outline: Outline): (x: number, y: number) => number {
  const { isLand, isHome } = landTester(outline)
  return (x, y) => {
    if (!isInside(outline.frame, x, y)) return VOID
    if (!isLand(x, y)) return SEA
    return isHome(x, y) ? UNCLAIMED : ABROAD
  }
}
