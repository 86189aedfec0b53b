import type { Geometry } from 'geojson'

/** One value of a file: dates are ISO text, nested JSON is JSON text. */
export type Cell = string | number | boolean | null

/** What is wrong with one value; Turkish first, English beside it. */
export type Fault = Readonly<{ field: string; value: Cell; why: string; why_en: string }>

/** One feature or table row of a file. */
export type Row = Readonly<{
  /** Line of the file for text tables and sheets (the header is 1), number of the feature from 1 otherwise. */
  line: number
  cells: Readonly<Record<string, Cell>>
  geometry: Geometry | null
  /** Set by a reader that could not make sense of this row; the row is rejected with it. */
  fault?: Fault
}>

/** Coordinate system a file names: an EPSG code, or a proj4 or WKT definition. */
export type Crs = Readonly<{ srid: number | null; definition: string | null }>

export type Format = 'geojson' | 'geopackage' | 'shapefile' | 'csv' | 'xlsx' | 'osm-pbf'

/** A file opened for reading. `rows` may be walked once. */
export type Source = Readonly<{
  format: Format
  /** Text encoding found; null for formats that are always UTF-8. */
  encoding: string | null
  crs: Crs | null
  /** Layer or sheet chosen, where the file has several. */
  layer: string | null
  notes: readonly string[]
  rows: AsyncIterable<Row>
}>

/** A fault in both languages; `value` as it stood in the file. */
export function fault(field: string, value: Cell, why: readonly [tr: string, en: string]): Fault {
  return { field, value, why: why[0], why_en: why[1] }
}
