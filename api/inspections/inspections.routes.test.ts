import { afterAll, beforeAll, expect, test } from 'vitest'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { inspectionRoutes } from './inspections.routes.ts'
import { today } from './start-inspection.ts'
import { deskOf } from './testing/desk.ts'
import { openOffice } from './testing/office.ts'

const FACT_TABLES = ['income', 'expense_fact', 'dwelling_fact', 'health_fact', 'schooling_fact', 'employment_fact']
const change = (question: string, from: unknown, to: unknown) => ({ question, person: null, from, to })

onFreshDatabase('inspections', db => {
  let office: Awaited<ReturnType<typeof openOffice>>
  let desk: ReturnType<typeof deskOf>
  beforeAll(async () => {
    office = await openOffice(db(), [inspectionRoutes])
    desk = deskOf(db(), office)
  })
  afterAll(() => office.close())

  test('from the assigned application to the chief, who passes it on: facts in the inspector’s name', async () => {
    const family = await desk.family()
    await desk.rows(`insert into komsu.income (household_id, person_id, source, monthly_kurus, valid_from, provenance) values
      (${family.household}, ${family.people[0]}, 'wage', 2000000, '2025-01-01', 'declared'),
      (${family.household}, ${family.people[1]}, 'pension', 700000, '2025-01-01', 'registry')`)
    const id = await desk.fillIn(family)
    expect(await desk.statusOf(family)).toMatchObject({ status: 'in_inspection' })
    expect((await desk.act('elif', id, 'send')).json()).toMatchObject({ control: 'awaiting' })
    expect(await desk.statusOf(family)).toEqual({ status: 'inspected', is_urgent: false })
    const passed = await desk.act('chief', id, 'pass')
    expect(passed.statusCode, passed.body).toBe(200)
    expect(passed.json().facts).toMatchObject({ ended: 1, waiting: 0 })
    expect(
      await desk.rows(`select source, monthly_kurus, provenance, recorded_by from komsu.income
        where household_id = ${family.household} and valid_to is null order by source, person_id`),
    ).toMatchObject([
      { source: 'casual_work', monthly_kurus: 900_000, provenance: 'inspection', recorded_by: office.staff.elif.id },
      { source: 'none', provenance: 'inspection' },
      { source: 'none', provenance: 'inspection' },
      { source: 'pension', provenance: 'registry' },
    ])
    const audit = await desk.rows(
      `select action from komsu.audit_event where subject_type = 'inspection' and subject_id = '${id}' order by id`,
    )
    expect(audit.map(row => row.action)).toEqual(['inspection.start', 'inspection.send', 'inspection.pass'])
  })

  test('every table of facts takes what the form makes of it', async () => {
    const family = await desk.family()
    const id = await desk.fillIn(family, ({ household, people }) => {
      household.assets = { value: ['vehicle', 'land'] }
      household.vehicle_value = { gap: 'unknown' }
      household.assets_note = { value: '😀'.repeat(900) }
      household.events = { value: ['fire', 'bereavement'] }
      household.event_on = { value: '2026-02-01' }
      const father = people[`p${family.people[0]}`]
      if (father) Object.assign(father, { honour: { value: ['veteran'] }, occupation: { value: 'Kaynakçı' } })
    })
    await desk.act('elif', id, 'send')
    const passed = await desk.act('chief', id, 'pass')
    expect(passed.statusCode, passed.body).toBe(200)
    const of = (table: string, where = 'true') =>
      desk.rows(`select * from komsu.${table} where household_id = ${family.household} and ${where}`)
    for (const table of [...FACT_TABLES, 'asset_fact', 'status_fact'])
      expect((await of(table)).length, table).toBeGreaterThan(0)
    expect(await of('status_fact', "kind = 'fire'")).toMatchObject([{ valid_from: '2026-02-01', person_id: null }])
    expect(await of('status_fact', "kind = 'veteran'")).toMatchObject([{ person_id: family.people[0] }])
    expect(await of('asset_fact', "kind = 'vehicle'")).toMatchObject([{ value_kurus: null }])
  })

  test('an unfinished form is not sent: every place is named, and nothing typed is lost', async () => {
    const family = await desk.family()
    const id = await desk.fillIn(family, answers => {
      delete answers.household.heating
      answers.household.observation = { value: 'ş'.repeat(10_000) }
    })
    const refused = await desk.act('elif', id, 'send')
    expect(refused.statusCode).toBe(400)
    expect(refused.json().detail).toBe('Formda tamamlanacak 2 yer var')
    expect(refused.json().details.errors).toMatchObject([
      { section: 'dwelling', question: 'heating', kind: 'required' },
      { section: 'observation', question: 'observation', kind: 'invalid' },
    ])
    expect((await desk.view(id)).answers.household.observation.value).toHaveLength(10_000)
    expect(await desk.statusOf(family)).toMatchObject({ status: 'in_inspection' })
  })

  test('two devices: other answers are merged, the same answer is never overwritten unseen', async () => {
    const id = await desk.begin(await desk.family())
    const first = await desk.save(id, [change('rooms', null, { value: 3 })])
    expect(first.json()).toMatchObject({ isStale: false, conflicts: [] })
    const second = await desk.save(id, [
      change('rooms', null, { value: 2 }),
      change('heating', null, { value: 'stove' }),
    ])
    expect(second.json()).toMatchObject({ isStale: true, conflicts: [{ question: 'rooms', person: null }] })
    expect((await desk.view(id)).answers.household).toEqual({ rooms: { value: 3 }, heating: { value: 'stove' } })
    const chosen = await desk.save(id, [change('rooms', { value: 3 }, { value: 2 })], second.json().version)
    expect(chosen.json()).toMatchObject({ isStale: false, conflicts: [] })
    expect((await desk.view(id)).answers.household.rooms).toEqual({ value: 2 })
  })

  test('saves at the same moment all land', async () => {
    const id = await desk.begin(await desk.family())
    const all = await Promise.all(
      ['rooms', 'rent_late'].map((question, i) => desk.save(id, [change(question, null, { value: i + 1 })])),
    )
    expect(all.map(one => one.statusCode)).toEqual([200, 200])
    expect((await desk.view(id)).answers.household).toEqual({ rooms: { value: 1 }, rent_late: { value: 2 } })
  })

  test('questions the form does not have, or of the wrong one, are refused; so is what no answer can be', async () => {
    const family = await desk.family()
    const id = await desk.begin(family)
    const places = [
      { question: 'no_such', person: null },
      { question: 'rooms', person: `p${family.people[0]}` },
      { question: 'health', person: null },
      { question: 'rooms', person: '__proto__' },
    ]
    for (const place of places)
      expect((await desk.save(id, [{ ...place, from: null, to: { value: 1 } }])).statusCode).toBe(400)
    for (const to of [{ value: 'x'.repeat(20_001) }, { value: 1, gap: 'unknown' }, { gap: 'zero' }, 'free'])
      expect((await desk.save(id, [change('observation', null, to)])).statusCode).toBe(400)
  })

  test('emoji, right-to-left text and a NUL: kept, and the database does not mind', async () => {
    const id = await desk.begin(await desk.family())
    const text = 'Aile السلام 👩‍👧 \u0000שלום'
    await desk.save(id, [change('observation', null, { value: text })])
    expect((await desk.view(id)).answers.household.observation.value).toBe(text.replace('\u0000', ''))
  })

  test('by telephone only with its reason; never a visit of tomorrow', async () => {
    const family = await desk.family()
    const version = await desk.versionOf('application', family.application)
    const ask = (more: object) =>
      office.ask('elif', 'POST', '/api/inspections', {
        body: { applicationId: family.application, version, visitedOn: today(), ...more },
      })
    expect((await ask({ mode: 'telephone' })).statusCode).toBe(400)
    expect((await ask({ mode: 'home', visitedOn: '2999-01-01' })).statusCode).toBe(400)
    const id = (await ask({ mode: 'telephone', phoneReason: 'Sel nedeniyle yol kapalı' })).json().id
    expect(await desk.view(id)).toMatchObject({ phoneReason: 'Sel nedeniyle yol kapalı', visit: { mode: 'telephone' } })
    const visit = { visitedOn: today(), mode: 'home', phoneReason: null, atHousehold: false, accuracyM: 40 }
    const put = (body: object) => office.ask('elif', 'PUT', `/api/inspections/${id}/visit`, { body })
    expect((await put({ ...visit, version: 99 })).statusCode).toBe(409)
    expect((await put({ ...visit, version: 1 })).statusCode).toBe(200)
    expect(await desk.view(id)).toMatchObject({ phoneReason: null, atHousehold: false, accuracyM: 40 })
  })

  test('an urgent need marks the application; corrections are proposed in the inspector’s name, once', async () => {
    const family = await desk.family()
    const id = await desk.fillIn(family, ({ household }) => {
      Object.assign(household, {
        urgent: { value: true },
        urgent_needs: { value: ['food'] },
        urgent_note: { value: 'Evde yiyecek yok.' },
        request_add: { value: ['food_parcel'] },
      })
    })
    await desk.act('elif', id, 'send')
    expect(await desk.statusOf(family)).toEqual({ status: 'inspected', is_urgent: true })
    await desk.act('chief', id, 'return', { questions: [{ question: 'rent', person: null, text: 'Sözleşme var mı?' }] })
    expect(await desk.view(id)).toMatchObject({ control: 'returned', why: { answer: null, send: null } })
    await desk.act('elif', id, 'send', { note: 'Sözleşme görüldü.' })
    expect(
      await desk.rows(
        `select kind, proposal, source, proposed_by, state from komsu.proposed_change where household_id = ${family.household}`,
      ),
    ).toEqual([
      {
        kind: 'request_add',
        proposal: { code: 'food_parcel' },
        source: 'inspector',
        proposed_by: office.staff.elif.id,
        state: 'open',
      },
    ])
    const told = await desk.rows(`select kind from komsu.notification where subject_id = ${id}`)
    expect(told).toEqual([{ kind: 'returned' }])
    expect((await desk.view(id, 'chief')).history.map((one: { action: string }) => one.action)).toEqual([
      'send',
      'return',
      'send',
    ])
  })
})
