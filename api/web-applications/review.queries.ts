import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'

/** A web application under the actor's review became an application. @returns false when it was not theirs to finish */
export async function finishWebApplication(
  trx: Trx,
  actor: Actor,
  id: number,
  applicationId: number,
): Promise<boolean> {
  const answer =
    await sql`update komsu.web_application set state = 'taken', application_id = ${applicationId}, reviewed_by = ${actor.officer.id}, reviewed_at = now()
    where id = ${id} and state = 'in_review' and reviewed_by = ${actor.officer.id}`.execute(trx)
  return answer.numAffectedRows === 1n
}
