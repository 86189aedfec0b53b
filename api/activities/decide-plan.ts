import type { Trx } from '../platform/database.ts'
import { type Problem, problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { PlanNeighbourhood } from './plan.rules.ts'
import type { DecidePlan, PlanPage, PlansQuery, WeeklyPlans } from './weekly-plans.contract.ts'
import {
  approve,
  findPlan,
  giveBack,
  listPlanAreas,
  listPlans,
  listVisits,
  PLANS_A_PAGE,
} from './weekly-plans.queries.ts'

/** A plan and the ground it is drawn on. */
type Asked = Readonly<{ id: number; neighbourhoods: readonly PlanNeighbourhood[] }>
type Deciding = DecidePlan & Asked

/** Approves a week: its visits are assigned and told; what became impossible says so in `areas[].outcomes`. @throws as below */
export async function approvePlan(trx: Trx, actor: Actor, deciding: Deciding): Promise<PlanPage> {
  await tellingWhy(() =>
    approve(trx, { id: deciding.id, version: deciding.version, note: deciding.note, requestId: actor.requestId ?? '' }),
  )
  const page = await getPlan(trx, actor, deciding)
  await auditDeed(trx, actor, {
    action: 'plan.approve',
    subject: { type: 'weekly_plan', id: deciding.id },
    detail: { ...page.summary },
  })
  return page
}

/** Returns a week to the chief with words. @throws not-found, closed (wrong_state, own_plan), conflict */
export async function returnPlan(trx: Trx, actor: Actor, deciding: Deciding): Promise<PlanPage> {
  await tellingWhy(() => giveBack(trx, deciding))
  await auditDeed(trx, actor, { action: 'plan.return', subject: { type: 'weekly_plan', id: deciding.id } })
  return getPlan(trx, actor, deciding)
}

/** What the database refuses by name, in the words of the catalogue. */
const REFUSALS: Readonly<Record<string, () => Problem>> = {
  weekly_plan_state: () => problem('closed', '', { why: 'wrong_state' }),
  weekly_plan_own: () => problem('closed', '', { why: 'own_plan' }),
  weekly_plan_version: () => problem('conflict'),
}

async function tellingWhy(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const { constraint = '', code } = error as { constraint?: string; code?: string }
    const refusal = REFUSALS[constraint]
    if (refusal) throw refusal()
    if (code === 'P0002') throw problem('not-found')
    throw error
  }
}

/** A plan by inspector; a chief sees its visits too. @throws not-found */
export async function getPlan(trx: Trx, actor: Actor, { id, neighbourhoods }: Asked): Promise<PlanPage> {
  const plan = await findPlan(trx, id)
  if (!plan) throw problem('not-found')
  const middles = new Map(neighbourhoods.map(({ id, lon, lat }) => [id, { lon, lat }]))
  const areas = (await listPlanAreas(trx, id)).map(area => ({
    ...area,
    neighbourhoods: area.neighbourhoods.map(one => ({ ...one, middle: middles.get(one.id) ?? null })),
  }))
  if (actor.role !== 'chief') return { ...plan, areas }
  const visits = await listVisits(trx, id)
  await auditDeed(trx, actor, {
    action: 'activity.read',
    subject: { type: 'weekly_plan', id },
    ground: 'casework',
    detail: { households: visits.flatMap(visit => visit.householdId ?? []) },
  })
  return { ...plan, areas, visits }
}

/** Plans of the actor's districts, newest first. */
export async function showPlans(trx: Trx, query: PlansQuery): Promise<WeeklyPlans> {
  const found = await listPlans(trx, query)
  const items = found.slice(0, PLANS_A_PAGE)
  const last = found.length > PLANS_A_PAGE ? items.at(-1) : undefined
  return { items, ...(last ? { next: last.id } : {}) }
}
