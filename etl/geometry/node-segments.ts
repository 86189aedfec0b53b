import type { Position } from 'geojson'
import type { Ring } from './polygon-faults.ts'

/** A piece of a ring between two vertices or crossings; `a`, `b` are the keys of its ends. */
export type Edge = Readonly<{ a: string; b: string; start: Position; end: Position }>

const GRID = 1e9 // 1e-9 degree, a tenth of a millimetre
const ROUNDS = 12

/**
 * Cuts the segments of rings wherever they meet each other, so that edges meet only at their ends. Snapping a crossing to
 * the grid moves its segments a little and may make new crossings, so it goes round until none is left.
 */
export function node(rings: readonly Ring[]): Edge[] {
  let edges = rings
    .flatMap(ring => ring.slice(1).map((end, i) => edge(snap(ring[i] ?? end), snap(end))))
    .filter(one => one.a !== one.b)
  for (let round = 0; round < ROUNDS; round++) {
    const cuts = cutsOf(edges)
    if (cuts.size === 0) break
    edges = edges.flatMap((one, i) => cutAt(one, cuts.get(i)))
  }
  return edges
}

function edge(start: Position, end: Position): Edge {
  return { a: key(start), b: key(end), start, end }
}

function key(place: Position): string {
  return `${place[0]},${place[1]}`
}

function snap(place: Position): Position {
  return [Math.round((place[0] ?? 0) * GRID) / GRID, Math.round((place[1] ?? 0) * GRID) / GRID]
}

/** Places at which each edge must be cut, by its index. */
function cutsOf(edges: readonly Edge[]): Map<number, Position[]> {
  const cuts = new Map<number, Position[]>()
  const add = (index: number, place: Position) => {
    const one = edges[index]
    if (!one || key(place) === one.a || key(place) === one.b) return
    cuts.set(index, [...(cuts.get(index) ?? []), place])
  }
  const order = edges.map((one, i) => ({ i, ...box(one) })).sort((p, q) => p.west - q.west)
  let active: typeof order = []
  for (const next of order) {
    active = active.filter(one => one.east >= next.west)
    for (const one of active) {
      if (one.south > next.north || one.north < next.south) continue
      for (const place of meetings(edges[one.i], edges[next.i])) {
        add(one.i, place)
        add(next.i, place)
      }
    }
    active.push(next)
  }
  return cuts
}

function box({ start, end }: Edge) {
  const [ax = 0, ay = 0] = start
  const [bx = 0, by = 0] = end
  return { west: Math.min(ax, bx), east: Math.max(ax, bx), south: Math.min(ay, by), north: Math.max(ay, by) }
}

/** Where two edges meet: their crossing, or the ends of one that lie on the other. */
function meetings(p: Edge | undefined, q: Edge | undefined): Position[] {
  if (!p || !q) return []
  const [ax = 0, ay = 0] = p.start
  const [bx = 0, by = 0] = p.end
  const [cx = 0, cy = 0] = q.start
  const [dx = 0, dy = 0] = q.end
  const ends = [
    ...[q.start, q.end].filter(place => lies(place, p)),
    ...[p.start, p.end].filter(place => lies(place, q)),
  ]
  if (ends.length > 0) return ends
  const cross = (bx - ax) * (dy - cy) - (by - ay) * (dx - cx)
  if (cross === 0) return []
  const s = ((cx - ax) * (dy - cy) - (cy - ay) * (dx - cx)) / cross
  const t = ((cx - ax) * (by - ay) - (cy - ay) * (bx - ax)) / cross
  return s > 0 && s < 1 && t > 0 && t < 1 ? [snap([ax + s * (bx - ax), ay + s * (by - ay)])] : []
}

/** Whether a place is on an edge, to half a grid step. */
function lies(place: Position, { start, end }: Edge): boolean {
  const [x = 0, y = 0] = place
  const [ax = 0, ay = 0] = start
  const [bx = 0, by = 0] = end
  const length = Math.hypot(bx - ax, by - ay)
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length
  if (along < 0 || along > length) return false
  return Math.abs((bx - ax) * (y - ay) - (by - ay) * (x - ax)) / length <= 0.5 / GRID
}

function cutAt(one: Edge, places: readonly Position[] | undefined): Edge[] {
  if (!places) return [one]
  const [ax = 0, ay = 0] = one.start
  const far = ([x = 0, y = 0]: Position) => (x - ax) ** 2 + (y - ay) ** 2
  const stops = [one.start, ...[...places].sort((p, q) => far(p) - far(q)), one.end]
  return stops
    .slice(1)
    .map((end, i) => edge(stops[i] ?? end, end))
    .filter(piece => piece.a !== piece.b)
}
