import { turkishKey } from '../../api/platform/turkish.ts'
import type { AreaIndex } from '../geometry/area-index.ts'
import { hexEwkb } from '../geometry/hex-ewkb.ts'
import { fieldedRows } from '../loading/fielded-rows.ts'
import type { Importer } from '../loading/importer.ts'
import { geometryFault } from '../loading/mendings.ts'
import { mergeStaged } from '../loading/merge-staged.ts'
import { indexBoundaries } from '../loading/read-boundaries.ts'
import { type ImportSession, stage } from '../loading/session.ts'
import { repeated } from '../loading/tally.ts'
import type { Fault } from '../reading/reading.contract.ts'
import { POINT_KINDS, type PointKind, type PointRecord, pointFields } from './points.contract.ts'
import { pointKindOf, readPoint } from './points.read.ts'

const OFF_SHORE = 1000 // metres: piers and stops drawn beside the coast line still belong to the province

export const importer: Importer = { fields: pointFields, isPersonal: false, isDrawn: true, load: loadPoints }

type Areas = Readonly<{ districts: AreaIndex; neighbourhoods: AreaIndex }>
type Placed = PointRecord & Readonly<{ districtId: number | null; neighbourhoodId: number | null }>

/** Writes the points of a file; kind, province and code are their natural key. */
async function loadPoints(session: ImportSession): Promise<void> {
  const { client, province, tally } = session
  const areas = {
    districts: await indexBoundaries(client, 'district', province.id),
    neighbourhoods: await indexBoundaries(client, 'neighbourhood', province.id),
  }
  const fallback = fallbackKind(session)
  const points = new Map<string, Placed>()
  for await (const row of fieldedRows(session, { fields: pointFields, geometry: 'point' })) {
    const record = readPoint(row, fallback)
    if ('why' in record) tally.reject(row.line, record)
    else keep(session, record, { areas, points, codeField: row.theirs('code') })
  }
  await write(session, [...points.values()])
}

function fallbackKind({ options, file, note, tally }: ImportSession): PointKind {
  const asked = POINT_KINDS.find(kind => kind === options.pointKind)
  if (asked) return asked
  const told = pointKindOf(file.name) ?? 'other'
  const text = `Noktaların türü söylenmedi: "${told}" sayıldı (--point-kind). / Kind of points taken as "${told}".`
  note(text)
  tally.note(text)
  return told
}

function keep(
  session: ImportSession,
  record: PointRecord,
  work: { areas: Areas; points: Map<string, Placed>; codeField: string },
): void {
  const placed = placeIn(record, work)
  if ('why' in placed) session.tally.reject(record.line, placed)
  else work.points.set(`${record.kind} ${record.code}`, placed)
}

function placeIn(
  record: PointRecord,
  work: { areas: Areas; points: ReadonlyMap<string, Placed>; codeField: string },
): Placed | Fault {
  const { districts, neighbourhoods } = work.areas
  const districtId = districts.locate(record.place) ?? districts.nearest(record.place, OFF_SHORE)
  if (districts.size > 0 && districtId === null) return geometryFault('out_of_province', record.place)
  const before = work.points.get(`${record.kind} ${record.code}`)
  if (before) return repeated(work.codeField, record.code, before.line)
  return { ...record, districtId, neighbourhoodId: neighbourhoods.locate(record.place) }
}

const COLUMNS = {
  kind: 'text',
  code: 'text',
  province_id: 'smallint',
  name: 'text',
  name_key: 'text',
  district_id: 'bigint',
  neighbourhood_id: 'bigint',
  geom: 'geometry',
  attributes: 'jsonb',
  source: 'text',
}

async function write(session: ImportSession, points: readonly Placed[]): Promise<void> {
  const rows = points.map(one => [
    one.kind,
    one.code,
    session.province.id,
    one.name,
    turkishKey(one.name),
    one.districtId,
    one.neighbourhoodId,
    hexEwkb({ kind: 'point', coordinates: one.place, mended: [] }),
    JSON.stringify(one.attributes),
    session.file.name,
  ])
  await stage(session, { name: 'point_in', like: COLUMNS }, rows)
  await mergeStaged(session, {
    table: 'komsu.point',
    staged: 'point_in',
    key: ['kind', 'province_id', 'code'],
    columns: Object.keys(COLUMNS),
  })
}
