import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspectionRoutes } from '../inspections/inspections.routes.ts'
import { deskOf, type Family } from '../inspections/testing/desk.ts'
import { openOffice } from '../inspections/testing/office.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { scoreRoutes } from './scores.routes.ts'

onFreshDatabase('scores', db => {
  let office: Awaited<ReturnType<typeof openOffice>>
  let desk: ReturnType<typeof deskOf>
  beforeAll(async () => {
    office = await openOffice(db(), [inspectionRoutes, scoreRoutes])
    desk = deskOf(db(), office)
  })
  afterAll(() => office.close())

  const scoresOf = ({ household }: Family) =>
    desk.rows(`select * from komsu.need_score where household_id = ${household} order by id`)
  async function passed(change?: Parameters<ReturnType<typeof deskOf>['fillIn']>[1]) {
    const family = await desk.family()
    const id = await desk.fillIn(family, answers => {
      for (const one of Object.values(answers.people)) one.honour = { value: ['none'] }
      answers.household.situation = { value: ['none'] }
      change?.(answers)
    })
    expect((await desk.act('elif', id, 'send')).statusCode).toBe(200)
    const answer = await desk.act('chief', id, 'pass')
    expect(answer.statusCode, answer.body).toBe(200)
    return { family, id, answer: answer.json() }
  }

  test('an inspection passed on is scored from its facts, and the file moves on', async () => {
    const { family, id, answer } = await passed()
    const [score, ...more] = await scoresOf(family)
    expect(more).toEqual([])
    // 9 000 TL for three: far below. Tenant, worn, stove; a child of ten with a disability of 40 %; casual work; a job lost.
    expect(score).toMatchObject({
      ...{
        inspection_id: id,
        application_id: family.application,
        scheme_version: 'default-1',
        minimum: 50,
        missing: [],
      },
      parts: { income: 30, dwelling: 14, health: 8, dependants: 4, employment: 6, shocks: 6, assets: 0 },
      ...{ total: 68, low: 68, high: 68, scored_by: office.staff.chief.id },
    })
    expect(score.facts_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(answer).toMatchObject({ score: { total: 68, minimum: 50 }, status: 'eligible' })
    expect((await desk.statusOf(family)).status).toBe('eligible')
    const heating = score.points.find((point: { question: string }) => point.question === 'heating')
    expect(heating).toMatchObject({
      points: 3,
      reason: { tr: 'Soba ile ısınıyor' },
      facts: [{ value: 'stove', source: 'inspection' }],
    })
  })

  test('what the household did not tell leaves the file where it is, and says what to ask', async () => {
    const { family, id, answer } = await passed(({ people, household }) => {
      for (const one of Object.values(people)) one.income_sources = { gap: 'refused' }
      household.tenure = { gap: 'unknown' }
    })
    const [score] = await scoresOf(family)
    expect(score.total).toBeLessThan(50)
    expect(score.high).toBeGreaterThanOrEqual(50)
    expect(score.missing).toContainEqual(
      expect.objectContaining({ question: 'income_per_head', topic: 'income', isAsked: false }),
    )
    expect(answer.status).toBe('inspected')
    expect((await desk.statusOf(family)).status).toBe('inspected')
    // The counter learns the incomes; the chief has it scored again, and the older score stays as it was.
    await desk.rows(`insert into komsu.income (household_id, person_id, source, monthly_kurus, valid_from, provenance) values
      (${family.household}, ${family.people[0]}, 'casual_work', 900000, '2026-11-01', 'declared'),
      (${family.household}, ${family.people[1]}, 'none', 0, '2026-11-01', 'declared')`)
    const again = await office.ask('chief', 'POST', `/api/inspections/${id}/score`)
    expect(again.statusCode, again.body).toBe(200)
    expect(again.json()).toMatchObject({ status: 'eligible', verdict: 'eligible' })
    expect((await scoresOf(family)).map(row => row.total)).toEqual([score.total, again.json().total])
  })

  test('a low score closes the file; a second time there is nothing to score', async () => {
    const { family, id } = await passed(({ people }) => {
      for (const one of Object.values(people)) {
        one.income_sources = { value: ['wage'] }
        one.income_wage = { value: 9_000_000 }
      }
    })
    const [row] = await desk.rows(`select status, closed_on from komsu.application where id = ${family.application}`)
    expect(row.status).toBe('ineligible')
    expect(row.closed_on).not.toBeNull()
    const again = await office.ask('chief', 'POST', `/api/inspections/${id}/score`)
    expect([again.statusCode, again.json().details]).toEqual([409, { why: 'wrong_state' }])
    expect(await scoresOf(family)).toHaveLength(1)
  })

  test('an inspection not passed on is not scored, and nobody but the chief scores', async () => {
    const family = await desk.family()
    const id = await desk.fillIn(family)
    await desk.act('elif', id, 'send')
    const early = await office.ask('chief', 'POST', `/api/inspections/${id}/score`)
    expect([early.statusCode, early.json().details]).toEqual([409, { why: 'control_missing' }])
    for (const who of ['elif', 'intake', 'commission', 'admin', 'planner'] as const)
      expect((await office.ask(who, 'POST', `/api/inspections/${id}/score`)).statusCode).toBe(403)
    expect((await office.ask(null, 'POST', `/api/inspections/${id}/score`)).statusCode).toBe(401)
  })

  test('a double click scores once', async () => {
    const { family, id } = await passed(({ household }) => {
      household.tenure = { gap: 'unknown' }
      household.assets = { gap: 'refused' }
    })
    const before = (await scoresOf(family)).length
    const key = crypto.randomUUID()
    const both = await Promise.all(
      [1, 2].map(() => office.ask('chief', 'POST', `/api/inspections/${id}/score`, { key })),
    )
    expect(new Set(both.map(one => one.body)).size).toBe(1)
    const isScored = both[0]?.statusCode === 200 ? 1 : 0
    expect((await scoresOf(family)).length).toBe(before + isScored)
  })

  test('a past score is shown as it was, whatever the facts have become', async () => {
    const { family } = await passed()
    const [score] = await scoresOf(family)
    await desk.rows(`update komsu.dwelling_fact set valid_to = valid_from where household_id = ${family.household}`)
    const shown = await office.ask('commission', 'GET', `/api/scores/${score.id}`)
    expect(shown.statusCode).toBe(404) // not before the commission yet
    const mine = (await office.ask('chief', 'GET', `/api/scores/${score.id}`)).json()
    expect(mine).toMatchObject({
      total: score.total,
      verdict: 'eligible',
      schemeVersion: 'default-1',
      scoredBy: 'chief',
    })
    expect(mine.points).toEqual(score.points)
    expect(mine.people).toContainEqual({ id: family.people[0], name: 'Ali Deniz' })
  })

  test('the preview works out today’s neediness and score, stores nothing but that it was read', async () => {
    const family = await desk.family()
    const address = `/api/households/${family.household}/score-preview`
    const empty = (await office.ask('elif', 'GET', address)).json()
    expect(empty).toMatchObject({
      neediness: { verdict: 'unknown', why: 'income-missing', monthlyKurus: null },
      score: { low: 0, verdict: 'open' },
    })
    await desk.rows(`insert into komsu.income (household_id, person_id, source, monthly_kurus, valid_from, provenance)
      select household_id, id, 'none', 0, '2026-01-01', 'declared' from komsu.person where household_id = ${family.household}`)
    const told = (await office.ask('elif', 'GET', address)).json()
    expect(told.neediness).toMatchObject({ verdict: 'below', monthlyKurus: 0, wage: { kurus: 2_210_467 } })
    expect(await scoresOf(family)).toEqual([])
    const reads = await desk.rows(
      `select officer_id from komsu.audit_event where action = 'score.preview' and subject_id = '${family.household}'`,
    )
    expect(reads).toEqual([{ officer_id: office.staff.elif.id }, { officer_id: office.staff.elif.id }])
    // Not assigned to them: not theirs to see, and no trace that it exists.
    expect((await office.ask('murat', 'GET', address)).statusCode).toBe(404)
    expect((await office.ask('admin', 'GET', address)).statusCode).toBe(403)
    expect((await office.ask('elif', 'GET', '/api/households/999999999999/score-preview')).statusCode).toBe(404)
    expect((await office.ask('elif', 'GET', '/api/households/abc/score-preview')).statusCode).toBe(400)
  })

  test('income adds up as the need map counts it', async () => {
    const family = await desk.family()
    const [ali, ayse] = family.people
    await desk.rows(`insert into komsu.income (household_id, person_id, source, monthly_kurus, valid_from, valid_to, provenance, recorded_at) values
      (${family.household}, ${ali}, 'wage', 100, '2026-01-01', null, 'declared', '2026-01-01'),
      (${family.household}, ${ali}, 'wage', 200, '2026-01-01', null, 'registry', '2026-01-02'),
      (${family.household}, ${ali}, 'rent', 400, '2026-01-01', '2026-02-01', 'declared', '2026-01-02'),
      (${family.household}, ${ayse}, 'wage', 800, '2026-01-01', null, 'declared', '2026-01-02'),
      (${family.household}, null, 'social_aid', 1600, '2025-01-01', null, 'declared', '2026-01-02'),
      (${family.household}, null, 'social_aid', 3200, '2025-06-01', null, 'import', '2026-01-01')`)
    const { neediness } = (await office.ask('elif', 'GET', `/api/households/${family.household}/score-preview`)).json()
    const [sum] =
      await desk.rows(`select monthly_kurus from komsu.household_income_on((now() at time zone 'Europe/Istanbul')::date)
      where household_id = ${family.household}`)
    expect(neediness.monthlyKurus).toBe(200 + 800 + 3200)
    expect(sum.monthly_kurus).toBe(neediness.monthlyKurus)
  })
})
