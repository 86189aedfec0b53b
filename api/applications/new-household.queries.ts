import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { turkishKey } from '../platform/turkish.ts'
import type { Actor } from '../rights/door.ts'
import type { NewAddress, NewPerson, Submission } from './submission.contract.ts'
import { phoneKey } from './submission.rules.ts'

export type KnownPerson = Readonly<{ national_id: string; household_id: number; file_no: string }>

/** Who of these numbers is in a file already. */
export async function findKnownPeople(trx: Trx, ids: readonly string[]): Promise<KnownPerson[]> {
  const { rows } = await sql<KnownPerson>`select * from komsu.known_people(${ids}::text[])`.execute(trx)
  return rows
}

export type Place = Readonly<{ districtId: number; neighbourhoodId: number; streetId: number | null }>

/** Where an address lies; undefined outside the province, or of a street or neighbourhood nobody knows. */
export async function findPlace(trx: Trx, address: NewAddress): Promise<Place | undefined> {
  const { rows } = await sql<Place>`
    with place as (
      select ${address.kind === 'door' ? address.streetId : null}::bigint as street_id,
        coalesce(${address.kind === 'described' ? address.neighbourhoodId : null}::bigint,
          (select neighbourhood_id from komsu.street where id = ${address.kind === 'door' ? address.streetId : null}::bigint),
          case when ${address.kind === 'pin'} then komsu.neighbourhood_at(${address.kind === 'pin' ? address.lon : null}, ${address.kind === 'pin' ? address.lat : null}) end)
          as neighbourhood_id
    )
    select n.district_id as "districtId", n.id as "neighbourhoodId", place.street_id as "streetId"
    from place join komsu.neighbourhood n on n.id = place.neighbourhood_id`.execute(trx)
  return rows[0]
}

/** The address known for a door, or a new one. A pin and a description stay the household's own. */
export async function findOrInsertAddress(trx: Trx, address: NewAddress, place: Place): Promise<number> {
  if (address.kind === 'door') {
    const { rows } = await sql<{
      id: number | null
    }>`select komsu.address_at(${address.streetId}, ${address.doorNo}) as id`.execute(trx)
    if (rows[0]?.id) return rows[0].id
  }
  const id = await nextId(trx, 'address')
  const point = {
    door: sql`komsu.street_middle(${place.streetId}::bigint)`,
    pin: sql`st_setsrid(st_makepoint(${address.kind === 'pin' ? address.lon : 0}, ${address.kind === 'pin' ? address.lat : 0}), 4326)`,
    described: sql`null`,
  }[address.kind]
  const quality = { door: 'street', pin: 'pin', described: 'described' }[address.kind]
  await sql`insert into komsu.address (id, district_id, neighbourhood_id, street_id, door_no, description, quality, geom)
    values (${id}, ${place.districtId}, ${place.neighbourhoodId}, ${place.streetId}, ${address.kind === 'door' ? address.doorNo : null},
      ${address.description || null}, ${quality}, ${point})`.execute(trx)
  return id
}

type NewFile = Readonly<{ addressId: number; place: Place; flatNo: string | null; formedOn: string }>

/** Adds the household; it is seen only once `openFile(…, 'new_file')` was said. @returns its key and file number */
export async function insertHousehold(trx: Trx, file: NewFile): Promise<{ id: number; fileNo: string }> {
  const id = await nextId(trx, 'household')
  const fileNo = `H${String(id).padStart(8, '0')}`
  await sql`insert into komsu.household (id, file_no, address_id, district_id, neighbourhood_id, street_id, flat_no, formed_on)
    values (${id}, ${fileNo}, ${file.addressId}, ${file.place.districtId}, ${file.place.neighbourhoodId}, ${file.place.streetId},
      ${file.flatNo}, ${file.formedOn})`.execute(trx)
  return { id, fileNo }
}

/** @returns their keys, in the order given */
export async function insertPeople(
  trx: Trx,
  actor: Actor,
  householdId: number,
  people: readonly NewPerson[],
): Promise<number[]> {
  const ids: number[] = []
  for (const person of people) {
    const id = await nextId(trx, 'person')
    await sql`insert into komsu.person (id, household_id, national_id, given_name, family_name, name_key, sex, born_on, household_role, added_by)
      values (${id}, ${householdId}, ${person.nationalId}, ${person.givenName}, ${person.familyName},
        ${turkishKey(`${person.givenName} ${person.familyName}`)}, ${person.sex}, ${person.bornOn}, ${person.role}, ${actor.officer.id})`.execute(
      trx,
    )
    ids.push(id)
  }
  return ids
}

export async function insertOpened(trx: Trx, actor: Actor, householdId: number, day: string): Promise<void> {
  await sql`insert into komsu.household_event (request_id, household_id, kind, happened_on, recorded_by)
    values (${actor.requestId}::uuid, ${householdId}, 'opened', ${day}, ${actor.officer.id})`.execute(trx)
}

type Income = Readonly<{ personId: number; source: Submission['incomes'][number]['source']; monthlyKurus: number }>

/** Declared incomes; of one person and source the latest says (sql/functions/household-month.sql), so nothing is ended. */
export async function insertIncomes(
  trx: Trx,
  actor: Actor,
  said: { householdId: number; from: string; incomes: readonly Income[] },
): Promise<void> {
  for (const income of said.incomes)
    await sql`insert into komsu.income (household_id, person_id, source, monthly_kurus, valid_from, provenance, recorded_by)
      values (${said.householdId}, ${income.personId}, ${income.source}, ${income.monthlyKurus}, ${said.from}, 'declared', ${actor.officer.id})`.execute(
      trx,
    )
}

/** Keeps a phone number of the household, unless it is there already. */
export async function keepPhone(
  trx: Trx,
  actor: Actor,
  said: { householdId: number; personId: number | null; phone: string; from: string },
): Promise<void> {
  const key = phoneKey(said.phone)
  await sql`insert into komsu.contact (household_id, person_id, kind, value, value_key, valid_from, provenance, recorded_by)
    select ${said.householdId}, ${said.personId}::bigint, 'phone', ${said.phone}, ${key}, ${said.from}::date, 'declared', ${actor.officer.id}
    where not exists (select from komsu.contact where household_id = ${said.householdId} and value_key = ${key} and valid_to is null)`.execute(
    trx,
  )
}

async function nextId(trx: Trx, table: 'address' | 'household' | 'person'): Promise<number> {
  const { rows } = await sql<{ id: number }>`select nextval(${`komsu.${table}_id_seq`}::regclass) as id`.execute(trx)
  return rows[0]?.id ?? 0
}
