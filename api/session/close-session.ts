import { appendAudit } from '../platform/audit.ts'
import type { Trx } from '../platform/database.ts'
import { hashToken } from './secrets.ts'
import { deleteSession } from './session.queries.ts'

/** Ends the session of a token; nothing happens when there is none. */
export async function closeSession(trx: Trx, token: string): Promise<void> {
  const officerId = await deleteSession(trx, hashToken(token))
  if (officerId === undefined) return
  await appendAudit(trx, {
    officerId,
    actingRole: 'system',
    action: 'session.close',
    subject: { type: 'officer', id: officerId },
  })
}
