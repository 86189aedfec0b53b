import type { Position } from 'geojson'

export type Ring = readonly Position[]
/** Rings of a polygon: the shell, then its holes. */
export type Rings = readonly Ring[]

type Segment = {
  a: Position
  b: Position
  west: number
  east: number
  south: number
  north: number
  ring: number
  at: number
  count: number
}

/**
 * Says whether a multipolygon breaks the rules of OGC simple features: rings that cross or touch themselves, each other
 * along a line or in a segment's middle, holes outside their shell, shells within shells. Stricter than the standard
 * where two rings touch in the middle of a segment: such a shape is rebuilt, which changes nothing of its area.
 */
export function isFaulty(polygons: readonly Rings[]): boolean {
  const rings = polygons.flat()
  return rings.some(repeatsVertex) || hasCrossing(segmentsOf(rings)) || isMisplaced(polygons)
}

function repeatsVertex(ring: Ring): boolean {
  const seen = new Set<string>()
  for (let i = 0; i < ring.length - 1; i++) seen.add(`${ring[i]?.[0]} ${ring[i]?.[1]}`)
  return seen.size !== ring.length - 1
}

function segmentsOf(rings: Rings): Segment[] {
  return rings.flatMap((ring, index) =>
    ring.slice(1).map((b, at) => {
      const a = ring[at] ?? b
      const [ax, ay, bx, by] = [x(a), y(a), x(b), y(b)]
      return {
        a,
        b,
        ring: index,
        at,
        count: ring.length - 1,
        west: Math.min(ax, bx),
        east: Math.max(ax, bx),
        south: Math.min(ay, by),
        north: Math.max(ay, by),
      }
    }),
  )
}

/** Sweep from west to east over the segments' boxes. */
function hasCrossing(segments: Segment[]): boolean {
  segments.sort((p, q) => p.west - q.west)
  let active: Segment[] = []
  for (const segment of segments) {
    active = active.filter(one => one.east >= segment.west)
    if (active.some(one => one.south <= segment.north && one.north >= segment.south && collide(one, segment)))
      return true
    active.push(segment)
  }
  return false
}

function collide(p: Segment, q: Segment): boolean {
  if (p.ring === q.ring && areNeighbours(p, q)) return foldsBack(p, q)
  const [d1, d2] = [side(p.a, p.b, q.a), side(p.a, p.b, q.b)]
  const [d3, d4] = [side(q.a, q.b, p.a), side(q.a, q.b, p.b)]
  if (d1 * d2 < 0 && d3 * d4 < 0) return true
  if (d1 === 0 && d2 === 0) return overlaps(p, q)
  const touchInside =
    (d1 === 0 && isInside(p, q.a)) ||
    (d2 === 0 && isInside(p, q.b)) ||
    (d3 === 0 && isInside(q, p.a)) ||
    (d4 === 0 && isInside(q, p.b))
  return touchInside
}

function areNeighbours(p: Segment, q: Segment): boolean {
  const apart = Math.abs(p.at - q.at)
  return apart === 1 || apart === p.count - 1
}

/** Neighbouring segments share one vertex; they collide only when one runs back over the other. */
function foldsBack(p: Segment, q: Segment): boolean {
  const [first, second] = (p.at + 1) % p.count === q.at ? [p, q] : [q, p]
  if (side(first.a, first.b, second.b) !== 0) return false
  return (
    (x(first.b) - x(first.a)) * (x(second.b) - x(second.a)) + (y(first.b) - y(first.a)) * (y(second.b) - y(second.a)) <
    0
  )
}

function overlaps(p: Segment, q: Segment): boolean {
  return (
    Math.min(p.east, q.east) - Math.max(p.west, q.west) > 0 ||
    Math.min(p.north, q.north) - Math.max(p.south, q.south) > 0
  )
}

function isInside(segment: Segment, point: Position): boolean {
  const within =
    x(point) >= segment.west && x(point) <= segment.east && y(point) >= segment.south && y(point) <= segment.north
  return within && !isSame(point, segment.a) && !isSame(point, segment.b)
}

function isMisplaced(polygons: readonly Rings[]): boolean {
  const shells = polygons.map(rings => rings[0] ?? [])
  const badHole = polygons.some(([shell = [], ...holes]) =>
    holes.some((hole, i) => !ringIn(hole, shell) || holes.some((other, j) => j !== i && ringIn(hole, other))),
  )
  if (badHole) return true
  return polygons.some((rings, i) =>
    shells.some(
      (shell, j) => i !== j && ringIn(shell, rings[0] ?? []) && !rings.slice(1).some(hole => ringIn(shell, hole)),
    ),
  )
}

/** Whether a ring that crosses no other lies inside another: by a vertex of it that is not on the other. */
function ringIn(inner: Ring, outer: Ring): boolean {
  const free = inner.find(vertex => !outer.some(other => isSame(other, vertex)))
  return free === undefined || isInRing(free, outer)
}

/** Point in ring by crossing number. */
export function isInRing(point: Position, ring: Ring): boolean {
  const [px, py] = [x(point), y(point)]
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay, bx, by] = [x(ring[i]), y(ring[i]), x(ring[j]), y(ring[j])]
    if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) inside = !inside
  }
  return inside
}

function side(a: Position, b: Position, c: Position): number {
  return Math.sign((x(b) - x(a)) * (y(c) - y(a)) - (y(b) - y(a)) * (x(c) - x(a)))
}

function isSame(a: Position, b: Position): boolean {
  return x(a) === x(b) && y(a) === y(b)
}

function x(position: Position | undefined): number {
  return position?.[0] ?? 0
}

function y(position: Position | undefined): number {
  return position?.[1] ?? 0
}
