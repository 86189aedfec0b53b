import { type Position, WORLD } from './mercator.ts'

const ORDER = 16

/**
 * Place of a point (Web Mercator metres) on the Hilbert curve of order 16, 0 … 2^32 − 1. Rows laid down in this order
 * keep what a tile needs on few pages.
 */
export function hilbert([x, y]: Readonly<Position>): number {
  const cells = 2 ** ORDER
  let px = clamp(Math.floor((x / WORLD + 0.5) * cells), cells)
  let py = clamp(Math.floor((y / WORLD + 0.5) * cells), cells)
  let place = 0
  for (let side = cells / 2; side >= 1; side /= 2) {
    const rx = (px & side) > 0 ? 1 : 0
    const ry = (py & side) > 0 ? 1 : 0
    place += side * side * ((3 * rx) ^ ry)
    if (ry === 0) {
      if (rx === 1) [px, py] = [cells - 1 - px, cells - 1 - py]
      ;[px, py] = [py, px]
    }
  }
  return place
}

function clamp(value: number, cells: number): number {
  return Math.min(Math.max(value, 0), cells - 1)
}

/** The items in Hilbert order of a point of each. */
export function inHilbertOrder<T>(items: Iterable<T>, at: (item: T) => Position): T[] {
  return Array.from(items, item => ({ item, place: hilbert(at(item)) }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}
