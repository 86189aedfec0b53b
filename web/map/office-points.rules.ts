/** Points of the office's map as plain data: who lies inside a lasso, how those at one door are told apart. Pure. */

export type OfficePoint = Readonly<{
  id: number
  lon: number
  lat: number
  /** One of the map's `kinds`. */
  kind?: string
  /** Said when it is pointed at. */
  label: string
}>

export type LonLat = readonly [lon: number, lat: number]

/** Web mercator, so that what was drawn straight on the screen is straight here too. */
function projected([lon, lat]: LonLat): readonly [number, number] {
  return [lon, (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI]
}

/** Ids of the points inside a ring (even–odd rule; the ring closes itself). Fewer than three corners hold nothing. */
export function insideRing(ring: readonly LonLat[], points: readonly OfficePoint[]): number[] {
  if (ring.length < 3) return []
  const corners = ring.map(projected)
  return points.filter(({ lon, lat }) => isInside(projected([lon, lat]), corners)).map(({ id }) => id)
}

function isInside([x, y]: readonly [number, number], ring: readonly (readonly [number, number])[]): boolean {
  let is = false
  let [ax, ay] = ring.at(-1) ?? [0, 0]
  for (const [bx, by] of ring) {
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) is = !is
    ax = bx
    ay = by
  }
  return is
}

const STEP_M = 5
/** Radians; no two of a spiral lie in one line (Vogel 1979). */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
const METRES_PER_DEGREE = 111_320

/** Where to draw each point: those at one and the same place stand in a small spiral around it, the first in the middle. */
export function spread(points: readonly OfficePoint[]): LonLat[] {
  const taken = new Map<string, number>()
  return points.map(({ lon, lat }) => {
    const place = `${lon.toFixed(6)} ${lat.toFixed(6)}`
    const nth = taken.get(place) ?? 0
    taken.set(place, nth + 1)
    const metres = STEP_M * Math.sqrt(nth)
    const north = (metres * Math.sin(nth * GOLDEN_ANGLE)) / METRES_PER_DEGREE
    const east = (metres * Math.cos(nth * GOLDEN_ANGLE)) / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180))
    return nth === 0 ? [lon, lat] : [lon + east, lat + north]
  })
}

/** West, south, east, north of the points; null when there are none. */
export function boundsOf(points: readonly LonLat[]): [number, number, number, number] | null {
  const [first] = points
  if (!first) return null
  const box: [number, number, number, number] = [first[0], first[1], first[0], first[1]]
  for (const [lon, lat] of points) {
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  return box
}

/** The selection after a point was pressed: alone, or with shift in or out of the others. */
export function pressed(selected: ReadonlySet<number>, ids: readonly number[], isAdding: boolean): Set<number> {
  if (!isAdding) return new Set(ids)
  const next = new Set(selected)
  const areAllIn = ids.every(id => next.has(id))
  for (const id of ids) {
    if (areAllIn) next.delete(id)
    else next.add(id)
  }
  return next
}
