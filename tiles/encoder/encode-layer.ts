import { ByteWriter, varintSize } from './byte-writer.ts'
import { MvtGeometry } from './mvt-geometry.ts'
import { TwkbReader, TYPE } from './twkb-reader.ts'

/** Width of a tile in its own units; the same figure as in sql/tiles. */
export const EXTENT = 4096

/** What a tile function of sql/tiles returns in one row. */
export type LayerContent = Readonly<{
  /** TWKB collection with ids, in tile units. */
  shapes: Buffer
  /** Names joined by U+001F, in the order of the shapes. */
  names: string
  /** One character a shape: which properties of the contract it has. */
  marks: string
}>

export type LayerShape = Readonly<{
  name: string
  hasIds: boolean
  /** What each mark stands for; properties beside the name. */
  marks: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>
}>

const NAME_SEPARATOR = '\u001f'

// Encoding is synchronous, so one set of buffers serves every tile.
const layer = new ByteWriter(262_144)
const values = new ByteWriter(16_384)
const commands = new ByteWriter(65_536)
const geometry = new MvtGeometry(commands)

/**
 * One MVT 2.1 layer, ready to be put behind others in a tile. Features whose geometry vanished at this zoom are left
 * out. @returns an empty buffer when no feature is left
 * @throws RangeError when the content does not fit the shape (unknown mark, other geometry, too few names)
 */
export function encodeLayer(shape: LayerShape, content: LayerContent): Buffer {
  layer.reset()
  const tables = new Tables(shape)
  const features = writeFeatures(content, tables, shape.hasIds)
  if (features === 0) return Buffer.alloc(0)
  tables.write(layer)
  return framed(shape.name)
}

function writeFeatures(content: LayerContent, tables: Tables, hasIds: boolean): number {
  const reader = new TwkbReader(content.shapes)
  const head = reader.header()
  if (head.isEmpty) return 0
  const isCollection = head.type === TYPE.collection
  const count = reader.unsigned()
  const ids = head.hasIds ? Array.from({ length: count }, () => reader.signed()) : []
  const names = content.names.split(NAME_SEPARATOR)
  if (names.length !== count || content.marks.length !== count)
    throw new RangeError(`${count} shapes, ${names.length} names, ${content.marks.length} marks`)
  geometry.beginTwkb()
  let written = 0
  for (let i = 0; i < count; i++) {
    const type = isCollection ? memberType(reader) : head.type - 3 // MultiPolygon → Polygon, …
    if (type === 0) continue
    const mvtType = geometry.write(reader, type)
    if (commands.at === 0) continue
    writeFeature(hasIds ? (ids[i] ?? 0) : -1, mvtType, tables.tags(names[i] ?? '', content.marks[i] ?? ''))
    written++
  }
  return written
}

/** Type of the next member of a collection, 0 when it is empty. */
function memberType(reader: TwkbReader): number {
  const { type, isEmpty } = reader.header()
  geometry.beginTwkb()
  return isEmpty ? 0 : type
}

/** A feature: id = 1, tags = 2, type = 3, geometry = 4 (vector_tile.proto). */
function writeFeature(id: number, type: number, tags: readonly number[]): void {
  let tagBytes = 0
  for (const tag of tags) tagBytes += varintSize(tag)
  const size =
    (id >= 0 ? 1 + varintSize(id) : 0) +
    (tagBytes > 0 ? 1 + varintSize(tagBytes) + tagBytes : 0) +
    (2 + 1 + varintSize(commands.at) + commands.at)
  layer.room(size + 16)
  layer.bytes[layer.at++] = 0x12
  layer.varint(size)
  if (id >= 0) {
    layer.bytes[layer.at++] = 0x08
    layer.varint(id)
  }
  if (tagBytes > 0) {
    layer.bytes[layer.at++] = 0x12
    layer.varint(tagBytes)
    for (const tag of tags) layer.varint(tag)
  }
  layer.bytes[layer.at++] = 0x18
  layer.bytes[layer.at++] = type
  layer.field(0x22, commands)
}

/** The layer's tables of keys and values, each entry once. */
class Tables {
  private readonly keys = new Map<string, number>()
  private readonly values = new Map<string | boolean, number>()
  private readonly byMark = new Map<string, number[]>()
  private readonly shape: LayerShape
  constructor(shape: LayerShape) {
    this.shape = shape
    values.reset()
  }

  /** Key and value places of a feature, in pairs. */
  tags(name: string, mark: string): number[] {
    const fixed = this.byMark.get(mark) ?? this.ofMark(mark)
    return name === '' ? fixed : [this.key('name'), this.value(name), ...fixed]
  }

  write(into: ByteWriter): void {
    for (const key of this.keys.keys()) into.text(0x1a, key)
    into.room(values.at)
    values.bytes.copy(into.bytes, into.at, 0, values.at)
    into.at += values.at
  }

  private ofMark(mark: string): number[] {
    const properties = this.shape.marks[mark]
    if (!properties) throw new RangeError(`layer ${this.shape.name} has no mark "${mark}"`)
    const tags = Object.entries(properties).flatMap(([key, value]) => [this.key(key), this.value(value)])
    this.byMark.set(mark, tags)
    return tags
  }

  private key(key: string): number {
    const known = this.keys.get(key)
    if (known !== undefined) return known
    this.keys.set(key, this.keys.size)
    return this.keys.size - 1
  }

  private value(value: string | boolean): number {
    const known = this.values.get(value)
    if (known !== undefined) return known
    this.values.set(value, this.values.size)
    writeValue(value)
    return this.values.size - 1
  }
}

/** Value message: string_value = 1, bool_value = 7. */
function writeValue(value: string | boolean): void {
  values.room(11)
  if (typeof value === 'boolean') {
    values.bytes.set([0x22, 2, 0x38, value ? 1 : 0], values.at)
    values.at += 4
    return
  }
  const bytes = Buffer.byteLength(value)
  values.bytes[values.at++] = 0x22
  values.varint(1 + varintSize(bytes) + bytes)
  values.text(0x0a, value)
}

/** The layer message around what was written: layers = 3; version = 15, name = 1, extent = 5. */
function framed(name: string): Buffer {
  const head = new ByteWriter(64)
  head.bytes.set([0x78, 2], 0)
  head.at = 2
  head.text(0x0a, name)
  head.room(6)
  head.bytes[head.at++] = 0x28
  head.varint(EXTENT)
  const size = head.at + layer.at
  const whole = Buffer.allocUnsafe(1 + varintSize(size) + size)
  const start = new ByteWriter(11)
  start.bytes[start.at++] = 0x1a
  start.varint(size)
  start.bytes.copy(whole, 0, 0, start.at)
  head.bytes.copy(whole, start.at, 0, head.at)
  layer.bytes.copy(whole, start.at + head.at, 0, layer.at)
  return whole
}
