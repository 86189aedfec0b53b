import type { Position } from 'geojson'
import polylabel from 'polylabel'
import { isInRing } from './polygon-faults.ts'
import type { Place } from './projection.ts'

export type IndexedArea = Readonly<{ id: number; coordinates: Position[][][] }>
type Boxed = IndexedArea & Readonly<{ west: number; east: number; south: number; north: number }>

const CELL = 0.02 // degrees; a neighbourhood or two a cell

/** Finds the area a place lies in, in memory: the same answer on both databases, and fast enough for 10⁶ places. */
export class AreaIndex {
  readonly #cells = new Map<string, Boxed[]>()
  readonly #areas: Boxed[]
  #last: Boxed | undefined

  constructor(areas: readonly IndexedArea[]) {
    this.#areas = areas.map(area => ({ ...area, ...boxOf(area) }))
    for (const area of this.#areas) this.#enter(area)
  }

  get size(): number {
    return this.#areas.length
  }

  /** Id of the area a place lies in, or null. */
  locate(place: Place): number | null {
    if (this.#last && contains(this.#last, place)) return this.#last.id
    const found = this.#cells.get(cellOf(place[0], place[1]))?.find(area => contains(area, place))
    if (found) this.#last = found
    return found?.id ?? null
  }

  /** Id of the area whose border is nearest, if within `metres`; null otherwise. */
  nearest(place: Place, metres: number): number | null {
    const reach = metres / 80_000 // degrees, generous at Turkish latitudes
    const near = this.#areas.filter(
      area =>
        area.west - reach <= place[0] &&
        area.east + reach >= place[0] &&
        area.south - reach <= place[1] &&
        area.north + reach >= place[1],
    )
    const ranked = near.map(area => ({ id: area.id, far: distance(area, place) })).sort((a, b) => a.far - b.far)
    return ranked[0] && ranked[0].far <= metres ? ranked[0].id : null
  }

  /** Whether a place lies in an area or within some metres of it. */
  isNear(id: number, place: Place, metres: number): boolean {
    return this.#areas.some(area => area.id === id && (contains(area, place) || distance(area, place) <= metres))
  }

  has(id: number): boolean {
    return this.#areas.some(area => area.id === id)
  }

  #enter(area: Boxed): void {
    for (let x = Math.floor(area.west / CELL); x <= Math.floor(area.east / CELL); x++)
      for (let y = Math.floor(area.south / CELL); y <= Math.floor(area.north / CELL); y++) {
        const key = `${x} ${y}`
        const cell = this.#cells.get(key)
        if (cell) cell.push(area)
        else this.#cells.set(key, [area])
      }
  }
}

/** A place well inside a multipolygon: the pole of inaccessibility of its largest part. */
export function innerPlace(coordinates: readonly Position[][][]): Place {
  const width = (rings: Position[][]) => {
    const { west, east, south, north } = boxOf({ id: 0, coordinates: [rings] })
    return (east - west) * (north - south)
  }
  const largest = [...coordinates].sort((a, b) => width(b) - width(a))[0] ?? []
  const [x = 0, y = 0] = polylabel(largest as number[][][], 0.0005)
  return [x, y]
}

function cellOf(x: number, y: number): string {
  return `${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`
}

function contains(area: Boxed, place: Place): boolean {
  const [x, y] = place
  if (x < area.west || x > area.east || y < area.south || y > area.north) return false
  const at = [x, y]
  return area.coordinates.some(
    ([shell = [], ...holes]) => isInRing(at, shell) && !holes.some(hole => isInRing(at, hole)),
  )
}

function distance(area: Boxed, [x, y]: Place): number {
  let best = Number.POSITIVE_INFINITY
  const east = 111_320 * Math.cos((y * Math.PI) / 180)
  for (const ring of area.coordinates.flat())
    for (let i = 1; i < ring.length; i++)
      best = Math.min(best, toSegment([x, y], [ring[i - 1] ?? [], ring[i] ?? []], east))
  return best
}

/** Metres from a place to a segment, on a plane touching the earth there. */
function toSegment([x, y]: Place, [a, b]: readonly [Position, Position], east: number): number {
  const north = 110_570
  const [ax, ay] = [((a[0] ?? 0) - x) * east, ((a[1] ?? 0) - y) * north]
  const [bx, by] = [((b[0] ?? 0) - x) * east, ((b[1] ?? 0) - y) * north]
  const squared = (bx - ax) ** 2 + (by - ay) ** 2
  const t = squared === 0 ? 0 : Math.max(0, Math.min(1, -(ax * (bx - ax) + ay * (by - ay)) / squared))
  return Math.hypot(ax + t * (bx - ax), ay + t * (by - ay))
}

function boxOf(area: IndexedArea) {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const [x = 0, y = 0] of area.coordinates.flat(2)) {
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  return { west, south, east, north }
}
