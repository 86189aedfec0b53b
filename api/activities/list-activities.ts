import type { Trx } from '../platform/database.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { Inspectors, Pool, PoolQuery } from './activities.contract.ts'
import { listInspectors } from './inspectors.queries.ts'
import { countAreas, listActivities } from './pool.queries.ts'
import { mondayOf, presence } from './week.rules.ts'

/** The pool as the actor may see it; the look is written down with the households on the page. */
export async function showPool(trx: Trx, actor: Actor, query: PoolQuery): Promise<Pool> {
  const found = await listActivities(trx, { ...query, withPlans: actor.role === 'chief' })
  const items = found.slice(0, query.limit)
  const last = found.length > query.limit ? items.at(-1) : undefined
  const areas =
    query.cursor === undefined ? await countAreas(trx, { ...query, isChief: actor.role === 'chief' }) : undefined
  const { status, district, neighbourhood } = query
  await auditDeed(trx, actor, {
    action: 'activity.read',
    subject: { type: 'application', id: null },
    ground: 'casework',
    detail: { status, district, neighbourhood, households: items.map(item => item.householdId) },
  })
  return { items, ...(last ? { next: `${last.dueOn}_${last.id}` } : {}), ...(areas ? { areas } : {}) }
}

/** Inspectors of the actor's districts and how full the week of a day is; `day` is today where none is asked for. */
export async function showInspectors(trx: Trx, day: string): Promise<Inspectors> {
  const monday = mondayOf(day)
  const rows = await listInspectors(trx, monday)
  return {
    monday,
    items: rows.map(({ openNeighbourhoods: _where, ...row }) => ({
      ...row,
      daysAway: Math.round(5 * (1 - presence(monday, row.absences))),
    })),
  }
}
