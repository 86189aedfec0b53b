import type { HouseholdRole } from '../applications/application-codes.rules.ts'
import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import { carryFactsOfPeople, carryPerson } from './carry.queries.ts'
import { insertEvent, type LockedFile, type Member } from './household.queries.ts'

type Carrying = Readonly<{
  from: LockedFile
  to: { id: number; fileNo: string }
  people: readonly Member[]
  /** Their roles in the household they come to. */
  roles: ReadonlyMap<number, HouseholdRole>
  on: string
  why: 'joined' | 'split' | 'moved' | 'left' | 'duplicate'
  reason: string | null
}>

/** People go from one household to another with the facts about them; both timelines say so. */
export async function carryPeople(trx: Trx, actor: Actor, carrying: Carrying): Promise<void> {
  const { from, to, people, roles, on, why, reason } = carrying
  for (const person of people) {
    const role = roles.get(person.id) ?? 'relative'
    await carryPerson(trx, actor, { from, person, to: to.id, on, role, reason: why })
    const of = { personId: person.id, on }
    await insertEvent(trx, actor, {
      ...of,
      householdId: from.id,
      kind: 'person_left',
      detail: { to: to.id, toFileNo: to.fileNo, why, reason, role: person.role },
    })
    await insertEvent(trx, actor, {
      ...of,
      householdId: to.id,
      kind: 'person_added',
      detail: { from: from.id, fromFileNo: from.file_no, why, reason, role },
    })
  }
  await carryFactsOfPeople(
    trx,
    from.id,
    to.id,
    people.map(one => one.id),
  )
}
