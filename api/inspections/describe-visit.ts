import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type { DescribeVisit, Moved } from './inspection.contract.ts'
import { saveVisit } from './inspection-writes.queries.ts'
import { lockFor } from './open-form.ts'
import { futureVisit, today } from './start-inspection.ts'

/** Writes down when and how the visit was made and where the device was. @throws not-found, closed, conflict, invalid-input */
export async function describeVisit(trx: Trx, actor: Actor, id: number, visit: DescribeVisit): Promise<Moved> {
  const row = await lockFor(trx, actor, { id, action: 'answer', version: visit.version })
  if (visit.visitedOn > today()) throw futureVisit(actor.language)
  return { id, version: await saveVisit(trx, id, visit), control: row.control }
}
