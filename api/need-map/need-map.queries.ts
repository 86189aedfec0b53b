import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { RULES_VERSION } from './indicators.rules.ts'
import type { AreaRef, AreaValue, Bbox, Level, Names, Overview, State } from './need-map.contract.ts'

/** Counters of what the need map is made of; part of every ETag. */
export async function getVersions(trx: Trx): Promise<Overview['versions']> {
  const rows = await trx.selectFrom('data_version').select(['scope', 'version']).execute()
  const of = (scope: string) => rows.find(row => row.scope === scope)?.version ?? 0
  return { geometry: of('geometry'), published: of('published') }
}

/** Published months, oldest first, as YYYY-MM-01. What was published under other rules is not shown: it may tell too much. */
export async function listMonths(trx: Trx): Promise<string[]> {
  const rows = await trx
    .selectFrom('published.release')
    .select('month')
    .where('rules_version', '=', RULES_VERSION)
    .orderBy('month')
    .execute()
  return rows.map(row => row.month)
}

export async function findNewestRelease(trx: Trx): Promise<{ publishedAt: string; isSynthetic: boolean } | undefined> {
  const row = await trx
    .selectFrom('published.release')
    .select(['published_at', 'is_synthetic'])
    .where('rules_version', '=', RULES_VERSION)
    .orderBy('month', 'desc')
    .executeTakeFirst()
  return row && { publishedAt: row.published_at.toISOString(), isSynthetic: row.is_synthetic }
}

export async function listProvinces(trx: Trx): Promise<Overview['provinces']> {
  const rows = await trx
    .selectFrom('province as p')
    .leftJoin('tile.area as t', join => join.on('t.level', '=', 'province').onRef('t.id', '=', sql`p.id::bigint`))
    .select(['p.id', 'p.name', 'p.is_schematic', 't.west', 't.south', 't.east', 't.north'])
    .orderBy('p.id')
    .execute()
  return rows.map(row => ({ id: row.id, name: row.name, isSchematic: row.is_schematic, bbox: bboxOf(row) }))
}

type Box = { west: number | null; south: number | null; east: number | null; north: number | null }

export function bboxOf({ west, south, east, north }: Box): Bbox | null {
  if (west === null || south === null || east === null || north === null) return null
  return [west, south, east, north]
}

/** Figures of one indicator, by id of the area. `parent`: the area one level up, or for streets their district. */
export async function listValues(
  trx: Trx,
  of: { level: Level; month: string; position: number; parent: number | undefined },
): Promise<AreaValue[]> {
  const { level, month, position, parent } = of
  const within = parent === undefined ? sql`true` : sql`parent_id in (${parentsUnder(level, parent)})`
  const column = (name: string) =>
    sql`array_agg(${sql.ref(name)}[${position}::int] order by area_id)::text as ${sql.ref(name)}`
  const { rows } = await sql<Record<'ids' | 'value' | 'low' | 'high' | 'n_class' | 'state', string | null>>`
    select array_agg(area_id order by area_id)::text as ids, ${column('value')}, ${column('low')}, ${column('high')},
      ${column('n_class')}, string_agg(coalesce(state[${position}::int], 'n'::"char")::text, '' order by area_id) as state
    from published.area_month where level = ${level} and month = ${month}::date and ${within}`.execute(trx)
  const [row] = rows
  const [value, low, high, n] = [row?.value, row?.low, row?.high, row?.n_class].map(numbers)
  return numbers(row?.ids).map((id, i) => ({
    id: id ?? 0,
    value: value?.[i] ?? null,
    low: low?.[i] ?? null,
    high: high?.[i] ?? null,
    n_class: n?.[i] ?? 0,
    state: stateOf(row?.state?.charAt(i)),
  }))
}

// Streets may be asked for by their district: then every neighbourhood of it is a parent.
function parentsUnder(level: Level, parent: number) {
  return level === 'street'
    ? sql`select ${parent}::bigint union all select id from komsu.neighbourhood where district_id = ${parent}`
    : sql`${parent}::bigint`
}

// Columns travel as one array each: a tenth of the time of as many rows.
function numbers(array: string | null | undefined): (number | null)[] {
  return array ? (JSON.parse(`[${array.slice(1, -1).replaceAll('NULL', 'null')}]`) as (number | null)[]) : []
}

const STATES: Readonly<Record<string, State>> = { o: 'ok', s: 'suppressed', t: 'too_few', n: 'no_data' }

export function stateOf(code: string | undefined): State {
  return STATES[code ?? 'n'] ?? 'no_data'
}

/** Names of the areas of a level, all or under a parent (as in listValues), in the order of ids. */
export async function listNames(trx: Trx, level: Level, parent: number | undefined): Promise<Names['areas']> {
  let query = trx
    .selectFrom('area as a')
    .leftJoin('area as p', join => join.on('p.level', '=', above(level)).onRef('p.id', '=', 'a.parent_id'))
    .select(['a.id', 'a.name', 'a.parent_id as parentId', 'p.name as parentName'])
    .where('a.level', '=', level)
    .where(eb => eb.or([eb('a.valid_to', 'is', null), eb('a.valid_to', '>', sql<string>`current_date`)]))
    .orderBy('a.id')
  if (parent !== undefined) query = query.where(sql<boolean>`a.parent_id in (${parentsUnder(level, parent)})`)
  const rows = await query.execute()
  return rows.map(row => ({
    id: row.id ?? 0,
    name: row.name ?? '',
    parentId: row.parentId ?? 0,
    parentName: row.parentName ?? '',
  }))
}

const ABOVE: Readonly<Record<Level, Level | ''>> = {
  province: '',
  district: 'province',
  neighbourhood: 'district',
  street: 'neighbourhood',
}

export function above(level: Level): Level | '' {
  return ABOVE[level]
}

/** An area and everything it lies in, the area first; empty when there is no such area. */
export async function listPath(trx: Trx, level: Level, id: number): Promise<AreaRef[]> {
  const { rows } = await sql<{ level: Level; id: number; name: string }>`
    with recursive path as (
      select a.level, a.id, a.name, a.parent_id, 0 as step from komsu.area a where a.level = ${level} and a.id = ${id}
      union all
      select a.level, a.id, a.name, a.parent_id, path.step + 1 from path join komsu.area a on a.id = path.parent_id
        and a.level = case path.level when 'street' then 'neighbourhood' when 'neighbourhood' then 'district' else 'province' end
      where path.level <> 'province'
    )
    select level, id, name from path order by step`.execute(trx)
  return rows
}

/** Whether an area may be the parent of areas of a level: one level up, or for streets also a district. */
export async function isParent(trx: Trx, level: Level, id: number): Promise<boolean> {
  const levels = level === 'street' ? ['neighbourhood', 'district'] : [above(level)]
  const row = await trx
    .selectFrom('area')
    .select('id')
    .where('level', 'in', levels)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}
