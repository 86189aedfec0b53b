import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Database } from '../platform/database.ts'
import { asOwner, asService } from '../platform/officer.ts'
import { onEachDatabase, onFreshDatabase, rolledBack } from '../platform/testing/databases.ts'
import { INDICATORS, type IndicatorId, positionOf } from './indicators.rules.ts'
import { publishNeedMap } from './publish-need-map.ts'
import { plantEvent } from './testing/plant-city.ts'
import { plantSmallCity } from './testing/small-city.ts'

/** "ok 12" or the state alone, by area id. */
async function published(db: Database, level: string, indicator: IndicatorId): Promise<Record<number, string>> {
  const at = positionOf(indicator) ?? 0
  const { rows } = await db.pool.query(
    `select area_id, state[$2::int] as state, value[$2::int] as value from published.area_month
     where level = $1 and month = (select max(month) from published.release)`,
    [level, at],
  )
  return Object.fromEntries(rows.map(row => [row.area_id, row.state === 'o' ? `ok ${row.value}` : row.state]))
}

async function everything(db: Database) {
  const { rows } = await db.pool.query('select * from published.area_month order by level, month, area_id')
  return rows
}

onFreshDatabase('publish', db => {
  test('says so when there is nothing to publish', async () => {
    await expect(publishNeedMap(db(), {})).rejects.toThrow(/no household yet/)
  })

  test('takes the last month the records cover', async () => {
    await plantSmallCity(db())
    const answer = await publishNeedMap(db(), {})
    expect(answer).toMatchObject({
      date: '2026-06-01',
      months: 1,
      levels: { province: 1, district: 3, neighbourhood: 4, street: 7 },
    })
    expect(answer.suppressed).toBeGreaterThan(0)
  })

  test('counts by hand what it shows', async () => {
    expect(await published(db(), 'province', 'households')).toEqual({ 35: 'ok 283' })
    expect(await published(db(), 'province', 'below_threshold')).toEqual({ 35: 'ok 100' })
    expect(await published(db(), 'province', 'rate_below')).toEqual({ 35: 'ok 353.4' })
    expect(await published(db(), 'province', 'fgt1')).toEqual({ 35: 'ok 0.353' })
    expect(await published(db(), 'district', 'below_threshold')).toEqual({ 1: 'ok 53', 2: 'ok 47', 3: 'n' })
    expect(await published(db(), 'neighbourhood', 'rate_below')).toEqual({
      11: 'ok 300',
      12: 'ok 230',
      21: 'ok 619',
      22: 'ok 400',
    })
  })

  test('withholds small counts, what they leave, and what would tell them', async () => {
    expect(await published(db(), 'street', 'households')).toEqual({
      111: 'ok 40',
      112: 'ok 60',
      121: 'ok 50',
      122: 'ok 50',
      211: 's',
      212: 'ok 30',
      213: 's',
    })
    expect(await published(db(), 'street', 'below_threshold')).toEqual({
      111: 'ok 12',
      112: 'ok 18',
      121: 's',
      122: 's',
      211: 's',
      212: 's',
      213: 's',
    })
    expect(await published(db(), 'street', 'fgt0')).toEqual({
      111: 'ok 0.3',
      112: 'ok 0.3',
      121: 's',
      122: 's',
      211: 't',
      212: 's',
      213: 't',
    })
    expect(await published(db(), 'province', 'served')).toEqual({ 35: 'ok 15' })
    expect(await published(db(), 'district', 'served')).toEqual({ 1: 's', 2: 's', 3: 'n' })
  })

  test('has no figure for a register that is not kept', async () => {
    for (const indicator of [
      'applied',
      'eligible',
      'unmet',
      'mean_score',
      'mean_waiting_days',
      'coverage_applied',
    ] as const)
      expect(new Set(Object.values(await published(db(), 'neighbourhood', indicator)))).toEqual(new Set(['n']))
  })

  test('writes the catalogue, the release and a new data version', async () => {
    const catalogue = await db().pool.query(
      'select position, id, definition from published.indicator order by position',
    )
    expect(catalogue.rows).toEqual(INDICATORS.map((one, i) => ({ position: i + 1, id: one.id, definition: one })))
    const release = await db().pool.query('select areas, is_synthetic, suppressed from published.release')
    expect(release.rows).toMatchObject([{ areas: 15, is_synthetic: true }])
    const version = await db().pool.query("select version from komsu.data_version where scope = 'published'")
    expect(version.rows).toEqual([{ version: 2 }])
  })

  test('changes nothing when repeated, alone or by two at once', async () => {
    const before = await everything(db())
    await publishNeedMap(db(), {})
    await Promise.all([publishNeedMap(db(), {}), publishNeedMap(db(), {})])
    expect(await everything(db())).toEqual(before)
  })

  test('keeps the former month when it fails half-way', async () => {
    const before = await everything(db())
    await db().pool.query("alter table published.area_month add constraint stop check (level <> 'street') not valid")
    await expect(publishNeedMap(db(), {})).rejects.toThrow(/stop/)
    expect(await everything(db())).toEqual(before)
    await db().pool.query('alter table published.area_month drop constraint stop')
    await publishNeedMap(db(), {})
    expect(await everything(db())).toEqual(before)
  })

  test('figures stand and fall with their release', async () => {
    const strange = db().pool.query(`insert into published.area_month
      select level, '1999-01-01', area_id, parent_id, value, low, high, n_class, state from published.area_month`)
    await expect(strange).rejects.toThrow(/not in published.release/)
    await expect(db().pool.query("update published.release set month = '1999-01-01'")).rejects.toThrow(
      /keeps its month/,
    )
    await db().pool.query('delete from published.release')
    expect(await everything(db())).toEqual([])
  })

  test('publishes several months, oldest first, and leaves a month that is not over', async () => {
    await asOwner(db(), trx => plantEvent(trx, { household: '112-0', given: ['2026-07-10'] }))
    const seen: number[] = []
    const answer = await publishNeedMap(db(), { months: 3 }, (_label, done) => seen.push(done))
    expect(answer).toMatchObject({ date: '2026-06-01', months: 3 })
    expect(seen).toEqual([0, 1, 2, 3])
    const months = await db().pool.query('select month from published.release order by month')
    expect(months.rows.map(row => row.month)).toEqual(['2026-04-01', '2026-05-01', '2026-06-01'])
  })

  test('publishes the month asked for, and none before the first household', async () => {
    expect(await publishNeedMap(db(), { date: '2026-07-15' })).toMatchObject({ date: '2026-07-01' })
    await expect(publishNeedMap(db(), { date: '2019-12-31' })).rejects.toThrow(/2020-01-01/)
    await expect(publishNeedMap(db(), { date: '2999-01-01' })).rejects.toThrow(/has not begun/)
  })
})

onEachDatabase('who may count', db => {
  const refused = async (role: 'map' | 'publisher', statement: string) => {
    const tried = asService(db(), role, trx => sql.raw(statement).execute(trx))
    await expect(tried, statement).rejects.toThrow(/permission denied/)
  }

  test('the map reads no household, person or application, nor the functions that count them', async () => {
    for (const table of ['household', 'person', 'application', 'income', 'need_score', 'decision', 'aid', 'address'])
      await refused('map', `select * from komsu.${table}`)
    await refused('map', "select * from komsu.street_month('2026-06-30')")
    await refused('map', "select * from komsu.household_month('2026-06-30')")
    await refused('map', 'delete from published.area_month')
  })

  test('the publisher changes nothing but what is published', async () => {
    await refused('publisher', 'delete from komsu.household')
    await refused('publisher', 'update komsu.parameter set value = 1')
    await refused('publisher', 'select password_hash from komsu.officer')
  })

  test('no officer counts households beside the publisher', () =>
    rolledBack(db(), async trx => {
      await sql`select set_config('role', 'komsu_analyst', true)`.execute(trx)
      await expect(sql`select * from komsu.street_month('2026-06-30')`.execute(trx)).rejects.toThrow(
        /permission denied/,
      )
    }))
})
