import polylabel from 'polylabel'
import { signedArea } from './generalise-coverage.ts'
import { type Position, pixelAt } from './mercator.ts'
import type { Polygon } from './wkb.ts'

export type Label = Readonly<{ at: Position; fromZoom: number }>

/** Half the width of a letter of a map label in pixels (Noto Sans 12 px), and what a label needs at least. */
const HALF_LETTER = 3.2
const SMALLEST = 8

/**
 * Place of an area's name: the point farthest from the border of its largest part, and the first zoom at which a name of
 * that length, broken in two lines at most, fits around it. Undefined for an area without outline.
 */
export function labelOf(
  polygons: readonly Polygon[],
  name: string,
  zooms: readonly [number, number],
): Label | undefined {
  const largest = polygons.reduce<Polygon | undefined>((a, b) => (size(b) > size(a) ? b : a), undefined)
  if (!largest) return undefined
  const found = polylabel(largest, Math.sqrt(size(largest)) / 100)
  const [x = 0, y = 0] = found
  return { at: [x, y], fromZoom: firstZoom(found.distance, name, zooms) }
}

function size(polygon: Polygon | undefined): number {
  return Math.abs(signedArea(polygon?.[0] ?? []))
}

function firstZoom(radius: number, name: string, [first, last]: readonly [number, number]): number {
  const needed = Math.max(SMALLEST, (HALF_LETTER * name.length) / 2)
  for (let zoom = first; zoom < last; zoom++) if (radius / pixelAt(zoom) >= needed) return zoom
  return last
}
