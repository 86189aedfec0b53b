import { type Position, project } from './mercator.ts'

export type Polygon = Position[][]

/**
 * Polygons of a WKB Polygon or MultiPolygon in degrees (ISO or EWKB, either byte order), projected to Web Mercator metres.
 * @throws RangeError for another geometry type
 */
export function readPolygons(wkb: Buffer): Polygon[] {
  const reader = new Reader(wkb)
  const type = reader.header()
  if (type === 3) return [reader.lines()]
  if (type !== 6) throw new RangeError(`polygon expected, WKB type ${type} found`)
  return Array.from({ length: reader.count() }, () => {
    reader.header()
    return reader.lines()
  })
}

/** Lines of a WKB LineString or MultiLineString in degrees, projected to metres. @throws RangeError for another type */
export function readLines(wkb: Buffer): Position[][] {
  const reader = new Reader(wkb)
  const type = reader.header()
  if (type === 2) return [reader.points()]
  if (type !== 5) throw new RangeError(`line expected, WKB type ${type} found`)
  return Array.from({ length: reader.count() }, () => {
    reader.header()
    return reader.points()
  })
}

class Reader {
  private at = 0
  private isLittle = true
  private readonly bytes: Buffer
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  header(): number {
    this.isLittle = this.bytes[this.at++] === 1
    const type = this.count()
    if (type & 0x20000000) this.at += 4 // EWKB carries its SRID here
    return type & 0xff
  }

  count(): number {
    const value = this.isLittle ? this.bytes.readUInt32LE(this.at) : this.bytes.readUInt32BE(this.at)
    this.at += 4
    return value
  }

  lines(): Position[][] {
    return Array.from({ length: this.count() }, () => this.points())
  }

  points(): Position[] {
    return Array.from({ length: this.count() }, () => project(this.double(), this.double()))
  }

  private double(): number {
    const value = this.isLittle ? this.bytes.readDoubleLE(this.at) : this.bytes.readDoubleBE(this.at)
    this.at += 8
    return value
  }
}

const HAS_SRID = 0x20000000
const MERCATOR = 3857

/** Hex EWKB of a MultiPolygon in metres, as COPY wants it. */
export function multiPolygonHex(polygons: readonly Polygon[]): string {
  const size = polygons.reduce((sum, rings) => sum + 9 + linesSize(rings), 13)
  const writer = new Writer(size, 6, polygons.length)
  for (const rings of polygons) {
    writer.part(3, rings.length)
    for (const ring of rings) writer.points(ring)
  }
  return writer.hex()
}

/** Hex EWKB of a MultiLineString in metres. */
export function multiLineHex(lines: readonly Position[][]): string {
  const writer = new Writer(
    lines.reduce((sum, line) => sum + 9 + 16 * line.length, 13),
    5,
    lines.length,
  )
  for (const line of lines) {
    writer.part(2)
    writer.points(line)
  }
  return writer.hex()
}

/** Hex EWKB of a Point in metres. */
export function pointHex([x, y]: Readonly<Position>): string {
  const writer = new Writer(25, 1)
  writer.double(x)
  writer.double(y)
  return writer.hex()
}

function linesSize(lines: readonly Position[][]): number {
  return lines.reduce((sum, line) => sum + 4 + 16 * line.length, 0)
}

class Writer {
  private readonly bytes: Buffer
  private at = 9
  constructor(size: number, type: number, count?: number) {
    this.bytes = Buffer.allocUnsafe(size)
    this.bytes[0] = 1
    this.bytes.writeUInt32LE(type | HAS_SRID, 1)
    this.bytes.writeUInt32LE(MERCATOR, 5)
    if (count !== undefined) this.count(count)
  }

  part(type: number, count?: number): void {
    this.bytes[this.at++] = 1
    this.count(type)
    if (count !== undefined) this.count(count)
  }

  points(points: readonly Position[]): void {
    this.count(points.length)
    for (const [x, y] of points) {
      this.double(x)
      this.double(y)
    }
  }

  double(value: number): void {
    this.at = this.bytes.writeDoubleLE(value, this.at)
  }

  hex(): string {
    return this.bytes.toString('hex')
  }

  private count(value: number): void {
    this.at = this.bytes.writeUInt32LE(value, this.at)
  }
}
