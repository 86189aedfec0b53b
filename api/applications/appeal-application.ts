import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { Appeal, ApplicationView } from './application.contract.ts'
import { constraintOf, todayOf } from './application.queries.ts'
import { defaultReplyBy } from './application-codes.rules.ts'
import { setAppealed } from './change.queries.ts'
import { assertOpen, getLocked } from './get-locked.ts'
import { viewApplication } from './show-application.ts'

/**
 * The applicant objects to an answer, once and with a reason: the application waits anew.
 * @throws not-found, conflict, closed (also why: other_open, when the household applied again meanwhile)
 */
export async function appealApplication(trx: Trx, actor: Actor, id: number, said: Appeal): Promise<ApplicationView> {
  const application = await getLocked(trx, id, said.version)
  assertOpen('appeal', application, actor)
  const replyBy = defaultReplyBy(application.channel, await todayOf(trx))
  await setAppealed(trx, id, { reason: said.reason, replyBy }).catch(error => {
    if (constraintOf(error) === 'application_one_open_idx') throw problem('closed', '', { why: 'other_open' })
    throw error
  })
  await auditDeed(trx, actor, {
    action: 'application.appeal',
    subject: { type: 'application', id },
    detail: { from: application.status, to: 'awaiting_inquiry' },
  })
  return viewApplication(trx, actor, id)
}
