import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { RULES_VERSION } from './indicators.rules.ts'
import type { AreaPage, AreaRef, Bbox, Level } from './need-map.contract.ts'
import { bboxOf } from './need-map.queries.ts'

export type MonthFigures = Readonly<{
  month: string
  value: (number | null)[]
  low: (number | null)[]
  high: (number | null)[]
  nClass: number[]
  /** One letter an indicator, as in published.area_month.state. */
  states: string
}>

/** Every published month of one area under today's rules, oldest first; arrays in the order of the catalogue. */
export async function listAreaMonths(trx: Trx, level: Level, id: number): Promise<MonthFigures[]> {
  const { rows } = await sql<MonthFigures>`
    select a.month, a.value, a.low, a.high, a.n_class as "nClass", array_to_string(a.state, '') as states
    from published.release r join published.area_month a on a.level = ${level} and a.month = r.month and a.area_id = ${id}
    where r.rules_version = ${RULES_VERSION}
    order by a.month`.execute(trx)
  return rows
}

/** The figures of one area in one month; undefined where it had none. */
export async function findAreaValues(
  trx: Trx,
  area: { level: Level; id: number; month: string },
): Promise<(number | null)[] | undefined> {
  const row = await trx
    .selectFrom('published.area_month')
    .select('value')
    .where('level', '=', area.level)
    .where('area_id', '=', area.id)
    .where('month', '=', area.month)
    .executeTakeFirst()
  return row?.value
}

export type Outline = Readonly<{ bbox: Bbox | null; geomSource: string; isApproximate: boolean; neighbours: number[] }>

/** What is drawn of an area; undefined where it has no geometry. */
export async function findOutline(trx: Trx, level: Level, id: number): Promise<Outline | undefined> {
  const row = await trx
    .selectFrom('tile.area')
    .selectAll()
    .where('level', '=', level)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const neighbours = row.neighbours.filter(one => one !== null)
  return { bbox: bboxOf(row), geomSource: row.geom_source, isApproximate: row.is_approximate, neighbours }
}

/** Names of areas of one level. */
export async function listAreaNames(trx: Trx, level: Level, ids: readonly number[]): Promise<AreaRef[]> {
  if (ids.length === 0) return []
  const rows = await trx
    .selectFrom('area')
    .select(['id', 'name'])
    .where('level', '=', level)
    .where('id', 'in', ids)
    .execute()
  return rows.map(row => ({ level, id: row.id ?? 0, name: row.name ?? '' }))
}

/** Streets whose lines meet the line of this one; a metre of tolerance for ends that were drawn by hand. */
export async function listMeetingStreets(trx: Trx, id: number): Promise<AreaRef[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select distinct s.id, s.name
    from komsu.street_line own
    join komsu.boundary_vintage ov on ov.id = own.vintage_id and ov.valid_to is null
    join komsu.street_line other on other.street_id <> own.street_id and st_dwithin(other.geom, own.geom, 0.00001)
    join komsu.boundary_vintage v on v.id = other.vintage_id and v.valid_to is null
    join komsu.street s on s.id = other.street_id
    where own.street_id = ${id}`.execute(trx)
  return rows.map(row => ({ level: 'street', ...row }))
}

export async function listChildren(trx: Trx, level: Level, id: number): Promise<AreaRef[]> {
  const below = BELOW[level]
  if (!below) return []
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from komsu.area
    where level = ${below} and parent_id = ${id} and (valid_to is null or valid_to > current_date)`.execute(trx)
  return rows.map(row => ({ level: below, ...row }))
}

const BELOW: Readonly<Record<Level, Level | null>> = {
  province: 'district',
  district: 'neighbourhood',
  neighbourhood: 'street',
  street: null,
}

export async function listPopulation(trx: Trx, level: Level, id: number): Promise<AreaPage['population']> {
  return trx
    .selectFrom('area_population')
    .select(['year', 'population', 'source'])
    .where('level', '=', level)
    .where('area_id', '=', id)
    .orderBy('year')
    .execute()
}
