import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Trx } from '../platform/database.ts'
import { onEachDatabase, rolledBack } from '../platform/testing/databases.ts'
import { type Event, type Household, plantEvent, plantHouseholds, plantPlaces } from './testing/plant-city.ts'

const DAY = '2026-06-30'
const PLACES = {
  districts: { 1: 'Konak' },
  neighbourhoods: [[11, 1, 'Alsancak']],
  streets: [[111, 11, '1. Sokak']],
} as const

type Flags = {
  applied?: true
  inspected?: true
  eligible?: true
  granted?: true
  served?: true
  unmet?: true
  waiting?: number
}

/** One household each; the month is June 2026, the minimum 50 points. */
const CASES: Readonly<Record<string, [Omit<Event, 'household'> | null, Flags]>> = {
  'nothing ever happened': [null, {}],
  'applied yesterday': [{ received: '2026-06-29' }, { applied: true, waiting: 1 }],
  'applied next month': [{ received: '2026-07-01' }, {}],
  'only a draft': [{ received: '2026-06-01', status: 'draft' }, {}],
  'refused, applied within twelve months': [{ received: '2025-07-01', refused: '2025-09-01' }, { applied: true }],
  'refused, applied thirteen months ago': [{ received: '2025-06-30', refused: '2025-09-01' }, {}],
  'waits since two years': [{ received: '2024-06-30' }, { applied: true, waiting: 730 }],
  'answered this month': [
    { received: '2026-05-01', refused: '2026-06-10' },
    { applied: true, waiting: 40 },
  ],
  'answered next month, still waiting': [
    { received: '2026-06-20', refused: '2026-07-10' },
    { applied: true, waiting: 10 },
  ],
  'scored too low': [
    { received: '2026-01-01', status: 'ineligible', visited: '2026-02-01', score: 49.9 },
    { applied: true, inspected: true },
  ],
  'eligible, waits for the commission': [
    { received: '2026-06-01', visited: '2026-06-10', score: 50 },
    { applied: true, inspected: true, eligible: true, unmet: true, waiting: 29 },
  ],
  'granted, not yet served': [
    { received: '2026-03-01', visited: '2026-03-10', score: 70, granted: '2026-05-30' },
    { applied: true, inspected: true, eligible: true, granted: true, unmet: true },
  ],
  'granted and served': [
    { received: '2026-03-01', visited: '2026-03-10', score: 70, granted: '2026-03-20', given: ['2026-04-01'] },
    { applied: true, inspected: true, eligible: true, granted: true, served: true },
  ],
  'served four months ago': [
    { received: '2025-03-01', visited: '2025-03-10', score: 70, granted: '2025-03-20', given: ['2026-03-31'] },
    { inspected: true, eligible: true, unmet: true },
  ],
  'grant ran out yesterday': [{ received: '2024-01-01', granted: '2025-12-29', months: 6 }, {}],
  'grant runs out on the last day': [{ received: '2024-01-01', granted: '2025-12-31', months: 6 }, {}],
  'grant of last month for a year': [
    { received: '2024-01-01', granted: '2026-05-01' },
    { applied: true, granted: true },
  ],
  'grant terminated': [
    { received: '2024-01-01', granted: '2026-05-01', closed: '2026-06-15', status: 'terminated' },
    {},
  ],
  'score two years old': [{ received: '2024-05-01', visited: '2024-06-30', score: 90, refused: '2024-08-01' }, {}],
  'served by another giver': [{ given: ['2026-06-01'], giver: 'foundation' }, {}],
  'served without an application': [{ given: ['2026-06-01'] }, { served: true }],
}

async function monthOf(trx: Trx, day: string) {
  const { rows } = await sql<{
    name: string
    gap: number | null
    applied: boolean
    inspected: boolean
    eligible: boolean
    granted: boolean
    served: boolean
    unmet: boolean
    waiting_days: number | null
  }>`select h.file_no as name, m.* from komsu.household_month(${day}::date) m join komsu.household h on h.id = m.household_id`.execute(
    trx,
  )
  return rows
}

onEachDatabase('what a household counts as at the end of a month', db => {
  test('applied, inspected, eligible, granted, served, unmet, waiting', () =>
    rolledBack(db(), async trx => {
      await plantPlaces(trx, PLACES)
      await plantHouseholds(
        trx,
        Object.keys(CASES).map(name => ({ name, street: 111, neighbourhood: 11 })),
      )
      for (const [household, [event]] of Object.entries(CASES))
        if (event) await plantEvent(trx, { household, ...event })
      const found = Object.fromEntries(
        (await monthOf(trx, DAY)).map(({ name, waiting_days, ...row }) => {
          const flags = (['applied', 'inspected', 'eligible', 'granted', 'served', 'unmet'] as const).filter(
            flag => row[flag],
          )
          return [
            name,
            {
              ...Object.fromEntries(flags.map(flag => [flag, true])),
              ...(waiting_days === null ? {} : { waiting: waiting_days }),
            },
          ]
        }),
      )
      expect(found).toEqual(Object.fromEntries(Object.entries(CASES).map(([name, [, flags]]) => [name, flags])))
    }))

  test('below the threshold: a third of the net minimum wage a member, strictly', () =>
    rolledBack(db(), async trx => {
      await plantPlaces(trx, PLACES)
      await sql`insert into komsu.parameter values ('net_minimum_wage_kurus', '2026-01-01', 3000000, 'kuruş per month', 'test')`.execute(
        trx,
      )
      const at = { street: 111, neighbourhood: 11 }
      await plantHouseholds(trx, [
        { name: 'on the line', ...at, members: 2, income: 2_000_000 },
        { name: 'half the line', ...at, members: 4, income: 2_000_000 },
        { name: 'no income at all', ...at, members: 3, income: 0 },
        { name: 'income not known', ...at, members: 3 },
        { name: 'corrected upwards', ...at, members: 1, income: 100 },
        { name: 'gone', ...at, members: 1, income: 0, dissolvedOn: '2026-06-30' },
        { name: 'not yet there', ...at, members: 1, income: 0, formedOn: '2026-07-01' },
      ])
      await sql`insert into komsu.income (household_id, source, monthly_kurus, valid_from, provenance)
        select id, 'wage', 5000000, '2025-01-01', 'registry' from komsu.household where file_no = 'corrected upwards'`.execute(
        trx,
      )
      const gaps = Object.fromEntries((await monthOf(trx, DAY)).map(row => [row.name, row.gap]))
      expect(gaps).toEqual({
        'on the line': null,
        'half the line': 0.5,
        'no income at all': 1,
        'income not known': null,
        'corrected upwards': null,
      })
    }))
})

const B03 = resolve(import.meta.dirname, '../../../shared/vectors/b03_fgt_gini_ilocos.json')

describe.skipIf(!existsSync(B03))('the reference numbers of b03', () => {
  onEachDatabase('FGT by way of SQL', db => {
    const vectors = existsSync(B03) ? JSON.parse(readFileSync(B03, 'utf8')) : { input: {}, expected: {} }
    const { x10, ilocos_unweighted } = vectors.expected
    test.each([
      ['ten incomes, line 2000', vectors.input.x10, 2000, x10?.pov_z2000],
      ['ten incomes, line 5000', vectors.input.x10, 5000, x10?.pov_z5000],
      ['Ilocos 1997', vectors.input.income, ilocos_unweighted?.z, ilocos_unweighted?.pov_60pct_median],
    ])('%s', (_name, incomes: number[], line: number, expected: Record<string, number>) =>
      rolledBack(db(), async trx => {
        await plantPlaces(trx, PLACES)
        await sql`insert into komsu.parameter values ('net_minimum_wage_kurus', '2026-01-01', ${Math.round(line * 300)}, 'kuruş per month', 'test')`.execute(
          trx,
        )
        const households: Household[] = incomes.map((income, i) => ({
          name: `h${i}`,
          street: 111,
          neighbourhood: 11,
          income: Math.round(income * 100),
        }))
        await plantHouseholds(trx, households)
        const { rows } = await sql<Record<'p0' | 'p1' | 'p2', number>>`
          select below::float8 / households as p0, gap / households as p1, gap2 / households as p2 from komsu.street_month(${DAY}::date)`.execute(
          trx,
        )
        expect(rows).toHaveLength(1)
        for (const [name, key] of [
          ['p0', 'P0'],
          ['p1', 'P1'],
          ['p2', 'P2'],
        ] as const)
          expect(rows[0]?.[name]).toBeCloseTo(expected[key] ?? Number.NaN, 10)
      }),
    )
  })
})
