import type { Geometry } from 'geojson'
import { InputError } from '../../api/platform/command.ts'
import { decodedChunks, type TextHow } from './encoding.ts'
import type { Cell, Crs, Row, Source } from './reading.contract.ts'
import { ObjectSplitter } from './split-objects.ts'

/**
 * Reads GeoJSON (RFC 7946): a FeatureCollection, newline-delimited features, or an array of plain objects (rows
 * without geometry). Streams: one feature in memory at a time.
 * @throws InputError when the JSON is broken or cut
 */
export async function readGeojson(path: string, how: TextHow): Promise<Source> {
  const splitter = new ObjectSplitter()
  const rows = readRows(decodedChunks(path, how), splitter)
  const first = await rows.next()
  async function* all(): AsyncGenerator<Row> {
    if (first.done) return
    yield first.value
    yield* rows
  }
  return { format: 'geojson', encoding: how.encoding, crs: crsOf(splitter.header), layer: null, notes: [], rows: all() }
}

async function* readRows(chunks: AsyncIterable<string>, splitter: ObjectSplitter): AsyncGenerator<Row> {
  let line = 0
  for await (const chunk of chunks) {
    for (const text of splitter.push(chunk)) yield toRow(parsed(text, ++line), line)
  }
  splitter.end()
  if (line === 0 && !/"features"\s*:/.test(splitter.header) && !splitter.header.trim().startsWith('['))
    throw new InputError('Dosyada GeoJSON yok ("features" bekleniyordu). / This is not GeoJSON: no "features".')
}

function parsed(text: string, line: number): Record<string, unknown> {
  try {
    return JSON.parse(text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InputError(`${line}. öge okunamadı: JSON bozuk (${why}). / Feature ${line} is broken JSON.`)
  }
}

function toRow(object: Record<string, unknown>, line: number): Row {
  if (object.type === 'Feature') {
    const cells = toCells(object.properties)
    if (object.id !== undefined && object.id !== null) cells['@id'] = toCell(object.id)
    return { line, cells, geometry: asGeometry(object.geometry) }
  }
  if (typeof object.type === 'string' && ('coordinates' in object || 'geometries' in object))
    return { line, cells: {}, geometry: asGeometry(object) }
  if (object.type === 'Topology')
    throw new InputError('TopoJSON okunmuyor; GeoJSON olarak kaydedin. / TopoJSON is not read; save it as GeoJSON.')
  if ('attributes' in object)
    throw new InputError('Esri JSON okunmuyor; GeoJSON olarak kaydedin. / Esri JSON is not read; save it as GeoJSON.')
  return { line, cells: toCells(object), geometry: null }
}

// Shape and numbers are checked later (geometry/mend-geometry.ts), where a fault can be named per feature.
function asGeometry(value: unknown): Geometry | null {
  return typeof value === 'object' && value !== null && 'type' in value ? (value as Geometry) : null
}

function toCells(properties: unknown): Record<string, Cell> {
  if (typeof properties !== 'object' || properties === null) return {}
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, toCell(value)]))
}

function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  return typeof value === 'object' ? JSON.stringify(value) : (value as Cell)
}

function crsOf(header: string): Crs | null {
  const member = /"crs"\s*:\s*\{.*?"name"\s*:\s*"([^"]*)"/s.exec(header)?.[1]
  if (!member) return null
  if (/CRS84|CRS:84/i.test(member)) return { srid: 4326, definition: null }
  const srid = /(\d{4,6})\s*$/.exec(member)?.[1]
  return srid ? { srid: Number(srid), definition: null } : null
}
