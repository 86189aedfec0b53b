import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Trx } from '../platform/database.ts'
import type { Role } from '../platform/role.ts'
import { asPerson, onEachDatabase, rolledBack } from '../platform/testing/databases.ts'

const isRefused = async (trx: Trx, text: string): Promise<boolean> => {
  await sql`savepoint tried`.execute(trx)
  try {
    await sql.raw(text).execute(trx)
    return false
  } catch (error) {
    if (!/permission denied|row-level security/.test(String(error))) throw error
    return true
  } finally {
    await sql`rollback to savepoint tried`.execute(trx)
  }
}

onEachDatabase('scores and schemes in the database', db => {
  const as = (role: Role, tries: Readonly<Record<string, boolean>>) =>
    rolledBack(db(), async trx => {
      await asPerson(trx, role, 'all')
      for (const [text, refused] of Object.entries(tries))
        expect([text, await isRefused(trx, text)]).toEqual([text, refused])
    })

  test('who pays or delivers sees the score, never what it is made of', () =>
    as('fulfilment', {
      'select total, scored_on from komsu.need_score': false,
      'select points from komsu.need_score': true,
      'select missing from komsu.need_score': true,
    }))

  test('nobody changes a score, and only the chief makes one', async () => {
    for (const role of ['intake', 'inspector', 'commission', 'admin', 'chief', 'manager'] as const)
      await as(role, {
        'update komsu.need_score set total = 100': true,
        'delete from komsu.need_score': true,
        "insert into komsu.need_score (inspection_id, household_id, scheme_version, total, parts, scored_on) values (1, 1, 'x', 1, '{}', '2026-01-01')": true,
      })
  })

  test('only the admin writes schemes, and nobody takes one away', async () => {
    const insert = "insert into komsu.score_scheme (version, document, minimum) values ('t-1', '{}', 50)"
    for (const role of ['chief', 'commission', 'manager', 'intake'] as const)
      await as(role, {
        [insert]: true,
        'update komsu.score_scheme set minimum = 1': true,
        'select version from komsu.score_scheme': false,
      })
    await as('admin', { [insert]: false, 'delete from komsu.score_scheme': true })
    await as('planner', { 'select version from komsu.score_scheme': true })
  })

  test('the scorer counts without names, numbers, addresses', () =>
    rolledBack(db(), async trx => {
      await sql`select set_config('role', 'komsu_scorer', true)`.execute(trx)
      for (const column of ['national_id', 'given_name', 'family_name', 'name_key'])
        expect(await isRefused(trx, `select ${column} from komsu.person`)).toBe(true)
      expect(await isRefused(trx, 'select address_id from komsu.household')).toBe(true)
      expect(await isRefused(trx, 'select form from komsu.inspection')).toBe(true)
      expect(await isRefused(trx, 'select points from komsu.need_score')).toBe(true)
      expect(await isRefused(trx, 'update komsu.score_scheme set minimum = 1')).toBe(true)
    }))
})
