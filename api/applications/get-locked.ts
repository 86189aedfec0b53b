import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import type { Actor } from '../rights/door.ts'
import { type Locked, lockApplication } from './application.queries.ts'
import { type StepAction, whyClosed, whyUnchangeable } from './application.workflow.ts'

/** The application as the officer read it, held for this transaction. @throws not-found, conflict (details.current) */
export async function getLocked(trx: Trx, id: number, version: number): Promise<Locked> {
  const application = await lockApplication(trx, id)
  if (!application) throw problem('not-found')
  if (application.version !== version) throw problem('conflict', '', { current: application.version })
  return application
}

/** @throws closed (details.why) when the step is not open to the actor now */
export function assertOpen(action: StepAction, application: Locked, actor: Actor): void {
  const standing = { status: application.status, appealedOn: application.appealed_on, control: application.control }
  const why = whyClosed(action, standing, actor.role)
  if (why) throw problem('closed', '', { why })
}

/** @throws closed (details.why) when requests and papers may not change now */
export function assertChangeable(application: Locked): void {
  const why = whyUnchangeable(application.status)
  if (why) throw problem('closed', '', { why })
}
