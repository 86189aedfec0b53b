import { sql } from 'kysely'
import type { HouseholdRole } from '../applications/application-codes.rules.ts'
import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'

export type LockedFile = Readonly<{
  id: number
  file_no: string
  version: number
  address_id: number
  district_id: number
  neighbourhood_id: number
  street_id: number | null
  flat_no: string | null
  formed_on: string
  dissolved_on: string | null
  joined_into_id: number | null
}>

const FILE = sql`id, file_no, version, address_id, district_id, neighbourhood_id, street_id, flat_no, formed_on, dissolved_on, joined_into_id`

/** The file as it is now, held until the transaction ends; undefined where the actor may not see it. */
export async function lockFile(trx: Trx, id: number): Promise<LockedFile | undefined> {
  const { rows } =
    await sql<LockedFile>`select ${FILE} from komsu.household where id = ${id} for no key update`.execute(trx)
  return rows[0]
}

/** Counts a change of the file. @returns its new version */
export async function touchFile(trx: Trx, id: number): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    update komsu.household set flat_no = flat_no where id = ${id} returning version`.execute(trx)
  return rows[0]?.version ?? 0
}

export async function today(trx: Trx): Promise<string> {
  const { rows } = await sql<{ day: string }>`select (now() at time zone 'Europe/Istanbul')::date as day`.execute(trx)
  return rows[0]?.day ?? ''
}

export type Member = Readonly<{
  id: number
  nationalId: string
  givenName: string
  familyName: string
  sex: 'female' | 'male'
  bornOn: string
  diedOn: string | null
  role: HouseholdRole
  version: number
}>

export async function listPeople(trx: Trx, householdId: number): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select id, national_id as "nationalId", given_name as "givenName", family_name as "familyName", sex, born_on as "bornOn",
      died_on as "diedOn", household_role as role, version
    from komsu.person where household_id = ${householdId} order by id for no key update`.execute(trx)
  return rows
}

/** Gives the actor a ground to see a file. @throws the database's refusals (P0002, 42501 with hint own-relative) */
export async function openFileOn(
  trx: Trx,
  asked: { id: number; ground: string; reason: string | null },
): Promise<Date> {
  const { rows } = await sql<{ until: Date }>`
    select komsu.open_file(${asked.id}, ${asked.ground}, ${asked.reason}) as until`.execute(trx)
  return rows[0]?.until ?? new Date()
}

export type Elsewhere = Readonly<{
  household_id: number
  file_no: string
  person_id: number
  given_name: string
  family_name: string
  members: number
  is_relative: boolean
  is_seen: boolean
}>

/** The file a person with this number is in already. */
export async function findElsewhere(trx: Trx, nationalId: string): Promise<Elsewhere | undefined> {
  const { rows } = await sql<Elsewhere>`
    select f.household_id, f.file_no, f.person_id, f.given_name, f.family_name, f.members, f.is_relative,
      exists (select from komsu.household h where h.id = f.household_id) as is_seen
    from komsu.person_elsewhere(${nationalId}) f`.execute(trx)
  return rows[0]
}

type Event = Readonly<{
  householdId: number
  kind:
    | 'person_added'
    | 'person_left'
    | 'person_corrected'
    | 'death'
    | 'guardian'
    | 'moved'
    | 'joined'
    | 'split'
    | 'note'
    | 'opened'
  on: string
  personId?: number | null
  detail?: Record<string, unknown>
}>

export async function insertEvent(trx: Trx, actor: Actor, event: Event): Promise<void> {
  await sql`insert into komsu.household_event (request_id, household_id, kind, person_id, happened_on, detail, recorded_by)
    values (${actor.requestId}::uuid, ${event.householdId}, ${event.kind}, ${event.personId ?? null}, ${event.on},
      ${JSON.stringify(event.detail ?? {})}::jsonb, ${actor.officer.id})`.execute(trx)
}

export type PersonChange = Readonly<{
  national_id?: string
  given_name?: string
  family_name?: string
  name_key?: string
  sex?: 'female' | 'male'
  born_on?: string
  died_on?: string | null
  household_role?: HouseholdRole
}>

export async function updatePerson(trx: Trx, id: number, change: PersonChange): Promise<void> {
  await trx
    .updateTable('person')
    .set(change as never)
    .where('id', '=', id)
    .execute()
}

export async function updateRole(trx: Trx, id: number, role: HouseholdRole): Promise<void> {
  await sql`update komsu.person set household_role = ${role} where id = ${id} and household_role <> ${role}`.execute(
    trx,
  )
}

export async function updateAddress(
  trx: Trx,
  id: number,
  to: {
    addressId: number
    districtId: number
    neighbourhoodId: number
    streetId: number | null
    flatNo: string | null
  },
): Promise<void> {
  await sql`update komsu.household set address_id = ${to.addressId}, district_id = ${to.districtId}, neighbourhood_id = ${to.neighbourhoodId},
    street_id = ${to.streetId}, flat_no = ${to.flatNo} where id = ${id}`.execute(trx)
}

/** The day a household ended, or null: people live in it again. */
export async function updateDissolved(trx: Trx, id: number, on: string | null): Promise<void> {
  await sql`update komsu.household set dissolved_on = ${on}::date where id = ${id}`.execute(trx)
}

/** A file ends and points to the one it was joined into. */
export async function updateJoined(trx: Trx, id: number, { into, on }: { into: number; on: string }): Promise<void> {
  await sql`update komsu.household set dissolved_on = ${on}, joined_into_id = ${into} where id = ${id}`.execute(trx)
}

/** Files joined into a file that is joined now point to the last one. */
export async function redirectJoined(trx: Trx, from: number, to: number): Promise<void> {
  await sql`update komsu.household set joined_into_id = ${to} where joined_into_id = ${from}`.execute(trx)
}

export async function isInScope(trx: Trx, districtId: number): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select ${districtId} = any (komsu.scope_districts()) as is`.execute(trx)
  return rows[0]?.is ?? false
}
