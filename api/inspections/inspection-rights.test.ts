import { afterAll, beforeAll, expect, test } from 'vitest'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { formDefinitionRoutes } from './form-definitions.routes.ts'
import { inspectionRoutes } from './inspections.routes.ts'
import { SOCIAL_INQUIRY_FORM } from './social-inquiry-form.rules.ts'
import { today } from './start-inspection.ts'
import { deskOf } from './testing/desk.ts'
import { openOffice, type Who } from './testing/office.ts'

const rooms = (value: number) => [{ question: 'rooms', person: null, from: null, to: { value } }]

onFreshDatabase('inspections: whose they are', db => {
  let office: Awaited<ReturnType<typeof openOffice>>
  let desk: ReturnType<typeof deskOf>
  beforeAll(async () => {
    office = await openOffice(db(), [inspectionRoutes, formDefinitionRoutes])
    desk = deskOf(db(), office)
  })
  afterAll(() => office.close())

  test('only the inspector it was given to starts it, once, also with a double click', async () => {
    const family = await desk.family()
    expect((await desk.start(family, 'murat')).statusCode).toBe(404)
    expect((await desk.start(family, 'chief')).statusCode).toBe(403)
    const body = {
      applicationId: family.application,
      version: await desk.versionOf('application', family.application),
      visitedOn: today(),
      mode: 'home',
    }
    const key = crypto.randomUUID()
    const both = await Promise.all([1, 2].map(() => office.ask('elif', 'POST', '/api/inspections', { body, key })))
    expect(both.map(one => one.statusCode)).toEqual([200, 200])
    expect(both[0]?.body).toBe(both[1]?.body)
    expect((await office.ask('elif', 'POST', '/api/inspections', { body })).json().type).toBe('conflict')
    expect((await desk.start(family)).json().details).toMatchObject({
      why: 'started_already',
      inspection: both[0]?.json().id,
    })
    expect(
      await desk.rows(`select count(*)::int as n from komsu.inspection where application_id = ${family.application}`),
    ).toEqual([{ n: 1 }])
  })

  test('a colleague, the counter, a planner and somebody not signed in do not read it; the read is written down', async () => {
    const id = await desk.begin(await desk.family())
    expect((await desk.read(id, 'murat')).statusCode).toBe(404)
    expect((await desk.read(id, 'intake')).statusCode).toBe(403)
    expect((await desk.read(id, 'planner')).statusCode).toBe(403)
    expect((await office.ask(null, 'GET', `/api/inspections/${id}`)).statusCode).toBe(401)
    expect((await desk.save(id, rooms(3), 1, 'murat')).statusCode).toBe(404)
    expect((await desk.read(id, 'chief')).statusCode).toBe(200)
    const reads = await desk.rows(
      `select officer_id, ground from komsu.audit_event where action = 'inspection.read' and subject_id = '${id}'`,
    )
    expect(reads).toEqual([{ officer_id: office.staff.chief.id, ground: 'control' }])
  })

  test('what was sent is not changed any more; only the chief controls, never who inspected', async () => {
    const family = await desk.family({ inspector: office.staff.both.id })
    const body = {
      applicationId: family.application,
      version: await desk.versionOf('application', family.application),
      visitedOn: today(),
      mode: 'home',
    }
    const id = (await office.ask('both', 'POST', '/api/inspections', { body })).json().id
    await desk.rows(`update komsu.inspection set control = 'awaiting', form = '{}' where id = ${id}`)
    await desk.rows(`update komsu.application set status = 'inspected' where id = ${family.application}`)
    expect((await desk.save(id, rooms(3), 1, 'both')).json().details).toEqual({ why: 'wrong_state' })
    expect((await desk.act('both', id, 'pass', {}, 'chief')).json().details).toEqual({ why: 'own_inspection' })
    expect((await desk.act('elif', id, 'pass')).statusCode).toBe(403)
    expect((await desk.act('chief', id, 'return', { questions: [] })).statusCode).toBe(400)
  })

  test('two inspectors: the second confirms what stands; a later change asks again', async () => {
    const family = await desk.family({ second: office.staff.zeynep.id, needsTwo: true })
    const id = await desk.fillIn(family)
    expect((await desk.act('elif', id, 'send')).json().details).toEqual({ why: 'second_missing' })
    expect((await desk.act('elif', id, 'confirm')).json().details).toEqual({ why: 'not_yours' })
    expect((await desk.act('zeynep', id, 'confirm')).statusCode).toBe(200)
    const change = [{ question: 'rooms', person: null, from: { value: 3 }, to: { value: 4 } }]
    expect((await desk.save(id, change, 1, 'zeynep')).json().conflicts).toEqual([])
    expect((await desk.act('elif', id, 'send')).json().details).toEqual({ why: 'second_missing' })
    await desk.act('zeynep', id, 'confirm')
    expect((await desk.act('elif', id, 'send')).statusCode).toBe(200)
  })

  test('sent twice at once: one effect; a stale screen is told so', async () => {
    const family = await desk.family()
    const id = await desk.fillIn(family)
    const body = { version: await desk.versionOf('inspection', id) }
    const answers = await Promise.all(
      [1, 2].map(() => office.ask('elif', 'POST', `/api/inspections/${id}/send`, { body })),
    )
    expect(answers.map(one => one.statusCode).sort()).toEqual([200, 409])
    expect(await desk.rows(`select action from komsu.inspection_control where inspection_id = ${id}`)).toEqual([
      { action: 'send' },
    ])
    const stale = await office.ask('chief', 'POST', `/api/inspections/${id}/pass`, { body })
    expect(stale.json()).toMatchObject({ type: 'conflict', details: { current: body.version + 1 } })
  })

  test('a failure between writing facts and passing on leaves neither', async () => {
    const family = await desk.family()
    const id = await desk.fillIn(family)
    await desk.act('elif', id, 'send')
    await desk.rows(
      `create function komsu.break_it() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$`,
    )
    await desk.rows(
      `create trigger breaks before update of passed_at on komsu.inspection for each row execute function komsu.break_it()`,
    )
    const key = crypto.randomUUID()
    const body = { version: await desk.versionOf('inspection', id) }
    const pass = () => office.ask('chief', 'POST', `/api/inspections/${id}/pass`, { body, key })
    expect((await pass()).statusCode).toBe(500)
    const facts = () => desk.rows(`select id from komsu.income where household_id = ${family.household}`)
    expect(await facts()).toEqual([])
    await desk.rows('drop trigger breaks on komsu.inspection')
    expect((await pass()).statusCode).toBe(200)
    const written = (await facts()).length
    expect(written).toBeGreaterThan(0)
    expect((await pass()).statusCode).toBe(200)
    expect((await facts()).length).toBe(written)
  })

  test('given to another inspector, the open inspection goes with its answers', async () => {
    const family = await desk.family()
    const id = await desk.begin(family)
    await desk.save(id, rooms(3))
    await desk.rows(
      `update komsu.application set assigned_officer_id = ${office.staff.murat.id} where id = ${family.application}`,
    )
    expect((await desk.start(family, 'murat')).json().details).toEqual({ why: 'started_already', inspection: id })
    expect((await desk.view(id, 'murat')).answers.household.rooms).toEqual({ value: 3 })
    expect((await desk.read(id, 'elif')).statusCode).toBe(404)
  })

  test('who belongs to the household is decided before it is scored, unless the chief says otherwise', async () => {
    const family = await desk.family()
    const id = await desk.fillIn(family, ({ people }) => {
      people[`p${family.people[2]}`] = { lives_here: { value: 'left' }, left_on: { value: '2026-05-01' } }
    })
    await desk.act('elif', id, 'send')
    const refused = await desk.act('chief', id, 'pass')
    expect(refused.json().details).toMatchObject({ why: 'proposals_open', proposals: [expect.any(Number)] })
    expect((await desk.act('chief', id, 'pass', { despiteProposals: true })).statusCode).toBe(200)
    expect(await desk.rows(`select id from komsu.schooling_fact where person_id = ${family.people[2]}`)).toEqual([])
  })

  test('a false statement is ruled by the chief with its reason, and only where the inspector wrote the finding', async () => {
    const clean = await desk.fillIn(await desk.family())
    await desk.act('elif', clean, 'send')
    const reason = 'Sözleşmenin başka bir adrese ait olduğu görüldü.'
    expect((await desk.act('chief', clean, 'false-statement', { reason })).json().details).toEqual({
      why: 'no_finding',
    })
    const family = await desk.family()
    const id = await desk.fillIn(family, ({ household }) => {
      Object.assign(household, {
        contradicted: { value: true },
        contradicted_note: { value: 'Sözleşme başka adresin.' },
      })
    })
    await desk.act('elif', id, 'send')
    expect((await desk.act('elif', id, 'false-statement', { reason })).statusCode).toBe(403)
    expect((await desk.act('chief', id, 'false-statement', { reason: 'yok' })).statusCode).toBe(400)
    const ruled = await desk.act('chief', id, 'false-statement', { reason })
    expect(ruled.json(), ruled.body).toMatchObject({ status: 'ineligible', score: null })
    expect(await desk.statusOf(family)).toMatchObject({ status: 'ineligible' })
    expect(await desk.rows(`select id from komsu.need_score where inspection_id = ${id}`)).toEqual([])
    expect((await desk.act('chief', id, 'pass')).json().type).toBe('closed')
  })

  test('an admin adds a version of the form; one that makes no sense is refused with every flaw', async () => {
    const add = (who: Who, definition: unknown, validFrom = today()) =>
      office.ask(who, 'POST', '/api/form-definitions', { body: { definition, validFrom } })
    const next = { ...SOCIAL_INQUIRY_FORM, version: 'sif-2' }
    expect((await add('chief', next)).statusCode).toBe(403)
    expect((await add('admin', SOCIAL_INQUIRY_FORM)).statusCode).toBe(409)
    expect((await add('admin', next, '2020-01-01')).statusCode).toBe(400)
    const flawed = await add('admin', { ...next, marks: { urgent: { is: ['no_such', true] } } })
    expect(flawed.json().details.fields).toEqual([{ field: 'marks', why: '“no_such” adında bir soru yok.' }])
    expect((await add('admin', next)).statusCode).toBe(200)
    expect((await add('admin', next)).statusCode).toBe(409)
    const id = await desk.begin(await desk.family())
    expect((await desk.view(id)).formVersion).toBe('sif-2')
    expect((await office.ask('elif', 'GET', '/api/form-definitions/sif-2')).json().version).toBe('sif-2')
    expect((await office.ask('elif', 'GET', '/api/form-definitions/none')).statusCode).toBe(404)
    expect((await office.ask('admin', 'GET', '/api/form-definitions')).json().items).toMatchObject([
      { version: 'sif-1', isCurrent: false },
      { version: 'sif-2', isCurrent: true },
    ])
  })
})
