import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { PlanItem, PlanPage, PlansQuery, WeeklyPlan } from './weekly-plans.contract.ts'

/** Plans are submitted one after the other, so that no file stands in two. */
export async function lockPlans(trx: Trx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('komsu.weekly_plan', 0))`.execute(trx)
}

type NewPlan = Readonly<{
  requestId: string
  weekStart: string
  districtIds: readonly number[]
  summary: WeeklyPlan['summary']
  note: string
  submittedBy: number
  items: readonly (PlanItem & { neighbourhoodId: number })[]
}>

export async function insertPlan(trx: Trx, plan: NewPlan): Promise<{ id: number; version: number }> {
  const { rows } = await sql<{ id: number; version: number }>`
    insert into komsu.weekly_plan (request_id, week_start, district_ids, summary, note, submitted_by)
    values (${plan.requestId}::uuid, ${plan.weekStart}::date, ${plan.districtIds}, ${JSON.stringify(plan.summary)}::jsonb, ${plan.note}, ${plan.submittedBy})
    returning id, version`.execute(trx)
  const [made] = rows
  if (!made) throw new Error('an insert without a row')
  await sql`
    insert into komsu.weekly_plan_item (plan_id, application_id, inspector_id, second_inspector_id, neighbourhood_id)
    select ${made.id}::bigint, i."applicationId", i."inspectorId", i."secondInspectorId", i."neighbourhoodId"
    from jsonb_to_recordset(${JSON.stringify(plan.items)}::jsonb)
      i("applicationId" bigint, "inspectorId" bigint, "secondInspectorId" bigint, "neighbourhoodId" bigint)`.execute(
    trx,
  )
  return made
}

export const PLANS_A_PAGE = 50

const PLAN = sql`
  w.id, w.version, w.week_start as "weekStart", w.state, w.summary, coalesce(w.note, '') as note, coalesce(w.decision_note, '') as "decisionNote",
  w.submitted_at as "submittedAt", w.decided_at as "decidedAt",
  jsonb_build_object('id', s.id, 'name', s.display_name) as "submittedBy",
  case when d.id is null then null else jsonb_build_object('id', d.id, 'name', d.display_name) end as "decidedBy",
  (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name_key), '[]') from komsu.district t
    where t.id = any (w.district_ids)) as districts
  from komsu.weekly_plan w join komsu.officer s on s.id = w.submitted_by left join komsu.officer d on d.id = w.decided_by`

type PlanRow = Omit<WeeklyPlan, 'submittedAt' | 'decidedAt'> & Readonly<{ submittedAt: Date; decidedAt: Date | null }>

const planOf = ({ submittedAt, decidedAt, ...row }: PlanRow): WeeklyPlan => ({
  ...row,
  submittedAt: submittedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
})

/** Plans of the actor's districts, newest first; one more than a page. */
export async function listPlans(trx: Trx, { state, cursor }: PlansQuery): Promise<WeeklyPlan[]> {
  const { rows } = await sql<PlanRow>`select ${PLAN}
    where ${state ? sql`w.state = ${state}` : sql`true`} and w.id < ${cursor ?? Number.MAX_SAFE_INTEGER}
    order by w.id desc limit ${PLANS_A_PAGE + 1}`.execute(trx)
  return rows.map(planOf)
}

export async function findPlan(trx: Trx, id: number): Promise<WeeklyPlan | undefined> {
  const { rows } = await sql<PlanRow>`select ${PLAN} where w.id = ${id}`.execute(trx)
  return rows.map(planOf)[0]
}

type Area = PlanPage['areas'][number]
export type AreaRow = Omit<Area, 'neighbourhoods'> &
  Readonly<{ neighbourhoods: Omit<Area['neighbourhoods'][number], 'middle'>[] }>

/** What each inspector gets in a plan: counts and neighbourhoods. */
export async function listPlanAreas(trx: Trx, id: number): Promise<AreaRow[]> {
  const { rows } = await sql<AreaRow>`
    select p.inspector_id as "inspectorId", p.name, p.files, p.urgent, p.late, p.outcomes, (
      select jsonb_agg(jsonb_build_object('id', n.id, 'name', n.name, 'district', d.name) order by d.name_key, n.name_key)
      from komsu.neighbourhood n join komsu.district d on d.id = n.district_id where n.id = any (p.neighbourhoods)
    ) as neighbourhoods
    from komsu.plan_areas(${id}) p order by p.name, p.inspector_id`.execute(trx)
  return rows
}

type Visit = NonNullable<PlanPage['visits']>[number]
type VisitRow = Omit<Visit, 'point'> & Readonly<{ lon: number | null; lat: number | null; quality: string }>

/** The visits of a plan; of applications that have left the chief's hands only where they were. */
export async function listVisits(trx: Trx, id: number): Promise<Visit[]> {
  const { rows } = await sql<VisitRow>`
    with visit as materialized (select * from komsu.weekly_plan_item where plan_id = ${id})
    select i.application_id as "applicationId", p.household_id as "householdId", p.file_no as "fileNo", p.family_name as "familyName",
      n.name as neighbourhood, d.name as district, i.inspector_id as "inspectorId", i.second_inspector_id as "secondInspectorId",
      a.is_urgent as "isUrgent", a.due_on as "dueOn", i.outcome, p.lon, p.lat, p.quality
    from visit i
      join komsu.neighbourhood n on n.id = i.neighbourhood_id join komsu.district d on d.id = n.district_id
      left join komsu.application a on a.id = i.application_id
      left join komsu.application_places(array(select application_id from visit)) p on p.application_id = a.id
    order by a.due_on, i.application_id`.execute(trx)
  return rows.map(({ lon, lat, quality, ...row }) => ({
    ...row,
    point: lon === null || lat === null ? null : { lon, lat, quality },
  }))
}

/** A plan of the actor's own that waits is taken back; false where there is none in that version. */
export async function endPlan(trx: Trx, { id, version }: { id: number; version: number }): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update komsu.weekly_plan set state = 'withdrawn' where id = ${id} and version = ${version} and state = 'submitted' returning id`.execute(
    trx,
  )
  return rows.length > 0
}

/** @throws a database error that names its constraint: weekly_plan_state, weekly_plan_version, weekly_plan_own */
export async function approve(
  trx: Trx,
  { id, version, note, requestId }: { id: number; version: number; note: string; requestId: string },
): Promise<void> {
  await sql`select komsu.approve_plan(${id}, ${version}, ${note}, ${requestId}::uuid)`.execute(trx)
}

/** @throws as approve */
export async function giveBack(
  trx: Trx,
  { id, version, note }: { id: number; version: number; note: string },
): Promise<void> {
  await sql`select komsu.return_plan(${id}, ${version}, ${note})`.execute(trx)
}
