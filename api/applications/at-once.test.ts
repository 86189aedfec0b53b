import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { asOfficer, type Officer } from '../platform/officer.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { insertApplication, lockOpenApplication, openFile } from './application.queries.ts'
import { Submission } from './submission.contract.ts'
import { submitApplication } from './submit-application.ts'
import { type Counter, counterOn, makeFamily, makeOfficer, plantTown, submissionOf, today } from './testing/counter.ts'

onFreshDatabase('two officers at once, and a server that is killed', (db, kind) => {
  let counter: Counter
  let one: Officer
  let other: Officer
  let day: string
  beforeAll(async () => {
    await plantTown(db())
    counter = await counterOn(db())
    one = await makeOfficer(db(), 'intake')
    other = await makeOfficer(db(), 'intake')
    day = await today(db())
    return () => counter.app.close()
  })
  const countOf = async (table: string, household: number) =>
    (await db().pool.query(`select count(*)::int as n from komsu.${table} where household_id = $1`, [household]))
      .rows[0].n as number

  test('eight submissions of one household at once make one application with eight receipts', async () => {
    const family = await makeFamily(db())
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        counter.ask('POST', '/api/applications', { as: at % 2 ? one : other, body: submissionOf(family, day) }),
      ),
    )
    expect(answers.map(answer => answer.status)).toEqual(Array.from({ length: 8 }, () => 200))
    expect(answers.filter(answer => !answer.body.joined)).toHaveLength(1)
    expect(await countOf('application', family.household)).toBe(1)
    const { rows } = await db().pool.query(
      'select count(*)::int as n from komsu.application_receipt where application_id = $1',
      [answers[0]?.body.id],
    )
    expect(rows[0].n).toBe(8)
  })

  test('a double click is one application: the second waits and gets the same answer', async () => {
    const family = await makeFamily(db())
    const asking = { as: one, body: submissionOf(family, day), key: randomUUID() }
    const [first, second] = await Promise.all([
      counter.ask('POST', '/api/applications', asking),
      counter.ask('POST', '/api/applications', asking),
    ])
    expect(second).toEqual(first)
    expect(first.status).toBe(200)
    const { rows } = await db().pool.query(
      'select count(*)::int as n from komsu.application_receipt where application_id = $1',
      [first.body.id],
    )
    expect(rows[0].n).toBe(1)
  })

  test('the unique index has the last word: an insert beside an open application gives way and leaves the transaction whole', async () => {
    const family = await makeFamily(db())
    const submission = Submission.parse(submissionOf(family, day))
    const first = await counter.ask('POST', '/api/applications', { as: one, body: submission })
    await asOfficer(db(), { officer: other, role: 'intake' }, async trx => {
      await openFile(trx, family.household, 'petition_received')
      const file = { id: family.household, file_no: 'x', district_id: 1, dissolved_on: null, joined_into_id: null }
      const actor = { officer: other, role: 'intake', requestId: randomUUID(), language: 'tr' } as const
      expect(
        await insertApplication(trx, actor, { submission, file, applicantId: family.adult, replyBy: day }),
      ).toBeUndefined()
      expect((await lockOpenApplication(trx, family.household))?.id).toBe(first.body.id)
    })
  })

  // The embedded database is one session in this very process: there is no connection to cut.
  test.runIf(kind === 'native')(
    'a connection cut between check and commit leaves nothing, and the retry does it once',
    async () => {
      const family = await makeFamily(db())
      const submission = Submission.parse(submissionOf(family, day))
      const actor = { officer: one, role: 'intake', requestId: randomUUID(), language: 'tr' } as const
      const cut = asOfficer(db(), actor, async trx => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx)
        await submitApplication(trx, actor, submission)
        await db().pool.query('select pg_terminate_backend($1)', [rows[0]?.pid])
        await sql`select 1`.execute(trx)
      })
      await expect(cut).rejects.toThrow(/terminat|ECONNRESET|connection error/i)
      for (const table of ['application', 'income', 'file_access', 'contact'])
        expect(await countOf(table, family.household), table).toBe(0)
      const again = await counter.ask('POST', '/api/applications', { as: one, body: submission })
      expect(again.body.joined).toBe(false)
    },
  )
})
