import { afterAll, beforeAll, expect, test } from 'vitest'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { fileIn, hire, layOutCity, officeOf, oneValue, type Person } from './testing/small-city.ts'

onFreshDatabase('the pool and assignment by hand', db => {
  let office: Awaited<ReturnType<typeof officeOf>>
  let chief: Person
  let stranger: Person
  let ayla: Person
  let bora: Person
  let far: Person

  beforeAll(async () => {
    await layOutCity(db())
    chief = { id: await hire(db(), 'chief', 'chief', [1]), role: 'chief' }
    stranger = { id: await hire(db(), 'stranger', 'chief', [2]), role: 'chief' }
    ayla = { id: await hire(db(), 'ayla', 'inspector', [1]), role: 'inspector' }
    bora = { id: await hire(db(), 'bora', 'inspector', [1]), role: 'inspector' }
    far = { id: await hire(db(), 'far', 'inspector', [2]), role: 'inspector' }
    await db().pool.query(
      `insert into komsu.officer_interest (officer_id, home_neighbourhood_id, sex) values ($1, 9, 'female'), ($2, 5, 'male')`,
      [ayla.id, bora.id],
    )
    office = await officeOf(db())
  })
  afterAll(() => office?.close())

  const assign = (file: { id: number }, body: object, key?: string) =>
    office.post(chief, `/api/applications/${file.id}/assign`, { version: 1, ...body }, key)
  const statusOf = (id: number) => oneValue(db(), `select status from komsu.application where id = $1`, [id])

  test('the pool shows a chief their districts, longest overdue first, page by page, with counts by neighbourhood', async () => {
    const late = await fileIn(db(), { neighbourhood: 1, replyBy: '2024-01-01', isUrgent: true })
    const next = await fileIn(db(), { neighbourhood: 2, replyBy: '2024-01-02' })
    await fileIn(db(), { neighbourhood: 12, replyBy: '2023-01-01' })
    const first = await office.get(chief, '/api/activities?limit=1')
    expect(first.body).toMatchObject({
      items: [{ id: late.id, district: 'Batı', daysLate: expect.any(Number), point: { quality: 'door' } }],
      next: `2024-01-01_${late.id}`,
      areas: [
        { neighbourhoodId: 1, files: 1, late: 1, urgent: 1 },
        { neighbourhoodId: 2, files: 1, late: 1, urgent: 0 },
      ],
    })
    const second = await office.get(chief, `/api/activities?limit=1&cursor=2024-01-01_${late.id}`)
    expect(second.body).toMatchObject({ items: [{ id: next.id }] })
    expect(Object.keys(second.body)).toEqual(['items'])
    const urgent = await office.get(chief, '/api/activities?urgent=1')
    expect(idsOf(urgent.body)).toEqual([late.id])
    expect(idsOf((await office.get(chief, '/api/activities?neighbourhood=2')).body)).toEqual([next.id])
    expect((await office.get(chief, '/api/activities?cursor=today')).status).toBe(400)
    const seen = await oneValue(
      db(),
      `select detail -> 'households' from komsu.audit_event where action = 'activity.read' order by id limit 1`,
    )
    expect(seen).toEqual([late.householdId])
  })

  test('an inspector sees in it only what is assigned to them', async () => {
    const own = await fileIn(db(), { neighbourhood: 4, status: 'assigned', assignedTo: ayla.id })
    await fileIn(db(), { neighbourhood: 4, status: 'assigned', assignedTo: bora.id })
    expect(idsOf((await office.get(ayla, '/api/activities?status=assigned')).body)).toEqual([own.id])
    expect(idsOf((await office.get(ayla, '/api/activities')).body)).toEqual([])
  })

  test('a file is given to an inspector, once, with its history, notice and audit', async () => {
    const file = await fileIn(db(), { neighbourhood: 3 })
    const key = crypto.randomUUID()
    const twice = await Promise.all([1, 2].map(() => assign(file, { officerId: ayla.id }, key)))
    expect(twice.map(one => one.body)).toEqual([1, 2].map(() => ({ applicationId: file.id, version: 2 })))
    expect(await statusOf(file.id)).toBe('assigned')
    expect(
      await oneValue(db(), `select count(*)::int from komsu.assignment where application_id = $1`, [file.id]),
    ).toBe(1)
    const audited = `select count(*)::int from komsu.audit_event where action = 'application.assign' and subject_id = $1`
    expect(await oneValue(db(), audited, [String(file.id)])).toBe(1)
    const notices = await office.get(ayla, '/api/notifications')
    expect(notices.body).toMatchObject({
      unread: 1,
      items: [{ kind: 'assigned', detail: { files: 1 }, isRead: false }],
    })
    const [{ id }] = (notices.body as { items: [{ id: number }] }).items
    expect((await office.post(ayla, '/api/notifications/read', { upTo: id })).body).toEqual({ unread: 0 })
    expect((await office.get(bora, '/api/notifications')).body).toEqual({ items: [], unread: 0 })
  })

  test('of two chiefs who assign what they both read, the second is told what it is now', async () => {
    const file = await fileIn(db(), { neighbourhood: 3 })
    const both = await Promise.all([ayla, bora].map(one => assign(file, { officerId: one.id })))
    expect(both.map(one => one.status).sort()).toEqual([200, 409])
    expect(
      await oneValue(db(), `select count(*)::int from komsu.assignment where application_id = $1`, [file.id]),
    ).toBe(1)
    const stale = await fileIn(db(), { neighbourhood: 3 })
    const answer = await assign(stale, { officerId: ayla.id, version: 7 })
    expect(answer).toMatchObject({ status: 409, body: { type: 'conflict', details: { current: { version: 1 } } } })
  })

  test.each([
    ['home_neighbourhood', { neighbourhood: 9 }, () => ({ officerId: ayla.id })],
    ['no_inspector', { neighbourhood: 3 }, () => ({ officerId: chief.id })],
    ['wanted_sex', { neighbourhood: 3, wantedSex: 'female' as const }, () => ({ officerId: bora.id })],
    ['second_missing', { neighbourhood: 3, needsTwo: true }, () => ({ officerId: bora.id })],
    ['same_twice', { neighbourhood: 3 }, () => ({ officerId: bora.id, secondOfficerId: bora.id })],
    ['wrong_state', { neighbourhood: 3, status: 'inspected' }, () => ({ officerId: bora.id })],
  ])('is refused for %s and nothing is written', async (why, made, body) => {
    const file = await fileIn(db(), made)
    const before = await statusOf(file.id)
    expect(await assign(file, body())).toMatchObject({ status: 409, body: { type: 'closed', details: { why } } })
    expect(await statusOf(file.id)).toBe(before)
  })

  test('nobody gets a relative’s file or one they inspected before, and away is away', async () => {
    const kin = await fileIn(db(), { neighbourhood: 2 })
    await db().pool.query(
      `insert into komsu.officer_relative (officer_id, national_id, relation) select $1, national_id, 'sibling' from komsu.person where id = $2`,
      [ayla.id, kin.personId],
    )
    expect((await assign(kin, { officerId: ayla.id })).body).toMatchObject({ details: { why: 'relative' } })
    const again = await fileIn(db(), { neighbourhood: 2 })
    await db().pool.query(
      `with old as (insert into komsu.application (household_id, district_id, channel, status, received_on) values ($1, 1, 'web', 'refused', '2025-01-01') returning id)
       insert into komsu.inspection (application_id, household_id, inspector_id, visited_on) select id, $1, $2, '2025-02-01' from old`,
      [again.householdId, ayla.id],
    )
    expect((await assign(again, { officerId: ayla.id })).body).toMatchObject({ details: { why: 'own_earlier_file' } })
    const away = { officerId: bora.id, from: '2020-01-01', to: '2099-01-01', kind: 'training' }
    const absence = await office.post(chief, '/api/absences', away)
    expect(absence.status).toBe(200)
    expect((await office.post(chief, '/api/absences', away)).body).toMatchObject({ details: { why: 'overlaps' } })
    expect((await assign(again, { officerId: bora.id })).body).toMatchObject({ details: { why: 'away' } })
    const { id } = absence.body as { id: number }
    expect((await office.post(chief, `/api/absences/${id}/cancel`, {})).status).toBe(200)
    expect((await assign(again, { officerId: bora.id })).status).toBe(200)
  })

  test('a lasso is assigned file by file: what cannot be says why', async () => {
    const files = [
      await fileIn(db(), { neighbourhood: 6 }),
      await fileIn(db(), { neighbourhood: 9 }),
      await fileIn(db(), { neighbourhood: 14 }),
    ]
    const answer = await office.post(chief, '/api/activities/assign', {
      items: files.map(file => ({ applicationId: file.id, version: 1 })),
      officerId: ayla.id,
    })
    expect(answer.body).toEqual({
      assigned: [{ applicationId: files[0]?.id, version: 2 }],
      refused: [
        { applicationId: files[1]?.id, why: 'home_neighbourhood' },
        { applicationId: files[2]?.id, why: 'not_here' },
      ],
    })
  })

  test('a file is handed on with a reason; the inspection begun goes with it and both are told', async () => {
    const file = await fileIn(db(), { neighbourhood: 6, status: 'in_inspection', assignedTo: ayla.id })
    await db().pool.query(
      `insert into komsu.inspection (application_id, household_id, inspector_id, visited_on, control) values ($1, $2, $3, '2026-11-01', 'open')`,
      [file.id, file.householdId, ayla.id],
    )
    const url = `/api/applications/${file.id}/reassign`
    expect((await office.post(chief, url, { officerId: bora.id, version: 1 })).status).toBe(400)
    const same = await office.post(chief, url, { officerId: ayla.id, version: 1, reason: 'izinli' })
    expect(same.body).toMatchObject({ details: { why: 'same_inspector' } })
    expect((await office.post(chief, url, { officerId: bora.id, version: 1, reason: 'izinli' })).status).toBe(200)
    expect(await statusOf(file.id)).toBe('in_inspection')
    expect(await oneValue(db(), `select inspector_id from komsu.inspection where application_id = $1`, [file.id])).toBe(
      bora.id,
    )
    const kinds = `select string_agg(kind, ' ' order by id) from (select * from komsu.notification where officer_id = $1 order by id desc limit 1) last`
    expect(await oneValue(db(), kinds, [ayla.id])).toBe('reassigned')
    expect(await oneValue(db(), kinds, [bora.id])).toBe('assigned')
  })

  test('who works elsewhere or in another role reaches nothing', async () => {
    const file = await fileIn(db(), { neighbourhood: 6 })
    const body = { officerId: ayla.id, version: 1 }
    expect((await office.post(stranger, `/api/applications/${file.id}/assign`, body)).status).toBe(404)
    expect((await office.post(ayla, `/api/applications/${file.id}/assign`, body)).status).toBe(403)
    const inspectors = await office.get(stranger, '/api/inspectors')
    expect((inspectors.body as { items: { id: number }[] }).items.map(one => one.id)).toEqual([far.id])
    const both: Person = { id: await hire(db(), 'both', 'chief', [1, 2]), role: 'chief' }
    const across = await office.post(both, `/api/applications/${file.id}/assign`, { officerId: far.id, version: 1 })
    expect(across.body).toMatchObject({ details: { why: 'other_district' } })
    const absence = { officerId: ayla.id, from: '2026-12-01', to: '2026-12-02', kind: 'leave' }
    expect((await office.post(stranger, '/api/absences', absence)).status).toBe(404)
    const inspector = (await office.get(chief, '/api/inspectors')).body
    expect(JSON.stringify(inspector)).not.toMatch(/home|relative/i)
  })

  test('the database refuses a conflict whatever the application says', async () => {
    const file = await fileIn(db(), { neighbourhood: 9 })
    const client = await db().pool.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('role', 'komsu_chief', true), set_config('komsu.officer_id', $1, true)`, [
        String(chief.id),
      ])
      const steal = client.query(
        `update komsu.application set status = 'assigned', assigned_officer_id = $1 where id = $2`,
        [ayla.id, file.id],
      )
      await expect(steal).rejects.toMatchObject({ constraint: 'assignment_conflict' })
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})

const idsOf = (pool: unknown) => (pool as { items: { id: number }[] }).items.map(item => item.id)
