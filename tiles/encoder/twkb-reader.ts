/** TWKB geometry types (github.com/TWKB/Specification), the same numbers as WKB. */
export const TYPE = {
  point: 1,
  line: 2,
  polygon: 3,
  multiPoint: 4,
  multiLine: 5,
  multiPolygon: 6,
  collection: 7,
} as const

const HAS_BOX = 0x01
const HAS_SIZE = 0x02
const HAS_IDS = 0x04
const HAS_MORE_DIMENSIONS = 0x08
const IS_EMPTY = 0x10

export type Header = Readonly<{ type: number; hasIds: boolean; isEmpty: boolean }>

/** Reads TWKB of integer coordinates in the plane, as `ST_AsTWKB(…, 0)` writes it. Coordinates are deltas to be summed by the caller. */
export class TwkbReader {
  at = 0
  readonly bytes: Buffer
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  /** @throws RangeError for coordinates that are not integers in the plane */
  header(): Header {
    const first = this.byte()
    const flags = this.byte()
    if (first >> 4 !== 0 || flags & HAS_MORE_DIMENSIONS)
      throw new RangeError('TWKB: integer coordinates in the plane expected')
    if (flags & HAS_SIZE) this.unsigned()
    if (flags & HAS_BOX) for (let i = 0; i < 4; i++) this.unsigned()
    return { type: first & 0x0f, hasIds: (flags & HAS_IDS) !== 0, isEmpty: (flags & IS_EMPTY) !== 0 }
  }

  /** @throws RangeError at the end of the bytes */
  unsigned(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte()
      value += (byte & 0x7f) * scale
      if (byte < 0x80) return value
    }
  }

  /** A signed integer below 2^31 in size: a coordinate. */
  delta(): number {
    const { bytes } = this
    let byte = bytes[this.at++] as number
    let value = byte & 0x7f
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[this.at++] as number
      value |= (byte & 0x7f) << shift
    }
    return (value >>> 1) ^ -(value & 1)
  }

  private byte(): number {
    const byte = this.bytes[this.at++]
    if (byte === undefined) throw new RangeError('TWKB ends too soon')
    return byte
  }
}
