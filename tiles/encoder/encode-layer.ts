import { ByteWriter, varintSize } from './byte-writer.ts'
import { type LayerShape, LayerTables, tags } from './layer-tables.ts'
import { MvtGeometry } from './mvt-geometry.ts'
import { TwkbReader, TYPE } from './twkb-reader.ts'

/** Width of a tile in its own units; the same figure as in sql/tiles. */
export const EXTENT = 4096

/** What a tile function of sql/tiles returns in one row. */
export type LayerContent = Readonly<{
  /** TWKB collection in tile units; its ids are not read, because PostGIS cuts them to 32 bits. */
  shapes: Buffer
  /** Ids in the order of the shapes, eight bytes each, highest first; null for layers without. */
  ids: Buffer | null
  /** Names in UTF-8 joined by U+001F, in the order of the shapes. They go into the tile as they are, never through a string. */
  names: Buffer
  /** One character a shape: which properties of the contract it has. */
  marks: string
}>

const NAME_SEPARATOR = 0x1f

// Encoding is synchronous, so one set of buffers serves every tile.
const layer = new ByteWriter(262_144)
const commands = new ByteWriter(65_536)
const geometry = new MvtGeometry(commands)

/**
 * One MVT 2.1 layer, ready to be put behind others in a tile. Features whose geometry vanished at this zoom are left
 * out. @returns an empty buffer when no feature is left
 * @throws RangeError when the content does not fit the shape (unknown mark, other geometry, too few names)
 */
export function encodeLayer(shape: LayerShape, content: LayerContent): Buffer {
  layer.reset()
  const tables = new LayerTables(shape)
  const features = writeFeatures(content, tables, shape.hasIds)
  if (features === 0) return Buffer.alloc(0)
  tables.write(layer)
  return framed(shape.name)
}

function writeFeatures(content: LayerContent, tables: LayerTables, hasIds: boolean): number {
  const reader = new TwkbReader(content.shapes)
  const head = reader.header()
  if (head.isEmpty) return 0
  const isCollection = head.type === TYPE.collection
  const count = reader.unsigned()
  if (head.hasIds) for (let i = 0; i < count; i++) reader.unsigned()
  const { ids, names, marks } = content
  if (marks.length !== count) throw new RangeError(`${count} shapes, ${marks.length} marks`)
  if (hasIds && ids?.length !== 8 * count) throw new RangeError(`${count} shapes, ${ids?.length ?? 0} bytes of ids`)
  geometry.beginTwkb()
  let written = 0
  let end = -1
  for (let i = 0; i < count; i++) {
    const start = end + 1
    end = endOfName(names, start)
    const type = isCollection ? memberType(reader) : head.type - 3 // MultiPolygon → Polygon, …
    if (type === 0) continue
    const mvtType = geometry.write(reader, type)
    if (commands.at === 0) continue
    tables.writeTags(names, start, end, marks[i] as string)
    writeFeature(hasIds && ids ? idAt(ids, i) : -1, mvtType)
    written++
  }
  if (end !== names.length) throw new RangeError(`${count} shapes, but not as many names`)
  return written
}

function endOfName(names: Buffer, start: number): number {
  let end = start
  while (end < names.length && names[end] !== NAME_SEPARATOR) end++
  return end
}

function idAt(ids: Buffer, place: number): number {
  return ids.readUInt32BE(8 * place) * 2 ** 32 + ids.readUInt32BE(8 * place + 4)
}

/** Type of the next member of a collection, 0 when it is empty. */
function memberType(reader: TwkbReader): number {
  const { type, isEmpty } = reader.header()
  geometry.beginTwkb()
  return isEmpty ? 0 : type
}

/** A feature: id = 1, tags = 2, type = 3, geometry = 4 (vector_tile.proto). Tags and commands are those written last. */
function writeFeature(id: number, type: number): void {
  const size =
    (id >= 0 ? 1 + varintSize(id) : 0) +
    (tags.at > 0 ? 1 + varintSize(tags.at) + tags.at : 0) +
    (2 + 1 + varintSize(commands.at) + commands.at)
  layer.room(size + 16)
  layer.bytes[layer.at++] = 0x12
  layer.varint(size)
  if (id >= 0) {
    layer.bytes[layer.at++] = 0x08
    layer.varint(id)
  }
  if (tags.at > 0) layer.field(0x12, tags)
  layer.bytes[layer.at++] = 0x18
  layer.bytes[layer.at++] = type
  layer.field(0x22, commands)
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
