import type { Geometry, Position } from 'geojson'
import { isFaulty } from './polygon-faults.ts'
import { type Place, type Projection, swapped } from './projection.ts'
import { type Extent, isWithin } from './province.ts'
import { rebuildPolygon } from './rebuild-polygon.ts'

export type Wanted = 'point' | 'line' | 'polygon'
/** What was put right in a geometry; texts in `loading/mendings.ts`. */
export type Mending =
  | 'swapped_axes'
  | 'unclosed_ring'
  | 'flat_ring'
  | 'self_intersection'
  | 'line_as_polygon'
  | 'polygon_as_point'
  | 'polygon_as_line'
/** Why a geometry cannot be used; texts in `loading/mendings.ts`. */
export type GeometryFault = 'no_geometry' | 'wrong_type' | 'not_a_number' | 'out_of_province' | 'no_area' | 'unmendable'

export type MendedGeometry =
  | Readonly<{ kind: 'point'; coordinates: Place; mended: Mending[] }>
  | Readonly<{ kind: 'line'; coordinates: Position[][]; mended: Mending[] }>
  | Readonly<{ kind: 'polygon'; coordinates: Position[][][]; mended: Mending[] }>
  | Readonly<{ kind: 'fault'; fault: GeometryFault; place: Place | null }>

type How = Readonly<{ projection: Projection; extent: Extent; wanted: Wanted }>

/**
 * Brings one geometry to WGS 84 and to the type wanted, mending what can be mended without guessing a shape: swapped
 * axes, unclosed rings, repeated vertices, crossings. Pure.
 */
export function mendGeometry(geometry: Geometry | null, how: How): MendedGeometry {
  const parts = geometry ? partsOf(geometry, how.wanted) : 'no_geometry'
  if (typeof parts === 'string') return { kind: 'fault', fault: parts, place: null }
  const mended: Mending[] = [...parts.mended]
  const placed = place(parts.lines, how)
  if ('fault' in placed) return { kind: 'fault', ...placed }
  if (placed.isSwapped) mended.push('swapped_axes')
  if (how.wanted === 'point') return { kind: 'point', coordinates: middle(placed.lines.flat(2)), mended }
  if (how.wanted === 'line') return asLine(placed.lines.flat(), mended)
  return asPolygon(placed.lines, mended)
}

/** Geometry as polygons of rings (lines: one "polygon" of lines; points: one of one). */
type Parts = Readonly<{ lines: readonly (readonly (readonly unknown[])[])[]; mended: Mending[] }>

function partsOf(geometry: Geometry, wanted: Wanted): Parts | GeometryFault {
  if (geometry.type === 'GeometryCollection') return collected(geometry.geometries ?? [], wanted)
  const c = geometry.coordinates as unknown
  if (!Array.isArray(c) || c.length === 0) return 'no_geometry'
  const line = geometry.type === 'LineString' ? [[c]] : geometry.type === 'MultiLineString' ? [c] : null
  const polygon = geometry.type === 'Polygon' ? [c] : geometry.type === 'MultiPolygon' ? c : null
  const point = geometry.type === 'Point' ? [[[c]]] : geometry.type === 'MultiPoint' ? [[c]] : null
  if (wanted === 'polygon')
    return polygon ? { lines: polygon, mended: [] } : line ? { lines: line, mended: ['line_as_polygon'] } : 'wrong_type'
  if (wanted === 'line')
    return line ? { lines: line, mended: [] } : polygon ? { lines: polygon, mended: ['polygon_as_line'] } : 'wrong_type'
  if (point) return { lines: point, mended: [] }
  return polygon || line ? { lines: polygon ?? line ?? [], mended: ['polygon_as_point'] } : 'wrong_type'
}

function collected(geometries: readonly Geometry[], wanted: Wanted): Parts | GeometryFault {
  const parts = geometries.map(one => partsOf(one, wanted)).filter(one => typeof one !== 'string')
  const exact = parts.filter(one => one.mended.length === 0)
  const chosen = exact.length > 0 ? exact : parts
  if (chosen.length === 0) return geometries.length === 0 ? 'no_geometry' : 'wrong_type'
  return { lines: chosen.flatMap(one => one.lines), mended: chosen[0]?.mended ?? [] }
}

type Placed = { lines: Position[][][]; isSwapped: boolean } | { fault: GeometryFault; place: Place | null }

/** Reads every position; when the shape lies outside the province, tries it with the axes exchanged. */
function place(lines: Parts['lines'], { projection, extent }: How): Placed {
  const raw = lines.map(rings =>
    Array.isArray(rings) ? rings.map(ring => (Array.isArray(ring) ? ring.map(toPlace) : [])) : [],
  )
  const flat = raw.flat(2)
  if (flat.length === 0) return { fault: 'no_geometry', place: null }
  if (flat.some(one => one === null)) return { fault: 'not_a_number', place: null }
  for (const reading of [projection, swapped(projection)]) {
    const read = raw.map(rings => rings.map(ring => ring.map(one => rounded(reading.toWgs84(one ?? [0, 0])))))
    if (read.flat(2).every(one => isWithin(extent, one)))
      return {
        lines: read.map(rings => rings.map(ring => ring.map(([x, y]) => [x, y]))),
        isSwapped: reading !== projection,
      }
  }
  const first = flat[0]
  return { fault: 'out_of_province', place: first ? rounded(projection.toWgs84(first)) : null }
}

function toPlace(position: unknown): Place | null {
  if (!Array.isArray(position) || position.length < 2) return null
  const [x, y] = [toNumber(position[0]), toNumber(position[1])]
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null
}

function toNumber(value: unknown): number {
  if (typeof value === 'number') return value
  return typeof value === 'string' && value.trim() !== '' ? Number(value.trim().replace(',', '.')) : Number.NaN
}

function rounded([x, y]: Place): [number, number] {
  return [Math.round(x * 1e9) / 1e9, Math.round(y * 1e9) / 1e9]
}

function middle(places: readonly Position[]): Place {
  const sum = places.reduce<[number, number]>(([x, y], p) => [x + (p[0] ?? 0), y + (p[1] ?? 0)], [0, 0])
  return [sum[0] / places.length, sum[1] / places.length]
}

function asLine(lines: readonly Position[][], mended: Mending[]): MendedGeometry {
  const kept = lines.map(withoutRepeats).filter(line => line.length >= 2)
  return kept.length > 0
    ? { kind: 'line', coordinates: kept, mended }
    : { kind: 'fault', fault: 'no_geometry', place: null }
}

function asPolygon(polygons: readonly Position[][][], mended: Mending[]): MendedGeometry {
  const clean = polygons.map(rings => cleanRings(rings, mended)).filter(rings => rings.length > 0)
  if (clean.length === 0) return { kind: 'fault', fault: 'no_area', place: null }
  if (!isFaulty(clean)) return { kind: 'polygon', coordinates: clean, mended: [...new Set(mended)] }
  const rebuilt = rebuildPolygon(clean)
  if (rebuilt.length === 0) return { kind: 'fault', fault: 'no_area', place: null }
  if (isFaulty(rebuilt) && !isOnlyTouching(rebuilt)) return { kind: 'fault', fault: 'unmendable', place: null }
  return { kind: 'polygon', coordinates: rebuilt, mended: [...new Set<Mending>([...mended, 'self_intersection'])] }
}

/** The check is stricter than the standard about rings touching at a vertex; rebuilding again tells if anything is left. */
function isOnlyTouching(polygons: Position[][][]): boolean {
  return JSON.stringify(rebuildPolygon(polygons)) === JSON.stringify(polygons)
}

function cleanRings(rings: readonly Position[][], mended: Mending[]): Position[][] {
  const clean: Position[][] = []
  for (const [i, ring] of rings.entries()) {
    const kept = withoutRepeats(ring)
    const [first, last] = [kept[0], kept.at(-1)]
    if (first && last && !isSame(first, last)) {
      kept.push(first)
      mended.push('unclosed_ring')
    }
    if (kept.length >= 4) clean.push(kept)
    else if (i === 0) return []
    else mended.push('flat_ring')
  }
  return clean
}

function withoutRepeats(line: readonly Position[]): Position[] {
  return line.filter((place, i) => i === 0 || !isSame(place, line[i - 1] ?? []))
}

function isSame(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1]
}
