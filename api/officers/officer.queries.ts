import type { Trx } from '../platform/database.ts'
import type { Role } from '../platform/role.ts'

export type NewOfficer = Readonly<{
  username: string
  displayName: string
  passwordHash: string
  role: Role
  /** Districts they work in, or all. */
  districts: readonly number[] | 'all'
  isDemo: boolean
}>

/** Makes an officer with one role. @returns their id, or undefined when the name is taken */
export async function insertOfficer(trx: Trx, officer: NewOfficer): Promise<number | undefined> {
  const made = await trx
    .insertInto('officer')
    .values({
      username: officer.username,
      display_name: officer.displayName,
      password_hash: officer.passwordHash,
      is_demo: officer.isDemo,
    })
    .onConflict(taken => taken.column('username').doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return undefined
  await giveRole(trx, made.id, officer)
  return made.id
}

async function giveRole(trx: Trx, officer_id: number, { role, districts }: NewOfficer): Promise<void> {
  await trx
    .insertInto('officer_role')
    .values({ officer_id, role, all_districts: districts === 'all' })
    .execute()
  if (districts === 'all' || districts.length === 0) return
  await trx
    .insertInto('officer_district')
    .values(districts.map(district_id => ({ officer_id, district_id })))
    .execute()
}

/** Usernames of the demo accounts there are. */
export async function listDemoUsernames(trx: Trx): Promise<string[]> {
  const rows = await trx.selectFrom('officer').select('username').where('is_demo', '=', true).orderBy('id').execute()
  return rows.map(row => row.username)
}

/** Ids of the most populous districts in force, or the first by id where no population is known. */
export async function listLargestDistricts(trx: Trx, count: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('district')
    .select('district.id')
    .where('district.valid_to', 'is', null)
    .orderBy(
      eb =>
        eb
          .selectFrom('area_population')
          .select(e => e.fn.max('population').as('people'))
          .where('level', '=', 'district')
          .whereRef('area_id', '=', 'district.id'),
      order => order.desc().nullsLast(),
    )
    .orderBy('district.id')
    .limit(count)
    .execute()
  return rows.map(row => row.id)
}

/** Ids of districts by name in force. */
export async function findDistricts(trx: Trx, names: readonly string[]): Promise<{ id: number; name: string }[]> {
  if (names.length === 0) return []
  return trx
    .selectFrom('district')
    .select(['id', 'name'])
    .where('valid_to', 'is', null)
    .where('name', 'in', [...names])
    .execute()
}
