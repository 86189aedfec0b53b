import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../platform/database.ts'
import { asOfficer } from '../platform/officer.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { carryApplication } from './household-application.queries.ts'
import {
  CHILD,
  codesOf,
  FATHER,
  type Home,
  MOTHER,
  makeOfficer,
  nextNationalId,
  plant,
  settle,
  type Town,
} from './testing/town.ts'

onFreshDatabase('people of a household', db => {
  let town: Town
  beforeAll(async () => {
    town = await plant(db())
  })
  afterAll(() => town.close())
  const post = (url: string, body: unknown, key?: string) =>
    town.ask('POST', `/api/households/${url}`, { as: town.intake, body, ...(key ? { key } : {}) })
  const BABY = {
    nationalId: '',
    givenName: 'Umut',
    familyName: 'Yılmaz',
    sex: 'male',
    bornOn: '2026-02-03',
    role: 'child',
  }

  test('a baby is added once, however often the button is pressed; the second officer is told of the change', async () => {
    const home = await settle(db(), [MOTHER, FATHER])
    const body = { version: 1, person: { ...BABY, nationalId: nextNationalId() }, on: '2026-02-03' }
    const key = crypto.randomUUID()
    const [one, two] = await Promise.all([post(`${home.id}/people`, body, key), post(`${home.id}/people`, body, key)])
    expect(one).toEqual(two)
    expect(one).toMatchObject({ status: 200, body: { version: 2, hints: ['needs_guardian'] } })
    const late = await post(`${home.id}/people`, { ...body, person: { ...BABY, nationalId: nextNationalId() } })
    expect(late).toMatchObject({ status: 409, body: { type: 'conflict', details: { current: { version: 2 } } } })
    expect(await peopleOf(db(), home.id)).toHaveLength(3)
    expect(await kinds(db(), home.id)).toEqual(['person_added'])
  })

  test('two officers at the same moment: one change is made, the other is told', async () => {
    const home = await settle(db(), [MOTHER, FATHER])
    const answers = await Promise.all(
      [0, 1].map(() => post(`${home.id}/people`, { version: 1, person: { ...BABY, nationalId: nextNationalId() } })),
    )
    expect(answers.map(one => one.status).sort()).toEqual([200, 409])
    expect(await peopleOf(db(), home.id)).toHaveLength(3)
  })

  test('wrong numbers, future births, ages over 120, names no identity card has: all said at once, nothing kept', async () => {
    const home = await settle(db(), [MOTHER])
    const bad = {
      nationalId: '12345678901',
      givenName: 'Umut 🙂',
      familyName: 'محمد',
      sex: 'male',
      bornOn: '2031-01-01',
      role: 'head',
    }
    const answer = await post(`${home.id}/people`, { version: 1, person: bad })
    expect(answer.status).toBe(400)
    expect(codesOf(answer)).toEqual([
      'person.nationalId national_id',
      'person.givenName latin_name',
      'person.familyName latin_name',
      'person.bornOn born_in_future',
      'person.role two_heads',
    ])
    const old = { ...BABY, nationalId: nextNationalId(), bornOn: '1890-01-01' }
    expect(codesOf(await post(`${home.id}/people`, { version: 1, person: old }))).toEqual([
      'person.bornOn age_over_120',
    ])
    expect((await post(`${home.id}/people`, { version: 1, person: old, isAgeConfirmed: true })).status).toBe(200)
    expect(await peopleOf(db(), home.id)).toHaveLength(2)
  })

  test('foreigners’ numbers (99…) are taken', async () => {
    const home = await settle(db(), [MOTHER])
    const answer = await post(`${home.id}/people`, { version: 1, person: { ...BABY, nationalId: '99000000042' } })
    expect([answer.status, answer.body.version]).toEqual([200, 2])
  })

  test('a file with an open application nobody here sees does not end, nor move away from it', async () => {
    const [home, other] = [
      await settle(db(), [MOTHER]),
      await settle(db(), [MOTHER], { district: 2, status: 'withdrawn' }),
    ]
    // Seen by what Konak's counter received once; the application open now is Buca's.
    await db().pool.query('update komsu.application set received_by = $1 where id = $2', [
      town.konakIntake.id,
      other.applicationId,
    ])
    await db().pool.query(
      `insert into komsu.application (household_id, district_id, channel, status, received_on) values ($1, 2, 'him', 'assigned', '2026-02-05')`,
      [other.id],
    )
    const join = { version: 1, otherId: other.id, why: 'duplicate', on: '2026-03-01', reason: 'Aynı aile' }
    const ask = () => town.ask('POST', `/api/households/${home.id}/join`, { as: town.konakIntake, body: join })
    expect(await ask()).toMatchObject({ status: 409, body: { details: { why: 'application_unseen' } } })
    await town.ask('POST', `/api/households/${other.id}/open`, {
      as: town.konakIntake,
      body: { ground: 'petition_received' },
    })
    expect((await ask()).status).toBe(200)
  })

  test('an application is no key to a file its officer does not see; the desk writes no inspection', async () => {
    const [mine, hidden] = [await settle(db(), [MOTHER]), await settle(db(), [MOTHER], { district: 2 })]
    const carry = asOfficer(db(), { officer: town.konakIntake, role: 'intake' }, trx =>
      carryApplication(trx, mine.applicationId ?? 0, { householdId: hidden.id, districtId: 1 }),
    )
    await expect(carry).rejects.toThrow(/stays with its household/)
    const values = { source: 'none', monthly_kurus: 0 }
    const fact = { version: 1, fact: 'income', personId: mine.people[0]?.id, values, from: '2026-01-01' }
    expect((await post(`${mine.id}/facts`, { ...fact, provenance: 'inspection' })).status).toBe(400)
    expect((await post(`${mine.id}/facts`, { ...fact, provenance: 'registry' })).status).toBe(200)
  })

  test('who is in another file is not written down twice: the answer names that file and what may be done', async () => {
    const [home, other] = [await settle(db(), [MOTHER]), await settle(db(), [MOTHER, FATHER])]
    const father = other.people[1] as Home['people'][0]
    const person = { ...BABY, nationalId: father.nationalId }
    const answer = await post(`${home.id}/people`, { version: 1, person })
    expect(answer).toMatchObject({
      status: 409,
      body: { type: 'known-person', details: { offers: ['transfer', 'join'] } },
    })
    const told = await db().pool.query(
      `select count(*)::int as n from komsu.audit_event where action = 'person.known' and subject_id = $1`,
      [String(other.id)],
    )
    expect(told.rows[0].n).toBe(1)
    expect(JSON.stringify(answer.body.details)).toContain(other.fileNo)
    const moved = await post(`${home.id}/people/transfer`, {
      version: 1,
      personId: father.id,
      fromHouseholdId: other.id,
      role: 'spouse',
      on: '2026-03-01',
    })
    expect(moved).toMatchObject({ status: 200, body: { otherId: other.id } })
    expect(await peopleOf(db(), home.id)).toEqual(['Ali spouse', 'Ayşe head'])
    expect(await peopleOf(db(), other.id)).toEqual(['Ayşe head'])
    expect(await kinds(db(), other.id)).toEqual(['person_left'])
  })

  test('the last person of a file with an open application is not taken out of it', async () => {
    const [home, other] = [await settle(db(), [MOTHER]), await settle(db(), [MOTHER])]
    const answer = await post(`${home.id}/people/transfer`, {
      version: 1,
      personId: other.people[0]?.id,
      fromHouseholdId: other.id,
      role: 'relative',
      on: '2026-03-01',
    })
    expect(answer).toMatchObject({
      status: 409,
      body: { type: 'closed', details: { why: 'last_person', offers: ['join'] } },
    })
  })

  test('a correction keeps what was written before', async () => {
    const home = await settle(db(), [MOTHER, FATHER])
    const [mother, father] = home.people as [Home['people'][0], Home['people'][0]]
    const said = { version: 1, changes: { givenName: 'Ayşegül', role: 'head' }, reason: 'Kimlikten okundu' }
    expect(await post(`${home.id}/people/${mother.id}/correct`, said)).toMatchObject({
      status: 200,
      body: { version: 2 },
    })
    const { rows } = await db().pool.query(`select detail from komsu.household_event where household_id = $1`, [
      home.id,
    ])
    expect(rows[0].detail).toEqual({
      was: { givenName: 'Ayşe' },
      now: { givenName: 'Ayşegül' },
      reason: 'Kimlikten okundu',
    })
    const nothing = await post(`${home.id}/people/${mother.id}/correct`, { ...said, version: 2 })
    expect(codesOf(nothing)).toEqual(['changes nothing_changed'])
    const head = { version: 2, changes: { role: 'head' }, reason: 'Yanlış seçilmiş' }
    expect((await post(`${home.id}/people/${father.id}/correct`, head)).status).toBe(200)
    expect(await peopleOf(db(), home.id)).toEqual(['Ali head', 'Ayşegül spouse'])
  })

  test('when the head dies an adult who stays follows; the open application stays', async () => {
    const home = await settle(db(), [MOTHER, FATHER, CHILD])
    const [mother, father, child] = home.people.map(one => one.id)
    const alone = await post(`${home.id}/people/${mother}/death`, { version: 1, diedOn: '2026-04-01' })
    expect(codesOf(alone)).toEqual(['successorId successor_missing'])
    expect(alone.body.details).toMatchObject({ candidates: [father] })
    const minor = await post(`${home.id}/people/${mother}/death`, {
      version: 1,
      diedOn: '2026-04-01',
      successorId: child,
    })
    expect(codesOf(minor)).toEqual(['successorId successor_minor'])
    const done = await post(`${home.id}/people/${mother}/death`, {
      version: 1,
      diedOn: '2026-04-01',
      successorId: father,
    })
    expect(done).toMatchObject({ status: 200, body: { hints: ['application_stays', 'applicant_died'] } })
    expect(await peopleOf(db(), home.id)).toEqual(['Ali head', 'Ayşe head †', 'Elif child'])
    const again = await post(`${home.id}/people/${mother}/death`, { version: 2, diedOn: '2026-04-01' })
    expect(codesOf(again)).toEqual(['personId died_already'])
    expect(codesOf(await post(`${home.id}/people/${father}/death`, { version: 2, diedOn: '2099-01-01' }))).toEqual([
      'diedOn in_future',
    ])
  })

  test('a guardian is an adult with a paper, and not the person themselves', async () => {
    const home = await settle(db(), [MOTHER, CHILD])
    const [mother, child] = home.people.map(one => one.id)
    const said = { version: 1, kind: 'court_guardian', paper: '2026/12 K.', from: '2026-01-02' }
    const url = `${home.id}/people/${child}/guardian`
    expect(codesOf(await post(url, { ...said, guardianPersonId: child }))).toContain('guardianPersonId guardian_self')
    expect(codesOf(await post(url, { ...said, name: 'Can Er', bornOn: '2015-01-01' }))).toEqual([
      'bornOn guardian_minor',
    ])
    expect((await post(url, { ...said, guardianPersonId: mother })).status).toBe(200)
    const { rows } = await db().pool.query(
      `select guardian_name from komsu.guardian where person_id = $1 and valid_to is null`,
      [child],
    )
    expect(rows).toEqual([{ guardian_name: 'Ayşe Yılmaz' }])
  })

  test('an inspector adds notes to the files they visit, and nothing else', async () => {
    const inspector = await makeOfficer(db(), 'inspector')
    const home = await settle(db(), [MOTHER], { status: 'assigned', assigned: inspector.id })
    const foreign = await settle(db(), [MOTHER])
    const note = { text: 'Kapıda köpek var 🐕, zile iki kez basın.' }
    expect((await town.ask('POST', `/api/households/${home.id}/notes`, { as: inspector, body: note })).status).toBe(200)
    expect((await town.ask('POST', `/api/households/${foreign.id}/notes`, { as: inspector, body: note })).status).toBe(
      404,
    )
    const body = { version: 1, person: { ...BABY, nationalId: nextNationalId() } }
    expect((await town.ask('POST', `/api/households/${home.id}/people`, { as: inspector, body })).status).toBe(403)
    const long = await town.ask('POST', `/api/households/${home.id}/notes`, {
      as: inspector,
      body: { text: 'ç'.repeat(10_000) },
    })
    expect(codesOf(long)).toEqual(['text note_too_long'])
    expect(String(long.body.detail)).toContain('10000')
  })
})

async function peopleOf(db: Database, id: number): Promise<string[]> {
  const { rows } = await db.pool.query(
    `select given_name || ' ' || household_role || case when died_on is null then '' else ' †' end as one
     from komsu.person where household_id = $1 order by given_name`,
    [id],
  )
  return rows.map(row => row.one)
}

async function kinds(db: Database, id: number): Promise<string[]> {
  const { rows } = await db.pool.query(`select kind from komsu.household_event where household_id = $1 order by id`, [
    id,
  ])
  return rows.map(row => row.kind)
}
