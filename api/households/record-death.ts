import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type { Changed, RecordDeath } from './change.contract.ts'
import { memberOf } from './correct-person.ts'
import { insertEvent, updateDissolved, updatePerson } from './household.queries.ts'
import { lockOpenApplications } from './household-application.queries.ts'
import { isAdult } from './people.rules.ts'
import { type Fault, refuseFaults } from './refuse.ts'
import { succeedHead } from './succeed-head.ts'
import { holdFile, living, recordChange } from './with-file.ts'

/**
 * Records a death. Where the head died and others live on, the new head is named in the same deed; an open application
 * stays. A household in which nobody lives and nothing is open ends that day.
 * @throws not-found, conflict, closed, invalid-input (with details.candidates for the new head)
 */
export async function recordDeath(
  trx: Trx,
  actor: Actor,
  at: { id: number; person: number },
  said: RecordDeath,
): Promise<Changed> {
  const held = await holdFile(trx, { id: at.id, version: said.version, action: 'death' })
  const person = memberOf(actor, held, at.person)
  const faults: Fault[] = []
  if (person.diedOn !== null) faults.push({ field: 'personId', code: 'died_already' })
  if (said.diedOn > held.today) faults.push({ field: 'diedOn', code: 'in_future' })
  if (said.diedOn < person.bornOn) faults.push({ field: 'diedOn', code: 'died_before_birth' })
  refuseFaults(actor, faults)
  await succeedHead(trx, actor, held, { going: [person], successorId: said.successorId })
  await updatePerson(trx, person.id, { died_on: said.diedOn })
  const detail = { paper: said.paper ?? null, successor: person.role === 'head' ? (said.successorId ?? null) : null }
  await insertEvent(trx, actor, { householdId: at.id, kind: 'death', on: said.diedOn, personId: person.id, detail })
  const left = living(held.people).filter(one => one.id !== person.id)
  const [open] = await lockOpenApplications(trx, [at.id])
  if (left.length === 0 && !open) await updateDissolved(trx, at.id, said.diedOn)
  return recordChange(trx, actor, {
    id: at.id,
    action: 'person.death',
    detail: { person: person.id },
    hints: [
      ...(open ? ['application_stays'] : []),
      ...(open?.applicant_person_id === person.id ? ['applicant_died'] : []),
      ...(left.length > 0 && !left.some(one => isAdult(one, held.today)) ? ['needs_guardian'] : []),
    ],
  })
}
