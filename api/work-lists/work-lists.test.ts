import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileIn, hire, layOutCity, officeOf, type Person } from '../activities/testing/small-city.ts'
import { asOfficer } from '../platform/officer.ts'
import { ROLES, type Role } from '../platform/role.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { isAllowed } from '../rights/rights.rules.ts'
import type { WorkList, WorkSection } from './work-lists.contract.ts'
import { WORK, withholdSmall } from './work-lists.rules.ts'

describe('first screens', () => {
  test('every role that has one has sections, and no other', () => {
    for (const role of ROLES) expect(role in WORK, role).toBe(isAllowed(role, 'work_list.read'))
  })

  test('counts below the minimum are withheld, and parts whose rest would be', () => {
    const row = (waiting: number, late: number, urgent: number) => ({
      districtId: 1,
      district: 'Bir',
      waiting,
      late,
      urgent,
    })
    const told = (waiting: number, late: number, urgent: number) => {
      const [one] = withholdSmall([row(waiting, late, urgent)], 5)
      return [one?.waiting, one?.late, one?.urgent]
    }
    expect(told(4, 4, 0)).toEqual([null, null, null])
    expect(told(20, 5, 0)).toEqual([20, 5, 0])
    expect(told(20, 4, 17)).toEqual([20, null, null])
    expect(told(20, 20, 15)).toEqual([20, 20, 15])
  })
})

onFreshDatabase('work lists', db => {
  let office: Awaited<ReturnType<typeof officeOf>>
  const people = {} as Record<Role, Person>

  beforeAll(async () => {
    await layOutCity(db())
    for (const role of ['intake', 'chief', 'inspector'] as const)
      people[role] = { id: await hire(db(), role, role, [1]), role }
    for (const role of ['manager', 'commission', 'auditor', 'admin'] as const)
      people[role] = { id: await hire(db(), role, role, 'all'), role }
    office = await officeOf(db())
  })
  afterAll(() => office?.close())

  const listOf = async (role: Role) => {
    const answer = await office.get(people[role], '/api/work-lists')
    expect(answer.status).toBe(200)
    const { sections } = answer.body as WorkList
    return Object.fromEntries(sections.map(one => [one.key, one])) as Record<string, WorkSection>
  }
  const shown = (section: WorkSection | undefined) => section?.items.map(item => item.applicationId)

  test('an empty office has every section, empty', async () => {
    for (const role of Object.keys(WORK) as Role[]) {
      const list = await listOf(role)
      expect(Object.keys(list)).toEqual(WORK[role])
      if (role !== 'auditor' && role !== 'admin')
        for (const section of Object.values(list)) expect(section.count ?? 0, section.key).toBe(0)
    }
  })

  test('a chief: urgent, overdue, to control, to assign; of their districts, the longest overdue first', async () => {
    const next = await fileIn(db(), { neighbourhood: 1, replyBy: '2024-02-01' })
    const first = await fileIn(db(), { neighbourhood: 1, replyBy: '2024-01-01' })
    const urgent = await fileIn(db(), { neighbourhood: 2, isUrgent: true, replyBy: '2999-01-01' })
    await fileIn(db(), { neighbourhood: 12 })
    const late = await fileIn(db(), {
      neighbourhood: 3,
      status: 'assigned',
      assignedTo: people.inspector.id,
      replyBy: '2024-01-01',
    })
    const sent = await fileIn(db(), { neighbourhood: 3, status: 'inspected', assignedTo: people.inspector.id })
    const passed = await fileIn(db(), { neighbourhood: 3, status: 'inspected', assignedTo: people.inspector.id })
    const back = await fileIn(db(), { neighbourhood: 3, status: 'inspected', assignedTo: people.inspector.id })
    for (const [file, control] of [
      [sent, 'awaiting'],
      [passed, 'passed'],
      [back, 'returned'],
    ] as const)
      await db().pool.query(
        `insert into komsu.inspection (application_id, household_id, inspector_id, visited_on, control) values ($1, $2, $3, '2026-11-01', $4)`,
        [file.id, file.householdId, people.inspector.id, control],
      )
    const list = await listOf('chief')
    expect(list.to_assign).toMatchObject({ count: 2, late: 2 })
    expect(shown(list.to_assign)).toEqual([first.id, next.id])
    expect(list.to_assign?.items[0]).toMatchObject({
      page: `file/${first.householdId}`,
      familyName: 'Deneme',
      neighbourhood: 'mahalle 1',
      isUrgent: false,
      point: { quality: 'door' },
    })
    expect(shown(list.urgent)).toEqual([urgent.id])
    expect(shown(list.overdue)).toEqual([late.id])
    expect(list.to_control).toMatchObject({
      items: [{ applicationId: sent.id, page: expect.stringMatching(/^inspection\/\d+$/) }],
    })
    expect(shown(list.to_score)).toEqual([passed.id])
    expect(shown(list.returned)).toEqual([back.id])
    const own = await listOf('inspector')
    expect(shown(own.assigned)).toEqual([late.id])
    expect(shown(own.returned_to_me)).toEqual([back.id])
  })

  test('intake: replies due, papers missing, web applications; only in their districts', async () => {
    const due = await fileIn(db(), { neighbourhood: 4, replyBy: '2024-05-01' })
    const lacking = await fileIn(db(), { neighbourhood: 5, replyBy: '2999-01-01' })
    await db().pool.query(
      `insert into komsu.application_document (application_id, document_code, is_required) values ($1, 'petition', true)`,
      [lacking.id],
    )
    await db().pool.query(
      `insert into komsu.web_application (request_id, tracking_no, district_id, payload, received_at)
       values (gen_random_uuid(), 'ABCD-1234-EF56', 1, '{}', now() - interval '4 days'), (gen_random_uuid(), 'ABCD-1234-EF57', 2, '{}', now())`,
    )
    const list = await listOf('intake')
    expect(shown(list.reply_due)).toContain(due.id)
    expect(shown(list.documents_missing)).toEqual([lacking.id])
    expect(list.web_applications).toMatchObject({
      count: 1,
      late: 1,
      items: [{ label: 'ABCD-1234-EF56', page: 'web-applications/1' }],
    })
  })

  test('a manager gets counts of districts and no household', async () => {
    const list = await listOf('manager')
    expect(list.late_districts?.districts).toMatchObject([
      { district: 'Batı', waiting: expect.any(Number) },
      { district: 'Doğu', waiting: null, late: null, urgent: null },
    ])
    expect(JSON.stringify(list)).not.toMatch(/Deneme|T-\d/)
  })

  test('the commission: files before it, and counts of what is eligible', async () => {
    const waiting = await fileIn(db(), { neighbourhood: 13, status: 'before_commission' })
    for (let i = 0; i < 6; i++) await fileIn(db(), { neighbourhood: 14, status: 'eligible' })
    const list = await listOf('commission')
    expect(shown(list.before_commission)).toEqual([waiting.id])
    expect(list.eligible?.districts).toMatchObject([{ district: 'Doğu', waiting: 6 }])
  })

  test('auditor and admin: who opened what, who has no declared home', async () => {
    await db().pool.query(
      `insert into komsu.file_access (officer_id, acting_role, household_id, ground, expires_at) values ($1, 'intake', 1, 'call_received', now())`,
      [people.intake.id],
    )
    expect((await listOf('auditor')).opened_files).toMatchObject({
      count: 1,
      items: [{ label: 'intake', page: 'read-log' }],
    })
    expect((await listOf('admin')).inspectors_without_interest).toMatchObject({
      count: 1,
      items: [{ label: 'inspector' }],
    })
  })

  test.each(['intake', 'chief', 'inspector', 'commission'] as const)(
    'the places told to %s are those of the applications row-level security shows, no more and no fewer',
    async role => {
      const everything = await db().kysely.selectFrom('application').select('id').execute()
      const officer = { id: people[role].id, username: role, displayName: role, roles: [role] }
      await asOfficer(db(), { officer, role }, async trx => {
        const seen = await trx.selectFrom('application').select('id').orderBy('id').execute()
        const told = await sql<{ id: number }>`select application_id as id
          from komsu.application_places(${everything.map(row => row.id)}) order by 1`.execute(trx)
        expect(told.rows).toEqual(seen)
        expect(seen.length).toBeGreaterThan(0)
        expect(seen.length).toBeLessThan(everything.length)
      })
    },
  )

  test('the look is written down with the households shown; a role not held is refused', async () => {
    const { rows } = await db().pool.query(
      `select jsonb_array_length(detail -> 'households') as households from komsu.audit_event where action = 'work_list.read' and officer_id = $1 order by id desc limit 1`,
      [people.chief.id],
    )
    expect(rows[0].households).toBeGreaterThan(4)
    expect((await office.get(people.chief, '/api/work-lists?role=manager')).status).toBe(403)
    expect((await office.get(people.chief, '/api/work-lists?role=nobody')).status).toBe(400)
  })
})
