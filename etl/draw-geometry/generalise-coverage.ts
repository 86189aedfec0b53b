import { feature, neighbors } from 'topojson-client'
import { topology } from 'topojson-server'
import { presimplify, simplify } from 'topojson-simplify'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { type Position, pixelAt } from './mercator.ts'
import { snapCoverage } from './snap-coverage.ts'
import type { Polygon } from './wkb.ts'

export type Coverage = Readonly<{
  /** Outlines at a zoom, in the order of the areas; an area smaller than a quarter of a pixel has no polygon. */
  at: (zoom: number) => Polygon[][]
  /** Areas that share a border with each area, as places in the list. */
  neighbours: number[][]
}>

type Arcs = Topology<{ areas: GeometryCollection }>

/**
 * A coverage ready to be drawn at any zoom. Vertices go by Visvalingam's effective area, border by border and not area by
 * area, so two neighbours keep exactly the same border; the limit is the square of half a pixel.
 * @param areas polygons in Web Mercator metres that should touch and not overlap
 */
export function coverageOf(areas: readonly Polygon[][]): Coverage {
  const collection = {
    type: 'GeometryCollection' as const,
    geometries: snapCoverage(areas).map(coordinates => ({ type: 'MultiPolygon' as const, coordinates })),
  }
  const arcs = topology({ areas: collection }) as unknown as Arcs
  const weighted = presimplify(arcs)
  return {
    at: zoom => outlines(simplify(weighted, (pixelAt(zoom) / 2) ** 2), zoom),
    neighbours: neighbors(arcs.objects.areas.geometries),
  }
}

function outlines(arcs: Arcs, zoom: number): Polygon[][] {
  const smallest = (pixelAt(zoom) / 2) ** 2
  return feature(arcs, arcs.objects.areas).features.map(({ geometry }) => {
    const polygons = geometry?.type === 'MultiPolygon' ? (geometry.coordinates as Polygon[]) : []
    return polygons.map(polygon => drawable(polygon, smallest)).filter(polygon => polygon.length > 0)
  })
}

/** Outer ring clockwise on the map and holes the other way (what MVT wants); rings too small to see are left out. */
function drawable(polygon: Polygon, smallest: number): Polygon {
  const [outer, ...holes] = polygon
  if (!outer || Math.abs(signedArea(outer)) < smallest) return []
  const seen = holes.filter(hole => Math.abs(signedArea(hole)) >= smallest)
  return [oriented(outer, -1), ...seen.map(hole => oriented(hole, 1))]
}

/** Area of a closed ring in square metres, positive where it runs anticlockwise (y northwards). */
export function signedArea(ring: readonly Position[]): number {
  let twice = 0
  let [px, py] = ring.at(-1) ?? [0, 0]
  for (const [x, y] of ring) {
    twice += px * y - x * py
    px = x
    py = y
  }
  return twice / 2
}

function oriented(ring: Position[], sign: 1 | -1): Position[] {
  return signedArea(ring) * sign < 0 ? ring.toReversed() : ring
}
