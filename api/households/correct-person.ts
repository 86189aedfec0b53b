import { lookForDuplicates } from '../duplicates/look-for-duplicates.ts'
import type { Trx } from '../platform/database.ts'
import { turkishKey } from '../platform/turkish.ts'
import type { Actor } from '../rights/door.ts'
import { refuseKnown } from './add-person.ts'
import type { Changed, CorrectPerson } from './change.contract.ts'
import { insertEvent, type Member, type PersonChange, updatePerson, updateRole } from './household.queries.ts'
import { personFaults, rolesUnder, whyNoHead } from './people.rules.ts'
import { type Fault, refuseFaults } from './refuse.ts'
import { type Held, holdFile, living, recordChange } from './with-file.ts'

type Changes = CorrectPerson['changes']

/**
 * Corrects what was written down wrongly of a person; the old values stay in the timeline. Naming another head changes the
 * relations of the others with it.
 * @throws not-found, conflict, closed, invalid-input, known-person
 */
export async function correctPerson(
  trx: Trx,
  actor: Actor,
  at: { id: number; person: number },
  said: CorrectPerson,
): Promise<Changed> {
  const held = await holdFile(trx, { id: at.id, version: said.version, action: 'correct_person' })
  const person = memberOf(actor, held, at.person)
  const changes = realChanges(person, said.changes)
  refuseFaults(actor, faultsOf(person, { ...said, changes }, held))
  if (changes.nationalId !== undefined) await refuseKnown(trx, actor, at.id, changes.nationalId)
  const { role, ...own } = changes
  if (Object.keys(own).length > 0) await updatePerson(trx, person.id, columnsOf(person, own))
  if (role !== undefined) await giveRole(trx, person, role, held)
  const was = Object.fromEntries(Object.keys(changes).map(field => [field, person[field as keyof Member]]))
  await insertEvent(trx, actor, {
    householdId: at.id,
    kind: 'person_corrected',
    on: held.today,
    personId: person.id,
    detail: { was, now: changes, reason: said.reason },
  })
  if (changes.givenName ?? changes.familyName ?? changes.bornOn) await lookForDuplicates(trx, actor, at.id)
  return recordChange(trx, actor, {
    id: at.id,
    action: 'person.correct',
    detail: { person: person.id, fields: Object.keys(changes) },
  })
}

/** @throws invalid-input when the person is not of the file */
export function memberOf(actor: Actor, { people }: Held, id: number): Member {
  const person = people.find(one => one.id === id)
  if (!person) {
    refuseFaults(actor, [{ field: 'personId', code: 'not_here' }])
    throw new Error('refused above')
  }
  return person
}

function realChanges(person: Member, changes: Changes): Changes {
  return Object.fromEntries(
    Object.entries(changes).filter(([field, value]) => value !== undefined && person[field as keyof Member] !== value),
  )
}

function faultsOf(person: Member, { changes, isAgeConfirmed }: CorrectPerson, held: Held): Fault[] {
  const named = (({ nationalId, givenName, familyName, bornOn }) =>
    Object.fromEntries(
      Object.entries({ nationalId, givenName, familyName, bornOn }).filter(([, value]) => value !== undefined),
    ))(changes)
  const faults: Fault[] = personFaults(named, { today: held.today, isAgeConfirmed }).map(one => ({
    ...one,
    field: `changes.${one.field}`,
  }))
  if (Object.keys(changes).length === 0) faults.push({ field: 'changes', code: 'nothing_changed' })
  const [bornOn, diedOn] = [
    changes.bornOn ?? person.bornOn,
    changes.diedOn === undefined ? person.diedOn : changes.diedOn,
  ]
  if (diedOn !== null && diedOn < bornOn) faults.push({ field: 'changes.diedOn', code: 'died_before_birth' })
  if (diedOn !== null && diedOn > held.today) faults.push({ field: 'changes.diedOn', code: 'in_future' })
  if (changes.role !== undefined) faults.push(...roleFaults(person, changes.role, held))
  // A death entered here would leave the household without a head; it has its own deed.
  if (changes.diedOn && person.diedOn === null) faults.push({ field: 'changes.diedOn', code: 'fact_unknown' })
  const revives = changes.diedOn === null && person.diedOn !== null
  if (revives && person.role === 'head' && living(held.people).some(one => one.role === 'head' && one.id !== person.id))
    faults.push({ field: 'changes.role', code: 'two_heads' })
  return faults
}

function roleFaults(person: Member, role: string, held: Held): Fault[] {
  if (role !== 'head')
    return person.role === 'head' && person.diedOn === null ? [{ field: 'changes.role', code: 'no_head' }] : []
  const why = whyNoHead(person.id, held.people, held.today)
  return why ? [{ field: 'changes.role', code: why }] : []
}

function columnsOf(person: Member, changes: Omit<Changes, 'role'>): PersonChange {
  const { givenName, familyName, nationalId, sex, bornOn, diedOn } = changes
  const isRenamed = givenName !== undefined || familyName !== undefined
  const name = `${givenName ?? person.givenName} ${familyName ?? person.familyName}`
  return {
    ...(nationalId === undefined ? {} : { national_id: nationalId }),
    ...(givenName === undefined ? {} : { given_name: givenName }),
    ...(familyName === undefined ? {} : { family_name: familyName }),
    ...(isRenamed ? { name_key: turkishKey(name) } : {}),
    ...(sex === undefined ? {} : { sex }),
    ...(bornOn === undefined ? {} : { born_on: bornOn }),
    ...(diedOn === undefined ? {} : { died_on: diedOn }),
  }
}

async function giveRole(trx: Trx, person: Member, role: Member['role'], { people }: Held): Promise<void> {
  if (role !== 'head') return updateRole(trx, person.id, role)
  const all = living(people)
  for (const [id, now] of rolesUnder(person.id, all)) await updateRole(trx, id, now)
}
