import type { Trx } from '../platform/database.ts'
import { hasRightCheckDigits } from '../platform/national-id.ts'
import type { Actor } from '../rights/door.ts'
import type { Changed, NameGuardian } from './change.contract.ts'
import { memberOf } from './correct-person.ts'
import { endGuardians, insertGuardian } from './guardian.queries.ts'
import { insertEvent, type Member } from './household.queries.ts'
import { isAdult } from './people.rules.ts'
import { type Fault, refuseFaults } from './refuse.ts'
import { type Held, holdFile, recordChange } from './with-file.ts'

/**
 * Names who acts for a minor or a ward, with the paper that proves it; whoever did before ends that day.
 * @throws not-found, conflict, closed, invalid-input
 */
export async function nameGuardian(
  trx: Trx,
  actor: Actor,
  at: { id: number; person: number },
  said: NameGuardian,
): Promise<Changed> {
  const held = await holdFile(trx, { id: at.id, version: said.version, action: 'guardian' })
  const person = memberOf(actor, held, at.person)
  const guardian = said.guardianPersonId == null ? undefined : held.people.find(one => one.id === said.guardianPersonId)
  refuseFaults(actor, faultsOf(said, { person, guardian, held }))
  const name = guardian ? `${guardian.givenName} ${guardian.familyName}` : (said.name ?? '')
  await endGuardians(trx, person.id, said.from)
  const guardianId = await insertGuardian(trx, actor, {
    personId: person.id,
    householdId: at.id,
    guardianPersonId: guardian?.id ?? null,
    name,
    nationalId: guardian?.nationalId ?? said.nationalId ?? null,
    kind: said.kind,
    paper: said.paper,
    from: said.from,
  })
  const detail = { name, kind: said.kind, paper: said.paper }
  await insertEvent(trx, actor, { householdId: at.id, kind: 'guardian', on: said.from, personId: person.id, detail })
  return recordChange(trx, actor, {
    id: at.id,
    action: 'person.guardian',
    made: guardianId,
    detail: { person: person.id },
  })
}

type Around = { person: Member; guardian: Member | undefined; held: Held }

function faultsOf(said: NameGuardian, { person, guardian, held }: Around): Fault[] {
  const faults: Fault[] = []
  if (said.guardianPersonId != null && !guardian) faults.push({ field: 'guardianPersonId', code: 'not_here' })
  if (guardian?.id === person.id) faults.push({ field: 'guardianPersonId', code: 'guardian_self' })
  if (guardian?.diedOn) faults.push({ field: 'guardianPersonId', code: 'has_died' })
  if (guardian && !isAdult(guardian, held.today)) faults.push({ field: 'guardianPersonId', code: 'guardian_minor' })
  if (said.guardianPersonId == null && !said.name) faults.push({ field: 'name', code: 'guardian_unnamed' })
  if (said.nationalId && !hasRightCheckDigits(said.nationalId))
    faults.push({ field: 'nationalId', code: 'national_id' })
  if (said.nationalId && said.nationalId === person.nationalId)
    faults.push({ field: 'nationalId', code: 'guardian_self' })
  if (said.bornOn && !isAdult({ bornOn: said.bornOn }, held.today))
    faults.push({ field: 'bornOn', code: 'guardian_minor' })
  if (person.diedOn) faults.push({ field: 'personId', code: 'has_died' })
  if (said.kind === 'parent' && isAdult(person, held.today)) faults.push({ field: 'kind', code: 'not_a_minor' })
  if (said.from > held.today) faults.push({ field: 'from', code: 'in_future' })
  return faults
}
