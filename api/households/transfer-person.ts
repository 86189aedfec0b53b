import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import type { Actor } from '../rights/door.ts'
import { carryPeople } from './carry-people.ts'
import type { Changed, TransferPerson } from './change.contract.ts'
import { memberOf } from './correct-person.ts'
import { touchFile, updateDissolved } from './household.queries.ts'
import { lockOpenApplications } from './household-application.queries.ts'
import { type Fault, refuseFaults } from './refuse.ts'
import { succeedHead } from './succeed-head.ts'
import { type Held, holdTwo, living, recordChange } from './with-file.ts'

/**
 * Somebody of another household comes to live in this one. The last living person of a file brings the file along (join)
 * while it has an open application; without one the file ends.
 * @throws not-found, conflict, closed (last_person), invalid-input
 */
export async function transferPerson(trx: Trx, actor: Actor, id: number, said: TransferPerson): Promise<Changed> {
  if (said.fromHouseholdId === id) refuseFaults(actor, [{ field: 'fromHouseholdId', code: 'same_household' }])
  const [here, there] = await holdTwo(
    trx,
    { id, version: said.version, action: 'add_person' },
    { id: said.fromHouseholdId, version: null, action: 'add_person' },
  )
  return receive(trx, actor, { here, there, said })
}

/** The same for files held already. */
export async function receive(
  trx: Trx,
  actor: Actor,
  { here, there, said }: { here: Held; there: Held; said: Omit<TransferPerson, 'version' | 'fromHouseholdId'> },
): Promise<Changed> {
  const person = memberOf(actor, there, said.personId)
  refuseFaults(actor, faultsOf(said, here))
  const left = living(there.people).filter(one => one.id !== person.id)
  const [open] = await lockOpenApplications(trx, [there.file.id])
  if (left.length === 0 && open)
    throw problem('closed', '', { why: 'last_person', householdId: there.file.id, offers: ['join'] })
  await succeedHead(trx, actor, there, { going: [person], successorId: said.successorId })
  await carryPeople(trx, actor, {
    from: there.file,
    to: { id: here.file.id, fileNo: here.file.file_no },
    people: [person],
    roles: new Map([[person.id, said.role]]),
    on: said.on,
    why: 'moved',
    reason: said.reason ?? null,
  })
  if (here.file.dissolved_on !== null) await updateDissolved(trx, here.file.id, null)
  if (left.length === 0) await updateDissolved(trx, there.file.id, said.on)
  else await touchFile(trx, there.file.id)
  return recordChange(trx, actor, {
    id: here.file.id,
    action: 'person.add',
    made: person.id,
    other: there.file.id,
    detail: { person: person.id },
    hints: open?.applicant_person_id === person.id ? ['applicant_left'] : [],
  })
}

function faultsOf(said: { role: string; on: string }, here: Held): Fault[] {
  const hasHead = living(here.people).some(one => one.role === 'head')
  return [
    ...(said.on > here.today ? [{ field: 'on', code: 'in_future' } as const] : []),
    ...(hasHead && said.role === 'head' ? [{ field: 'role', code: 'two_heads' } as const] : []),
    ...(!hasHead && said.role !== 'head' ? [{ field: 'role', code: 'no_head' } as const] : []),
  ]
}
