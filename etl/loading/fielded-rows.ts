import type { Geometry } from 'geojson'
import { turkishKey } from '../../api/platform/turkish.ts'
import { type MendedGeometry, mendGeometry, type Wanted } from '../geometry/mend-geometry.ts'
import { chooseProjection, type Place, type Projection } from '../geometry/projection.ts'
import { type Columns, chooseColumns, type FieldNames, pickCells, populationColumns } from '../reading/columns.ts'
import { mendText } from '../reading/mend-text.ts'
import { type Cell, fault, type Row } from '../reading/reading.contract.ts'
import { parseDecimal, parseInteger } from '../reading/values.ts'
import { geometryFault, MENDINGS } from './mendings.ts'
import type { ImportSession } from './session.ts'

/** A row under our field names, its text repaired and its geometry mended. */
export type FieldedRow = Readonly<{
  line: number
  values: Readonly<Record<string, Cell>>
  /** Name of a field in the file, for messages. */
  theirs: (field: string) => string
  geometry: Exclude<MendedGeometry, { kind: 'fault' }> | null
  populations: readonly Readonly<{ year: number; population: number }>[]
  /** Cells no field of ours takes. */
  rest: Readonly<Record<string, Cell>>
}>

/** What a kind wants of a row. */
export type RowWants = Readonly<{ fields: FieldNames; geometry: Wanted | null; personal?: boolean }>

type Reading = Readonly<{
  columns: Columns
  populations: ReturnType<typeof populationColumns>
  projection: Projection
  isSpatial: boolean
}>

const SAMPLE = 500 // rows looked at before deciding on columns and coordinates

/**
 * Reads the rows of the session's file under our names. Rows at fault are rejected here and not returned; every row is
 * counted as read.
 */
export async function* fieldedRows(session: ImportSession, wants: RowWants): AsyncGenerator<FieldedRow> {
  const rows = session.file.rows[Symbol.asyncIterator]()
  const sample: Row[] = []
  while (sample.length < SAMPLE) {
    const next = await rows.next()
    if (next.done) break
    sample.push(next.value)
  }
  const reading = decide(session, wants, sample)
  for (const row of sample) yield* taken(session, { row, reading, wants })
  for (let next = await rows.next(); !next.done; next = await rows.next())
    yield* taken(session, { row: next.value, reading, wants })
}

function decide(session: ImportSession, wants: RowWants, sample: readonly Row[]): Reading {
  const names = [...new Set(sample.flatMap(row => Object.keys(row.cells)))]
  const { map = [], nameField, idField, srid } = session.options
  const asked = [
    ...map,
    ...(nameField ? [[nameField, 'name'] as const] : []),
    ...(idField ? [[idField, 'id'] as const] : []),
  ]
  const columns =
    sample.length > 0 ? chooseColumns(names, wants.fields, asked) : { theirs: new Map<string, string>(), unused: [] }
  const geometries = sample.map(row => geometryOf(row, columns)).filter(one => one !== null)
  const places = geometries.map(firstPlace).filter(one => one !== null)
  const crs = srid ? { srid, definition: null } : session.file.crs
  const projection = chooseProjection(places, crs, session.province)
  if (wants.geometry && places.length > 0) session.tally.srid = projection.srid
  if (projection.guess && wants.geometry) session.tally.note(projection.guess.join(' / '))
  const mapped = [...columns.theirs].map(([ours, column]) => `${column} → ${ours}`)
  session.note(`Sütunlar / columns: ${mapped.join(', ') || '–'}`)
  return {
    columns,
    populations: populationColumns(columns.unused),
    projection,
    isSpatial: wants.geometry !== null && geometries.length > 0,
  }
}

type Taking = Readonly<{ row: Row; reading: Reading; wants: RowWants }>

function* taken(session: ImportSession, { row, reading, wants }: Taking): Generator<FieldedRow> {
  const { tally } = session
  tally.read++
  if (row.fault) return tally.reject(row.line, row.fault)
  const { columns, projection } = reading
  const theirs = (field: string) => columns.theirs.get(field) ?? field
  const values = repaired(session, row.line, pickCells(row.cells, columns))
  if (isOfAnotherProvince(session, values.province_id ?? null)) return tally.count('skipped')
  const lost = Object.entries(values).find(([, value]) => typeof value === 'string' && value.includes('\ufffd'))
  if (lost)
    return tally.reject(
      row.line,
      fault(theirs(lost[0]), lost[1], [
        'Metnin harfleri kaybolmuş (�); dosyayı doğru kodlamayla yeniden alın.',
        'Letters of the text are lost; export the file again in its right encoding.',
      ]),
    )
  const mended =
    reading.isSpatial && wants.geometry
      ? mendGeometry(geometryOf(row, columns), { projection, extent: session.province.extent, wanted: wants.geometry })
      : null
  if (mended?.kind === 'fault') {
    if (!(wants.personal || wants.geometry === 'point') || mended.fault !== 'no_geometry')
      return tally.reject(row.line, geometryFault(mended.fault, mended.place))
  } else for (const what of mended?.mended ?? []) tally.mend(row.line, MENDINGS[what])
  const geometry = mended?.kind === 'fault' ? null : mended
  yield {
    line: row.line,
    values,
    theirs,
    geometry,
    populations: populationsOf(row, reading),
    rest: restOf(row, reading),
  }
}

/** Files of the whole country name the province of each row, by plate code or by name. */
function isOfAnotherProvince({ province }: ImportSession, cell: Cell): boolean {
  if (cell === null) return false
  const id = parseInteger(cell)
  return id === null ? turkishKey(String(cell)) !== turkishKey(province.name) : id !== province.id
}

function repaired(session: ImportSession, line: number, values: Record<string, Cell>): Record<string, Cell> {
  for (const [field, value] of Object.entries(values)) {
    if (typeof value !== 'string') continue
    const { text, mended } = mendText(value)
    if (mended) session.tally.mend(line, MENDINGS[mended])
    values[field] = text === '' ? null : text
  }
  return values
}

function geometryOf(row: Row, { theirs }: Columns): Geometry | null {
  if (row.geometry) return row.geometry
  const [lat, lon] = ['lat', 'lon'].map(field => row.cells[theirs.get(field) ?? ''] ?? null)
  if (lat === null || lat === undefined || lon === null || lon === undefined) return null
  return { type: 'Point', coordinates: [parseDecimal(lon) ?? Number.NaN, parseDecimal(lat) ?? Number.NaN] }
}

function firstPlace(geometry: Geometry): Place | null {
  let at: unknown = geometry.type === 'GeometryCollection' ? geometry.geometries[0] : geometry
  if (typeof at === 'object' && at !== null && 'coordinates' in at) at = at.coordinates
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0]
  const [x, y] = Array.isArray(at) ? at : []
  return typeof x === 'number' && typeof y === 'number' && Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null
}

function populationsOf(row: Row, reading: Reading) {
  return reading.populations.flatMap(({ column, year }) => {
    const population = parseInteger(row.cells[column] ?? null)
    return population !== null && population >= 0 ? [{ year, population }] : []
  })
}

function restOf(row: Row, { columns }: Reading): Record<string, Cell> {
  return Object.fromEntries(
    columns.unused.flatMap(column =>
      row.cells[column] === null || row.cells[column] === undefined ? [] : [[column, row.cells[column]]],
    ),
  )
}
