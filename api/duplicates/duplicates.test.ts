import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hire, layOutCity, oneValue } from '../activities/testing/small-city.ts'
import { asOfficer } from '../platform/officer.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { findDuplicatesOf } from './find-duplicates.ts'
import { addressIn, familyAt } from './testing/families.ts'
import { officeOf, type Person } from './testing/office.ts'

onFreshDatabase('duplicate tasks', db => {
  let office: Awaited<ReturnType<typeof officeOf>>
  let intake: Person
  let chief: Person
  let stranger: Person
  let inspector: Person

  beforeAll(async () => {
    await layOutCity(db())
    intake = { id: await hire(db(), 'intake', 'intake', [1]), role: 'intake' }
    chief = { id: await hire(db(), 'chief', 'chief', [1]), role: 'chief' }
    stranger = { id: await hire(db(), 'stranger', 'intake', [2]), role: 'intake' }
    inspector = { id: await hire(db(), 'ins', 'inspector', [1]), role: 'inspector' }
    office = await officeOf(db())
  })
  afterAll(() => office?.close())

  /** Looks for duplicates of a file as the intake officer who entered it. */
  const find = (household: number) => {
    const officer = { id: intake.id, username: 'intake', displayName: 'intake', roles: ['intake' as const] }
    return asOfficer(db(), { officer, role: 'intake' }, async trx => {
      const found = await findDuplicatesOf(trx, household)
      const { rows } = await sql<{ role: string }>`select current_setting('role') as role`.execute(trx)
      expect(rows[0]?.role).toBe('komsu_intake')
      return found
    })
  }
  const taskOf = (household: number) =>
    oneValue(db(), 'select id from komsu.duplicate_candidate where $1 in (household_a, household_b)', [household])

  let years = 1950
  /** Two files of one family of their own, and the task about them. */
  async function twoFiles(neighbourhood = 1) {
    const year = ++years
    const address = await addressIn(db(), neighbourhood)
    const home = { address, neighbourhood, phone: `532${year}0000` }
    const first = await familyAt(db(), home, [
      ['Neriman', 'Durmaz', `${year}-03-09`],
      ['Can', 'Durmaz', `${year + 30}-05-17`],
    ])
    const second = await familyAt(db(), home, [
      ['Neriman', 'Durmza', `${year}-03-09`],
      ['Can', 'Durmaz', `${year + 30}-05-17`],
    ])
    expect(await find(second)).toBe(1)
    return { first, second, id: Number(await taskOf(second)) }
  }

  test('a second file of a family becomes one task, told in bits, and finding it again adds none', async () => {
    const { first, second, id } = await twoFiles()
    expect(await find(second)).toBe(0)
    const { body } = await office.get(intake, `/api/duplicates/${id}`)
    const shown = body as unknown as {
      because: { weight: number; field: string }[]
      weight: number
      files: { householdId: number; people: unknown[] }[]
      matched: unknown[]
    }
    expect(shown.files.map(file => file.householdId)).toEqual([first, second])
    expect(shown.matched).toHaveLength(2)
    expect(shown.because.reduce((sum, bar) => sum + bar.weight, 0)).toBeCloseTo(shown.weight, 6)
    expect(JSON.stringify(shown.files)).not.toMatch(/8100000\d{4}/)
  })

  test('neighbours, relatives next door and people of one name elsewhere are no task', async () => {
    const home = { address: await addressIn(db(), 2), neighbourhood: 2 }
    const file = await familyAt(db(), { ...home, flat: '1' }, [['Ayşe', 'Kaya', '1970-02-03']])
    await familyAt(db(), { ...home, flat: '2' }, [['Mehmet', 'Demir', '1981-07-21']])
    await familyAt(db(), { ...home, flat: '3' }, [['Hasan', 'Kaya', '1994-11-30']])
    await familyAt(db(), { address: await addressIn(db(), 12), neighbourhood: 12 }, [['Ayşe', 'Kaya', '1988-08-14']])
    expect(await find(file)).toBe(0)
  })

  test('another file of the very same flat is a task even with other people in it', async () => {
    const home = { address: await addressIn(db(), 3), neighbourhood: 3, flat: '4' }
    await familyAt(db(), home, [['Zehra', 'Aslan', '1961-02-03']])
    const second = await familyAt(db(), home, [['Burak', 'Yurt', '1990-12-01']])
    expect(await find(second)).toBe(1)
    expect(await oneValue(db(), 'select kind from komsu.duplicate_candidate where household_b = $1', [second])).toBe(
      'same_address',
    )
  })

  test('only intake and chief of a district concerned see a task; looking is audited with its ground', async () => {
    const { id, first } = await twoFiles()
    for (const seer of [intake, chief]) expect((await office.get(seer, `/api/duplicates/${id}`)).status).toBe(200)
    expect((await office.get(stranger, `/api/duplicates/${id}`)).status).toBe(404)
    expect((await office.get(inspector, `/api/duplicates/${id}`)).status).toBe(403)
    expect((await office.get(stranger, '/api/duplicates')).body).toMatchObject({ items: [], counts: { open: 0 } })
    const list = (await office.get(chief, '/api/duplicates')).body
    expect(list.items.map(one => one.id)).toContain(id)
    const audited = `select count(*)::int from komsu.audit_event where officer_id = $1 and ground = 'duplicate_check' and action = 'household.open' and subject_id = $2`
    expect(await oneValue(db(), audited, [chief.id, String(first)])).toBe(1)
  })

  test('outside one’s districts a list shows an initial and no neighbourhood', async () => {
    const address = await addressIn(db(), 4)
    const first = await familyAt(db(), { address, neighbourhood: 4, phone: '5327770000' }, [
      ['Sevgi', 'Uslu', '1966-06-06'],
    ])
    const away = await addressIn(db(), 11)
    await familyAt(db(), { address: away, neighbourhood: 11, phone: '5327770000' }, [['Sevgi', 'Uslu', '1966-06-06']])
    expect(await find(first)).toBe(1)
    const { items } = (await office.get(stranger, '/api/duplicates')).body as unknown as {
      items: { files: object[] }[]
    }
    expect(items[0]?.files[0]).toMatchObject({ familyName: 'U.', neighbourhoodId: null, inScope: false })
    expect(items[0]?.files[1]).toMatchObject({ familyName: 'Uslu', neighbourhoodId: 11, inScope: true })
  })

  test('a relative’s file is neither listed nor shown', async () => {
    const { id, first } = await twoFiles()
    const number = await oneValue(db(), 'select national_id from komsu.person where household_id = $1 limit 1', [first])
    const cousin: Person = { id: await hire(db(), 'cousin', 'intake', [1]), role: 'intake' }
    await db().pool.query(
      `insert into komsu.officer_relative (officer_id, national_id, relation) values ($1, $2, 'other')`,
      [cousin.id, number],
    )
    expect((await office.get(cousin, `/api/duplicates/${id}`)).status).toBe(404)
    const list = (await office.get(cousin, '/api/duplicates')).body
    expect(list.items.map(one => one.id)).not.toContain(id)
  })

  test('different is remembered for good, written into both timelines, and changes no application', async () => {
    const { id, first, second } = await twoFiles()
    const answer = await office.post(chief, `/api/duplicates/${id}/decide`, {
      verdict: 'different',
      reason: 'kardeş',
      version: 1,
    })
    expect(answer.body).toEqual({ id, version: 2, state: 'different', toJoin: false })
    expect([await find(first), await find(second)]).toEqual([0, 0])
    expect(await oneValue(db(), 'select state from komsu.duplicate_candidate where id = $1', [id])).toBe('different')
    const events = `select count(*)::int from komsu.household_event where kind = 'duplicate_decided' and household_id in ($1, $2)`
    expect(await oneValue(db(), events, [first, second])).toBe(2)
    const statuses = `select count(*)::int from komsu.application where household_id in ($1, $2) and status = 'awaiting_inquiry'`
    expect(await oneValue(db(), statuses, [first, second])).toBe(2)
  })

  test('same leaves the files to be joined, until one of them ends', async () => {
    const { id, first, second } = await twoFiles()
    const { body } = await office.post(intake, `/api/duplicates/${id}/decide`, { verdict: 'same', version: 1 })
    expect(body).toMatchObject({ state: 'same', toJoin: true })
    const ids = async () => {
      const list = (await office.get(intake, '/api/duplicates?list=to_join')).body as unknown as {
        items: { id: number }[]
      }
      return list.items.map(one => one.id)
    }
    expect(await ids()).toContain(id)
    await db().pool.query('update komsu.household set joined_into_id = $1, dissolved_on = current_date where id = $2', [
      first,
      second,
    ])
    expect(await ids()).not.toContain(id)
  })

  test('later keeps the task; it can still be decided', async () => {
    const { id } = await twoFiles()
    await office.post(intake, `/api/duplicates/${id}/decide`, { verdict: 'later', version: 1 })
    const { body } = await office.post(chief, `/api/duplicates/${id}/decide`, { verdict: 'same', version: 2 })
    expect(body).toMatchObject({ state: 'same', version: 3 })
  })

  test('a double click decides once; the second of two officers is told', async () => {
    const { id } = await twoFiles()
    const key = crypto.randomUUID()
    const twice = await Promise.all(
      [1, 2].map(() => office.post(intake, `/api/duplicates/${id}/decide`, { verdict: 'same', version: 1 }, key)),
    )
    expect(twice.map(one => one.status)).toEqual([200, 200])
    const late = await office.post(chief, `/api/duplicates/${id}/decide`, {
      verdict: 'different',
      reason: 'başka',
      version: 1,
    })
    expect([late.status, late.body]).toMatchObject([409, { type: 'closed', details: { why: 'duplicate_decided' } }])

    const { id: other } = await twoFiles()
    const both = await Promise.all([
      office.post(intake, `/api/duplicates/${other}/decide`, { verdict: 'same', version: 1 }),
      office.post(chief, `/api/duplicates/${other}/decide`, { verdict: 'different', reason: 'başka', version: 1 }),
    ])
    expect(both.map(one => one.status).sort()).toEqual([200, 409])
    const { id: third } = await twoFiles()
    await office.post(intake, `/api/duplicates/${third}/decide`, { verdict: 'later', version: 1 })
    const stale = await office.post(chief, `/api/duplicates/${third}/decide`, { verdict: 'same', version: 1 })
    expect([stale.status, stale.body]).toMatchObject([409, { type: 'conflict', details: { current: { version: 2 } } }])
  })

  test.each([
    [{ verdict: 'different', version: 1 }],
    [{ verdict: 'different', reason: ' x ', version: 1 }],
    [{ verdict: 'perhaps', version: 1 }],
    [{ verdict: 'same' }],
    [{ verdict: 'same', version: 1, reason: 'a'.repeat(501) }],
  ])('refuses %j', async body => {
    expect((await office.post(intake, '/api/duplicates/999999/decide', body)).status).toBe(400)
  })

  test('nobody decides what is not there', async () => {
    expect((await office.post(intake, '/api/duplicates/999999/decide', { verdict: 'same', version: 1 })).status).toBe(
      404,
    )
    expect((await office.get(intake, '/api/duplicates/999999')).status).toBe(404)
    expect((await office.get(intake, '/api/duplicates?list=all')).status).toBe(400)
  })
})
