import type { Geometry, Position } from 'geojson'

/** Walks well-known binary (ISO 13249, also the EWKB flags); Z and M are read and dropped. */
class Walker {
  #at = 0
  #little = true
  readonly #view: DataView
  constructor(bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  geometry(): Geometry {
    this.#little = this.#view.getUint8(this.#at) === 1
    this.#at += 1
    const raw = this.#uint()
    if (raw & 0x20000000) this.#uint() // SRID of EWKB
    const flags = (raw & 0x80000000 ? 1 : 0) + (raw & 0x40000000 ? 1 : 0)
    const code = raw & 0x0fffffff
    const extra = flags + ([0, 1, 1, 2][Math.floor(code / 1000)] ?? 0)
    return this.#body(code % 1000, extra)
  }

  #body(type: number, extra: number): Geometry {
    switch (type) {
      case 1:
        return { type: 'Point', coordinates: this.#position(extra) }
      case 2:
        return { type: 'LineString', coordinates: this.#positions(extra) }
      case 3:
        return { type: 'Polygon', coordinates: this.#many(() => this.#positions(extra)) }
      case 7:
        return { type: 'GeometryCollection', geometries: this.#many(() => this.geometry()) }
      default:
        return this.#multi(type)
    }
  }

  #multi(type: number): Geometry {
    const parts = this.#many(() => this.geometry())
    const coordinates = parts.map(part => ('coordinates' in part ? part.coordinates : []))
    if (type === 4) return { type: 'MultiPoint', coordinates: coordinates as Position[] }
    if (type === 5) return { type: 'MultiLineString', coordinates: coordinates as Position[][] }
    if (type === 6) return { type: 'MultiPolygon', coordinates: coordinates as Position[][][] }
    throw new RangeError(`WKB geometry type ${type}`)
  }

  #position(extra: number): Position {
    const position = [this.#double(), this.#double()]
    this.#at += 8 * extra
    return position
  }

  #positions(extra: number): Position[] {
    return this.#many(() => this.#position(extra))
  }

  #many<T>(read: () => T): T[] {
    const count = this.#uint()
    if (count > this.#view.byteLength) throw new RangeError('WKB is cut')
    return Array.from({ length: count }, read)
  }

  #uint(): number {
    const value = this.#view.getUint32(this.#at, this.#little)
    this.#at += 4
    return value
  }

  #double(): number {
    const value = this.#view.getFloat64(this.#at, this.#little)
    this.#at += 8
    return value
  }
}

/**
 * Well-known binary to GeoJSON geometry.
 * @throws RangeError when it is cut or of a curved type
 */
export function parseWkb(bytes: Uint8Array): Geometry {
  return new Walker(bytes).geometry()
}

/**
 * GeoPackage geometry blob (OGC 12-128r19 §2.1.3) to GeoJSON geometry; null when flagged empty.
 * @throws RangeError when it is not one
 */
export function parseGeopackageGeometry(blob: Uint8Array): Geometry | null {
  if (blob[0] !== 0x47 || blob[1] !== 0x50) throw new RangeError('no GeoPackage geometry')
  const flags = blob[3] ?? 0
  if (flags & 0x10) return null
  const envelope = [0, 32, 48, 48, 64][(flags >> 1) & 7]
  if (envelope === undefined) throw new RangeError('bad envelope')
  return parseWkb(blob.subarray(8 + envelope))
}
