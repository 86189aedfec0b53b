import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Trx } from '../api/platform/database.ts'
import { ROLES, type Role } from '../api/platform/role.ts'
import { asOwnerAgain, asPerson, onEachDatabase, rolledBack } from '../api/platform/testing/databases.ts'
import { CASEWORK, MAY_READ, MAY_WRITE } from './testing/touch-matrix.ts'

const HOUSEHOLD_OF = {
  assignedHere: 1,
  assignedElsewhere: 2,
  assignedToOther: 3,
  granted: 4,
  noCase: 5,
  awaiting: 6,
  beforeCommission: 7,
} as const

onEachDatabase('what each role may touch', db => {
  for (const role of ROLES) {
    test(`${role} reads and writes what the matrix says, and nothing else`, () =>
      rolledBack(db(), async trx => {
        const tables = await tablesOf(trx)
        await asPerson(trx, role, 'all')
        const readable: string[] = []
        for (const table of tables) if (await mayRead(trx, table)) readable.push(table)
        expect(readable).toEqual([...MAY_READ[role]].sort())
        expect(await writable(trx, role)).toEqual([...MAY_WRITE[role]].sort())
      }))
  }

  for (const [role, households] of [
    ['intake', [1, 3, 4, 6, 7]],
    ['chief', [1, 3, 6]],
    ['inspector', [1]],
    ['commission', [4, 7]],
    ['fulfilment', [4]],
  ] as const) {
    test(`${role} sees only households with a case there, in their own district`, () =>
      rolledBack(db(), async trx => {
        const officer = await withCases(trx, role)
        expect(await idsOf(trx, 'household')).toEqual(households)
        expect(await idsOf(trx, 'person')).toEqual(households)
        expect(await idsOf(trx, 'address')).toEqual(households)
        expect(officer).toBeGreaterThan(0)
      }))
  }

  test('an officer with no district and no role for all sees nothing', () =>
    rolledBack(db(), async trx => {
      await withCases(trx, 'intake')
      await asOwnerAgain(trx)
      await asPerson(trx, 'intake', [])
      expect(await idsOf(trx, 'household')).toEqual([])
    }))

  test('nobody rewrites the audit, not even the owner', () =>
    rolledBack(db(), async trx => {
      await sql`insert into komsu.audit_event (acting_role, action, subject_type) values ('system', 'city.made', 'province')`.execute(
        trx,
      )
      await refused(trx, sql`update komsu.audit_event set action = 'city.unmade'`)
      await refused(trx, sql`delete from komsu.audit_event`)
      await refused(trx, sql`truncate komsu.audit_event`)
    }))

  test('an officer adds to the audit in their own name only', () =>
    rolledBack(db(), async trx => {
      const id = await asPerson(trx, 'intake', 'all')
      await trx
        .insertInto('audit_event')
        .values({ officer_id: id, acting_role: 'intake', action: 'household.read', subject_type: 'household' })
        .execute()
      await refused(
        trx,
        sql`insert into komsu.audit_event (officer_id, acting_role, action, subject_type) values (${id + 1}, 'intake', 'household.read', 'household')`,
      )
    }))

  test('nor in another role than the one they act in, nor at another time', () =>
    rolledBack(db(), async trx => {
      const id = await asPerson(trx, 'intake', 'all')
      for (const role of ['auditor', 'system'])
        await refused(
          trx,
          sql`insert into komsu.audit_event (officer_id, acting_role, action, subject_type) values (${id}, ${role}, 'household.read', 'household')`,
        )
      await refused(
        trx,
        sql`insert into komsu.audit_event (at, officer_id, acting_role, action, subject_type) values ('2020-01-01', ${id}, 'intake', 'household.read', 'household')`,
      )
    }))

  test('nobody but the owner makes temporary tables, which would hide real ones', () =>
    rolledBack(db(), async trx => {
      // Copied from a template, which leaves out what migrate said of the database itself.
      await sql.raw(readFileSync(join(import.meta.dirname, 'roles/roles.sql'), 'utf8')).execute(trx)
      for (const role of [...ROLES, 'app', 'gate', 'map', 'publisher', 'counter', 'scorer', 'linker']) {
        await sql`select set_config('role', ${`komsu_${role}`}, true)`.execute(trx)
        await refused(trx, sql`create temporary table district (id bigint)`)
      }
    }))

  test('the map and the gate cannot read a person', () =>
    rolledBack(db(), async trx => {
      for (const service of ['komsu_map', 'komsu_gate', 'komsu_counter']) {
        await sql`select set_config('role', ${service}, true)`.execute(trx)
        for (const table of [...CASEWORK, 'income', 'health_fact', 'contact', 'attachment_content'])
          expect(await mayRead(trx, table), `${service} ${table}`).toBe(false)
      }
    }))

  test('the publisher writes published figures and nothing of the office', () =>
    rolledBack(db(), async trx => {
      const tables = await tablesOf(trx)
      await sql`select set_config('role', 'komsu_publisher', true)`.execute(trx)
      for (const table of tables)
        expect(await privileges(trx, 'komsu_publisher', table)).toEqual(table === 'data_version' ? ['update'] : [])
      const counted = ['aid', 'application', 'decision', 'household', 'income', 'inspection', 'need_score', 'person']
      const readable: string[] = []
      for (const table of tables) if (await mayRead(trx, table)) readable.push(table)
      expect(readable).toEqual(['area', ...counted, 'data_version', 'parameter'].sort())
      for (const column of ['national_id', 'given_name', 'family_name', 'name_key'])
        await refused(trx, sql`select ${sql.ref(column)} from komsu.person`)
      await refused(trx, sql`select address_id from komsu.household`)
      await refused(trx, sql`select form from komsu.inspection`)
    }))
})

async function tablesOf(trx: Trx): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'komsu'::regnamespace and relkind in ('r', 'v', 'p', 'm') order by 1`.execute(
    trx,
  )
  return rows.map(row => row.name)
}

async function mayRead(trx: Trx, table: string): Promise<boolean> {
  await sql`savepoint attempt`.execute(trx)
  try {
    await sql`select 1 from ${sql.table(`komsu.${table}`)} limit 1`.execute(trx)
    return true
  } catch (error) {
    expect(String(error)).toMatch(/permission denied/)
    return false
  } finally {
    await sql`rollback to savepoint attempt`.execute(trx)
  }
}

async function privileges(trx: Trx, role: string, table: string): Promise<string[]> {
  const { rows } = await sql<{ verb: string }>`
    select verb from unnest(array['insert', 'update', 'delete']) verb
    where has_table_privilege(${role}, ${`komsu.${table}`}, verb)
      or (verb <> 'delete' and has_any_column_privilege(${role}, ${`komsu.${table}`}, verb))`.execute(trx)
  return rows.map(row => row.verb)
}

async function writable(trx: Trx, role: Role): Promise<string[]> {
  const all: string[] = []
  for (const table of await tablesOf(trx))
    for (const verb of await privileges(trx, `komsu_${role}`, table)) all.push(`${verb} ${table}`)
  return all.sort()
}

async function refused(trx: Trx, statement: ReturnType<typeof sql>): Promise<void> {
  await sql`savepoint attempt`.execute(trx)
  await expect(statement.execute(trx)).rejects.toThrow(/is only added to|row-level security|permission denied/)
  await sql`rollback to savepoint attempt`.execute(trx)
}

async function idsOf(trx: Trx, table: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from ${sql.table(`komsu.${table}`)} order by id`.execute(trx)
  return rows.map(row => row.id)
}

/** Two districts, seven households in telling states; acts as an officer of `role` working in district 1. */
async function withCases(trx: Trx, role: Role): Promise<number> {
  const officer = await asPerson(trx, role, [])
  await asOwnerAgain(trx)
  await sql`insert into komsu.province (id, name, name_key) values (35, 'İzmir', 'izmir')`.execute(trx)
  await sql`insert into komsu.district (id, province_id, name, name_key) values (1, 35, 'Bir', 'bir'), (2, 35, 'İki', 'iki')`.execute(
    trx,
  )
  await sql`insert into komsu.neighbourhood (id, district_id, name, name_key) values (1, 1, 'Bir', 'bir'), (2, 2, 'İki', 'iki')`.execute(
    trx,
  )
  await sql`insert into komsu.officer_district values (${officer}, 1)`.execute(trx)
  await sql`insert into komsu.officer (id, username, display_name, password_hash) overriding system value values (1000000, 'other', 'x', 'x')`.execute(
    trx,
  )
  const cases: Record<number, { district: number; status: string | null; assigned: number | null }> = {
    [HOUSEHOLD_OF.assignedHere]: { district: 1, status: 'assigned', assigned: officer },
    [HOUSEHOLD_OF.assignedElsewhere]: { district: 2, status: 'assigned', assigned: officer },
    [HOUSEHOLD_OF.assignedToOther]: { district: 1, status: 'assigned', assigned: 1000000 },
    [HOUSEHOLD_OF.granted]: { district: 1, status: 'granted', assigned: officer },
    [HOUSEHOLD_OF.noCase]: { district: 1, status: null, assigned: null },
    [HOUSEHOLD_OF.awaiting]: { district: 1, status: 'awaiting_inquiry', assigned: null },
    [HOUSEHOLD_OF.beforeCommission]: { district: 1, status: 'before_commission', assigned: null },
  }
  for (const [id, { district, status, assigned }] of Object.entries(cases)) {
    await sql`insert into komsu.address (id, district_id, neighbourhood_id, quality) values (${id}, ${district}, ${district}, 'described')`.execute(
      trx,
    )
    await sql`insert into komsu.household (id, file_no, address_id, district_id, neighbourhood_id, formed_on)
      values (${id}, ${`D-${id}`}, ${id}, ${district}, ${district}, '2024-01-01')`.execute(trx)
    await sql`insert into komsu.person (id, household_id, national_id, given_name, family_name, name_key, sex, born_on, household_role)
      values (${id}, ${id}, ${`8000000000${id}`}, 'A', 'B', 'a b', 'female', '1980-01-01', 'head')`.execute(trx)
    if (status) {
      await sql`insert into komsu.application (household_id, district_id, channel, status, received_on, assigned_officer_id)
        values (${id}, ${district}, 'web', ${status}, '2024-01-01', ${assigned})`.execute(trx)
    }
  }
  await sql`select set_config('role', ${`komsu_${role}`}, true), set_config('komsu.officer_id', ${String(officer)}, true)`.execute(
    trx,
  )
  return officer
}
