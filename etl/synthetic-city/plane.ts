/** Flat geometry in metres around one place. Rings are flat arrays x0, y0, x1, y1, … without a closing point. */
export type Ring = Float64Array

export type Plane = Readonly<{
  x: (lon: number) => number
  y: (lat: number) => number
  lon: (x: number) => number
  lat: (y: number) => number
}>

const METRES_PER_DEGREE = 111_195

/** A local plane (equirectangular, metres) around a place; good to a few parts in a thousand over one province. */
export function planeAround(lon: number, lat: number): Plane {
  const perLon = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  return {
    x: value => (value - lon) * perLon,
    y: value => (value - lat) * METRES_PER_DEGREE,
    lon: x => lon + x / perLon,
    lat: y => lat + y / METRES_PER_DEGREE,
  }
}

/** Signed area in m²; positive when counter-clockwise. */
export function areaOf(ring: Ring): number {
  let twice = 0
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
    twice += at(ring, j) * at(ring, i + 1) - at(ring, i) * at(ring, j + 1)
  return twice / 2
}

/** Whether a point lies inside a ring (even–odd rule). */
export function isInside(ring: Ring, x: number, y: number): boolean {
  let inside = false
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const yi = at(ring, i + 1)
    const yj = at(ring, j + 1)
    if (yi > y !== yj > y && x < ((at(ring, j) - at(ring, i)) * (y - yi)) / (yj - yi) + at(ring, i)) inside = !inside
  }
  return inside
}

/** The same test for a long ring asked often: edges sorted into level bands, so that each question meets only a few. */
export function insideTester(ring: Ring, band: number): (x: number, y: number) => boolean {
  const bands = new Map<number, number[]>()
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [low, high] = [Math.min(at(ring, i + 1), at(ring, j + 1)), Math.max(at(ring, i + 1), at(ring, j + 1))]
    for (let k = Math.floor(low / band); k <= Math.floor(high / band); k++) {
      const edges = bands.get(k)
      if (edges) edges.push(i, j)
      else bands.set(k, [i, j])
    }
  }
  return (x, y) => {
    const edges = bands.get(Math.floor(y / band)) ?? []
    let inside = false
    for (let k = 0; k < edges.length; k += 2) {
      const [i, j] = [edges[k] as number, edges[k + 1] as number]
      const [yi, yj] = [at(ring, i + 1), at(ring, j + 1)]
      if (yi > y !== yj > y && x < ((at(ring, j) - at(ring, i)) * (y - yi)) / (yj - yi) + at(ring, i)) inside = !inside
    }
    return inside
  }
}

/** How far inside a ring a point lies, in metres: distance to the nearest edge, negative outside. */
export function depthIn(ring: Ring, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const squared = squaredToSegment(x, y, at(ring, j), at(ring, j + 1), at(ring, i), at(ring, i + 1))
    if (squared < nearest) nearest = squared
  }
  return (isInside(ring, x, y) ? 1 : -1) * Math.sqrt(nearest)
}

function squaredToSegment(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const dx = bx - ax
  const dy = by - ay
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return (x - ax - t * dx) ** 2 + (y - ay - t * dy) ** 2
}

/** Whether the open segment a–b crosses any edge of the ring. */
export function crosses(ring: Ring, ax: number, ay: number, bx: number, by: number): boolean {
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const cx = at(ring, j)
    const cy = at(ring, j + 1)
    const dx = at(ring, i)
    const dy = at(ring, i + 1)
    if (
      side(ax, ay, bx, by, cx, cy) !== side(ax, ay, bx, by, dx, dy) &&
      side(cx, cy, dx, dy, ax, ay) !== side(cx, cy, dx, dy, bx, by)
    )
      return true
  }
  return false
}

function side(ax: number, ay: number, bx: number, by: number, x: number, y: number): boolean {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0
}

/** Well-known text of one ring, closed, in degrees with nine decimals (a tenth of a millimetre: borders stay shared). */
export function ringText(ring: Ring, plane: Plane): string {
  const points: string[] = []
  for (let i = 0; i < ring.length; i += 2) points.push(pointText(plane, at(ring, i), at(ring, i + 1)))
  return `(${points.join(',')},${points[0]})`
}

/** "lon lat" of a point in degrees, nine decimals. */
export function pointText(plane: Plane, x: number, y: number): string {
  return `${Math.round(plane.lon(x) * 1e9) / 1e9} ${Math.round(plane.lat(y) * 1e9) / 1e9}`
}

function at(ring: Ring, i: number): number {
  return ring[i] as number
}
