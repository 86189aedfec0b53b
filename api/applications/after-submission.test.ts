import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import type { Officer } from '../platform/officer.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { STEPS } from './application.workflow.ts'
import {
  auditOf,
  type Counter,
  counterOn,
  makeFamily,
  makeOfficer,
  plantTown,
  submissionOf,
  today,
} from './testing/counter.ts'

type View = {
  id: number
  version: number
  status: string
  requests: { id: number; aidType: string; withdrawnOn: string | null }[]
  documents: { code: string; state: string }[]
}

onFreshDatabase('an application after it was handed in', db => {
  let counter: Counter
  let intake: Officer
  let day: string
  beforeAll(async () => {
    await plantTown(db())
    counter = await counterOn(db())
    intake = await makeOfficer(db(), 'intake')
    day = await today(db())
    return () => counter.app.close()
  })
  const handIn = async (change = {}) => {
    const { body } = await counter.ask('POST', '/api/applications', {
      as: intake,
      body: submissionOf(await makeFamily(db()), day, change),
    })
    return body as unknown as { id: number; version: number }
  }
  const tell = (method: 'POST' | 'PUT', path: string, body: unknown, as = intake) =>
    counter.ask(method, `/api/applications/${path}`, { as, body })
  const viewOf = ({ body }: { body: unknown }) => body as View
  const whyOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [
    status,
    (body.details as { why?: string } | undefined)?.why,
  ]
  const put = (id: number, status: string) =>
    db().pool.query('update komsu.application set status = $2 where id = $1', [id, status])

  test('the law of states is the same in code and in the database', async () => {
    const rows = await sql<{ action: string; from: string; to: string; role: string }>`
      select action, from_status as "from", to_status as "to", role from komsu.application_step`.execute(db().kysely)
    const spelled = (step: { action: string; from: string; to: string; role: string }) =>
      `${step.action} ${step.from} ${step.to} ${step.role}`
    expect(rows.rows.map(spelled).sort()).toEqual(STEPS.map(spelled).sort())
  })

  test('a request is added with its papers and withdrawn with a reason; the last one is not', async () => {
    const { id, version } = await handIn()
    const added = viewOf(await tell('POST', `${id}/requests`, { version, aidType: 'home_care' }))
    expect(added.requests.map(one => one.aidType)).toEqual(['food_parcel', 'home_care'])
    expect(added.documents.map(one => one.code)).toContain('disability_report')
    expect(whyOf(await tell('POST', `${id}/requests`, { version: added.version, aidType: 'home_care' }))).toEqual([
      409,
      'asked_already',
    ])
    const [first, second] = added.requests
    const path = `${id}/requests/${second?.id}/withdraw`
    expect((await tell('POST', path, { version: added.version, reason: '' })).status).toBe(400)
    const left = viewOf(await tell('POST', path, { version: added.version, reason: 'Artık gerek yok' }))
    expect(left.requests[1]?.withdrawnOn).toBe(day)
    const last = `${id}/requests/${first?.id}/withdraw`
    expect(whyOf(await tell('POST', last, { version: left.version, reason: 'Vazgeçti' }))).toEqual([
      409,
      'last_request',
    ])
    expect(await auditOf(db(), id)).toEqual(['application.submit', 'request.add', 'request.withdraw'])
  })

  test('who read an older version is told the current one, and nothing changes', async () => {
    const { id, version } = await handIn()
    await tell('PUT', `${id}/urgent`, { version, isUrgent: true, reason: 'Evde gıda yok' })
    const late = await tell('POST', `${id}/withdraw`, { version, reason: 'Vazgeçti' })
    expect([late.status, late.body.type, late.body.details]).toEqual([409, 'conflict', { current: version + 1 }])
  })

  test('a paper whose copy is removed is asked for again', async () => {
    const { id } = await handIn()
    const { rows } = await db().pool.query(`
      with copy as (insert into komsu.attachment (request_id, household_id, kind, file_name, media_type, bytes, sha256)
        select gen_random_uuid(), household_id, 'document', 'dilekce.pdf', 'application/pdf', 3, '\\x01' from komsu.application where id = ${id}
        returning id)
      update komsu.application_document d set state = 'attached', attachment_id = copy.id from copy
      where d.application_id = ${id} and d.document_code = 'petition' returning copy.id`)
    await db().pool.query(
      `update komsu.attachment set removed_at = now(), removed_reason = 'yanlış dosya' where id = ${rows[0].id}`,
    )
    const after = await db().pool.query(`select state, attachment_id from komsu.application_document
      where application_id = ${id} and document_code = 'petition'`)
    expect(after.rows).toEqual([{ state: 'missing', attachment_id: null }])
  })

  test('papers are seen, waived with a reason, or attached from the household’s own', async () => {
    const { id, version } = await handIn({ documents: [] })
    const path = `${id}/documents/petition`
    expect((await tell('PUT', path, { version, state: 'waived' })).status).toBe(400)
    expect((await tell('PUT', path, { version, state: 'attached', attachmentId: 77 })).status).toBe(404)
    const seen = viewOf(await tell('PUT', path, { version, state: 'seen' }))
    expect(seen.documents.find(one => one.code === 'petition')?.state).toBe('seen')
    expect((await tell('PUT', `${id}/documents/fire_report`, { version: seen.version, state: 'seen' })).status).toBe(
      404,
    )
  })

  test('withdrawn is withdrawn: no way back, no changes, and the household may apply anew', async () => {
    const { id, version } = await handIn()
    const gone = viewOf(await tell('POST', `${id}/withdraw`, { version, reason: 'Başka ile taşınıyor' }))
    expect(gone.status).toBe('withdrawn')
    expect(whyOf(await tell('POST', `${id}/withdraw`, { version: gone.version, reason: 'yeniden' }))).toEqual([
      409,
      'wrong_state',
    ])
    expect(whyOf(await tell('POST', `${id}/requests`, { version: gone.version, aidType: 'coal' }))).toEqual([
      409,
      'wrong_state',
    ])
    expect(whyOf(await tell('POST', `${id}/appeal`, { version: gone.version, reason: 'itiraz' }))).toEqual([
      409,
      'wrong_state',
    ])
  })

  test('an appeal is made once; not while the household has another application open', async () => {
    const { id } = await handIn()
    await put(id, 'refused')
    const view = viewOf(await counter.ask('GET', `/api/applications/${id}`, { as: intake }))
    const { rows } = await db().pool.query(
      `insert into komsu.application (household_id, district_id, channel, status, received_on)
      select household_id, 1, 'web', 'awaiting_inquiry', now() from komsu.application where id = $1 returning id`,
      [id],
    )
    expect(whyOf(await tell('POST', `${id}/appeal`, { version: view.version, reason: 'Gelir yanlış' }))).toEqual([
      409,
      'other_open',
    ])
    await put(rows[0].id, 'withdrawn')
    const again = viewOf(await tell('POST', `${id}/appeal`, { version: view.version, reason: 'Gelir yanlış' }))
    expect(again.status).toBe('awaiting_inquiry')
    await put(id, 'ineligible')
    expect(whyOf(await tell('POST', `${id}/appeal`, { version: again.version, reason: 'yine' }))).toEqual([
      409,
      'appealed_already',
    ])
  })

  test('drafts: saved, read, of their author alone, thrown away; handed in once and emptied', async () => {
    const other = await makeOfficer(db(), 'intake')
    const draft = `/api/applications/drafts/${randomUUID()}`
    const save = (version: number | null, as = intake) =>
      counter.ask('PUT', draft, { as, body: { version, payload: { note: 'a' } } })
    expect((await save(null)).body.version).toBe(1)
    expect((await save(1)).body.version).toBe(2)
    const stale = await save(1)
    expect([stale.status, stale.body.details]).toEqual([409, { current: 2 }])
    for (const answer of [
      await save(null, other),
      await counter.ask('GET', draft, { as: other }),
      await counter.ask('DELETE', draft, { as: other }),
    ])
      expect(answer.status).toBe(404)
    expect((await counter.ask('GET', '/api/applications/drafts', { as: other })).body.items).toEqual([])
    const draftId = draft.split('/').at(-1)
    const family = await makeFamily(db())
    const body = { ...submissionOf(family, day), draftId }
    const done = await counter.ask('POST', '/api/applications', { as: intake, body })
    expect(whyOf(await counter.ask('POST', '/api/applications', { as: intake, body }))).toEqual([
      409,
      'draft_submitted',
    ])
    const kept = await counter.ask('GET', draft, { as: intake })
    expect(kept.body).toMatchObject({ payload: {}, applicationId: done.body.id })
    expect(whyOf(await counter.ask('DELETE', draft, { as: intake }))).toEqual([409, 'draft_submitted'])
    const huge = await counter.ask('PUT', draft, {
      as: intake,
      body: { version: 1, payload: { note: 'a'.repeat(120_000) } },
    })
    expect(huge.status).toBe(400)
  })

  test('what the wizard offers comes in the language asked for', async () => {
    const [tr, en] = [
      await counter.ask('GET', '/api/applications/options', { as: intake }),
      await counter.ask('GET', '/api/applications/options', { as: intake, language: 'en' }),
    ]
    expect([tr.body.consent, en.body.consent]).toMatchObject([
      { title: 'Kişisel verileriniz hakkında' },
      { title: 'About your personal data' },
    ])
    expect((tr.body.documentRules as unknown as unknown[]).length).toBeGreaterThan(10)
  })
})
