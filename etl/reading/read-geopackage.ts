import { readFileSync } from 'node:fs'
import initSqlJs, { type Database, type SqlValue } from 'sql.js'
import { InputError } from '../../api/platform/command.ts'
import { parseGeopackageGeometry } from './parse-wkb.ts'
import { type Cell, type Crs, fault, type Row, type Source } from './reading.contract.ts'

type Layer = Readonly<{ table: string; geometry: string | null; srid: number }>

/**
 * Reads one layer of a GeoPackage: the one named, the only one, or the one with most rows. The coordinate system comes
 * from the file.
 * @throws InputError when it is not a GeoPackage, is cut, or has no such layer
 */
export async function readGeopackage(path: string, layerName?: string): Promise<Source> {
  const bytes = readFileSync(path)
  checkWhole(bytes)
  const { Database: Sqlite } = await initSqlJs()
  const db = new Sqlite(bytes)
  const layers = guarded(() => layersOf(db))
  const layer = choose(db, layers, layerName)
  const others = layers.filter(one => one !== layer).map(one => one.table)
  const notes =
    others.length > 0
      ? [
          `Katman "${layer.table}" okunuyor; ötekiler: ${others.join(', ')} (--layer). / Reading layer "${layer.table}".`,
        ]
      : []
  return {
    format: 'geopackage',
    encoding: null,
    crs: crsOf(db, layer.srid),
    layer: layer.table,
    notes,
    rows: readRows(db, layer),
  }
}

// SQLite reads a cut file happily until it meets a missing page: compare with the size its header names.
function checkWhole(bytes: Buffer): void {
  if (bytes.subarray(0, 15).toString('latin1') !== 'SQLite format 3')
    throw new InputError('Dosya bir GeoPackage değil. / Not a GeoPackage.')
  const page = bytes.readUInt16BE(16)
  if ((page === 1 ? 65536 : page) * bytes.readUInt32BE(28) > bytes.length)
    throw new InputError('GeoPackage yarıda kesilmiş; yeniden alın. / The GeoPackage is cut.')
}

function guarded<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new InputError(`GeoPackage okunamadı (${why}). / The GeoPackage cannot be read.`)
  }
}

function layersOf(db: Database): Layer[] {
  const found = db.exec(`select c.table_name, g.column_name, coalesce(g.srs_id, 0) from gpkg_contents c
    left join gpkg_geometry_columns g using (table_name) where c.data_type in ('features', 'attributes') order by g.column_name is null, c.table_name`)
  return (found[0]?.values ?? []).map(([table, geometry, srid]) => ({
    table: String(table),
    geometry: geometry === null ? null : String(geometry),
    srid: Number(srid),
  }))
}

function choose(db: Database, layers: readonly Layer[], name?: string): Layer {
  const size = (layer: Layer) =>
    Number(guarded(() => db.exec(`select count(*) from ${quoted(layer.table)}`))[0]?.values[0]?.[0] ?? 0)
  const features = layers.filter(layer => layer.geometry !== null)
  const layer = name
    ? layers.find(one => one.table === name)
    : [...(features.length > 0 ? features : layers)].sort((a, b) => size(b) - size(a))[0]
  if (!layer)
    throw new InputError(
      `GeoPackage içinde ${name ? `"${name}" katmanı` : 'katman'} yok. Katmanlar: ${layers.map(one => one.table).join(', ')}. / No such layer.`,
    )
  return layer
}

function crsOf(db: Database, srid: number): Crs | null {
  const found = db.exec(
    'select organization, organization_coordsys_id, definition from gpkg_spatial_ref_sys where srs_id = ?',
    [srid],
  )
  const [organization, code, definition] = found[0]?.values[0] ?? []
  if (srid <= 0 || organization === undefined) return null
  return { srid: String(organization).toUpperCase() === 'EPSG' ? Number(code) : null, definition: String(definition) }
}

async function* readRows(db: Database, layer: Layer): AsyncGenerator<Row> {
  const statement = guarded(() => db.prepare(`select * from ${quoted(layer.table)}`))
  try {
    for (let line = 1; guarded(() => statement.step()); line++) yield toRow(statement.getAsObject(), layer, line)
  } finally {
    statement.free()
    db.close()
  }
}

function toRow(record: Record<string, SqlValue>, layer: Layer, line: number): Row {
  const cells: Record<string, Cell> = {}
  for (const [name, value] of Object.entries(record)) if (!(value instanceof Uint8Array)) cells[name] = value
  const blob = layer.geometry ? record[layer.geometry] : null
  try {
    return { line, cells, geometry: blob instanceof Uint8Array ? parseGeopackageGeometry(blob) : null }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return {
      line,
      cells,
      geometry: null,
      fault: fault('geometry', null, [`Geometri okunamadı (${why}).`, 'The geometry cannot be read.']),
    }
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
