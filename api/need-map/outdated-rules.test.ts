import { beforeAll, expect, test } from 'vitest'
import { readConfig } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'
import { buildApp } from '../platform/http/app.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { RULES_VERSION } from './indicators.rules.ts'
import { needMapRoutes } from './need-map.routes.ts'
import { publishNeedMap, renewOutdatedMonths } from './publish-need-map.ts'
import { plantSmallCity } from './testing/small-city.ts'

async function everything(db: Database) {
  const { rows } = await db.pool.query('select * from published.area_month order by level, month, area_id')
  return rows
}

/** As if a former version, less careful, had published some months: every first figure is a four. */
async function ageMonths(db: Database, months: string): Promise<void> {
  await db.pool.query(`update published.release set rules_version = 'former' where ${months}`)
  await db.pool.query(`update published.area_month set value[1] = 4 where ${months}`)
}

onFreshDatabase('months published under other rules', db => {
  let careful: unknown[]
  beforeAll(async () => {
    await plantSmallCity(db())
    await publishNeedMap(db(), { months: 3 })
    careful = await everything(db())
  })

  test('are shown nowhere, also not to a browser that knows them', async () => {
    const app = await buildApp({ db: db(), config: readConfig({ LOG_LEVEL: 'silent' }) }, { slices: [needMapRoutes] })
    const get = async (path: string) => (await app.inject(`/api/need-map${path}`)).json()
    const isTagged = (await app.inject('/api/need-map')).headers.etag
    await ageMonths(db(), "month <> '2026-05-01'")
    expect((await get('')).months).toEqual(['2026-05-01'])
    expect((await get('/values?level=street&indicator=households')).date).toBe('2026-05-01')
    expect(await get('/values?level=street&indicator=households&date=2026-06-30')).toMatchObject({
      type: 'not-published',
      details: { months: ['2026-05-01'] },
    })
    expect((await get('/areas/district/1?date=2026-06-30')).type).toBe('not-published')
    const page = await get('/areas/district/1')
    expect(page.trend.map((one: { month: string }) => one.month)).toEqual(['2026-05-01'])
    await ageMonths(db(), 'true')
    expect(await get('')).toMatchObject({ months: [], publishedAt: null })
    expect(isTagged).toContain(`-r${RULES_VERSION}-`)
    await app.close()
  })

  test('are published anew with any month, and forgotten where nothing can be', async () => {
    await db().pool.query(
      "insert into published.release (month, rules_version, areas, suppressed) values ('1999-01-01', 'former', 0, 0)",
    )
    expect(await publishNeedMap(db(), { date: '2026-05-02' })).toMatchObject({ date: '2026-05-01', months: 3 })
    expect(await everything(db())).toEqual(careful)
    const releases = await db().pool.query('select distinct rules_version from published.release')
    expect(releases.rows).toEqual([{ rules_version: RULES_VERSION }])
  })

  test('are renewed by a start of the embedded city, once', async () => {
    await ageMonths(db(), 'true')
    expect(await renewOutdatedMonths(db())).toBe(3)
    expect(await everything(db())).toEqual(careful)
    expect(await renewOutdatedMonths(db())).toBe(0)
  })

  test('a parameter below five, or no number, does not weaken what is withheld', async () => {
    for (const value of ['1', '-3', 'NaN']) {
      await db().pool.query("update komsu.parameter set value = $1 where code = 'disclosure_minimum'", [value])
      await publishNeedMap(db(), { months: 3 })
      expect(await everything(db()), value).toEqual(careful)
    }
  })
})
