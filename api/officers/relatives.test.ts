import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Trx } from '../platform/database.ts'
import { become } from '../platform/officer.ts'
import type { Role } from '../platform/role.ts'
import { asOwnerAgain, asPerson, onEachDatabase, rolledBack } from '../platform/testing/databases.ts'
import type { Actor } from '../rights/door.ts'
import { addRelative, removeRelative, setInterest, showOfficers } from './declare-interests.ts'

const RELATIVE = '80000000178'

onEachDatabase('what bears on giving files to an officer', db => {
  test('whose relative is declared neither sees nor moves the file, and does again when it is taken back', () =>
    rolledBack(db(), async trx => {
      await familyOf(trx)
      const inspector = await asPerson(trx, 'inspector', [1])
      await asOwnerAgain(trx)
      await sql`update komsu.application set assigned_officer_id = ${inspector}`.execute(trx)
      expect(await seen(trx, 'inspector', inspector)).toBe(1)
      const admin = await actor(trx, 'admin')
      const told = await addRelative(trx, admin, inspector, { nationalId: RELATIVE, relation: 'sibling' })
      expect(told.relatives).toEqual([{ number: '•••••••••78', relation: 'sibling', isKnown: true }])
      expect(await seen(trx, 'inspector', inspector)).toBe(0)
      await become(trx, 'inspector', inspector)
      const { numAffectedRows } = await sql`update komsu.application set status = 'in_inspection'`.execute(trx)
      expect(Number(numAffectedRows)).toBe(0)
      await become(trx, 'admin', admin.officer.id)
      await removeRelative(trx, { ...admin, requestId: crypto.randomUUID() }, inspector, RELATIVE)
      expect(await seen(trx, 'inspector', inspector)).toBe(1)
    }))

  test('a relative who is not in the registry yet counts from the day they come in', () =>
    rolledBack(db(), async trx => {
      const inspector = await asPerson(trx, 'inspector', 'all')
      const admin = await actor(trx, 'admin')
      const told = await addRelative(trx, admin, inspector, { nationalId: RELATIVE, relation: 'child' })
      expect(told.relatives[0]?.isKnown).toBe(false)
      await asOwnerAgain(trx)
      await familyOf(trx)
      await sql`update komsu.application set assigned_officer_id = ${inspector}`.execute(trx)
      expect(await seen(trx, 'inspector', inspector)).toBe(0)
    }))

  test('home and load are kept; a neighbourhood that does not exist and an officer that does not are refused', () =>
    rolledBack(db(), async trx => {
      await familyOf(trx)
      const inspector = await asPerson(trx, 'inspector', [1])
      const admin = await actor(trx, 'admin')
      const wanted = { homeNeighbourhoodId: 1, sex: 'female', weeklyMinimum: 3, weeklyMaximum: 12 } as const
      const kept = await setInterest(trx, admin, inspector, wanted)
      expect(kept.interest).toEqual({ ...wanted, homeNeighbourhood: 'Bir, Bir' })
      const again = { ...admin, requestId: crypto.randomUUID() }
      await expect(setInterest(trx, again, inspector, { ...wanted, homeNeighbourhoodId: 77 })).rejects.toMatchObject({
        type: 'invalid-input',
      })
      await expect(setInterest(trx, again, 987654, wanted)).rejects.toMatchObject({ type: 'not-found' })
      expect((await showOfficers(trx)).items.map(one => one.id)).toContain(inspector)
    }))

  test('nobody but the admin reads or writes it', () =>
    rolledBack(db(), async trx => {
      for (const role of ['chief', 'intake', 'manager', 'inspector'] as const) {
        await asPerson(trx, role, 'all')
        await sql`savepoint attempt`.execute(trx)
        await expect(sql`select from komsu.officer_relative`.execute(trx)).rejects.toThrow(/permission denied/)
        await sql`rollback to savepoint attempt`.execute(trx)
        await asOwnerAgain(trx)
      }
    }))
})

async function seen(trx: Trx, role: Role, officer: number): Promise<number> {
  await become(trx, role, officer)
  const { rows } = await sql`select from komsu.household`.execute(trx)
  return rows.length
}

async function actor(trx: Trx, role: Role): Promise<Actor> {
  await asOwnerAgain(trx)
  const id = await asPerson(trx, role, 'all')
  const officer = { id, username: role, displayName: role, roles: [role] }
  return { officer, role, requestId: crypto.randomUUID(), language: 'tr' }
}

/** One household in district 1 with one assigned application. */
async function familyOf(trx: Trx): Promise<void> {
  await sql
    .raw(`
    insert into komsu.province (id, name, name_key) values (35, 'İzmir', 'izmir');
    insert into komsu.district (id, province_id, name, name_key) values (1, 35, 'Bir', 'bir');
    insert into komsu.neighbourhood (id, district_id, name, name_key) values (1, 1, 'Bir', 'bir');
    insert into komsu.address (id, district_id, neighbourhood_id, quality) values (1, 1, 1, 'described');
    insert into komsu.household (id, file_no, address_id, district_id, neighbourhood_id, formed_on) values (1, 'F-1', 1, 1, 1, '2026-01-01');
    insert into komsu.person (household_id, national_id, given_name, family_name, name_key, sex, born_on, household_role)
      values (1, '${RELATIVE}', 'Ayşe', 'Kaya', 'ayse kaya', 'female', '1980-01-01', 'head');
    insert into komsu.application (household_id, district_id, channel, status, received_on) values (1, 1, 'him', 'assigned', '2026-11-01');
  `)
    .execute(trx)
}
