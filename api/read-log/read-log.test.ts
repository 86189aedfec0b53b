import { expect, test } from 'vitest'
import { counterOn, makeOfficer, plantTown } from '../applications/testing/counter.ts'
import { householdRoutes } from '../households/household.routes.ts'
import { MOTHER, settle } from '../households/testing/town.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { ReadLog } from './read-log.contract.ts'
import { readLogRoutes } from './read-log.routes.ts'

onFreshDatabase('the read log', db => {
  test('who saw a family among others is found by asking for the family, and nobody else’s looks are', async () => {
    await plantTown(db())
    const { ask, app } = await counterOn(db(), [householdRoutes, readLogRoutes])
    const [intake, auditor] = [await makeOfficer(db(), 'intake', [1]), await makeOfficer(db(), 'auditor')]
    const home = await settle(db(), [{ ...MOTHER, given: 'Zübeyde', family: 'Taşdelen' }])
    const other = await settle(db(), [{ ...MOTHER, given: 'Hacer', family: 'Altındal' }])
    expect((await ask('GET', '/api/households?q=ta%C5%9Fdelen', { as: intake })).body.items).toHaveLength(1)
    await ask('GET', `/api/households/${other.id}`, { as: intake })
    const looks = async (file: string, kind = 'all') => {
      const { body } = await ask('GET', `/api/read-log?file=${file}&kind=${kind}`, { as: auditor })
      return ReadLog.parse(body).items.map(event => event.action)
    }
    expect(await looks(home.fileNo, 'searches')).toEqual(['household.search'])
    expect(await looks(other.fileNo)).toEqual(['household.read'])
    await app.close()
  })
})
