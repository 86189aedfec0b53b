import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { ApplicationItem, ApplicationsQuery, ApplicationView } from './application.contract.ts'
import { isOpen, STEPS, whyClosed, whyUnchangeable } from './application.workflow.ts'
import { findApplication, listApplications } from './application-view.queries.ts'

/** Everything of an application, and which steps are open to the reader. Written down as a read. @throws not-found */
export async function showApplication(trx: Trx, actor: Actor, id: number): Promise<ApplicationView> {
  const view = await viewApplication(trx, actor, id)
  await auditDeed(trx, actor, {
    action: 'application.read',
    subject: { type: 'application', id },
    ground: 'casework',
    detail: { household: view.household.id },
  })
  return view
}

/** The same as the answer of a deed, which is audited itself. @throws not-found */
export async function viewApplication(trx: Trx, actor: Actor, id: number): Promise<ApplicationView> {
  const found = await findApplication(trx, id, actor.language)
  if (!found) throw problem('not-found')
  const { control, ...view } = found
  const standing = { status: view.status, appealedOn: view.appeal?.on ?? null, control }
  const actions = [...new Set(STEPS.map(step => step.action))].filter(action => action !== 'submit')
  return {
    ...view,
    steps: actions.map(action => ({ action, why: whyClosed(action, standing, actor.role) })),
    whyUnchangeable: whyUnchangeable(view.status),
  }
}

/** Applications of a household or with a reference number, as far as the actor sees them. Written down as a read. */
export async function showApplications(
  trx: Trx,
  actor: Actor,
  query: ApplicationsQuery,
): Promise<{ items: ApplicationItem[] }> {
  const items = await listApplications(trx, query)
  const households = [...new Set(items.map(item => item.householdId))]
  await auditDeed(trx, actor, {
    action: 'application.list',
    subject: { type: 'household', id: query.household ?? null },
    ground: 'casework',
    detail: query.reference === undefined ? {} : { households },
  })
  return { items: items.map(item => ({ ...item, isOpen: isOpen(item.status) })) }
}
