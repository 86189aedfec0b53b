import type { LayerContract } from '../../tiles/layers/layer-contract.ts'

export type TileAddress = Readonly<{ z: number; x: number; y: number }>

export const MAX_ZOOM = 22
const WHOLE_NUMBER = /^(0|[1-9]\d{0,7})$/

/**
 * The address of a tile as written in its URL; undefined unless z is 0–22 and x and y are whole numbers below 2^z
 * without signs, blanks or leading zeros.
 */
export function parseAddress(z: string, x: string, y: string): TileAddress | undefined {
  if (!WHOLE_NUMBER.test(z) || !WHOLE_NUMBER.test(x) || !WHOLE_NUMBER.test(y)) return undefined
  const address = { z: Number(z), x: Number(x), y: Number(y) }
  const side = 2 ** address.z
  return address.z <= MAX_ZOOM && address.x < side && address.y < side ? address : undefined
}

/** Whether a layer has tiles at a zoom; elsewhere they are empty. */
export function isDrawnAt(layer: LayerContract, z: number): boolean {
  return z >= layer.minzoom && z <= layer.maxzoom
}

/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]

/** Columns and rows of a zoom that touch a box, both ends included. */
export function rangeIn([west, south, east, north]: Bounds, z: number) {
  return { left: column(west, z), right: column(east, z), top: row(north, z), bottom: row(south, z) }
}

/** Every tile of a zoom that touches a box, row by row: for warming a cache and for benchmarks. */
export function addressesIn(bounds: Bounds, z: number): TileAddress[] {
  const { left, right, top, bottom } = rangeIn(bounds, z)
  const found: TileAddress[] = []
  for (let y = top; y <= bottom; y++) for (let x = left; x <= right; x++) found.push({ z, x, y })
  return found
}

function column(longitude: number, z: number): number {
  return inside(Math.floor(((longitude + 180) / 360) * 2 ** z), z)
}

function row(latitude: number, z: number): number {
  const radians = (latitude * Math.PI) / 180
  return inside(Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z), z)
}

function inside(value: number, z: number): number {
  return Math.min(Math.max(value, 0), 2 ** z - 1)
}
