import type { Position } from 'geojson'
import type { MendedGeometry } from './mend-geometry.ts'

const SRID = 4326
const [POINT, LINE, POLYGON, MULTILINE, MULTIPOLYGON] = [1, 2, 3, 5, 6] as const

/** Bytes laid one after another, little-endian. */
class Bytes {
  #buffer = Buffer.allocUnsafe(1024)
  #at = 0

  head(type: number, withSrid = false): void {
    this.#room(9)
    this.#buffer[this.#at++] = 1
    this.uint(withSrid ? type | 0x20000000 : type)
    if (withSrid) this.uint(SRID)
  }

  uint(value: number): void {
    this.#room(4)
    this.#at = this.#buffer.writeUInt32LE(value, this.#at)
  }

  positions(list: readonly Position[]): void {
    this.uint(list.length)
    for (const position of list) this.position(position)
  }

  position([x = 0, y = 0]: readonly number[]): void {
    this.#room(16)
    this.#at = this.#buffer.writeDoubleLE(y, this.#buffer.writeDoubleLE(x, this.#at))
  }

  hex(): string {
    return this.#buffer.toString('hex', 0, this.#at).toUpperCase()
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return
    const larger = Buffer.allocUnsafe(this.#buffer.length * 2)
    this.#buffer.copy(larger, 0, 0, this.#at)
    this.#buffer = larger
  }
}

/** Hexadecimal EWKB (SRID 4326) as PostGIS reads it from text: Point, MultiLineString or MultiPolygon. */
export function hexEwkb(geometry: Exclude<MendedGeometry, { kind: 'fault' }>): string {
  const bytes = new Bytes()
  if (geometry.kind === 'point') {
    bytes.head(POINT, true)
    bytes.position(geometry.coordinates)
  } else if (geometry.kind === 'line') multiLine(bytes, geometry.coordinates)
  else multiPolygon(bytes, geometry.coordinates)
  return bytes.hex()
}

function multiLine(bytes: Bytes, lines: readonly Position[][]): void {
  bytes.head(MULTILINE, true)
  bytes.uint(lines.length)
  for (const line of lines) {
    bytes.head(LINE)
    bytes.positions(line)
  }
}

function multiPolygon(bytes: Bytes, polygons: readonly Position[][][]): void {
  bytes.head(MULTIPOLYGON, true)
  bytes.uint(polygons.length)
  for (const rings of polygons) {
    bytes.head(POLYGON)
    bytes.uint(rings.length)
    for (const ring of rings) bytes.positions(ring)
  }
}
