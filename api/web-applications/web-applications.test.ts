import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import {
  type Counter,
  counterOn,
  makeFamily,
  makeOfficer,
  nextNationalId,
  plantTown,
  today,
} from '../applications/testing/counter.ts'
import { asService, type Officer } from '../platform/officer.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { publicFormRoutes, webApplicationRoutes } from './web-applications.routes.ts'

onFreshDatabase('the public form', db => {
  let counter: Counter
  let intake: Officer
  beforeAll(async () => {
    await plantTown(db())
    counter = await counterOn(db(), [webApplicationRoutes], [publicFormRoutes])
    intake = await makeOfficer(db(), 'intake', [1])
    return () => counter.app.close()
  })
  const sent = (change = {}) => ({
    givenName: 'Ayşe',
    familyName: 'Örnek',
    nationalId: nextNationalId(),
    bornOn: '1985-02-28',
    phone: '0532 123 45 67',
    districtId: 1,
    address: 'Alsancak Mah. 1453. Sokak No 12',
    people: 4,
    kind: 'needy',
    requests: ['food_parcel'],
    consentVersion: '2026-11',
    seconds: 90,
    ...change,
  })
  let networks = 0
  const send = async (body: unknown, { key = randomUUID() as string, from = `198.51.${++networks}.7` } = {}) => {
    const headers = { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) }
    const answer = await counter.app.inject({
      method: 'POST',
      url: '/api/web-applications',
      headers,
      payload: JSON.stringify(body),
      remoteAddress: from,
    })
    return { status: answer.statusCode, body: answer.json(), headers: answer.headers }
  }
  const status = async (no: string, from = `203.0.${++networks}.7`) => {
    const answer = await counter.app.inject({ url: `/api/web-applications/status/${no}`, remoteAddress: from })
    return { status: answer.statusCode, body: answer.json() }
  }

  test('who sends gets a number; a retry gets the same; the number tells a word and a day', async () => {
    const [key, body] = [randomUUID(), sent()]
    const one = await send(body, { key })
    expect(one.body.trackingNo).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    const [two, three] = await Promise.all([send(body, { key }), send(body, { key })])
    expect([two.body, three.body]).toEqual([one.body, one.body])
    const expected = { state: 'new', since: await today(db()), answer: null }
    expect((await status(one.body.trackingNo)).body).toEqual(expected)
    expect((await status(one.body.trackingNo.toLowerCase().replaceAll('-', ' '))).body).toEqual(expected)
  })

  test('an unknown and a malformed number are answered alike', async () => {
    const [unknown, malformed] = [await status('AAAA-AAAA-AAAA'), await status('x')]
    expect(unknown).toEqual(malformed)
    expect([unknown.status, unknown.body.type]).toEqual([404, 'not-found'])
  })

  test('every fault is named kindly; a child, a program and a hurry are told what to do', async () => {
    const codes = async (change: object) =>
      (await send(sent(change))).body.details.fields.map((one: { code: string }) => one.code)
    expect(await codes({ nationalId: '12345678901', phone: 'yok', requests: [], consentVersion: 'x' })).toEqual([
      'request',
      'national_id',
      'phone',
      'consent',
    ])
    expect(await codes({ bornOn: '2015-01-01' })).toEqual(['minor'])
    expect(await codes({ districtId: 999, kind: 'victim' })).toEqual(['event', 'district'])
    expect(await codes({ website: 'http://x', seconds: 1 })).toEqual(['trap', 'too_fast'])
    expect((await send({ ...sent(), note: 'a'.repeat(17_000) })).status).toBe(413)
    expect((await send(sent(), { key: '' })).status).toBe(400)
  })

  test('one network knocks only so often, others go on; retries of what was taken cost nothing', async () => {
    const from = '192.0.2.9'
    const key = randomUUID()
    await send(sent(), { key, from })
    const rest = []
    for (let i = 0; i < 15; i++) rest.push(await send(sent(), { from }))
    expect(rest.map(one => one.status)).toEqual([...Array.from({ length: 14 }, () => 200), 429])
    expect(Number(rest.at(-1)?.headers['retry-after'])).toBeGreaterThan(0)
    expect((await send(sent(), { key, from })).status).toBe(200)
    expect((await send(sent())).status).toBe(200)
    const { rows } = await db().pool.query('select distinct length(address_hash) as n from komsu.web_knock')
    expect(rows).toEqual([{ n: 32 }])
  })

  test('a flood hides nobody: the list goes on page after page', async () => {
    await db().pool.query(`insert into komsu.web_application (request_id, tracking_no, district_id, payload)
      select gen_random_uuid(), 'FLOO-D' || lpad(n::text, 3, '0') || '-AAAA', 1,
        (select payload from komsu.web_application order by id limit 1) from generate_series(1, 150) n`)
    const seen: number[] = []
    let cursor: number | undefined
    do {
      const { body } = await counter.ask('GET', `/api/web-applications${cursor ? `?cursor=${cursor}` : ''}`, {
        as: intake,
      })
      const page = body as unknown as { items: { id: number }[]; next?: number }
      seen.push(...page.items.map(one => one.id))
      cursor = page.next
    } while (cursor)
    const { rows } = await db().pool.query(
      `select id from komsu.web_application where state in ('new', 'in_review') and (district_id is null or district_id = 1) order by id`,
    )
    expect(seen).toEqual(rows.map(one => one.id))
    await db().pool.query(`delete from komsu.web_application where tracking_no like 'FLOO-D%'`)
  })

  test('intake of the district sees it, takes it as a draft of the known household, and hands it in', async () => {
    const family = await makeFamily(db())
    const known = await db().pool.query('select national_id from komsu.person where id = $1', [family.adult])
    const { trackingNo } = (await send(sent({ nationalId: known.rows[0].national_id, note: 'Kömür de lazım' }))).body
    const elsewhere = await makeOfficer(db(), 'intake', [2])
    const itemsOf = async (as: Officer) =>
      (await counter.ask('GET', '/api/web-applications', { as })).body.items as unknown as {
        id: number
        version: number
        name: string
      }[]
    expect(await itemsOf(elsewhere)).toEqual([])
    const item = (await itemsOf(intake)).at(-1)
    const draftId = randomUUID()
    const take = { as: intake, body: { version: item?.version, draftId } }
    expect(
      (await counter.ask('POST', `/api/web-applications/${item?.id}/take`, { ...take, as: elsewhere })).status,
    ).toBe(404)
    const taken = await counter.ask('POST', `/api/web-applications/${item?.id}/take`, take)
    expect(taken.body).toMatchObject({ draftId, householdId: family.household })
    expect((await status(trackingNo)).body.state).toBe('in_review')
    const draft = await counter.ask('GET', `/api/applications/drafts/${draftId}`, { as: intake })
    expect(draft.body.payload).toMatchObject({
      householdId: family.household,
      channel: 'web',
      referenceNo: trackingNo,
      requests: [{ aidType: 'food_parcel' }],
    })
    const done = await counter.ask('POST', '/api/applications', {
      as: intake,
      body: {
        draftId,
        webApplicationId: item?.id,
        household: { id: family.household },
        channel: 'web',
        referenceNo: trackingNo,
        receivedOn: await today(db()),
        applicant: { kind: 'self', personId: family.adult },
        kind: 'needy',
        requests: [{ aidType: 'food_parcel' }],
        consent: { version: '2026-11' },
      },
    })
    expect(done.status).toBe(200)
    expect((await status(trackingNo)).body).toMatchObject({ state: 'taken', answer: null })
    const late = await counter.ask('POST', `/api/web-applications/${item?.id}/decline`, {
      as: intake,
      body: { version: 3, answer: 'not_reachable' },
    })
    expect([late.status, late.body.details]).toEqual([409, { why: 'web_application_decided' }])
  })

  test('one that does not go on is answered with a code, never with free text', async () => {
    const { trackingNo } = (await send(sent())).body
    const { rows } = await db().pool.query('select id, version from komsu.web_application where tracking_no = $1', [
      trackingNo,
    ])
    const decline = (body: object) =>
      counter.ask('POST', `/api/web-applications/${rows[0].id}/decline`, { as: intake, body })
    expect((await decline({ version: 1, answer: 'Ayşe Hanım, …' })).status).toBe(400)
    expect((await decline({ version: 9, answer: 'not_reachable' })).body.details).toEqual({ current: 1 })
    expect((await decline({ version: 1, answer: 'not_reachable' })).status).toBe(200)
    expect((await status(trackingNo)).body).toMatchObject({ state: 'declined', answer: 'not_reachable' })
    await db().pool.query(`update komsu.web_application set answer = 'already_applied' where id = $1`, [rows[0].id])
    // Whoever sent it with a neighbour's number does not learn that the neighbour has applied.
    expect((await status(trackingNo)).body).toMatchObject({ state: 'taken', answer: null })
  })

  test('the counter’s role reads nothing of what was sent', async () => {
    await expect(
      asService(db(), 'counter', trx => sql`select * from komsu.web_application`.execute(trx)),
    ).rejects.toThrow(/permission denied/)
    for (const role of ['chief', 'inspector', 'planner'] as const)
      expect((await counter.ask('GET', '/api/web-applications', { as: await makeOfficer(db(), role) })).status).toBe(
        403,
      )
  })
})
