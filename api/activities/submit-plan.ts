import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { Activity, AssignRefusal } from './activities.contract.ts'
import { listTies, lockFiles } from './assignment.queries.ts'
import { type FileState, type Taker, type Ties, whyNotAssign } from './assignment.rules.ts'
import type { Conflict } from './conflict.rules.ts'
import { listInspectors } from './inspectors.queries.ts'
import type { PlanNeighbourhood } from './plan.rules.ts'
import { listActivitiesById } from './pool.queries.ts'
import { piecesOf, territoryOf } from './territory.rules.ts'
import { presence } from './week.rules.ts'
import type { PlanItem, SubmitPlan, WeeklyPlan } from './weekly-plans.contract.ts'
import { endPlan, findPlan, insertPlan, lockPlans } from './weekly-plans.queries.ts'

type Refused = Readonly<{ applicationId: number; why: AssignRefusal | 'in_other_plan' | 'twice' }>

/**
 * Sends the week the chief accepts to the manager. A plan with a visit that cannot be is not kept at all.
 * @throws closed (why: plan_items, refused: which and why)
 */
export async function submitPlan(
  trx: Trx,
  actor: Actor,
  { plan, neighbourhoods }: { plan: SubmitPlan; neighbourhoods: readonly PlanNeighbourhood[] },
): Promise<{ id: number; version: number; state: 'submitted' }> {
  await lockPlans(trx)
  const ids = plan.items.map(item => item.applicationId)
  const files = await lockFiles(trx, ids)
  const activities = new Map((await listActivitiesById(trx, ids)).map(one => [one.id, one]))
  const refused = await whyRefused(trx, { actor, plan, files, activities })
  if (refused.length > 0) throw problem('closed', '', { why: 'plan_items', refused })
  const items = plan.items.map(item => ({
    ...item,
    neighbourhoodId: activities.get(item.applicationId)?.neighbourhoodId ?? 0,
  }))
  const districtIds = [...new Set([...activities.values()].map(one => one.districtId))].sort((a, b) => a - b)
  const { weekStart, note } = plan
  const summary = summaryOf(plan, { activities, items, neighbourhoods })
  const requestId = actor.requestId ?? ''
  const made = await insertPlan(trx, {
    requestId,
    weekStart,
    districtIds,
    summary,
    note,
    items,
    submittedBy: actor.officer.id,
  })
  await auditDeed(trx, actor, {
    action: 'plan.submit',
    subject: { type: 'weekly_plan', id: made.id },
    detail: { weekStart, ...summary },
  })
  return { ...made, state: 'submitted' }
}

type Checked = Readonly<{
  actor: Actor
  plan: SubmitPlan
  files: readonly FileState[]
  activities: ReadonlyMap<number, Activity>
}>

async function whyRefused(trx: Trx, { actor, plan, files, activities }: Checked): Promise<Refused[]> {
  const rows = await listInspectors(trx, plan.weekStart)
  const takers = new Map(
    rows.map((row): [number, Taker] => [row.id, { ...row, isAway: presence(plan.weekStart, row.absences) === 0 }]),
  )
  const ties = tiesByFile(
    await listTies(
      trx,
      [...takers.keys()],
      files.map(file => file.id),
    ),
  )
  const byId = new Map(files.map(file => [file.id, file]))
  const seen = new Set<number>()
  return plan.items.flatMap((item): Refused[] => {
    const { applicationId } = item
    const isTwice = seen.has(applicationId)
    seen.add(applicationId)
    if (isTwice) return [{ applicationId, why: 'twice' }]
    const file = byId.get(applicationId)
    if (!file) return [{ applicationId, why: 'not_here' }]
    if (activities.get(applicationId)?.planId) return [{ applicationId, why: 'in_other_plan' }]
    const second = item.secondInspectorId === null ? null : takers.get(item.secondInspectorId)
    const wanted = {
      kind: 'assign',
      version: file.version,
      role: actor.role,
      first: takers.get(item.inspectorId),
      second,
    } as const
    const why = whyNotAssign(file, wanted, ties.get(applicationId) ?? new Map())
    return why === null ? [] : [{ applicationId, why }]
  })
}

function tiesByFile(rows: readonly { officerId: number; applicationId: number; why: Conflict }[]): Map<number, Ties> {
  const ties = new Map<number, Map<number, Conflict[]>>()
  for (const { officerId, applicationId, why } of rows) {
    const file = ties.get(applicationId) ?? new Map<number, Conflict[]>()
    file.set(officerId, [...(file.get(officerId) ?? []), why])
    ties.set(applicationId, file)
  }
  return ties
}

type Summing = Readonly<{
  activities: ReadonlyMap<number, Activity>
  items: readonly (PlanItem & { neighbourhoodId: number })[]
  neighbourhoods: readonly PlanNeighbourhood[]
}>

/** Counts for the manager; late means due before the week begins. */
function summaryOf(
  { weekStart, changed }: SubmitPlan,
  { activities, items, neighbourhoods }: Summing,
): WeeklyPlan['summary'] {
  const territory = territoryOf(neighbourhoods, [...new Set(items.map(item => item.neighbourhoodId))])
  const areas = new Map<number, Set<number>>()
  for (const { inspectorId, neighbourhoodId } of items)
    areas.set(inspectorId, (areas.get(inspectorId) ?? new Set()).add(neighbourhoodId))
  const files = [...activities.values()]
  return {
    files: items.length,
    urgent: files.filter(file => file.isUrgent).length,
    late: files.filter(file => file.dueOn < weekStart).length,
    pieces: [...areas.values()].reduce((sum, area) => sum + piecesOf(territory, area).length, 0),
    changed,
  }
}

/** Takes back a plan of one's own that waits. @throws not-found, closed (wrong_state), conflict */
export async function withdrawPlan(
  trx: Trx,
  actor: Actor,
  { id, version }: { id: number; version: number },
): Promise<{ id: number; version: number; state: 'withdrawn' }> {
  const plan = await findPlan(trx, id)
  if (!plan || plan.submittedBy.id !== actor.officer.id) throw problem('not-found')
  if (plan.state !== 'submitted') throw problem('closed', '', { why: 'wrong_state' })
  if (!(await endPlan(trx, { id, version })))
    throw problem('conflict', '', { current: { version: plan.version, state: plan.state } })
  await auditDeed(trx, actor, { action: 'plan.withdraw', subject: { type: 'weekly_plan', id } })
  return { id, version: version + 1, state: 'withdrawn' }
}
