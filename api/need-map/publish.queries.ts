import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { COUNTS, type CountName } from './disclosure.rules.ts'
import { type Figure, SUMS, type SumName } from './figures.rules.ts'
import type { Level } from './need-map.contract.ts'

/** One publisher at a time: two runs of one month would otherwise delete each other's rows. */
export async function lockPublishing(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7203542)`.execute(trx)
}

/**
 * Settings of the heavy count, for this transaction: sums in memory, and no nested loops over a million households where
 * tables were just loaded and the planner knows nothing of them yet.
 */
export async function prepareToCount(trx: Trx): Promise<void> {
  await sql`select set_config('work_mem', '192MB', true), set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)`.execute(
    trx,
  )
}

/**
 * First days of the month of the newest record and of the first household; null in an empty database. A month is only
 * as good as its last day, so the newest month counts when the records reach its end. Beside them the month it is today.
 */
export async function findRecordedMonths(trx: Trx): Promise<{ newest: string; first: string; current: string } | null> {
  const { rows } = await sql<{ newest: string | null; first: string | null; current: string }>`
    with days as (
      select greatest((select max(received_on) from komsu.application), (select max(visited_on) from komsu.inspection),
        (select max(decided_on) from komsu.decision), (select max(given_on) from komsu.aid),
        (select max(formed_on) from komsu.household)) as newest, (select min(formed_on) from komsu.household) as first
    ), known as (select least(newest, current_date) as newest, first from days)
    select greatest(date_trunc('month', newest + 1) - interval '1 month', date_trunc('month', first))::date::text as newest,
      date_trunc('month', first)::date::text as first, date_trunc('month', current_date)::date::text as current
    from known`.execute(trx)
  const [row] = rows
  return row?.newest && row.first ? { newest: row.newest, first: row.first, current: row.current } : null
}

/** Fewest households anybody may ever know of (DOMAIN.md §4). A parameter may ask for more, never for less. */
const FLOOR = 5

export async function getDisclosureMinimum(trx: Trx, monthEnd: string): Promise<number> {
  const { rows } = await sql<{ minimum: number | null }>`
    select komsu.parameter_on('disclosure_minimum', ${monthEnd}::date) as minimum`.execute(trx)
  const minimum = rows[0]?.minimum ?? FLOOR
  return minimum > FLOOR ? minimum : FLOOR // so that NaN, which nothing is below, is the floor too
}

export type AreaList = Readonly<{ ids: number[]; parents: number[]; current: boolean[] }>

/** Areas of a level in the order of their ids, with their parents; `current` on the day asked about. */
export async function listAreas(trx: Trx, level: Level, day: string): Promise<AreaList> {
  const { rows } = await sql<{ ids: string; parents: string; current: string }>`
    select array_agg(id order by id)::text as ids, array_agg(coalesce(parent_id, -1) order by id)::text as parents,
      array_agg((valid_to is null or valid_to > ${day}::date)::int order by id)::text as current
    from komsu.area where level = ${level}`.execute(trx)
  const [row] = rows
  return {
    ids: numbers(row?.ids),
    parents: numbers(row?.parents),
    current: numbers(row?.current).map(one => one === 1),
  }
}

export type StreetSums = Readonly<{ neighbourhood: number[]; street: number[] } & Record<CountName | SumName, number[]>>

const SUM_COLUMNS: Readonly<Record<CountName | SumName, string>> = {
  households: 'households',
  below_threshold: 'below',
  applied: 'applied',
  inspected: 'inspected',
  scored: 'scored',
  eligible: 'eligible',
  granted: 'granted',
  served: 'served',
  unmet: 'unmet',
  waiting: 'waiting',
  gap: 'gap',
  gap2: 'gap2',
  gap4: 'gap4',
  score: 'score',
  score2: 'score2',
  days: 'days',
  days2: 'days2',
}

/** True sums of a month by street (0 where the street is not known), column by column. Confidential. */
export async function sumStreets(trx: Trx, monthEnd: string): Promise<StreetSums> {
  const names = [...COUNTS, ...SUMS]
  const column = (expression: RawBuilder<unknown>, name: string) =>
    sql`array_agg(${expression})::text as ${sql.ref(name)}`
  const columns = [
    column(sql`neighbourhood_id`, 'neighbourhood'),
    column(sql`coalesce(street_id, 0)`, 'street'),
    ...names.map(name => column(sql.ref(SUM_COLUMNS[name]), name)),
  ]
  const { rows } = await sql<Record<string, string | null>>`
    select ${sql.join(columns)} from komsu.street_month(${monthEnd}::date)`.execute(trx)
  const row = rows[0] ?? {}
  return Object.fromEntries(['neighbourhood', 'street', ...names].map(name => [name, numbers(row[name])])) as StreetSums
}

// One array as text is read ten times faster than its elements as rows, above all from the embedded database.
function numbers(array: string | null | undefined): number[] {
  return array ? (JSON.parse(`[${array.slice(1, -1)}]`) as number[]) : []
}

export async function isCitySynthetic(trx: Trx): Promise<boolean> {
  const { rows } = await sql<{ synthetic: boolean }>`
    select exists (select from komsu.household) and not exists (select from komsu.household where not is_synthetic) as synthetic`.execute(
    trx,
  )
  return rows[0]?.synthetic ?? false
}

export type AreaFigures = Readonly<{ level: Level; id: number; parentId: number | null; figures: readonly Figure[] }>

const BATCH = 20_000

/**
 * Writes the figures of a month. Most streets show little and so look alike: each different page of figures is sent and
 * parsed once, and areas say which is theirs.
 */
export async function insertFigures(trx: Trx, month: string, areas: readonly AreaFigures[]): Promise<void> {
  for (let from = 0; from < areas.length; from += BATCH) {
    const batch = areas.slice(from, from + BATCH)
    const { pages, pageOf } = sharedPages(batch.map(area => area.figures))
    const column = (pick: (figure: Figure) => number | string | null) => pages.map(page => literal(page.map(pick)))
    await sql`
      insert into published.area_month (level, month, area_id, parent_id, value, low, high, n_class, state)
      select area.level, ${month}::date, area.id, area.parent_id, page.value, page.low, page.high, page.n_class, page.state
      from unnest(${literal(batch.map(area => area.level))}::text[], ${literal(batch.map(area => area.id))}::bigint[],
        ${literal(batch.map(area => area.parentId))}::bigint[], ${literal(pageOf)}::int[]) as area (level, id, parent_id, page)
      join (
        select value::real[], low::real[], high::real[], n_class::smallint[], state::"char"[], number
        from unnest(${column(figure => figure.value)}::text[], ${column(figure => figure.low)}::text[],
          ${column(figure => figure.high)}::text[], ${column(figure => figure.nClass)}::text[],
          ${column(figure => figure.state)}::text[]) with ordinality as p (value, low, high, n_class, state, number)
        offset 0 -- parse before joining, not after
      ) page on page.number = area.page`.execute(trx)
  }
}

function sharedPages(all: readonly (readonly Figure[])[]): { pages: (readonly Figure[])[]; pageOf: number[] } {
  const numbers = new Map<string, number>()
  const pages: (readonly Figure[])[] = []
  const pageOf = all.map(page => {
    const key = page.map(({ value, low, high, nClass, state }) => `${value} ${low} ${high} ${nClass} ${state}`).join()
    const before = numbers.get(key)
    if (before !== undefined) return before
    numbers.set(key, pages.push(page))
    return pages.length
  })
  return { pages, pageOf }
}

function literal(values: readonly (number | string | null)[]): string {
  return `{${values.map(value => value ?? 'NULL').join(',')}}`
}
