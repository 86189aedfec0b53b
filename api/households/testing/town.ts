/** A town with files to search and change: the counter of api/applications with the slices of households behind the door. */

import {
  type Asked,
  type Counter,
  counterOn,
  makeOfficer,
  nextNationalId,
  plantTown,
} from '../../applications/testing/counter.ts'
import type { Database } from '../../platform/database.ts'
import type { Officer } from '../../platform/officer.ts'
import { turkishKey } from '../../platform/turkish.ts'
import { proposalRoutes } from '../../proposals/proposals.routes.ts'
import { householdRoutes } from '../household.routes.ts'
import { personRoutes } from '../person.routes.ts'

export { makeOfficer, nextNationalId } from '../../applications/testing/counter.ts'

export type Town = Readonly<{
  ask: Counter['ask']
  close: () => Promise<unknown>
  intake: Officer
  /** Of district 1 (Konak) alone. */
  konakIntake: Officer
}>

export async function plant(db: Database): Promise<Town> {
  await plantTown(db)
  const { ask, app } = await counterOn(db, [householdRoutes, personRoutes, proposalRoutes])
  return {
    ask,
    close: () => app.close(),
    intake: await makeOfficer(db, 'intake'),
    konakIntake: await makeOfficer(db, 'intake', [1]),
  }
}

export type Someone = Readonly<{ given: string; family: string; born: string; role?: string; sex?: string }>
export type Home = Readonly<{
  id: number
  fileNo: string
  people: { id: number; nationalId: string }[]
  applicationId: number | null
}>

type Wanted = Readonly<{
  district?: number
  status?: string | null
  door?: string
  assigned?: number
  phone?: string
  reference?: string
}>

/** A household of these people; with an application in `status` (null: none). */
export async function settle(db: Database, people: readonly Someone[], wanted: Wanted = {}): Promise<Home> {
  const { district = 1, status = 'awaiting_inquiry', door = '7', assigned = null, phone, reference = null } = wanted
  const fileNo = `T${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`
  const street = district === 1 ? 11 : null
  const made = await db.pool.query(
    `with place as (insert into komsu.address (district_id, neighbourhood_id, street_id, door_no, quality) values ($1::bigint, $1, $3::bigint, $4, 'door') returning id)
     insert into komsu.household (file_no, address_id, district_id, neighbourhood_id, street_id, formed_on)
     select $2, id, $1, $1, $3, '2024-01-01' from place returning id`,
    [district, fileNo, street, door],
  )
  const id = made.rows[0].id as number
  const kept: Home['people'] = []
  for (const one of people) kept.push(await live(db, id, one))
  if (phone)
    await db.pool.query(
      `insert into komsu.contact (household_id, kind, value, value_key, valid_from, provenance) values ($1, 'phone', $2, $2, '2024-01-01', 'declared')`,
      [id, phone],
    )
  const application =
    status === null ? null : await apply(db, { id, district, status, assigned, reference, person: kept[0]?.id })
  return { id, fileNo, people: kept, applicationId: application }
}

async function live(db: Database, household: number, one: Someone): Promise<{ id: number; nationalId: string }> {
  const nationalId = nextNationalId()
  const { rows } = await db.pool.query(
    `insert into komsu.person (household_id, national_id, given_name, family_name, name_key, sex, born_on, household_role)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      household,
      nationalId,
      one.given,
      one.family,
      turkishKey(`${one.given} ${one.family}`),
      one.sex ?? 'female',
      one.born,
      one.role ?? 'head',
    ],
  )
  return { id: rows[0].id as number, nationalId }
}

type Applying = Readonly<{
  id: number
  district: number
  status: string
  assigned: number | null
  reference: string | null
  person: number | undefined
}>

async function apply(db: Database, one: Applying): Promise<number> {
  const { rows } = await db.pool.query(
    `insert into komsu.application (household_id, district_id, applicant_person_id, channel, reference_no, status, received_on, assigned_officer_id)
     values ($1, $2, $3, 'him', $4, $5, '2026-01-05', $6) returning id`,
    [one.id, one.district, one.person ?? null, one.reference, one.status, one.assigned],
  )
  const id = rows[0].id as number
  await db.pool.query(
    `insert into komsu.request (application_id, aid_type_code, added_on) values ($1, 'food_parcel', '2026-01-05')`,
    [id],
  )
  return id
}

export const MOTHER: Someone = { given: 'Ayşe', family: 'Yılmaz', born: '1980-05-01' }
export const FATHER: Someone = { given: 'Ali', family: 'Yılmaz', born: '1978-03-02', role: 'spouse', sex: 'male' }
export const CHILD: Someone = { given: 'Elif', family: 'Yılmaz', born: '2018-09-09', role: 'child' }

/** Fields and codes of an invalid-input answer. */
export function codesOf(answer: Asked): string[] {
  const { fields } = answer.body.details as unknown as { fields: { field: string; code: string }[] }
  return fields.map(one => `${one.field} ${one.code}`)
}
