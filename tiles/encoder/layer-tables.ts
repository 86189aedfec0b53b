import { ByteWriter, varintSize } from './byte-writer.ts'

export type LayerShape = Readonly<{
  name: string
  hasIds: boolean
  /** What each mark stands for; properties beside the name. */
  marks: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>
}>

// Encoding is synchronous, so one set of buffers serves every layer.
const values = new ByteWriter(16_384)
/** Key and value places of the feature at hand. */
export const tags = new ByteWriter(256)

/** The layer's tables of keys and values. A name is a value each time it comes: looking it up costs more than its bytes. */
export class LayerTables {
  private readonly keys = new Map<string, number>()
  private readonly places = new Map<string | boolean, number>()
  private readonly byMark = new Map<string, readonly number[]>()
  private readonly shape: LayerShape
  private count = 0
  constructor(shape: LayerShape) {
    this.shape = shape
    values.reset()
  }

  /** Key and value places of a feature, in pairs, into `tags`. */
  writeTags(names: Buffer, start: number, end: number, mark: string): void {
    tags.reset()
    if (end > start) {
      tags.varint(this.key('name'))
      tags.varint(this.count++)
      writeText(names, start, end)
    }
    for (const place of this.byMark.get(mark) ?? this.ofMark(mark)) tags.varint(place)
  }

  write(into: ByteWriter): void {
    for (const key of this.keys.keys()) into.text(0x1a, key)
    into.room(values.at)
    into.append(values)
  }

  private ofMark(mark: string): readonly number[] {
    const properties = this.shape.marks[mark]
    if (!properties) throw new RangeError(`layer ${this.shape.name} has no mark "${mark}"`)
    const places = Object.entries(properties).flatMap(([key, value]) => [this.key(key), this.value(value)])
    this.byMark.set(mark, places)
    return places
  }

  private key(key: string): number {
    const known = this.keys.get(key)
    if (known !== undefined) return known
    this.keys.set(key, this.keys.size)
    return this.keys.size - 1
  }

  private value(value: string | boolean): number {
    const known = this.places.get(value)
    if (known !== undefined) return known
    if (typeof value === 'boolean') writeBoolean(value)
    else writeText(Buffer.from(value), 0, Buffer.byteLength(value))
    this.places.set(value, this.count)
    return this.count++
  }
}

/** Value message with bool_value = 7. */
function writeBoolean(value: boolean): void {
  values.room(4)
  for (const byte of [0x22, 2, 0x38, value ? 1 : 0]) values.bytes[values.at++] = byte
}

/** Value message with string_value = 1. */
function writeText(bytes: Buffer, start: number, end: number): void {
  const size = end - start
  values.room(size + 16)
  values.bytes[values.at++] = 0x22
  values.varint(1 + varintSize(size) + size)
  values.bytes[values.at++] = 0x0a
  values.varint(size)
  for (let i = start; i < end; i++) values.bytes[values.at++] = bytes[i] as number
}
