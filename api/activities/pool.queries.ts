import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Activity, PoolArea, PoolQuery } from './activities.contract.ts'

type ActivityRow = Omit<Activity, 'inspector' | 'second' | 'point'> &
  Readonly<{
    inspectorId: number | null
    inspectorName: string | null
    secondId: number | null
    secondName: string | null
    lon: number | null
    lat: number | null
    quality: string
  }>

/** A page of the pool, longest overdue first; row-level security says whose applications these are. One more than asked for. */
export function listActivities(trx: Trx, query: PoolQuery & { withPlans: boolean }): Promise<Activity[]> {
  const [after = '-infinity', afterId] = query.cursor?.split('_') ?? []
  const where = sql`${narrowed(query)} and (a.due_on, a.id) > (${after}::date, ${Number(afterId ?? 0)}::bigint)`
  return readActivities(trx, { where, order: sql`a.due_on, a.id`, limit: query.limit + 1, withPlans: query.withPlans })
}

/** Waiting files of some districts that stand in no plan yet, urgent first, then the longest overdue. One more than `limit`. */
export function listUnplanned(
  trx: Trx,
  { districtIds, limit }: { districtIds: readonly number[] | undefined; limit: number },
): Promise<Activity[]> {
  const here = districtIds ? sql`a.district_id = any (${districtIds})` : sql`true`
  const where = sql`a.status = 'awaiting_inquiry' and ${here} and not exists (${SUBMITTED_PLANS})`
  return readActivities(trx, {
    where,
    order: sql`a.is_urgent desc, a.due_on, a.id`,
    limit: limit + 1,
    withPlans: false,
  })
}

/** These applications, as far as the actor sees them. */
export function listActivitiesById(trx: Trx, ids: readonly number[]): Promise<Activity[]> {
  const where = sql`a.id = any (${ids})`
  return readActivities(trx, { where, order: sql`a.id`, limit: ids.length, withPlans: true })
}

/** How many waiting files of some districts stand in no plan yet. */
export async function countUnplanned(trx: Trx, districtIds: readonly number[] | undefined): Promise<number> {
  const here = districtIds ? sql`a.district_id = any (${districtIds})` : sql`true`
  const { rows } = await sql<{ files: number }>`
    select count(*)::integer as files from komsu.application a
    where a.status = 'awaiting_inquiry' and ${here} and not exists (${SUBMITTED_PLANS})`.execute(trx)
  return rows[0]?.files ?? 0
}

const SUBMITTED_PLANS = sql`
  select i.plan_id from komsu.weekly_plan_item i join komsu.weekly_plan w on w.id = i.plan_id and w.state = 'submitted'
  where i.application_id = a.id`

type Reading = Readonly<{
  where: RawBuilder<unknown>
  order: RawBuilder<unknown>
  limit: number
  /** Only the chief sees plans. */
  withPlans: boolean
}>

async function readActivities(trx: Trx, { where, order, limit, withPlans }: Reading): Promise<Activity[]> {
  const { rows } = await sql<ActivityRow>`
    with page as materialized (select a.* from komsu.application a where ${where} order by ${order} limit ${limit})
    select a.id, a.version, p.household_id as "householdId", p.file_no as "fileNo", p.family_name as "familyName",
      p.district_id as "districtId", p.district, p.neighbourhood_id as "neighbourhoodId", p.neighbourhood, a.status,
      a.is_urgent as "isUrgent", (a.appealed_on is not null) as "isAppeal", a.received_on as "receivedOn", a.due_on as "dueOn",
      current_date - a.received_on as "ageDays", current_date - a.due_on as "daysLate",
      a.needs_two_inspectors as "needsTwo", a.wanted_inspector_sex as "wantedSex",
      f.id as "inspectorId", f.display_name as "inspectorName", s.id as "secondId", s.display_name as "secondName",
      p.lon, p.lat, p.quality, ${withPlans ? sql`(${SUBMITTED_PLANS} limit 1)` : sql`null::bigint`} as "planId"
    from page a
      join komsu.application_places(array(select id from page)) p on p.application_id = a.id
      left join komsu.officer f on f.id = a.assigned_officer_id
      left join komsu.officer s on s.id = a.second_officer_id
    order by ${order}`.execute(trx)
  return rows.map(activityOf)
}

function activityOf(row: ActivityRow): Activity {
  const { inspectorId, inspectorName, secondId, secondName, lon, lat, quality, ...rest } = row
  return {
    ...rest,
    inspector: inspectorId === null ? null : { id: inspectorId, name: inspectorName ?? '' },
    second: secondId === null ? null : { id: secondId, name: secondName ?? '' },
    point: lon === null || lat === null ? null : { lon, lat, quality },
  }
}

function narrowed({ status, district, neighbourhood, late, urgent, officer }: PoolQuery) {
  const parts = [sql`a.status = ${status}`]
  if (district !== undefined) parts.push(sql`a.district_id = ${district}`)
  if (neighbourhood !== undefined)
    parts.push(
      sql`exists (select from komsu.household h where h.id = a.household_id and h.neighbourhood_id = ${neighbourhood})`,
    )
  if (late) parts.push(sql`a.due_on < current_date`)
  if (urgent) parts.push(sql`a.is_urgent`)
  if (officer !== undefined) parts.push(sql`${officer} in (a.assigned_officer_id, a.second_officer_id)`)
  return sql.join(parts, sql` and `)
}

/** How much waits in each neighbourhood of the query's state, district and officer. */
export async function countAreas(trx: Trx, query: PoolQuery & { isChief: boolean }): Promise<PoolArea[]> {
  // The whole pool of a chief is counted by the owner in one pass: row by row under the policies it takes four times as long.
  const counted =
    query.isChief && query.officer === undefined
      ? sql`komsu.pool_areas(${query.status}, ${query.district ?? null}::bigint) c`
      : sql`(select a.district_id, h.neighbourhood_id, count(*)::integer as files,
          (count(*) filter (where a.due_on < current_date))::integer as late, (count(*) filter (where a.is_urgent))::integer as urgent
        from komsu.application a join komsu.household h on h.id = a.household_id
        where ${narrowed({ ...query, neighbourhood: undefined, late: undefined, urgent: undefined })}
        group by a.district_id, h.neighbourhood_id) c`
  const { rows } = await sql<PoolArea>`
    select c.district_id as "districtId", d.name as district, n.id as "neighbourhoodId", n.name as neighbourhood, c.files, c.late, c.urgent
    from ${counted} join komsu.neighbourhood n on n.id = c.neighbourhood_id join komsu.district d on d.id = c.district_id
    order by c.late desc, c.files desc, n.id`.execute(trx)
  return rows
}
