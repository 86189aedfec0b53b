import { afterAll, beforeAll, expect, test } from 'vitest'
import { openOffice } from '../inspections/testing/office.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { schemeRoutes } from './schemes.routes.ts'
import { scoreRoutes } from './scores.routes.ts'
import { fillVillage } from './testing/village.ts'

type Office = Awaited<ReturnType<typeof openOffice>>
const dayFromNow = (days: number) => new Date(Date.now() + 3 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
const DECISION = { no: '2026/118', date: dayFromNow(0) }

onFreshDatabase('score schemes', db => {
  let office: Office
  beforeAll(async () => {
    office = await openOffice(db(), [schemeRoutes, scoreRoutes])
    await fillVillage(db(), 60)
  })
  afterAll(() => office.close())

  const rows = async (text: string) => (await db().pool.query(text)).rows
  const begin = async (version: string) => {
    const answer = await office.ask('admin', 'POST', '/api/score-schemes', { body: { version, basedOn: 'default-1' } })
    expect(answer.statusCode, answer.body).toBe(200)
    return (await office.ask('admin', 'GET', `/api/score-schemes/${version}`)).json()
  }
  const save = (version: string, body: object) => office.ask('admin', 'PUT', `/api/score-schemes/${version}`, { body })
  const simulate = (version: string, edition: number, more = {}) =>
    office.ask('admin', 'POST', `/api/score-schemes/${version}/simulate`, { body: { edition, ...more } })
  const adopt = (version: string, body: object) =>
    office.ask('admin', 'POST', `/api/score-schemes/${version}/adopt`, {
      body: { commissionDecision: DECISION, minimum: 50, ...body },
    })
  const tenureOf = (page: {
    document: { parts: { questions: { code: string; bands: { points: number }[] }[] }[] }
  }) => {
    const question = page.document.parts[1]?.questions[0]
    if (question?.code !== 'tenure') throw new Error('no tenure')
    return question
  }

  test('the one that ships holds until another is adopted, and cannot be edited', async () => {
    const { items } = (await office.ask('commission', 'GET', '/api/score-schemes')).json()
    expect(items).toMatchObject([
      { version: 'default-1', isShipped: true, isInForce: true, isProposal: true, minimum: 50 },
    ])
    const page = (await office.ask('commission', 'GET', '/api/score-schemes/default-1')).json()
    expect(page.faults).toEqual([])
    const refused = await save('default-1', { edition: 1, document: page.document, minimum: 50 })
    expect([refused.statusCode, refused.json().details]).toEqual([409, { why: 'scheme_adopted' }])
    expect((await office.ask('admin', 'GET', '/api/score-schemes/none-such')).statusCode).toBe(404)
  })

  test('a draft is saved with what is still wrong, one edition at a time', async () => {
    const page = await begin('draft-a')
    const [band] = tenureOf(page).bands
    if (band) band.points = 12
    const saved = (await save('draft-a', { edition: 1, document: page.document, minimum: 45 })).json()
    expect(saved).toMatchObject({ edition: 2, faults: [{ code: 'too-much', path: ['parts', 1, 'questions'] }] })
    const late = await save('draft-a', { edition: 1, document: page.document, minimum: 55 })
    expect([late.statusCode, late.json().details]).toEqual([409, { current: 2 }])
    const again = await simulate('draft-a', 2)
    expect([again.statusCode, again.json().details.why]).toEqual([409, 'scheme_faults'])
    expect(
      (await office.ask('admin', 'POST', '/api/score-schemes', { body: { version: 'draft-a', basedOn: 'default-1' } }))
        .statusCode,
    ).toBe(409)
    expect(
      (await office.ask('admin', 'POST', '/api/score-schemes', { body: { version: 'Taslak Ğ', basedOn: 'default-1' } }))
        .statusCode,
    ).toBe(400)
  })

  test('a place is not kept even in a draft, by whatever door', async () => {
    const page = await begin('draft-place')
    const question = tenureOf(page)
    const put = (document: unknown) => save('draft-place', { edition: 1, document, minimum: 50 })
    Object.assign(question, { variable: 'district.id' })
    const byVariable = await put(page.document)
    expect(byVariable.statusCode).toBe(400)
    expect(byVariable.json().detail).toContain('“Konutta hangi hakla oturuluyor?” sorusu yaşanan yeri anıyor')
    Object.assign(question, { variable: 'dwelling.tenure', text: { tr: 'Ev Bahariye’de mi?', en: 'Where is it?' } })
    expect((await put(page.document)).json().details.faults).toMatchObject([{ code: 'area', question: 'tenure' }])
    expect((await put({ ...page.document, areaFactor: 2 })).statusCode).toBe(400)
    expect((await rows("select edition from komsu.score_scheme where version = 'draft-place'"))[0].edition).toBe(1)
  })

  test('a simulation tells who flips, at what cost, and no small number', async () => {
    const page = await begin('draft-b')
    for (const band of tenureOf(page).bands) band.points = 0
    const { edition } = (await save('draft-b', { edition: 1, document: page.document, minimum: 50 })).json()
    const answer = await simulate('draft-b', edition, { amountKurus: 300_000, months: 6 })
    expect(answer.statusCode, answer.body).toBe(200)
    const told = answer.json()
    // fillVillage: of 60, every second pays rent and loses 7 of 52 points; the others have 43 or 45.
    expect(told.whole).toEqual({ households: 60, before: 30, after: 0, lost: 30, gained: 0 })
    expect(told.cost).toEqual({ amountKurus: 300_000, months: 6, beforeKurus: 30 * 6 * 300_000, afterKurus: 0 })
    expect(told.districts).toMatchObject([{ name: 'Karşıyaka', counts: { lost: 30 } }])
    // Three households have a member with a disability: neither they nor, by subtraction, the rest are told apart.
    expect(told.disability.map((row: { counts: object }) => row.counts)).toEqual(
      [1, 2].map(() => ({ households: null, before: null, after: null, lost: null, gained: null })),
    )
    expect(told).toMatchObject({ against: 'default-1', edition })
    const kept = (await office.ask('commission', 'GET', '/api/score-schemes/draft-b')).json()
    expect(kept.simulation).toEqual(told)
    expect(kept.edition).toBe(edition)
  })

  test('adoption wants a day to come, a decision, a simulation of this very edition, the minimum simulated', async () => {
    const page = await begin('scheme-2027')
    const { edition } = (await save('scheme-2027', { edition: 1, document: page.document, minimum: 52 })).json()
    const why = async (body: object) => (await adopt('scheme-2027', body)).json().details?.why
    const good = { edition, effectiveFrom: dayFromNow(1), minimum: 52 }
    expect(await why({ ...good, effectiveFrom: dayFromNow(0) })).toBe('not_to_come')
    expect(await why({ ...good, commissionDecision: { no: '1', date: dayFromNow(2) } })).toBe('decision_to_come')
    expect(await why(good)).toBe('not_simulated')
    await simulate('scheme-2027', edition)
    expect(await why({ ...good, minimum: 40 })).toBe('minimum_differs')
    expect((await adopt('scheme-2027', { ...good, edition: edition - 1 })).statusCode).toBe(409)
    expect(
      (await adopt('scheme-2027', { ...good, commissionDecision: { no: ' ', date: dayFromNow(0) } })).statusCode,
    ).toBe(400)
    const done = await adopt('scheme-2027', good)
    expect(done.json()).toEqual({ version: 'scheme-2027', state: 'adopted', effectiveFrom: dayFromNow(1) })
    // From tomorrow: today the old one holds, and nothing that was scored changed.
    const list = (await office.ask('commission', 'GET', '/api/score-schemes')).json().items
    expect(list.find((one: { version: string }) => one.version === 'scheme-2027')).toMatchObject({
      isInForce: false,
      state: 'adopted',
      minimum: 52,
      decisionNo: '2026/118',
    })
    expect(
      await rows(
        `select value from komsu.parameter where code = 'minimum_need_score' and valid_from = '${dayFromNow(1)}'`,
      ),
    ).toEqual([{ value: 52 }])
    expect(await rows(`select distinct scheme_version from komsu.need_score`)).toEqual([
      { scheme_version: 'default-1' },
    ])
    const audit = await rows(
      "select ground from komsu.audit_event where action = 'scheme.adopt' and subject_id = 'scheme-2027'",
    )
    expect(audit).toEqual([{ ground: 'commission_decision:2026/118' }])
  })

  test('what was adopted stays as adopted, even for the owner; from each day on one scheme holds', async () => {
    await expect(rows("update komsu.score_scheme set minimum = 1 where version = 'scheme-2027'")).rejects.toThrow(
      /does not change/,
    )
    const again = await save('scheme-2027', { edition: 2, document: (await begin('scheme-x')).document, minimum: 1 })
    expect([again.statusCode, again.json().details]).toEqual([409, { why: 'scheme_adopted' }])
    await simulate('scheme-x', 1)
    const taken = await adopt('scheme-x', { edition: 1, effectiveFrom: dayFromNow(1) })
    expect([taken.statusCode, taken.json().details]).toEqual([409, { why: 'day_taken' }])
    const withdrawn = await office.ask('admin', 'POST', '/api/score-schemes/scheme-x/withdraw', {
      body: { edition: 1 },
    })
    expect(withdrawn.json()).toEqual({ state: 'withdrawn' })
  })

  test('drafts are the admin’s; the commission and the chief read; others see nothing', async () => {
    for (const who of ['commission', 'chief'] as const) {
      expect((await office.ask(who, 'GET', '/api/score-schemes')).statusCode).toBe(200)
      for (const url of [
        '/api/score-schemes',
        '/api/score-schemes/draft-b/simulate',
        '/api/score-schemes/draft-b/adopt',
      ])
        expect((await office.ask(who, 'POST', url, { body: {} })).statusCode).toBe(403)
    }
    for (const who of ['elif', 'intake', 'planner'] as const)
      expect((await office.ask(who, 'GET', '/api/score-schemes')).statusCode).toBe(403)
  })
})
