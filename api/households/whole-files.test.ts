import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../platform/database.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { CHILD, codesOf, FATHER, MOTHER, plant, settle, type Town } from './testing/town.ts'

onFreshDatabase('whole files: move, join, split, leave, facts', db => {
  let town: Town
  beforeAll(async () => {
    town = await plant(db())
  })
  afterAll(() => town.close())
  const post = (url: string, body: unknown, key?: string) =>
    town.ask('POST', `/api/households/${url}`, { as: town.intake, body, ...(key ? { key } : {}) })

  test('a household moves to a door of a known street, and its application follows it to the other district', async () => {
    const home = await settle(db(), [MOTHER], { district: 2 })
    const address = { kind: 'door', streetId: 11, doorNo: '15/A', flatNo: '3' }
    const done = await post(`${home.id}/move`, { version: 1, address, on: '2026-05-01' })
    expect(done).toMatchObject({ status: 200, body: { hints: ['other_district'] } })
    const { rows } = await db().pool.query(
      `select h.district_id, h.flat_no, a.door_no, a.quality, v.district_id as of from komsu.household h join komsu.address a on a.id = h.address_id
       join komsu.application v on v.household_id = h.id where h.id = $1`,
      [home.id],
    )
    expect(rows).toEqual([{ district_id: 1, flat_no: '3', door_no: '15/A', quality: 'street', of: 1 }])
  })

  test('out of the officer’s own districts too; the file stays open to them until the deed is told', async () => {
    const home = await settle(db(), [MOTHER])
    const address = { kind: 'described', neighbourhoodId: 2, description: 'Muhtarlığın arkasındaki tek katlı ev' }
    const body = { version: 1, address, on: '2026-05-01' }
    const done = await town.ask('POST', `/api/households/${home.id}/move`, { as: town.konakIntake, body })
    expect(done.status).toBe(200)
    expect((await town.ask('GET', `/api/households/${home.id}`, { as: town.konakIntake })).status).toBe(200)
  })

  test('outside the province nobody is moved: the answer says what article 22 asks for', async () => {
    const home = await settle(db(), [MOTHER])
    const address = { kind: 'pin', lon: 32.85, lat: 39.93, description: 'Çankaya, Ankara' }
    const answer = await post(`${home.id}/move`, { version: 1, address, on: '2026-05-01' })
    expect(codesOf(answer)).toEqual(['address outside_province'])
    expect(String(answer.body.detail)).toMatch(/22\. madde/)
    const english = await town.ask('POST', `/api/households/${home.id}/move`, {
      as: town.intake,
      body: { version: 1, address, on: '2026-05-01' },
      language: 'en',
    })
    expect(String(english.body.detail)).toMatch(/art\. 22/)
  })

  test('two files become one: people, facts, one open application with both receipts and all requests', async () => {
    const here = await settle(db(), [MOTHER, CHILD])
    const other = await settle(db(), [FATHER], { status: 'assigned', reference: 'HIM-77' })
    await db().pool.query(`update komsu.person set household_role = 'head' where household_id = $1`, [other.id])
    await db().pool.query(
      `insert into komsu.request (application_id, aid_type_code, added_on) values ($1, 'coal', '2026-01-06')`,
      [here.applicationId],
    )
    const father = other.people[0]?.id
    await db().pool.query(
      `insert into komsu.income (household_id, person_id, source, monthly_kurus, valid_from, provenance) values ($1, $2, 'wage', 1700000, '2026-01-01', 'registry')`,
      [other.id, father],
    )
    const body = {
      version: 1,
      otherId: other.id,
      why: 'live_together',
      on: '2026-06-01',
      reason: 'Evlendiler',
      roles: [{ personId: father, role: 'spouse' }],
    }
    const key = crypto.randomUUID()
    const [one, two] = [await post(`${here.id}/join`, body, key), await post(`${here.id}/join`, body, key)]
    expect(one).toEqual(two)
    expect(one.status).toBe(200)
    expect(await people(db(), here.id)).toEqual(['Ali spouse', 'Ayşe head', 'Elif child'])
    expect(await open(db(), here.id)).toEqual([other.applicationId])
    expect(await open(db(), other.id)).toEqual([])
    const { rows } = await db().pool.query(
      `select aid_type_code from komsu.request where application_id = $1 and withdrawn_on is null order by 1`,
      [other.applicationId],
    )
    expect(rows.map(row => row.aid_type_code)).toEqual(['coal', 'food_parcel'])
    const file = await town.ask('GET', `/api/households/${here.id}`, { as: town.intake })
    const { joinedFrom, facts, applications } = file.body as unknown as {
      joinedFrom: { id: number }[]
      facts: { personId: number; provenance: string; holds: boolean }[]
      applications: { status: string }[]
    }
    expect(joinedFrom).toMatchObject([{ id: other.id }])
    expect(facts).toMatchObject([{ personId: father, provenance: 'registry', holds: true }])
    expect(applications.map(one => one.status).sort()).toEqual(['assigned', 'withdrawn'])
    const gone = await town.ask('GET', `/api/households/${other.id}`, { as: town.intake })
    expect(gone.body).toMatchObject({ joinedInto: { id: here.id }, actions: { move: 'joined', note: null } })
    expect(
      (
        await post(`${other.id}/move`, {
          version: gone.body.version,
          address: { kind: 'door', streetId: 11, doorNo: '1' },
          on: '2026-06-02',
        })
      ).status,
    ).toBe(409)
  })

  test('a file before the commission is frozen: not joined', async () => {
    const [here, other] = [await settle(db(), [MOTHER]), await settle(db(), [MOTHER], { status: 'before_commission' })]
    const answer = await post(`${here.id}/join`, {
      version: 1,
      otherId: other.id,
      why: 'duplicate',
      on: '2026-06-01',
      reason: 'Aynı aile',
    })
    expect(answer).toMatchObject({ status: 409, body: { details: { why: 'before_commission' } } })
    expect(
      codesOf(
        await post(`${here.id}/join`, {
          version: 1,
          otherId: here.id,
          why: 'duplicate',
          on: '2026-06-01',
          reason: 'x',
        }),
      ),
    ).toEqual(['otherId same_household'])
  })

  test('a mother and her child found a household of their own; who stays gets a head', async () => {
    const home = await settle(db(), [MOTHER, FATHER, CHILD])
    const [mother, father, child] = home.people.map(one => one.id)
    const body = {
      version: 1,
      people: [mother, child],
      headId: mother,
      to: { kind: 'same_address' },
      on: '2026-06-01',
      reason: 'Boşandılar',
      takesApplication: true,
    }
    expect(codesOf(await post(`${home.id}/split`, body))).toEqual(['successorId successor_missing'])
    const done = await post(`${home.id}/split`, { ...body, successorId: father })
    expect(done.status).toBe(200)
    const made = Number(done.body.madeId)
    expect(await people(db(), made)).toEqual(['Ayşe head', 'Elif child'])
    expect(await people(db(), home.id)).toEqual(['Ali head'])
    expect(await open(db(), made)).toEqual([home.applicationId])
    const all = { ...body, version: 2, people: [father], headId: father }
    expect(await post(`${home.id}/split`, all)).toMatchObject({ status: 409, body: { details: { why: 'one_person' } } })
  })

  test('who leaves for nobody knows where is found again', async () => {
    const home = await settle(db(), [MOTHER, FATHER])
    const father = home.people[1]
    const done = await post(`${home.id}/people/${father?.id}/leave`, {
      version: 1,
      on: '2026-06-01',
      to: { kind: 'unknown' },
      reason: 'Evi terk etti',
    })
    expect(done.status).toBe(200)
    const found = await town.ask('GET', `/api/households?q=${father?.nationalId}`, { as: town.intake })
    expect(found.body).toMatchObject({
      kind: 'national_id',
      items: [{ householdId: done.body.madeId, isDissolved: true }],
    })
    const back = await post(`${home.id}/people/transfer`, {
      version: 2,
      personId: father?.id,
      fromHouseholdId: done.body.madeId,
      role: 'spouse',
      on: '2026-07-01',
    })
    expect(back.status).toBe(200)
    expect(await people(db(), home.id)).toEqual(['Ali spouse', 'Ayşe head'])
  })

  test('a wrong fact is corrected: the wrong one never held, the right one stands, both are read', async () => {
    const home = await settle(db(), [MOTHER])
    const mother = home.people[0]?.id
    const wage = {
      version: 1,
      fact: 'income',
      personId: mother,
      values: { source: 'wage', monthly_kurus: 1_500_000 },
      from: '2026-01-01',
    }
    const added = await post(`${home.id}/facts`, wage)
    expect(added).toMatchObject({ status: 200, body: { version: 2 } })
    const instead = { values: { source: 'wage', monthly_kurus: 1_050_000 }, from: '2026-01-01' }
    const end = { version: 2, kind: 'wrong', reason: 'Rakamlar yer değiştirmiş', instead }
    expect((await post(`${home.id}/facts/income/${added.body.madeId}/end`, end)).status).toBe(200)
    const again = await post(`${home.id}/facts/income/${added.body.madeId}/end`, { ...end, version: 3 })
    expect(codesOf(again)).toEqual(['factId fact_not_holding'])
    const file = await town.ask('GET', `/api/households/${home.id}`, { as: town.intake })
    const { facts } = file.body as unknown as {
      facts: { holds: boolean; values: { monthly_kurus: number }; end: { kind: string } | null }[]
    }
    expect(facts.map(one => [one.values.monthly_kurus, one.holds, one.end?.kind ?? null])).toEqual([
      [1_050_000, true, null],
      [1_500_000, false, 'wrong'],
    ])
  })

  test('facts that cannot be are refused field by field', async () => {
    const home = await settle(db(), [MOTHER])
    const bad = (fact: string, values: unknown, personId?: number) =>
      post(`${home.id}/facts`, { version: 1, fact, values, from: '2026-01-01', personId })
    expect(codesOf(await bad('income', { source: 'lottery', monthly_kurus: -1, recorded_by: 1 }))).toEqual([
      'values.recorded_by fact_unknown',
      'values.source fact_column',
      'values.monthly_kurus fact_column',
    ])
    expect(codesOf(await bad('health_fact', { kind: 'disability', degree_percent: 60 }))).toEqual([
      'personId fact_person',
    ])
    expect(codesOf(await bad('contact', { kind: 'phone', value: '123' }))).toEqual(['values.value phone'])
    expect(codesOf(await bad('income', { source: 'none', monthly_kurus: 5 }))).toEqual([
      'values.monthly_kurus none_is_zero',
    ])
    expect((await bad('contact', { kind: 'phone', value: '0532 111 22 33' })).status).toBe(200)
    const found = await town.ask('GET', '/api/households?q=%2B90 (532) 111-2233', { as: town.konakIntake })
    expect(found.body).toMatchObject({ kind: 'phone', items: [{ householdId: home.id }] })
  })
})

async function people(db: Database, id: number): Promise<string[]> {
  const { rows } = await db.pool.query(
    `select given_name || ' ' || household_role as one from komsu.person where household_id = $1 order by 1`,
    [id],
  )
  return rows.map(row => row.one)
}

async function open(db: Database, id: number): Promise<number[]> {
  const { rows } = await db.pool.query(
    `select id from komsu.application where household_id = $1 and status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'before_commission')`,
    [id],
  )
  return rows.map(row => row.id)
}
