import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { hire, layOutCity, oneValue } from '../activities/testing/small-city.ts'
import { asOfficer, asOwner } from '../platform/officer.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { ensureDemoDuplicates } from './ensure-demo-duplicates.ts'
import { findInAllFiles, learnHere } from './find-duplicates.command.ts'
import { BELIEVED } from './parameters.rules.ts'
import { asLinker, parametersInForce } from './registry.queries.ts'
import { keepParameters, openRun } from './run.queries.ts'
import { addressIn, familyAt } from './testing/families.ts'

onFreshDatabase('a walk through all files', db => {
  beforeAll(async () => {
    await layOutCity(db())
    for (let i = 0; i < 12; i++) {
      const address = await addressIn(db(), 1 + i)
      const day = `19${50 + i}-0${1 + (i % 9)}-1${i % 9}`
      await familyAt(db(), { address, neighbourhood: 1 + i }, [['Gülsüm', 'Işık', day]])
      if (i < 4) await familyAt(db(), { address, neighbourhood: 1 + i }, [['Gulsum', 'Isık', day]])
    }
    await asOwner(db(), trx => keepParameters(trx, BELIEVED, { isLearnt: false, note: 'test' }))
  })

  test('finds each pair once; walked again, it finds nothing new', async () => {
    const nothing = () => undefined
    expect(await findInAllFiles(db(), BELIEVED, nothing)).toEqual({ households: 16, found: 4 })
    expect(await findInAllFiles(db(), BELIEVED, nothing)).toEqual({ households: 16, found: 0 })
    expect(await oneValue(db(), 'select count(*)::int from komsu.duplicate_candidate')).toBe(4)
    expect(await oneValue(db(), 'select count(*)::int from komsu.duplicate_run where finished_at is not null')).toBe(2)
  })

  test('one that was stopped goes on where it was', async () => {
    const run = await asOwner(db(), trx => openRun(trx, BELIEVED.version))
    await db().pool.query(
      'update komsu.duplicate_run set last_household = (select max(id) - 3 from komsu.household) where id = $1',
      [run?.id],
    )
    expect(await findInAllFiles(db(), BELIEVED, () => undefined)).toMatchObject({ households: 3 })
  })

  test('too few people to learn from are said, and nothing is kept', async () => {
    await expect(learnHere(db(), 1)).rejects.toThrow(/only 16 people/)
    expect(await oneValue(db(), 'select count(*)::int from komsu.linkage_parameters')).toBe(1)
  })

  test('the demo city’s second files are looked at as if just entered', async () => {
    expect(await ensureDemoDuplicates(db())).toBe(0)
    const pair = '(select household_a, household_b from komsu.duplicate_candidate order by id limit 1)'
    await db().pool.query(
      `insert into komsu.planted_duplicate (household_a, household_b, kind) select *, 'typo' from ${pair} one`,
    )
    await db().pool.query(
      `delete from komsu.duplicate_candidate where household_b in (select household_b from komsu.planted_duplicate)`,
    )
    expect(await ensureDemoDuplicates(db())).toBe(1)
  })

  test('the linker compares names, places and phones, and reads nothing else', async () => {
    for (const table of ['income', 'health_fact', 'decision', 'aid', 'application', 'audit_event'])
      await expect(
        asOwner(db(), trx => asLinker(trx, () => sql`select * from komsu.${sql.ref(table)}`.execute(trx))),
      ).rejects.toThrow(/permission denied/)
    const national = asOwner(db(), trx => asLinker(trx, () => sql`select national_id from komsu.person`.execute(trx)))
    await expect(national).rejects.toThrow(/permission denied/)
    expect((await asOwner(db(), trx => asLinker(trx, () => parametersInForce(trx)))).version).toBe(BELIEVED.version)
  })

  test('an officer neither makes a task nor decides in another’s name, nor reopens one', async () => {
    const id = await hire(db(), 'hand', 'intake', 'all')
    const officer = { id, username: 'hand', displayName: 'hand', roles: ['intake' as const] }
    const as = (text: string) => asOfficer(db(), { officer, role: 'intake' }, trx => sql.raw(text).execute(trx))
    await expect(
      as(
        `insert into komsu.duplicate_candidate (household_a, household_b, kind, weight, probability) values (1, 9, 'same_person', 1, 0.5)`,
      ),
    ).rejects.toThrow(/permission denied/)
    await expect(
      as(`update komsu.duplicate_candidate set state = 'different', decided_by = ${id + 1}`),
    ).rejects.toThrow(/row-level security/)
    await expect(as(`update komsu.duplicate_candidate set probability = 0`)).rejects.toThrow(/permission denied/)
    await as(`update komsu.duplicate_candidate set state = 'different', decided_by = ${id}, decided_at = now()`)
    const again = await as(`update komsu.duplicate_candidate set state = 'open', decided_by = ${id}`)
    expect(Number(again.numAffectedRows ?? 0)).toBe(0)
    await expect(
      asOfficer(db(), { officer: { ...officer, roles: ['inspector'] }, role: 'inspector' }, trx =>
        sql`select * from komsu.duplicate_candidate`.execute(trx),
      ),
    ).rejects.toThrow(/permission denied/)
  })
})
