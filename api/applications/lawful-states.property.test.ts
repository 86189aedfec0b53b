import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { become, type Officer } from '../platform/officer.ts'
import type { Role } from '../platform/role.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { isOpen, STATUSES, STEPS, type Status } from './application.workflow.ts'
import {
  type Counter,
  counterOn,
  type Family,
  makeFamily,
  makeOfficer,
  plantTown,
  submissionOf,
  today,
} from './testing/counter.ts'

const ACTORS = ['intake', 'intake', 'chief', 'inspector', 'commission', 'manager'] as const satisfies Role[]

/** One thing an officer tries: by a verb of the API, or by hand in SQL as their database role. */
type Try =
  | {
      kind: 'submit' | 'withdraw' | 'appeal' | 'urgent' | 'request'
      actor: number
      isRetried: boolean
      isStale: boolean
    }
  | { kind: 'sql'; actor: number; to: Status }

const someTry: fc.Arbitrary<Try> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'submit' as const,
      'withdraw' as const,
      'appeal' as const,
      'urgent' as const,
      'request' as const,
    ),
    actor: fc.nat(ACTORS.length - 1),
    isRetried: fc.boolean(),
    isStale: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('sql' as const), actor: fc.nat(ACTORS.length - 1), to: fc.constantFrom(...STATUSES) }),
)

type Row = { id: number; status: Status; version: number; appealed_on: string | null }

onFreshDatabase('whatever officers try, in whatever order', db => {
  let counter: Counter
  let officers: Officer[]
  let day: string
  beforeAll(async () => {
    await plantTown(db())
    counter = await counterOn(db())
    officers = []
    for (const role of ACTORS) officers.push(await makeOfficer(db(), role))
    day = await today(db())
    return () => counter.app.close()
  })
  const rowsOf = async ({ household }: Family): Promise<Row[]> =>
    (
      await db().pool.query(
        'select id, status, version, appealed_on from komsu.application where household_id = $1 order by id',
        [household],
      )
    ).rows
  const audits = async () =>
    (await db().pool.query('select count(*)::int as n from komsu.audit_event')).rows[0].n as number

  test('only steps of the law are taken, each with its version and its audit; never two open applications', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someTry, { minLength: 3, maxLength: 14 }), async tries => {
        const family = await makeFamily(db())
        for (const one of tries) await stepIsLawful(family, one)
      }),
      { numRuns: 40, seed: 3 },
    )
  })

  async function stepIsLawful(family: Family, one: Try): Promise<void> {
    const before = await rowsOf(family)
    const heard = await audits()
    const officer = officers[one.actor]
    if (!officer) throw new Error('no such actor')
    const isDone =
      one.kind === 'sql'
        ? await bySql(officer, before.at(-1), one.to)
        : await byVerb(officer, family, one, before.at(-1))
    const after = await rowsOf(family)
    expect(after.filter(row => isOpen(row.status)).length).toBeLessThanOrEqual(1)
    if (!isDone) expect(after).toEqual(before)
    if (isDone && one.kind !== 'sql') expect(await audits()).toBeGreaterThan(heard)
    for (const row of after)
      assertLawful(
        row,
        before.find(({ id }) => id === row.id),
        officer,
      )
  }

  function assertLawful(row: Row, was: Row | undefined, officer: Officer): void {
    if (!was) {
      expect([row.status, row.version]).toEqual(['awaiting_inquiry', 1])
      return
    }
    if (row.status !== was.status) {
      const isStep = STEPS.some(
        step => step.from === was.status && step.to === row.status && officer.roles.includes(step.role as Role),
      )
      expect(isStep, `${officer.roles} took ${was.status} to ${row.status}`).toBe(true)
      expect(row.version).toBe(was.version + 1)
      if (row.status === 'awaiting_inquiry') expect([was.appealed_on, row.appealed_on]).toEqual([null, day])
    }
    expect(row.version).toBeGreaterThanOrEqual(was.version)
  }

  /** @returns whether the API said it was done; a retry must answer the same and change nothing. */
  async function byVerb(
    as: Officer,
    family: Family,
    one: Exclude<Try, { kind: 'sql' }>,
    row: Row | undefined,
  ): Promise<boolean> {
    const key = randomUUID()
    const said = { version: (row?.version ?? 1) + (one.isStale ? 1 : 0), reason: 'Başvuran istedi' }
    const asking = {
      submit: ['POST', '/api/applications', submissionOf(family, day)],
      withdraw: ['POST', `/api/applications/${row?.id ?? 0}/withdraw`, said],
      appeal: ['POST', `/api/applications/${row?.id ?? 0}/appeal`, said],
      urgent: ['PUT', `/api/applications/${row?.id ?? 0}/urgent`, { ...said, isUrgent: true }],
      request: ['POST', `/api/applications/${row?.id ?? 0}/requests`, { version: said.version, aidType: 'coal' }],
    } as const
    const [method, url, body] = asking[one.kind]
    const first = await counter.ask(method, url, { as, body, key })
    expect(first.status, JSON.stringify(first.body)).not.toBe(500)
    if (one.isRetried && first.status === 200) {
      const rows = await rowsOf(family)
      expect(await counter.ask(method, url, { as, body, key })).toEqual(first)
      expect(await rowsOf(family)).toEqual(rows)
    }
    return first.status === 200
  }

  async function bySql(as: Officer, row: Row | undefined, to: Status): Promise<boolean> {
    const [role] = as.roles
    if (!row || !role) return false
    return db()
      .kysely.transaction()
      .execute(async trx => {
        await become(trx, role, as.id)
        const changed = await trx
          .updateTable('application')
          .set({ status: to })
          .where('id', '=', row.id)
          .executeTakeFirst()
        return changed.numUpdatedRows === 1n
      })
      .catch(error => {
        expect(String(error)).toMatch(
          /permission denied|row-level security|may not take|once, with its reason|to whom|unique constraint/,
        )
        return false
      })
  }
})
