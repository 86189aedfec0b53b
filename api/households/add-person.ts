import { insertPeople } from '../applications/new-household.queries.ts'
import { lookForDuplicates } from '../duplicates/look-for-duplicates.ts'
import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import type { Actor } from '../rights/door.ts'
import type { AddPerson, Changed } from './change.contract.ts'
import { findElsewhere, insertEvent } from './household.queries.ts'
import { isAdult, personFaults } from './people.rules.ts'
import { refuseFaults } from './refuse.ts'
import { type Held, holdFile, living, recordChange } from './with-file.ts'

/**
 * Writes down a person who lives in the household (a birth, a marriage, somebody forgotten). Who is in another file is
 * refused with the number of that file and what may be done: move them here, or join the two files.
 * @throws not-found, conflict, closed, invalid-input, known-person
 */
export async function addPerson(trx: Trx, actor: Actor, id: number, said: AddPerson): Promise<Changed> {
  const held = await holdFile(trx, { id, version: said.version, action: 'add_person' })
  const on = said.on ?? held.today
  refuseFaults(actor, faultsOf(said, held, on))
  await refuseKnown(trx, actor, id, said.person.nationalId)
  const [personId] = await insertPeople(trx, actor, id, [said.person])
  if (personId === undefined) throw new Error('one person was added')
  await insertEvent(trx, actor, {
    householdId: id,
    kind: 'person_added',
    on,
    personId,
    detail: { role: said.person.role },
  })
  await lookForDuplicates(trx, actor, id)
  const hints = isAdult(said.person, held.today) ? [] : ['needs_guardian']
  return recordChange(trx, actor, { id, action: 'person.add', made: personId, detail: { person: personId }, hints })
}

function faultsOf({ person, isAgeConfirmed }: AddPerson, held: Held, on: string) {
  const faults = personFaults(person, { today: held.today, isAgeConfirmed }).map(one => ({
    ...one,
    field: `person.${one.field}`,
  }))
  const hasHead = living(held.people).some(one => one.role === 'head')
  return [
    ...faults,
    ...(on > held.today ? [{ field: 'on', code: 'in_future' } as const] : []),
    ...(hasHead && person.role === 'head' ? [{ field: 'person.role', code: 'two_heads' } as const] : []),
    ...(!hasHead && person.role !== 'head' ? [{ field: 'person.role', code: 'no_head' } as const] : []),
  ]
}

/** @throws invalid-input (in this household already), known-person (in another one) */
export async function refuseKnown(trx: Trx, actor: Actor, id: number, nationalId: string): Promise<void> {
  const known = await findElsewhere(trx, nationalId)
  if (!known) return
  if (known.household_id === id) refuseFaults(actor, [{ field: 'person.nationalId', code: 'already_here' }])
  throw problem('known-person', '', {
    people: [
      {
        householdId: known.household_id,
        fileNo: known.file_no,
        personId: known.person_id,
        name: `${known.given_name} ${known.family_name}`,
        members: known.members,
        access: known.is_relative ? 'relative' : known.is_seen ? 'read' : 'open',
      },
    ],
    // One of several moves here alone; the last one of a file brings the file along.
    offers: known.is_relative ? [] : known.members > 1 ? ['transfer', 'join'] : ['join'],
  })
}
