import type { Polygon } from './dissolve.ts'
import { crosses, depthIn, isInside } from './plane.ts'

/** How far inside a polygon with holes a point lies, metres; negative outside. */
export function depthInside(polygon: Polygon, x: number, y: number): number {
  let nearest = Number.POSITIVE_INFINITY
  let inside = false
  for (const ring of polygon) {
    const depth = depthIn(ring, x, y)
    if (depth > 0) inside = !inside
    nearest = Math.min(nearest, Math.abs(depth))
  }
  return inside ? nearest : -nearest
}

/** A place with its depth inside the polygon: two such places see each other cheaply when their depths reach. */
export type Sounded = Readonly<{ x: number; y: number; depth: number }>

/** Whether the straight way between two places stays inside the polygon. */
export function seesStraight(polygon: Polygon, a: Sounded, b: Sounded): boolean {
  if (a.depth + b.depth > Math.hypot(a.x - b.x, a.y - b.y)) return true
  return !polygon.some(ring => crosses(ring, a.x, a.y, b.x, b.y))
}

/** Whether a place inside sees a point of the border: all of the way but its last half per cent is inside. */
export function seesBorder(polygon: Polygon, from: Sounded, x: number, y: number): boolean {
  const [nearX, nearY] = [from.x + (x - from.x) * 0.995, from.y + (y - from.y) * 0.995]
  let inside = false
  for (const ring of polygon) {
    if (crosses(ring, from.x, from.y, nearX, nearY)) return false
    if (isInside(ring, nearX, nearY)) inside = !inside
  }
  return inside
}

/** West, south, east, north of a polygon. */
export function boxAround(polygon: Polygon): [number, number, number, number] {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  const outer = polygon[0] ?? []
  for (let i = 0; i < outer.length; i += 2) {
    const [x, y] = [outer[i] ?? 0, outer[i + 1] ?? 0]
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}
