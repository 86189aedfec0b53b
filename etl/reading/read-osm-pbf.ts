import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { parse } from 'osm-pbf-parser-node'
import { InputError } from '../../api/platform/command.ts'
import { blobOf, type Field, fieldsOf } from './osm-blob.ts'
import { NodePlaces } from './osm-node-places.ts'
import type { Row, Source } from './reading.contract.ts'

type Way = Readonly<{ type: 'way'; id: number; refs: number[]; tags?: Record<string, string> }>
type Node = Readonly<{ type: 'node'; id: number; lat: number; lon: number }>

/** highway=* values that are no street of an address. */
const NO_STREET = new Set([
  'proposed',
  'construction',
  'abandoned',
  'razed',
  'raceway',
  'platform',
  'bus_stop',
  'elevator',
  'corridor',
  'via_ferrata',
  'rest_area',
  'services',
])

/**
 * Reads the named streets (ways with highway and name) of an OpenStreetMap PBF, as lines in WGS 84. Walks the file
 * twice: ways first, then only the nodes they use, so memory follows the streets and not the file.
 * @throws InputError when the file is no PBF, is cut, or uses a compression Node lacks
 */
export async function readOsmPbf(path: string): Promise<Source> {
  return {
    format: 'osm-pbf',
    encoding: null,
    crs: { srid: 4326, definition: null },
    layer: null,
    notes: [],
    rows: readRows(path),
  }
}

async function* readRows(path: string): AsyncGenerator<Row> {
  const ways: Way[] = []
  for (const item of items(path)) if (isStreet(item)) ways.push(item)
  const places = new NodePlaces(ways.flatMap(way => way.refs))
  for (const item of items(path)) if (isNode(item)) places.put(item.id, [item.lon, item.lat])
  let line = 0
  for (const way of ways) {
    const coordinates = way.refs.map(ref => places.get(ref)).filter(place => place !== null)
    yield {
      line: ++line,
      cells: { ...way.tags, osm_id: `way/${way.id}` },
      geometry: { type: 'LineString', coordinates },
    }
  }
}

function isStreet(item: object): item is Way {
  if (!('type' in item) || item.type !== 'way') return false
  const tags = (item as Way).tags
  return tags?.highway !== undefined && tags.name !== undefined && !NO_STREET.has(tags.highway)
}

function isNode(item: object): item is Node {
  return 'type' in item && item.type === 'node'
}

function* items(path: string): Generator<object> {
  const file = openSync(path, 'r')
  try {
    const size = fstatSync(file).size
    for (let at = 0; at < size; ) {
      const { header, next } = headerAt(file, at, size)
      const length = header.find(field => field.number === 3)?.value
      const type = header.find(field => field.number === 1)?.bytes?.toString('latin1')
      if (typeof length !== 'number') throw broken('başlıkta uzunluk yok')
      if (type === 'OSMData') yield* itemsOf(readAt(file, next, { length, size }))
      at = next + length
      if (at > size) throw broken('yarıda kesilmiş')
    }
  } finally {
    closeSync(file)
  }
}

function headerAt(file: number, at: number, size: number): { header: Field[]; next: number } {
  const length = readAt(file, at, { length: 4, size }).readUInt32BE(0)
  if (length > 65536) throw broken('OSM PBF değil')
  return { header: fieldsOf(readAt(file, at + 4, { length, size })), next: at + 4 + length }
}

function readAt(file: number, at: number, want: { length: number; size: number }): Buffer {
  if (at + want.length > want.size) throw broken('yarıda kesilmiş')
  const bytes = Buffer.allocUnsafe(want.length)
  readSync(file, bytes, 0, want.length, at)
  return bytes
}

function itemsOf(bytes: Buffer): object[] {
  const blob = blobOf(bytes)
  if (!blob) throw broken('desteklenmeyen sıkıştırma; osmium ile zlib olarak yeniden yazın')
  try {
    return parse(blob.isCompressed ? inflateSync(blob.data) : blob.data, {
      withTags: { node: false, way: true, relation: false },
    })
  } catch (error) {
    throw broken(error instanceof Error ? error.message : String(error))
  }
}

function broken(why: string): InputError {
  return new InputError(`OSM PBF okunamadı: ${why}. / The OSM PBF file is broken or cut.`)
}
