import { sql } from 'kysely'
import type { HouseholdRole } from '../applications/application-codes.rules.ts'
import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type { LockedFile, Member } from './household.queries.ts'

type Stay = Readonly<{
  from: LockedFile
  person: Pick<Member, 'id' | 'role'>
  to: number
  on: string
  role: HouseholdRole
  reason: 'joined' | 'split' | 'moved' | 'left' | 'duplicate'
}>

/** Takes a person from one household to another, remembering how long and as what they were in the first. */
export async function carryPerson(trx: Trx, actor: Actor, { from, person, to, on, role, reason }: Stay): Promise<void> {
  await sql`insert into komsu.household_membership (person_id, household_id, household_role, from_day, to_day, reason, recorded_by)
    select ${person.id}, ${from.id}, ${person.role}, least(coalesce(
        (select max(happened_on) from komsu.household_event e where e.household_id = ${from.id} and e.person_id = ${person.id} and e.kind = 'person_added'),
        ${from.formed_on}::date), ${on}::date), ${on}, ${reason}, ${actor.officer.id}`.execute(trx)
  await sql`update komsu.person set household_id = ${to}, household_role = ${role} where id = ${person.id}`.execute(trx)
}

const PERSONAL = ['income', 'health_fact', 'schooling_fact', 'employment_fact', 'status_fact', 'contact'] as const
const SHARED = ['income', 'asset_fact', 'expense_fact', 'status_fact', 'contact'] as const

/** Facts about people go where they go, as they were written: provenance, author and days stay. */
export async function carryFactsOfPeople(trx: Trx, from: number, to: number, people: readonly number[]): Promise<void> {
  for (const table of [...PERSONAL, 'guardian'] as const)
    await sql`update ${sql.table(`komsu.${table}`)} set household_id = ${to}
      where household_id = ${from} and person_id = any (${people}::bigint[])`.execute(trx)
}

/** Facts about a household as a whole that still hold, for one that becomes part of another; how it was housed stays behind. */
export async function carryFactsOfHousehold(trx: Trx, from: number, to: number): Promise<void> {
  for (const table of SHARED) {
    const whole = table === 'asset_fact' || table === 'expense_fact' ? sql`true` : sql`person_id is null`
    await sql`update ${sql.table(`komsu.${table}`)} set household_id = ${to}
      where household_id = ${from} and ${whole} and valid_to is null`.execute(trx)
  }
}

/** Facts under a record laid aside go to the record kept of the same human being. */
export async function carryFactsToRecord(
  trx: Trx,
  dropId: number,
  keep: { id: number; householdId: number },
): Promise<void> {
  for (const table of PERSONAL)
    await sql`update ${sql.table(`komsu.${table}`)} set household_id = ${keep.householdId}, person_id = ${keep.id}
      where person_id = ${dropId}`.execute(trx)
}
