import { afterAll, beforeAll, expect, test } from 'vitest'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { fileIn, hire, layOutCity, type MadeFile, officeOf, oneValue, type Person } from './testing/small-city.ts'
import type { PlanPage, Proposal } from './weekly-plans.contract.ts'

const WEEK = '2026-12-07'

onFreshDatabase('weekly plans', db => {
  let office: Awaited<ReturnType<typeof officeOf>>
  let chief: Person
  let manager: Person
  let inspectors: Person[]
  const files: MadeFile[] = []

  beforeAll(async () => {
    await layOutCity(db())
    chief = { id: await hire(db(), 'chief', 'chief', [1, 2]), role: 'chief' }
    manager = { id: await hire(db(), 'manager', 'manager', 'all'), role: 'manager' }
    inspectors = []
    for (const name of ['ayla', 'bora', 'can'])
      inspectors.push({ id: await hire(db(), name, 'inspector', [1, 2]), role: 'inspector' })
    await db().pool.query(
      `insert into komsu.officer_interest (officer_id, home_neighbourhood_id, sex) values ($1, 1, 'female')`,
      [inspectors[0]?.id],
    )
    for (let neighbourhood = 1; neighbourhood <= 18; neighbourhood++)
      files.push(await fileIn(db(), { neighbourhood, isUrgent: neighbourhood === 5 }))
    office = await officeOf(db())
  })
  afterAll(() => office?.close())

  const propose = async (more: object = {}) => {
    const answer = await office.post(chief, '/api/weekly-plans/propose', { weekStart: WEEK, ...more })
    expect(answer.status).toBe(200)
    return answer.body as Proposal
  }
  const submit = (items: Proposal['items'], key?: string) =>
    office.post(chief, '/api/weekly-plans', { weekStart: WEEK, items, note: 'iki mahalle değişti', changed: 2 }, key)
  const statuses = () =>
    oneValue(db(), `select string_agg(distinct status, ' ' order by status) from komsu.application`)

  test('a proposal gives every file to somebody untied, in whole areas, and stores nothing', async () => {
    const proposal = await propose()
    expect(proposal.items.map(item => item.applicationId).sort((a, b) => a - b)).toEqual(files.map(file => file.id))
    expect(proposal).toMatchObject({ left: [], pieces: 3, notConsidered: 0 })
    const tied = { applicationId: files[0]?.id, inspectorId: inspectors[0]?.id }
    expect(proposal.barred).toEqual([{ ...tied, why: 'home_neighbourhood' }])
    expect(proposal.items).not.toContainEqual(expect.objectContaining(tied))
    for (const one of proposal.inspectors) expect(one.load).toBeGreaterThanOrEqual(5)
    expect(await oneValue(db(), 'select count(*)::int from komsu.weekly_plan')).toBe(0)
    expect(await propose()).toEqual(proposal)
  })

  test('bounds and absences of the week hold in it', async () => {
    const away = { officerId: inspectors[2]?.id, from: '2026-12-07', to: '2026-12-11', kind: 'leave' }
    const { id } = (await office.post(chief, '/api/absences', away)).body as { id: number }
    const bounds = inspectors.map(one => ({ id: one.id, minimum: 0, maximum: 6 }))
    const short = await propose({ inspectors: bounds })
    expect(short.inspectors.map(one => one.load)).toEqual([6, 6, 0])
    expect(short.left).toHaveLength(6)
    expect(short.items.map(item => item.applicationId)).toContain(files[4]?.id) // the urgent one
    await office.post(chief, `/api/absences/${id}/cancel`, {})
  })

  test('bad weeks and bounds are refused in words', async () => {
    for (const body of [
      { weekStart: '2026-12-08' },
      { weekStart: WEEK, inspectors: [{ id: 1, minimum: 9, maximum: 3 }] },
    ]) {
      const answer = await office.post(chief, '/api/weekly-plans/propose', body)
      expect(answer).toMatchObject({ status: 400, body: { type: 'invalid-input' } })
    }
  })

  test('a plan with a visit that cannot be is not kept at all, and says which', async () => {
    const [first, second] = files
    const item = { applicationId: first?.id ?? 0, inspectorId: inspectors[0]?.id ?? 0, secondInspectorId: null }
    const fine = { applicationId: second?.id ?? 0, inspectorId: inspectors[1]?.id ?? 0, secondInspectorId: null }
    const answer = await submit([item, fine, fine])
    expect(answer).toMatchObject({
      status: 409,
      body: {
        details: {
          why: 'plan_items',
          refused: [
            { applicationId: first?.id, why: 'home_neighbourhood' },
            { applicationId: second?.id, why: 'twice' },
          ],
        },
      },
    })
    expect(await oneValue(db(), 'select count(*)::int from komsu.weekly_plan')).toBe(0)
  })

  test('a manager sees a plan without households and returns it with words', async () => {
    const { items } = await propose()
    const sent = await submit(items)
    expect(sent).toMatchObject({ status: 200, body: { state: 'submitted', version: 1 } })
    const { id } = sent.body as { id: number }
    expect((await office.get(manager, '/api/notifications')).body).toMatchObject({
      items: [{ kind: 'plan_submitted', subject: { type: 'weekly_plan', id } }],
    })
    const seen = (await office.get(manager, `/api/weekly-plans/${id}`)).body as PlanPage
    expect(seen.visits).toBeUndefined()
    expect(JSON.stringify(seen)).not.toMatch(/household|fileNo|T-\d/)
    expect(seen.summary).toEqual({ files: 18, urgent: 1, late: 18, pieces: 3, changed: 2 })
    expect(seen.areas.reduce((sum, area) => sum + area.neighbourhoods.length, 0)).toBe(18)
    const own = (await office.get(chief, `/api/weekly-plans/${id}`)).body as PlanPage
    expect(own.visits).toHaveLength(18)
    expect((await submit(items)).body).toMatchObject({ details: { refused: { length: 18 } } }) // each in a plan already
    expect((await propose()).items).toEqual([])
    const url = `/api/weekly-plans/${id}/return`
    expect((await office.post(manager, url, { version: 1, note: '' })).status).toBe(400)
    expect((await office.post(chief, url, { version: 1, note: 'olmaz' })).status).toBe(403)
    expect((await office.post(manager, url, { version: 1, note: 'Yük eşit değil' })).body).toMatchObject({
      state: 'returned',
    })
    expect(await statuses()).toBe('awaiting_inquiry')
    expect((await office.post(manager, url, { version: 2, note: 'bir daha' })).body).toMatchObject({
      details: { why: 'wrong_state' },
    })
  })

  test('approving assigns, tells and says what became impossible meanwhile, once', async () => {
    const { items } = await propose()
    const { id } = (await submit(items)).body as { id: number }
    const [gone, moved] = items
    await office.post(chief, `/api/applications/${gone?.applicationId}/assign`, {
      officerId: gone?.inspectorId,
      version: 1,
    })
    await db().pool.query(
      `update komsu.officer_interest set home_neighbourhood_id = (select h.neighbourhood_id from komsu.application a
         join komsu.household h on h.id = a.household_id where a.id = $1) where officer_id = $2`,
      [
        items.find(one => one.inspectorId === inspectors[0]?.id && one !== gone && one !== moved)?.applicationId,
        inspectors[0]?.id,
      ],
    )
    const url = `/api/weekly-plans/${id}/approve`
    expect((await office.post(manager, url, { version: 9 })).status).toBe(409)
    const both = await Promise.all([1, 2].map(() => office.post(manager, url, { version: 1 })))
    expect(both.map(one => one.status).sort()).toEqual([200, 409])
    const page = both.find(one => one.status === 200)?.body as unknown as PlanPage
    const outcomes = page.areas.map(area => area.outcomes)
    const sum = (of: keyof PlanPage['areas'][number]['outcomes']) => outcomes.reduce((all, one) => all + one[of], 0)
    expect([sum('assigned'), sum('not_awaiting'), sum('conflict'), sum('absent')]).toEqual([16, 1, 1, 0])
    const assigned = `select count(*)::int from komsu.application where status = 'assigned'`
    expect(await oneValue(db(), assigned)).toBe(17)
    expect(await oneValue(db(), `select count(*)::int from komsu.assignment where plan_id = $1`, [id])).toBe(16)
    const told = (await office.get(chief, '/api/notifications')).body
    expect(told).toMatchObject({ items: [{ kind: 'plan_approved', detail: { assigned: 16, notAssigned: 2 } }, {}] })
    for (const one of inspectors)
      expect((await office.get(one, '/api/notifications')).body).toMatchObject({
        items: expect.arrayContaining([expect.objectContaining({ kind: 'assigned' })]),
      })
    const audited = `select count(*)::int from komsu.audit_event where action = 'plan.approve' and subject_id = $1`
    expect(await oneValue(db(), audited, [String(id)])).toBe(1)
  })

  test('a chief takes back a plan of their own, a manager cannot see other districts’ plans', async () => {
    const file = await fileIn(db(), { neighbourhood: 12 })
    const items = [{ applicationId: file.id, inspectorId: inspectors[1]?.id ?? 0, secondInspectorId: null }]
    const key = crypto.randomUUID()
    const twice = await Promise.all([submit(items, key), submit(items, key)])
    expect(twice[0].body).toEqual(twice[1].body)
    const [{ body }] = twice
    const { id } = body as { id: number }
    const west: Person = { id: await hire(db(), 'west', 'manager', [1]), role: 'manager' }
    expect((await office.get(west, `/api/weekly-plans/${id}`)).status).toBe(404)
    expect((await office.post(west, `/api/weekly-plans/${id}/approve`, { version: 1 })).status).toBe(404)
    const other: Person = { id: await hire(db(), 'other', 'chief', [2]), role: 'chief' }
    expect((await office.post(other, `/api/weekly-plans/${id}/withdraw`, { version: 1 })).status).toBe(404)
    expect((await office.post(chief, `/api/weekly-plans/${id}/withdraw`, { version: 1 })).body).toMatchObject({
      state: 'withdrawn',
    })
    expect((await office.post(manager, `/api/weekly-plans/${id}/approve`, { version: 2 })).status).toBe(409)
    const plans = (await office.get(chief, '/api/weekly-plans?state=withdrawn')).body
    expect(plans).toMatchObject({ items: [{ id, state: 'withdrawn', districts: [{ name: 'Doğu' }] }] })
  })
})
