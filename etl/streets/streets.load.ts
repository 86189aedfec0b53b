import type { Position } from 'geojson'
import type { AreaIndex } from '../geometry/area-index.ts'
import { splitLine } from '../geometry/split-line.ts'
import { fieldedRows } from '../loading/fielded-rows.ts'
import { combined, type Importer } from '../loading/importer.ts'
import { indexBoundaries } from '../loading/read-boundaries.ts'
import { loadRegistry, type Registry } from '../loading/registry.ts'
import { saveBoundaries } from '../loading/save-boundaries.ts'
import { saveIdentities } from '../loading/save-identities.ts'
import type { ImportSession } from '../loading/session.ts'
import { type Outcome, repeated } from '../loading/tally.ts'
import { fault } from '../reading/reading.contract.ts'
import { readStreets, StreetBook } from './street-book.ts'
import { type StreetRecord, streetFields } from './streets.contract.ts'
import { readStreet } from './streets.read.ts'

/** Lines gathered for one street, and the features they came from. */
type Gathered = { lines: Position[][]; source: string }
type Work = Readonly<{
  registry: Registry
  areas: AreaIndex
  book: StreetBook
  gathered: Map<number, Gathered>
  /** Streets each feature went to. */
  taken: { line: number; streets: number[] }[]
  /** Codes seen in rows without geometry, and where. */
  seen: Map<number, number>
}>

export const importer: Importer = { fields: streetFields, isPersonal: false, isDrawn: true, load: loadStreets }

/** Writes the streets of a file: names, and lines (cut at neighbourhood borders) as a vintage. */
async function loadStreets(session: ImportSession): Promise<void> {
  const { client, province, tally, options } = session
  const book = new StreetBook(session, await readStreets(client, province.id))
  const areas = await indexBoundaries(client, 'neighbourhood', province.id)
  const work: Work = {
    registry: await loadRegistry(client, province.id),
    areas,
    book,
    gathered: new Map(),
    taken: [],
    seen: new Map(),
  }
  const isIdAsked = options.idField !== undefined || (options.map ?? []).some(([, ours]) => ours === 'id')
  for await (const row of fieldedRows(session, { fields: streetFields, geometry: 'line' })) {
    const record = readStreet(row, isIdAsked)
    if ('why' in record) tally.reject(row.line, record)
    else if (record.geometry?.kind === 'line')
      await takeLine(session, record, { ...work, lines: record.geometry.coordinates, theirs: row.theirs })
    else await takeName(session, record, { ...work, theirs: row.theirs })
  }
  await write(session, work)
}

type Theirs = { theirs: (field: string) => string }

/** A street known by name only: it stands in the neighbourhood its row names. */
async function takeName({ tally }: ImportSession, record: StreetRecord, work: Work & Theirs): Promise<void> {
  const home = homeOf(record, work.registry)
  if ('why' in home)
    return tally.reject(
      record.line,
      fault(
        work.theirs(record.neighbourhood.id === null ? 'neighbourhood_name' : 'neighbourhood_id'),
        record.neighbourhood.id ?? record.neighbourhood.name,
        home.why,
      ),
    )
  const known = record.id !== null && record.isSureId ? null : work.book.find(home.id, record.name)
  const street = await work.book.put({
    id: known?.id ?? (record.isSureId ? record.id : null),
    neighbourhoodId: home.id,
    name: record.name,
    kind: record.kind,
  })
  const before = work.seen.get(street.id)
  if (before !== undefined)
    return tally.reject(
      record.line,
      repeated(work.theirs(record.id === null ? 'name' : 'id'), record.id ?? record.name, before),
    )
  work.seen.set(street.id, record.line)
  work.taken.push({ line: record.line, streets: [street.id] })
}

function homeOf(record: StreetRecord, registry: Registry) {
  const district =
    record.district.id === null && record.district.name === null
      ? { why: ['İlçe yazılmamış.', 'No district is given.'] as const }
      : registry.findDistrict(record.district)
  return registry.findNeighbourhood(record.neighbourhood, district)
}

/** A street with its line: one street in each neighbourhood it passes through. */
async function takeLine(
  { tally, file }: ImportSession,
  record: StreetRecord,
  work: Work & Theirs & { lines: Position[][] },
): Promise<void> {
  const known = record.id === null ? undefined : work.book.get(record.id)
  const pieces = known ? new Map([[known.neighbourhoodId, work.lines]]) : piecesOf(record, work)
  if (pieces.size === 0) return tally.reject(record.line, fault('geometry', record.name, nowhere(work.areas)))
  const streets: number[] = []
  for (const [neighbourhoodId, lines] of pieces) {
    const found = known ?? work.book.find(neighbourhoodId, record.name)
    const ownId = record.isSureId && pieces.size === 1 ? record.id : null
    const street = found ?? (await work.book.put({ id: ownId, neighbourhoodId, name: record.name, kind: record.kind }))
    const gathered = work.gathered.get(street.id) ?? {
      lines: [],
      source: record.source ?? (file.format === 'osm-pbf' ? 'osm' : file.name),
    }
    gathered.lines.push(...lines)
    work.gathered.set(street.id, gathered)
    streets.push(street.id)
  }
  work.taken.push({ line: record.line, streets })
}

function piecesOf(
  record: StreetRecord,
  { areas, registry, lines }: Work & { lines: Position[][] },
): Map<number, Position[][]> {
  const pieces = new Map<number, Position[][]>()
  for (const line of lines)
    for (const [area, parts] of splitLine(line, areas)) pieces.set(area, [...(pieces.get(area) ?? []), ...parts])
  if (pieces.size > 0) return pieces
  const said = record.neighbourhood.id !== null || record.neighbourhood.name !== null ? homeOf(record, registry) : null
  return said && 'id' in said ? new Map([[said.id, lines]]) : pieces
}

function nowhere(areas: AreaIndex): readonly [string, string] {
  return areas.size === 0
    ? [
        'Mahalle sınırları yok; önce mahalleleri içe aktarın.',
        'There are no outlines of neighbourhoods; import neighbourhoods first.',
      ]
    : ['Çizgi hiçbir mahallede değil.', 'The line lies in no neighbourhood.']
}

async function write(session: ImportSession, { book, gathered, taken }: Work): Promise<void> {
  await saveIdentities(session, 'street', [...book.changed()])
  const boundaries = [...gathered].map(([id, { lines, source }]) => ({
    id,
    source,
    geometry: { kind: 'line' as const, coordinates: lines, mended: [] },
  }))
  const drawn = await saveBoundaries(session, 'street', boundaries)
  for (const { streets } of taken)
    session.tally.count(bestOf(streets.map(id => combined(book.outcome(id), drawn.get(id)))))
}

/** A feature that went to several streets is new if one of them is, changed if one of them is. */
function bestOf(outcomes: readonly Outcome[]): Outcome {
  return outcomes.find(one => one === 'loaded') ?? outcomes.find(one => one === 'updated') ?? 'unchanged'
}
