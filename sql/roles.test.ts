import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asPerson, onEachDatabase, rolledBack } from '../api/platform/testing/databases.ts'

onEachDatabase('smoke', db => {
  test('a manager reads no person', () =>
    rolledBack(db(), async trx => {
      await asPerson(trx, 'manager', 'all')
      await expect(sql`select * from komsu.person`.execute(trx)).rejects.toThrow(/permission denied/)
    }))
})
