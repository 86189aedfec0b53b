/**
 * Makes outlines of one coverage meet: borders that two sources drew a hand's breadth apart, or with vertices only on one
 * side, become one line that both sides share vertex for vertex. Without it simplification moves the two sides apart and
 * slivers open.
 */
import type { Position } from './mercator.ts'
import type { Polygon } from './wkb.ts'

/** Vertices are put on a grid of this many metres: a twentieth of a pixel at zoom 14. */
const GRID = 0.25
/** Loose borders nearer than this many metres are one border: a third of a pixel at zoom 14. */
const TOLERANCE = 1.5
const CELL = 64

type Mesh = Readonly<{ at: Position[]; rings: number[][] }>

/**
 * The same areas with shared borders. Rings come back closed; those that shrink to nothing are left out.
 * Only borders without an equal partner are looked at, so a coverage that already fits costs one pass.
 */
export function snapCoverage(areas: readonly Polygon[][]): Polygon[][] {
  const mesh = meshOf(areas)
  const merged = mergeNear(mesh)
  const rings = splitEdges({ at: mesh.at, rings: merged })
  let next = 0
  return areas.map(polygons =>
    polygons
      .map(polygon => polygon.map(() => closedRing(mesh.at, rings[next++] ?? [])))
      .filter(([outer]) => outer !== undefined && outer.length >= 4)
      .map(polygon => polygon.filter(ring => ring.length >= 4)),
  )
}

function meshOf(areas: readonly Polygon[][]): Mesh {
  const at: Position[] = []
  const known = new Map<number, number>()
  const vertex = ([x, y]: Position): number => {
    const [gx, gy] = [Math.round(x / GRID), Math.round(y / GRID)]
    const key = gx * 2 ** 28 + gy // both are below 2^27 in size, so the key is a safe integer
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, at.length)
    at.push([gx * GRID, gy * GRID])
    return at.length - 1
  }
  const rings = areas.flatMap(polygons => polygons.flatMap(polygon => polygon.map(ring => openRing(ring.map(vertex)))))
  return { at, rings }
}

/** Without repeated vertices and without the closing one. */
function openRing(ring: readonly number[]): number[] {
  const open = ring.filter((vertex, i) => vertex !== ring[i - 1])
  while (open.length > 1 && open[0] === open.at(-1)) open.pop()
  return open
}

function closedRing(at: readonly Position[], ring: readonly number[]): Position[] {
  const points = openRing(ring).map(vertex => at[vertex] as Position)
  const [first] = points
  return first ? [...points, first] : []
}

/** Edges on one ring only, as vertex pairs, smaller number first. */
function looseEdges({ at, rings }: Mesh): [number, number][] {
  const seen = new Map<number, number>()
  eachEdge(rings, (a, b) => {
    const key = edgeKey(a, b, at.length)
    seen.set(key, (seen.get(key) ?? 0) + 1)
  })
  const loose: [number, number][] = []
  for (const [key, times] of seen) if (times === 1) loose.push([Math.floor(key / at.length), key % at.length])
  return loose
}

function edgeKey(a: number, b: number, vertices: number): number {
  return a < b ? a * vertices + b : b * vertices + a
}

function eachEdge(rings: readonly number[][], visit: (a: number, b: number) => void): void {
  for (const ring of rings) {
    let previous = ring.at(-1)
    for (const vertex of ring) {
      if (previous !== undefined && previous !== vertex) visit(previous, vertex)
      previous = vertex
    }
  }
}

/** Rings in which loose vertices nearer than the tolerance became one. */
function mergeNear(mesh: Mesh): number[][] {
  const { at, rings } = mesh
  const standsFor = new Map<number, number>()
  const cells = new Cells(TOLERANCE)
  for (const vertex of looseVertices(looseEdges(mesh))) {
    const here = at[vertex] as Position
    const near = cells.around(here).find(other => distance(at[other] as Position, here) < TOLERANCE)
    if (near === undefined) cells.add(here, vertex)
    else standsFor.set(vertex, near)
  }
  return standsFor.size === 0 ? [...rings] : rings.map(ring => openRing(ring.map(v => standsFor.get(v) ?? v)))
}

function looseVertices(edges: readonly [number, number][]): Set<number> {
  return new Set(edges.flat())
}

/** Rings in which an edge that passes a loose vertex nearer than the tolerance goes through it. */
function splitEdges(mesh: Mesh): number[][] {
  const { at, rings } = mesh
  const edges = looseEdges(mesh)
  const cells = new Cells(CELL)
  for (const vertex of looseVertices(edges)) cells.add(at[vertex] as Position, vertex)
  const through = new Map<number, number[]>()
  for (const [a, b] of edges) {
    const passed = passedBy(mesh, cells, [a, b])
    if (passed.length > 0) through.set(edgeKey(a, b, at.length), passed)
  }
  if (through.size === 0) return [...rings]
  return rings.map(ring => {
    const longer: number[] = []
    eachEdge([ring], (a, b) => {
      const passed = through.get(edgeKey(a, b, at.length)) ?? []
      longer.push(a, ...(a < b ? passed : passed.toReversed()))
    })
    return longer
  })
}

/** Loose vertices beside an edge, in order from its first end. */
function passedBy({ at }: Mesh, cells: Cells, [a, b]: [number, number]): number[] {
  const [from, to] = [at[a] as Position, at[b] as Position]
  const length = distance(from, to)
  const found = new Map<number, number>()
  const steps = Math.ceil(length / CELL)
  for (let i = 0; i <= steps; i++) {
    const along = steps === 0 ? 0 : i / steps
    const here: Position = [from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along]
    for (const vertex of cells.around(here)) {
      if (vertex === a || vertex === b || found.has(vertex)) continue
      const place = placeOn(from, to, at[vertex] as Position)
      if (place !== undefined) found.set(vertex, place)
    }
  }
  return [...found].sort((one, other) => one[1] - other[1]).map(([vertex]) => vertex)
}

/** Where along the segment (0–1) a point near it lies; undefined when it is too far off or beyond an end. */
function placeOn(from: Position, to: Position, point: Position): number | undefined {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const along = ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / (dx * dx + dy * dy)
  if (!(along > 0 && along < 1)) return undefined
  return distance([from[0] + dx * along, from[1] + dy * along], point) < TOLERANCE ? along : undefined
}

function distance(a: Position, b: Position): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

/** Vertices by square cell. */
class Cells {
  private readonly size: number
  private readonly cells = new Map<number, number[]>()
  constructor(size: number) {
    this.size = size
  }

  add(here: Position, vertex: number): void {
    const key = this.key(here, 0, 0)
    const cell = this.cells.get(key)
    if (cell) cell.push(vertex)
    else this.cells.set(key, [vertex])
  }

  around(here: Position): number[] {
    const found: number[] = []
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) found.push(...(this.cells.get(this.key(here, dx, dy)) ?? []))
    return found
  }

  private key([x, y]: Position, dx: number, dy: number): number {
    return (Math.floor(x / this.size) + dx) * 2 ** 26 + Math.floor(y / this.size) + dy
  }
}
