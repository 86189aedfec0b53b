import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Asked } from '../applications/testing/counter.ts'
import {
  CHILD,
  FATHER,
  type Home,
  MOTHER,
  makeOfficer,
  nextNationalId,
  plant,
  settle,
  type Town,
} from '../households/testing/town.ts'
import type { Officer } from '../platform/officer.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import type { Proposals } from './proposals.contract.ts'

type Wish = Readonly<{
  kind: string
  proposal: unknown
  person?: number | undefined
  current?: unknown
  by?: number
  application?: number | null
}>

onFreshDatabase('proposals', db => {
  let town: Town
  let chief: Officer
  let inspector: Officer
  beforeAll(async () => {
    town = await plant(db())
    chief = await makeOfficer(db(), 'chief', [1])
    inspector = await makeOfficer(db(), 'inspector')
  })
  afterAll(() => town.close())

  async function propose(home: Home, { kind, proposal, person, current, by, application }: Wish): Promise<number> {
    const { rows } = await db().pool.query(
      `insert into komsu.proposed_change (request_id, household_id, person_id, kind, proposal, current, source, reason, proposed_by, application_id)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, 'inspector', 'Ziyarette görüldü', $6, $7) returning id`,
      [
        home.id,
        person ?? null,
        kind,
        JSON.stringify(proposal),
        current ? JSON.stringify(current) : null,
        by ?? inspector.id,
        application ?? null,
      ],
    )
    return rows[0].id
  }
  const decide = (id: number, verb: 'accept' | 'refuse', body: unknown, as = chief): Promise<Asked> =>
    town.ask('POST', `/api/proposals/${id}/${verb}`, { as, body })

  test('a corrected name is accepted once; the file keeps the old one', async () => {
    const home = await settle(db(), [MOTHER])
    const id = await propose(home, {
      kind: 'person',
      person: home.people[0]?.id,
      proposal: { given_name: 'Ayşegül' },
      current: { given_name: 'Ayşe' },
    })
    const list = await town.ask('GET', `/api/proposals?household=${home.id}`, { as: chief })
    expect(list.body).toMatchObject({
      items: [{ id, hasChanged: false, whyClosed: null, person: { name: 'Ayşe Yılmaz' }, source: 'inspector' }],
    })
    // Only what it is about is shown, and that it was.
    expect(list.body.items).toMatchObject([{ now: { given_name: 'Ayşe' } }])
    expect(JSON.stringify(list.body)).not.toContain(home.people[0]?.nationalId)
    const looks = await db().pool.query(
      `select detail from komsu.audit_event where action = 'proposal.list' and officer_id = $1 and subject_id = $2`,
      [chief.id, String(home.id)],
    )
    expect(looks.rows).toEqual([{ detail: { households: [home.id] } }])
    const [one, two] = await Promise.all([decide(id, 'accept', { version: 1 }), decide(id, 'accept', { version: 1 })])
    expect([one.status, two.status].sort()).toEqual([200, 409])
    const { rows } = await db().pool.query('select given_name from komsu.person where household_id = $1', [home.id])
    expect(rows).toEqual([{ given_name: 'Ayşegül' }])
  })

  test('when it was changed meanwhile, both values are shown and nothing happens until that was seen', async () => {
    const home = await settle(db(), [MOTHER])
    const person = home.people[0]?.id
    const id = await propose(home, {
      kind: 'person',
      person,
      proposal: { given_name: 'Ayşegül' },
      current: { given_name: 'Ayşe' },
    })
    await db().pool.query(`update komsu.person set given_name = 'Ayşenur' where id = $1`, [person])
    const answer = await decide(id, 'accept', { version: 1 })
    expect(answer).toMatchObject({
      status: 409,
      body: {
        type: 'conflict',
        details: { was: { given_name: 'Ayşe' }, now: { given_name: 'Ayşenur' }, proposed: { given_name: 'Ayşegül' } },
      },
    })
    expect((await decide(id, 'accept', { version: 1, isConflictSeen: true })).status).toBe(200)
  })

  test('people found and people gone, a phone, an income: each by its own deed, with what was missing asked for', async () => {
    const home = await settle(db(), [MOTHER, FATHER, CHILD])
    const [mother, father] = home.people.map(one => one.id)
    const baby = {
      given_name: 'Umut',
      family_name: 'Yılmaz',
      sex: 'male',
      born_on: '2026-02-01',
      household_role: 'child',
      national_id: null,
    }
    const added = await propose(home, { kind: 'person_add', proposal: baby })
    expect((await decide(added, 'accept', { version: 1 })).status).toBe(400)
    expect((await decide(added, 'accept', { version: 1, with: { nationalId: nextNationalId() } })).status).toBe(200)
    const died = await propose(home, {
      kind: 'person_leave',
      person: mother,
      proposal: { reason: 'died', happened_on: '2026-03-01' },
    })
    expect((await decide(died, 'accept', { version: 1 })).body.details).toMatchObject({ candidates: [father] })
    expect((await decide(died, 'accept', { version: 1, with: { successorId: father } })).status).toBe(200)
    const left = await propose(home, {
      kind: 'person_leave',
      person: home.people[2]?.id,
      proposal: { reason: 'left', happened_on: '2026-04-01' },
    })
    expect((await decide(left, 'accept', { version: 1 })).status).toBe(200)
    const phone = await propose(home, { kind: 'contact', proposal: { kind: 'phone', value: '0533 444 55 66' } })
    const wage = await propose(home, {
      kind: 'fact',
      person: father,
      proposal: { fact: 'income', values: { source: 'wage', monthly_kurus: 900_000 } },
    })
    const home2 = await propose(home, { kind: 'address', proposal: { text: 'Bahçedeki ek bina' } })
    for (const id of [phone, wage, home2]) expect((await decide(id, 'accept', { version: 1 })).status).toBe(200)
    const { rows } = await db().pool.query(
      `select (select count(*)::int from komsu.person where household_id = $1) as people, (select provenance from komsu.income where household_id = $1) as said,
         (select value_key from komsu.contact where household_id = $1) as phone, a.description from komsu.household h join komsu.address a on a.id = h.address_id where h.id = $1`,
      [home.id],
    )
    expect(rows).toEqual([{ people: 3, said: 'inspection', phone: '5334445566', description: 'Bahçedeki ek bina' }])
  })

  test('nobody decides what they proposed; requests are the counter’s; refusing needs a reason and changes nothing', async () => {
    const home = await settle(db(), [MOTHER])
    const own = await propose(home, {
      kind: 'contact',
      proposal: { kind: 'phone', value: '0533 444 55 66' },
      by: town.intake.id,
    })
    expect(await decide(own, 'accept', { version: 1 }, town.intake)).toMatchObject({
      status: 409,
      body: { details: { why: 'own_proposal' } },
    })
    const wish = await propose(home, {
      kind: 'request_add',
      proposal: { code: 'coal', note: null },
      application: home.applicationId,
    })
    expect(await decide(wish, 'accept', { version: 1 })).toMatchObject({
      status: 409,
      body: { details: { why: 'intake_decides' } },
    })
    expect((await decide(wish, 'accept', { version: 1 }, town.intake)).status).toBe(200)
    expect((await decide(own, 'refuse', { version: 1, reason: '' })).status).toBe(400)
    expect((await decide(own, 'refuse', { version: 1, reason: 'Numara başkasının' })).status).toBe(200)
    expect(await decide(own, 'accept', { version: 2 })).toMatchObject({
      status: 409,
      body: { details: { why: 'decided_already' } },
    })
  })

  test('proposals of other districts and roles are not there', async () => {
    const home = await settle(db(), [MOTHER], { district: 2 })
    const id = await propose(home, { kind: 'contact', proposal: { kind: 'phone', value: '0533 444 55 66' } })
    const list = (await town.ask('GET', '/api/proposals', { as: chief })).body as unknown as Proposals
    expect(list.items.map(one => one.id)).not.toContain(id)
    expect((await decide(id, 'accept', { version: 1 })).status).toBe(404)
    expect((await town.ask('GET', '/api/proposals', { as: inspector })).status).toBe(403)
  })
})
