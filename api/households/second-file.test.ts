import { afterAll, beforeAll, expect, test } from 'vitest'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { FATHER, MOTHER, nextNationalId, plant, settle, type Town } from './testing/town.ts'

onFreshDatabase('a person added who is in another file under another number', db => {
  let town: Town
  beforeAll(async () => {
    town = await plant(db())
  })
  afterAll(() => town.close())

  test('becomes a task to decide, and is added all the same', async () => {
    const first = await settle(db(), [MOTHER, FATHER])
    const second = await settle(db(), [{ ...FATHER, given: 'Zülfikar', family: 'Özgüven', role: 'head' }])
    const person = {
      nationalId: nextNationalId(),
      givenName: MOTHER.given,
      familyName: MOTHER.family,
      sex: 'female',
      bornOn: MOTHER.born,
      role: 'spouse',
    }
    const { status } = await town.ask('POST', `/api/households/${second.id}/people`, {
      as: town.intake,
      body: { version: 1, person },
    })
    expect(status).toBe(200)
    const { rows } = await db().pool.query(
      `select state from komsu.duplicate_candidate where household_a in (${first.id}, ${second.id}) and household_b in (${first.id}, ${second.id})`,
    )
    expect(rows).toEqual([{ state: 'open' }])
  })
})
