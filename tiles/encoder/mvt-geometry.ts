/**
 * Geometry of one feature from TWKB to MVT commands (vector-tile-spec 2.1 §4.3), vertex by vertex without an object
 * for any of them. Rings get the winding the specification wants; what has no area or no length is left out.
 */
import type { ByteWriter } from './byte-writer.ts'
import { type TwkbReader, TYPE } from './twkb-reader.ts'

export const MVT_TYPE = { point: 1, line: 2, polygon: 3 } as const
export type MvtType = (typeof MVT_TYPE)[keyof typeof MVT_TYPE]

const MOVE_TO_ONE = (1 << 3) | 1
const CLOSE_PATH = (1 << 3) | 7

export class MvtGeometry {
  private readonly out: ByteWriter
  /** Vertices of the ring or line at hand. */
  private xs = new Int32Array(4096)
  private ys = new Int32Array(4096)
  /** Where TWKB's deltas stand, and where MVT's cursor stands. */
  private fromX = 0
  private fromY = 0
  private cursorX = 0
  private cursorY = 0

  constructor(out: ByteWriter) {
    this.out = out
  }

  /** TWKB's deltas begin anew with each geometry that has a header. */
  beginTwkb(): void {
    this.fromX = 0
    this.fromY = 0
  }

  /** Empties the output and writes one geometry. @returns its MVT type; the output is empty when nothing was left of it */
  write(reader: TwkbReader, type: number): MvtType {
    this.out.reset()
    this.cursorX = 0
    this.cursorY = 0
    switch (type) {
      case TYPE.point:
        this.points(reader, 1)
        return MVT_TYPE.point
      case TYPE.multiPoint:
        this.points(reader, reader.unsigned())
        return MVT_TYPE.point
      case TYPE.line:
        this.line(reader)
        return MVT_TYPE.line
      case TYPE.multiLine:
        for (let left = reader.unsigned(); left > 0; left--) this.line(reader)
        return MVT_TYPE.line
      case TYPE.polygon:
        this.polygon(reader)
        return MVT_TYPE.polygon
      case TYPE.multiPolygon:
        for (let left = reader.unsigned(); left > 0; left--) this.polygon(reader)
        return MVT_TYPE.polygon
      default:
        throw new RangeError(`TWKB type ${type} has no place in a tile`)
    }
  }

  private points(reader: TwkbReader, count: number): void {
    this.out.room(10 * count + 5)
    this.out.varint((count << 3) | 1)
    for (let i = 0; i < count; i++) {
      this.fromX += reader.delta()
      this.fromY += reader.delta()
      this.vertex(this.fromX, this.fromY)
    }
  }

  private line(reader: TwkbReader): void {
    const count = this.take(reader)
    if (count < 2) return
    this.begin(count)
    for (let i = 1; i < count; i++) this.vertex(this.xs[i] as number, this.ys[i] as number)
  }

  private polygon(reader: TwkbReader): void {
    let isOuter = true
    let isDropped = false
    for (let left = reader.unsigned(); left > 0; left--) {
      const count = this.takeRing(reader)
      const area = this.twiceArea(count)
      if (isOuter) isDropped = area === 0
      if (!isDropped && area !== 0) this.ring(count, area > 0 === isOuter)
      isOuter = false
    }
  }

  /** Writes a ring forwards or backwards. In tile units y grows downwards, so an outer ring has positive area. */
  private ring(count: number, isForward: boolean): void {
    this.begin(count)
    for (let i = 1; i < count; i++) {
      const at = isForward ? i : count - i
      this.vertex(this.xs[at] as number, this.ys[at] as number)
    }
    this.out.bytes[this.out.at++] = CLOSE_PATH
  }

  /** MoveTo the first vertex and the head of the LineTo to the others; makes room for all. */
  private begin(count: number): void {
    this.out.room(10 * count + 12)
    this.out.bytes[this.out.at++] = MOVE_TO_ONE
    this.vertex(this.xs[0] as number, this.ys[0] as number)
    this.out.varint(((count - 1) << 3) | 2)
  }

  private vertex(x: number, y: number): void {
    this.out.zigzag(x - this.cursorX)
    this.out.zigzag(y - this.cursorY)
    this.cursorX = x
    this.cursorY = y
  }

  /** Reads the vertices of a line, without repeats. @returns how many */
  private take(reader: TwkbReader): number {
    const given = reader.unsigned()
    this.makeRoom(given)
    const { xs, ys } = this
    let [x, y, count] = [this.fromX, this.fromY, 0]
    for (let i = 0; i < given; i++) {
      x += reader.delta()
      y += reader.delta()
      if (count > 0 && xs[count - 1] === x && ys[count - 1] === y) continue
      xs[count] = x
      ys[count++] = y
    }
    this.fromX = x
    this.fromY = y
    return count
  }

  /** The same for a ring, without its closing vertex. */
  private takeRing(reader: TwkbReader): number {
    const count = this.take(reader)
    return count > 1 && this.xs[0] === this.xs[count - 1] && this.ys[0] === this.ys[count - 1] ? count - 1 : count
  }

  /** Twice the area of the ring at hand (surveyor's formula), 0 for fewer than three vertices. */
  private twiceArea(count: number): number {
    if (count < 3) return 0
    const { xs, ys } = this
    let [area, px, py] = [0, xs[count - 1] as number, ys[count - 1] as number]
    for (let i = 0; i < count; i++) {
      const x = xs[i] as number
      const y = ys[i] as number
      area += px * y - x * py
      px = x
      py = y
    }
    return area
  }

  private makeRoom(count: number): void {
    if (count <= this.xs.length) return
    this.xs = new Int32Array(2 * count)
    this.ys = new Int32Array(2 * count)
  }
}
