import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../platform/database.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { CHILD, FATHER, MOTHER, nextNationalId, plant, settle, type Town } from './testing/town.ts'

/** A deed drawn at random: which, and which file, person and other file, by their place in the lists of the moment. */
const DEED = fc.record({
  kind: fc.constantFrom('add', 'transfer', 'leave', 'split', 'join', 'death', 'move'),
  file: fc.nat(20),
  other: fc.nat(20),
  person: fc.nat(20),
  role: fc.constantFrom('child', 'relative', 'head', 'other'),
  gone: fc.constantFrom('unknown', 'out_of_province', 'same_address', 'household'),
  takes: fc.boolean(),
})
type Deed = typeof DEED extends fc.Arbitrary<infer T> ? T : never

type Row = Readonly<{ id: number; household_id: number; died_on: string | null; household_role: string }>

onFreshDatabase('random deeds', db => {
  let town: Town
  beforeAll(async () => {
    town = await plant(db())
  })
  afterAll(() => town.close())

  let done = 0
  test('nobody is in two households or lost, never two open applications, every change of household is remembered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(DEED, { minLength: 4, maxLength: 12 }), async deeds => {
        const files = [
          await settle(db(), [MOTHER, FATHER, CHILD]),
          await settle(db(), [MOTHER, CHILD], { district: 2 }),
          await settle(db(), [FATHER], { status: 'granted' }),
        ].map(one => one.id)
        const known = new Set((await peopleOf(db(), files)).map(one => one.id))
        for (const deed of deeds) {
          const before = await peopleOf(db(), files)
          const { status, body } = await act(deed, files, before)
          expect([200, 400, 404, 409], JSON.stringify({ deed, body })).toContain(status)
          if (
            status === 200 &&
            body.madeId &&
            deed.kind !== 'add' &&
            deed.kind !== 'transfer' &&
            !files.includes(Number(body.madeId)) &&
            (deed.kind === 'split' || deed.gone !== 'household')
          )
            files.push(Number(body.madeId))
          if (status === 200) done++
          if (status === 200 && deed.kind === 'add') known.add(Number(body.madeId))
          await checkAll(before, files, known)
        }
      }),
      { numRuns: 12 },
    )
    // Deeds that are all refused would prove nothing.
    expect(done).toBeGreaterThan(12)
  }, 240_000)

  async function act(deed: Deed, files: readonly number[], people: readonly Row[]) {
    const file = pick(files, deed.file)
    const other = pick(files, deed.other)
    const [{ version } = { version: 1 }] = (
      await db().pool.query('select version from komsu.household where id = $1', [file])
    ).rows
    const here = people.filter(one => one.household_id === file)
    const person = here.length > 0 ? pick(here, deed.person) : pick(people, deed.person)
    const successorId = here.find(one => one.id !== person.id && one.died_on === null)?.id ?? null
    const ask = (url: string, body: object) =>
      town.ask('POST', `/api/households/${file}/${url}`, {
        as: town.intake,
        body: { version, on: '2026-05-05', ...body },
      })
    switch (deed.kind) {
      case 'add':
        return ask('people', {
          person: {
            nationalId: nextNationalId(),
            givenName: 'Umut',
            familyName: 'Yılmaz',
            sex: 'male',
            bornOn: '2001-01-01',
            role: deed.role,
          },
        })
      case 'transfer': {
        const there = people.filter(one => one.household_id === other)
        const who = there.length > 0 ? pick(there, deed.person) : person
        const next = there.find(one => one.id !== who.id && one.died_on === null)?.id ?? null
        return ask('people/transfer', { personId: who.id, fromHouseholdId: other, role: deed.role, successorId: next })
      }
      case 'leave':
        return ask(`people/${person.id}/leave`, {
          to: deed.gone === 'household' ? { kind: 'household', householdId: other } : { kind: deed.gone },
          successorId,
        })
      case 'split':
        return ask('split', {
          people: [person.id],
          headId: person.id,
          to: { kind: 'same_address' },
          reason: 'Ayrıldı',
          successorId,
          takesApplication: deed.takes,
        })
      case 'join':
        return ask('join', {
          otherId: other,
          why: deed.takes ? 'duplicate' : 'live_together',
          reason: 'Birlikte yaşıyorlar',
        })
      case 'death':
        return ask(`people/${person.id}/death`, { diedOn: '2026-05-05', successorId })
      case 'move':
        return ask('move', {
          address: { kind: 'described', neighbourhoodId: deed.takes ? 1 : 2, description: 'Çeşmenin yanı' },
        })
    }
  }

  async function checkAll(before: readonly Row[], files: readonly number[], known: ReadonlySet<number>): Promise<void> {
    const now = await peopleOf(db(), files)
    expect(now.map(one => one.id).sort()).toEqual([...known].sort())
    for (const file of files) {
      const heads = now.filter(
        one => one.household_id === file && one.died_on === null && one.household_role === 'head',
      )
      expect(heads.length).toBeLessThanOrEqual(1)
    }
    const open = await db().pool.query(
      `select household_id from komsu.application where household_id = any ($1) and status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'before_commission')
       group by 1 having count(*) > 1`,
      [files],
    )
    expect(open.rows).toEqual([])
    for (const one of now) {
      const was = before.find(old => old.id === one.id)
      if (!was || was.household_id === one.household_id) continue
      const { rows } = await db().pool.query(
        `select (select count(*)::int from komsu.household_membership where person_id = $1 and household_id = $2) as stays,
           (select count(*)::int from komsu.household_event where person_id = $1 and household_id = $2 and kind = 'person_left') as left,
           (select count(*)::int from komsu.household_event where person_id = $1 and household_id = $3 and kind = 'person_added') as came`,
        [one.id, was.household_id, one.household_id],
      )
      expect(Math.min(rows[0].stays, rows[0].left, rows[0].came)).toBeGreaterThan(0)
    }
    const joined = await db().pool.query(
      `select id from komsu.household h where id = any ($1) and joined_into_id is not null and (dissolved_on is null
         or exists (select from komsu.household j where j.id = h.joined_into_id and j.joined_into_id is not null)
         or exists (select from komsu.person p where p.household_id = h.id and died_on is null))`,
      [files],
    )
    expect(joined.rows).toEqual([])
  }
})

async function peopleOf(db: Database, files: readonly number[]): Promise<Row[]> {
  const { rows } = await db.pool.query(
    'select id, household_id, died_on, household_role from komsu.person where household_id = any ($1) order by id',
    [files],
  )
  return rows
}

function pick<T>(list: readonly T[], at: number): T {
  const one = list[at % list.length]
  if (one === undefined) throw new Error('nothing to pick from')
  return one
}
