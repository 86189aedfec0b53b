import type { Position } from 'geojson'
import { type Edge, node } from './node-segments.ts'
import { isInRing, type Ring, type Rings } from './polygon-faults.ts'

/**
 * Rebuilds a faulty multipolygon from its lines by the even-odd rule, as PostGIS' ST_MakeValid (linework) does: bow-ties
 * become two triangles, spikes vanish, a shell within a shell becomes a hole. Written here because the embedded PostGIS
 * loses the session when GEOS throws (TILES.md). Coordinates are snapped to 1e-9 degree.
 * @returns polygons, empty when nothing with an area is left
 */
export function rebuildPolygon(polygons: readonly Rings[]): Position[][][] {
  const edges = oddEdges(node(polygons.flat()))
  const rings = traceRings(edges)
  const shells = rings.filter(ring => area(ring) > 0).map(shell => [shell])
  for (const hole of rings.filter(ring => area(ring) < 0)) homeOf(hole, shells)?.push(hole)
  return shells
}

/** Boundary of the even-odd region: edges that lie there an odd number of times. */
function oddEdges(edges: readonly Edge[]): Edge[] {
  const counted = new Map<string, { edge: Edge; count: number }>()
  for (const edge of edges) {
    const key = edge.a < edge.b ? `${edge.a} ${edge.b}` : `${edge.b} ${edge.a}`
    const one = counted.get(key)
    if (one) one.count++
    else counted.set(key, { edge, count: 1 })
  }
  return [...counted.values()].filter(one => one.count % 2 === 1).map(one => one.edge)
}

type HalfEdge = { from: string; to: string; start: Position; end: Position; angle: number; used: boolean }

/** Rings with the region on their left: shells counter-clockwise, holes clockwise. */
function traceRings(edges: readonly Edge[]): Position[][] {
  const halves = edges.map(edge =>
    isLeftInside(edge, edges) ? half(edge) : half({ a: edge.b, b: edge.a, start: edge.end, end: edge.start }),
  )
  const leaving = new Map<string, HalfEdge[]>()
  for (const one of halves) leaving.set(one.from, [...(leaving.get(one.from) ?? []), one])
  const rings: Position[][] = []
  for (const one of halves) if (!one.used) rings.push(...splitAtRepeats(walk(one, leaving)))
  return rings
}

function half(edge: Edge): HalfEdge {
  const angle = Math.atan2(at(edge.end, 1) - at(edge.start, 1), at(edge.end, 0) - at(edge.start, 0))
  return { from: edge.a, to: edge.b, start: edge.start, end: edge.end, angle, used: false }
}

/** Parity of the edges met on the way to the middle of this one tells which side is inside. */
function isLeftInside(edge: Edge, edges: readonly Edge[]): boolean {
  const [dx, dy] = [at(edge.end, 0) - at(edge.start, 0), at(edge.end, 1) - at(edge.start, 1)]
  const axis = Math.abs(dx) >= Math.abs(dy) ? 0 : 1
  const other = 1 - axis
  const [m, n] = [(at(edge.start, axis) + at(edge.end, axis)) / 2, (at(edge.start, other) + at(edge.end, other)) / 2]
  let before = 0
  for (const one of edges) {
    const [a, b] = [at(one.start, axis), at(one.end, axis)]
    if (one === edge || a > m === b > m) continue
    const crossing = at(one.start, other) + ((m - a) * (at(one.end, other) - at(one.start, other))) / (b - a)
    if (crossing < n) before++
  }
  const beyondIsInside = before % 2 === 0 // above the edge for axis x, to its right for axis y
  return axis === 0 ? beyondIsInside === dx > 0 : beyondIsInside === dy < 0
}

/** Follows the region's border: at a crossing the sharpest left turn keeps to one face. */
function walk(first: HalfEdge, leaving: Map<string, HalfEdge[]>): { key: string; place: Position }[] {
  const path: { key: string; place: Position }[] = []
  for (let now: HalfEdge | undefined = first; now && !now.used; ) {
    now.used = true
    path.push({ key: now.from, place: now.start })
    const back: number = now.angle + Math.PI
    const choices: HalfEdge[] = (leaving.get(now.to) ?? []).filter(one => !one.used)
    now = choices.reduce<HalfEdge | undefined>(
      (best, one) => (!best || turn(back, one.angle) < turn(back, best.angle) ? one : best),
      undefined,
    )
  }
  return path
}

/** Clockwise angle from the way we came to the way we may go, 0–2π. */
function turn(back: number, angle: number): number {
  const full = 2 * Math.PI
  return (((back - angle) % full) + full) % full || full
}

/** A walk that meets a vertex twice is two rings touching there. */
function splitAtRepeats(path: readonly { key: string; place: Position }[]): Position[][] {
  const rings: Position[][] = []
  let stack: { key: string; place: Position }[] = []
  for (const step of path) {
    const before = stack.findIndex(one => one.key === step.key)
    if (before >= 0) {
      rings.push(closed(stack.slice(before)))
      stack = stack.slice(0, before)
    }
    stack.push(step)
  }
  rings.push(closed(stack))
  return rings.filter(ring => ring.length >= 4)
}

function closed(path: readonly { place: Position }[]): Position[] {
  const ring = path.map(one => one.place)
  const [first] = ring
  return first ? [...ring, first] : []
}

/** Smallest shell around a hole. */
function homeOf(hole: Position[], shells: Position[][][]): Position[][] | undefined {
  const around = shells.filter(([shell = []]) => {
    const free = hole.find(vertex => !shell.some(other => other[0] === vertex[0] && other[1] === vertex[1]))
    return free === undefined || isInRing(free, shell)
  })
  return around.sort((p, q) => area(p[0] ?? []) - area(q[0] ?? []))[0]
}

/** Twice the signed area; positive counter-clockwise. */
function area(ring: Ring): number {
  const origin = ring[0] ?? [0, 0]
  let sum = 0
  for (let i = 1; i < ring.length; i++) {
    const [p, q] = [ring[i - 1] ?? origin, ring[i] ?? origin]
    sum +=
      (at(p, 0) - at(origin, 0)) * (at(q, 1) - at(origin, 1)) - (at(q, 0) - at(origin, 0)) * (at(p, 1) - at(origin, 1))
  }
  return sum
}

function at(position: Position, axis: number): number {
  return position[axis] ?? 0
}
