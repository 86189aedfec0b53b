import type { Places } from './places.ts'

/** A point on the border of two neighbourhoods where a way may cross; the same point for both. */
export type Gate = Readonly<{ a: number; b: number; x: number; y: number }>

const STEP = 45
const REACH = 70

/**
 * Where ways may cross from one neighbourhood to the next: for each pair to be joined up to two points of the common
 * border, the one on the straightest way first. Borders that run side by side with a gap (real files do) count as common.
 */
export function findGates(places: Places): Gate[] {
  const common = commonBorders(places)
  const pairs = pairsToJoin(places, [...common.keys()])
  return pairs.flatMap(pair => gatesOf(places, pair, common.get(pair) ?? []))
}

type Spot = Readonly<{ of: number; x: number; y: number }>

// Pairs are numbered a × count + b with a < b.
function commonBorders(places: Places): Map<number, number[]> {
  const buckets = new Map<number, Spot[]>()
  const count = places.neighbourhoods.length
  const common = new Map<number, number[]>()
  places.neighbourhoods.forEach((_, of) => {
    for (const spot of borderSpots(places, of)) {
      for (const other of around(buckets, spot)) {
        if (other.of === of || Math.hypot(other.x - spot.x, other.y - spot.y) > REACH) continue
        const pair = other.of * count + of
        const found = common.get(pair)
        if (found) found.push(other.x, other.y)
        else common.set(pair, [other.x, other.y])
      }
    }
    for (const spot of borderSpots(places, of)) {
      const key = bucketOf(spot.x, spot.y, 0, 0)
      const list = buckets.get(key)
      if (list) list.push(spot)
      else buckets.set(key, [spot])
    }
  })
  return common
}

// Spots along an edge are counted from its lower end, so that both owners of an edge name the very same points.
function borderSpots(places: Places, of: number): Spot[] {
  const ring = places.neighbourhoods[of]?.polygons[0]?.[0] ?? []
  const spots: Spot[] = []
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    let [ax, ay, bx, by] = [ring[j] ?? 0, ring[j + 1] ?? 0, ring[i] ?? 0, ring[i + 1] ?? 0]
    if (ax > bx || (ax === bx && ay > by)) [ax, ay, bx, by] = [bx, by, ax, ay]
    const parts = Math.ceil(Math.hypot(bx - ax, by - ay) / STEP)
    for (let k = 0; k < parts; k++) {
      const t = (k + 0.5) / parts
      spots.push({ of, x: ax + (bx - ax) * t, y: ay + (by - ay) * t })
    }
  }
  return spots
}

// One number for each square of the plane; squares further than 2 000 km from the middle would repeat.
function bucketOf(x: number, y: number, dx: number, dy: number): number {
  return (Math.floor(x / REACH) + dx) * 65_536 + Math.floor(y / REACH) + dy
}

function around(buckets: Map<number, Spot[]>, { x, y }: Spot): Spot[] {
  const found: Spot[] = []
  for (let dx = -1; dx <= 1; dx++)
    for (let dy = -1; dy <= 1; dy++) for (const spot of buckets.get(bucketOf(x, y, dx, dy)) ?? []) found.push(spot)
  return found
}

// Joined are pairs with no third middle in the circle over their own two (Gabriel), and what a spanning tree needs.
function pairsToJoin(places: Places, pairs: number[]): number[] {
  const count = places.neighbourhoods.length
  const near = new Map<number, number[]>()
  for (const pair of pairs) {
    const [a, b] = [Math.floor(pair / count), pair % count]
    near.set(a, [...(near.get(a) ?? []), b])
    near.set(b, [...(near.get(b) ?? []), a])
  }
  const length = (pair: number) => Math.hypot(...apart(places, Math.floor(pair / count), pair % count))
  const sorted = [...pairs].sort((p, q) => length(p) - length(q) || p - q)
  const root = Int32Array.from({ length: count }, (_, i) => i)
  return sorted.filter(pair => {
    const [a, b] = [Math.floor(pair / count), pair % count]
    const isNew = join(root, a, b)
    const third = [...(near.get(a) ?? []), ...(near.get(b) ?? [])].some(
      c => c !== a && c !== b && isBetween(places, a, b, c),
    )
    return isNew || !third
  })
}

function apart(places: Places, a: number, b: number): [number, number] {
  const [p, q] = [places.neighbourhoods[a], places.neighbourhoods[b]]
  return [(p?.x ?? 0) - (q?.x ?? 0), (p?.y ?? 0) - (q?.y ?? 0)]
}

function isBetween(places: Places, a: number, b: number, c: number): boolean {
  const [ax, ay] = apart(places, a, c)
  const [bx, by] = apart(places, b, c)
  return ax * bx + ay * by < 0
}

/** Joins the sets of a and b; false when they were one already. */
export function join(root: Int32Array, a: number, b: number): boolean {
  const [p, q] = [find(root, a), find(root, b)]
  if (p === q) return false
  root[Math.max(p, q)] = Math.min(p, q)
  return true
}

/** Representative of the set of a. */
export function find(root: Int32Array, a: number): number {
  let at = a
  while (root[at] !== at) at = root[at] = root[root[at] ?? at] ?? at
  return at
}

function gatesOf(places: Places, pair: number, border: readonly number[]): Gate[] {
  const count = places.neighbourhoods.length
  const [a, b] = [Math.floor(pair / count), pair % count]
  const [p, q] = [places.neighbourhoods[a], places.neighbourhoods[b]]
  const detour: { x: number; y: number; way: number }[] = []
  for (let i = 0; i < border.length; i += 2) {
    const [x, y] = [border[i] ?? 0, border[i + 1] ?? 0]
    detour.push({
      x,
      y,
      way: Math.hypot(x - (p?.x ?? 0), y - (p?.y ?? 0)) + Math.hypot(x - (q?.x ?? 0), y - (q?.y ?? 0)),
    })
  }
  detour.sort((s, t) => s.way - t.way || s.x - t.x || s.y - t.y)
  const gates: Gate[] = []
  for (const { x, y } of detour) {
    if (gates.length === 2) break
    if (gates.every(gate => Math.hypot(gate.x - x, gate.y - y) > 300)) gates.push({ a, b, x, y })
  }
  return gates
}
