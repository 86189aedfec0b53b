import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import type { Officer } from '../platform/officer.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import {
  auditOf,
  type Counter,
  counterOn,
  type Family,
  makeFamily,
  makeOfficer,
  newPerson,
  plantTown,
  STREET,
  submissionOf,
  today,
} from './testing/counter.ts'

const RELATIVE = `insert into komsu.officer_relative (officer_id, national_id, relation)
  select $1, national_id, 'child' from komsu.person where id = $2`

onFreshDatabase('applications', db => {
  let counter: Counter
  let intake: Officer
  let chief: Officer
  let day: string
  beforeAll(async () => {
    await plantTown(db())
    counter = await counterOn(db())
    intake = await makeOfficer(db(), 'intake', [1])
    chief = await makeOfficer(db(), 'chief')
    day = await today(db())
    return () => counter.app.close()
  })
  const submit = (family: Family, change = {}, as = intake, key: string = randomUUID()) =>
    counter.ask('POST', '/api/applications', { as, key, body: submissionOf(family, day, change) })
  const submitNew = (people: unknown[], address: unknown, change = {}) =>
    counter.ask('POST', '/api/applications', {
      as: intake,
      body: {
        ...submissionOf({ household: 0, adult: 0, child: 0 }, day),
        household: { address, people },
        applicant: { kind: 'self', personRow: 0 },
        ...change,
      },
    })
  const statusOf = async (id: unknown, status: string) => {
    await db().pool.query('update komsu.application set status = $2 where id = $1', [id, status])
  }

  test('a known household applies: receipt, requests, papers, day due, audit', async () => {
    const family = await makeFamily(db())
    const { status, body } = await submit(family, {
      requests: [{ aidType: 'home_care', note: 'Annesi yatağa bağlı' }],
      phone: '0532 123 45 67',
      incomes: [{ personId: family.adult, source: 'wage', monthlyKurus: 1_500_000 }],
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({
      joined: false,
      status: 'awaiting_inquiry',
      householdId: family.household,
      requestsAdded: ['home_care'],
    })
    const papers = (body.documents as unknown as { code: string; state: string; isRequired: boolean }[]).map(one => [
      one.code,
      one.state,
      one.isRequired,
    ])
    expect(papers).toEqual(
      expect.arrayContaining([
        ['petition', 'seen', true],
        ['disability_report', 'missing', true],
        ['medical_report', 'missing', false],
      ]),
    )
    const id = body.id as unknown as number
    const shown = await counter.ask('GET', `/api/applications/${id}`, { as: intake })
    expect(shown.body).toMatchObject({
      kind: 'needy',
      applicant: { person: { name: 'Ayşe Örnek' } },
      receipts: [{ channel: 'solidarity_point' }],
    })
    expect(
      (shown.body.steps as unknown as { action: string; why: string | null }[]).find(step => step.action === 'withdraw')
        ?.why,
    ).toBeNull()
    expect(
      (shown.body.steps as unknown as { action: string; why: string | null }[]).find(step => step.action === 'assign')
        ?.why,
    ).toBe('wrong_role')
    expect(await auditOf(db(), id)).toEqual(['application.submit', 'application.read'])
    const facts = await db().pool.query(
      'select monthly_kurus, provenance, recorded_by from komsu.income where household_id = $1',
      [family.household],
    )
    expect(facts.rows).toEqual([{ monthly_kurus: 1_500_000, provenance: 'declared', recorded_by: intake.id }])
    const phones = await db().pool.query('select value_key from komsu.contact where household_id = $1', [
      family.household,
    ])
    expect(phones.rows).toEqual([{ value_key: '5321234567' }])
  })

  test('CİMER must be answered in 30 days, a point in 60', async () => {
    const due = async (change: object) => {
      const { body } = await submit(await makeFamily(db()), change)
      return (Date.parse(String(body.replyBy)) - Date.parse(day)) / 86_400_000
    }
    expect(await due({})).toBe(60)
    expect(await due({ channel: 'cimer', referenceNo: '2601234567', consent: null })).toBe(30)
  })

  test('a second application of the household joins the open one, whichever officer takes it, wherever they work', async () => {
    const family = await makeFamily(db())
    const first = await submit(family)
    const elsewhere = await makeOfficer(db(), 'intake', [2])
    const second = await submit(
      family,
      { requests: [{ aidType: 'food_parcel' }, { aidType: 'coal' }], isUrgent: true },
      elsewhere,
    )
    expect(second.body).toMatchObject({
      id: first.body.id,
      joined: true,
      requestsAdded: ['coal'],
      requestsLeftOut: [{ aidType: 'food_parcel', why: 'asked_already' }],
    })
    const shown = await counter.ask('GET', `/api/applications/${first.body.id}`, { as: elsewhere })
    expect(shown.body).toMatchObject({ isUrgent: true, receipts: [{}, {}] })
    expect(await auditOf(db(), Number(first.body.id))).toEqual([
      'application.submit',
      'application.join',
      'application.read',
    ])
  })

  test('before the commission the file is frozen: the receipt is kept, the requests are not', async () => {
    const family = await makeFamily(db())
    const { body } = await submit(family)
    await statusOf(body.id, 'before_commission')
    const second = await submit(family, { requests: [{ aidType: 'coal' }] })
    expect(second.body).toMatchObject({
      joined: true,
      requestsAdded: [],
      requestsLeftOut: [{ aidType: 'coal', why: 'frozen' }],
    })
  })

  test('the same key is the same application; another body under it is refused', async () => {
    const family = await makeFamily(db())
    const key = randomUUID()
    const [one, two] = [await submit(family, {}, intake, key), await submit(family, {}, intake, key)]
    expect(two).toEqual(one)
    expect((await submit(family, { note: 'başka' }, intake, key)).body.type).toBe('key-reused')
  })

  test('a new household: file, people, address by door; the neighbour of the same door shares the address', async () => {
    const door = { kind: 'door', streetId: STREET, doorNo: '12', flatNo: '3' }
    const one = await submitNew([newPerson(), newPerson({ role: 'child', bornOn: '2020-02-29' })], door)
    expect([one.status, one.body.joined]).toEqual([200, false])
    const two = await submitNew([newPerson()], { ...door, flatNo: '4' })
    const { rows } = await db().pool.query(
      'select distinct address_id, source from komsu.household where id = any ($1)',
      [[one.body.householdId, two.body.householdId]],
    )
    expect(rows).toHaveLength(1)
    expect(one.body.fileNo).toMatch(/^H\d{8}$/)
  })

  test('a pin inside the province is enough; outside it nobody can apply', async () => {
    const pin = { kind: 'pin', lon: 27.5, lat: 38.5, description: 'Caminin arkası' }
    expect((await submitNew([newPerson()], pin)).status).toBe(200)
    const away = await submitNew([newPerson()], { ...pin, lon: 29, lat: 41 })
    expect(away.status).toBe(400)
    expect(away.body.details).toMatchObject({
      fields: [{ field: 'household.address', code: 'outside_province', why: expect.stringContaining('oturduğu ilin') }],
    })
  })

  test('nobody is in two households: the answer says where the person is and what to do', async () => {
    const person = newPerson()
    const pin = { kind: 'pin', lon: 27.5, lat: 38.5, description: 'x' }
    const one = await submitNew([person], pin)
    const again = await submitNew([newPerson(), { ...person, role: 'spouse' }], pin)
    expect([again.status, again.body.type]).toEqual([409, 'known-person'])
    expect(again.body.title).toContain('o dosyayı açıp')
    expect(again.body.details).toEqual({
      people: [{ row: 1, householdId: one.body.householdId, fileNo: one.body.fileNo }],
    })
  })

  test('two officers hand the same new person in at once: one file', async () => {
    const people = [newPerson()]
    const pin = { kind: 'pin', lon: 27.5, lat: 38.5, description: 'x' }
    const answers = await Promise.all([submitNew(people, pin), submitNew(people, pin)])
    expect(answers.map(one => one.status).sort()).toEqual([200, 409])
  })

  test('bad input names every field and how to mend it, in both languages, and writes nothing', async () => {
    const before = await db().pool.query('select count(*) as n from komsu.household')
    const bad = [newPerson({ nationalId: '12345678901' }), newPerson({ bornOn: '2090-01-01', role: 'child' })]
    const pin = { kind: 'pin', lon: 27.5, lat: 38.5, description: 'x' }
    const { status, body } = await submitNew(bad, pin, { kind: 'victim', requests: [], consent: null })
    expect(status).toBe(400)
    const fields = (body.details as unknown as { fields: { field: string; code: string; why: string }[] }).fields
    expect(fields.map(one => `${one.field} ${one.code}`)).toEqual([
      'household.people.0.nationalId national_id',
      'household.people.1.bornOn born_in_future',
      'event.kind event_missing',
      'requests no_request',
      'consent consent_missing',
    ])
    expect(fields.every(one => one.why.length > 10)).toBe(true)
    const after = await db().pool.query('select count(*) as n from komsu.household')
    expect(after.rows).toEqual(before.rows)
  })

  test('10 000 characters are refused with the field; emoji and Arabic are kept, a NUL and direction overrides are not', async () => {
    const family = await makeFamily(db())
    const long = await submit(family, { note: 'a'.repeat(10_000) })
    expect([long.status, (long.body.details as unknown as { fields: { field: string }[] }).fields[0]?.field]).toEqual([
      400,
      'note',
    ])
    const { body } = await submit(family, { note: 'a\u0000b \u202eters 😊 مرحبا \ud800' })
    const shown = await counter.ask('GET', `/api/applications/${body.id}`, { as: intake })
    expect(shown.body.note).toBe('ab ters 😊 مرحبا')
  })

  test('children apply through a guardian, the dead not at all, strangers not for the household', async () => {
    const family = await makeFamily(db())
    const code = async (change: object) =>
      ((await submit(family, change)).body.details as unknown as { fields: { code: string }[] }).fields.map(
        one => one.code,
      )
    expect(await code({ applicant: { kind: 'self', personId: family.child } })).toEqual(['minor_needs_guardian'])
    expect(await code({ applicant: { kind: 'self', personId: 1_000_000 } })).toEqual(['not_a_member'])
    expect(await code({ applicant: { kind: 'proxy', personId: family.adult } })).toEqual([
      'name_missing',
      'paper_missing',
    ])
    await db().pool.query(`update komsu.person set died_on = '2025-01-01' where id = $1`, [family.adult])
    expect(await code({ applicant: { kind: 'self', personId: family.adult } })).toEqual(['person_died'])
    const guardian = { kind: 'guardian', personId: family.child, name: 'Hasan Örnek', paper: '2026/14' }
    expect((await submit(family, { applicant: guardian })).status).toBe(200)
  })

  test('who is not intake hands nothing in; a relative’s file opens to nobody', async () => {
    const family = await makeFamily(db())
    expect((await submit(family, {}, chief)).status).toBe(403)
    await db().pool.query(RELATIVE, [intake.id, family.child])
    const refused = await submit(family)
    expect([refused.status, refused.body.type]).toEqual([403, 'own-relative'])
    expect((await submit({ ...family, household: 99_999_999 })).status).toBe(404)
  })
})
