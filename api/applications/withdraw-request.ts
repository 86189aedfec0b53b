import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { ApplicationView, WithdrawRequest } from './application.contract.ts'
import { countRequests, setRequestWithdrawn, touch } from './change.queries.ts'
import { assertChangeable, getLocked } from './get-locked.ts'
import { viewApplication } from './show-application.ts'

type Which = Readonly<{ id: number; requestId: number }>

/**
 * Withdraws one request. An application without any is no application: the last one is withdrawn with the application.
 * @throws not-found, conflict, closed (also why: last_request)
 */
export async function withdrawRequest(
  trx: Trx,
  actor: Actor,
  { id, requestId }: Which,
  said: WithdrawRequest,
): Promise<ApplicationView> {
  assertChangeable(await getLocked(trx, id, said.version))
  const isThere = await setRequestWithdrawn(trx, actor, { applicationId: id, requestId, reason: said.reason })
  if (!isThere) throw problem('not-found')
  if ((await countRequests(trx, id)) === 0) throw problem('closed', '', { why: 'last_request' })
  await touch(trx, id)
  await auditDeed(trx, actor, {
    action: 'request.withdraw',
    subject: { type: 'application', id },
    detail: { request: requestId },
  })
  return viewApplication(trx, actor, id)
}
