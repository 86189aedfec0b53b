/** A made-up household as facts, so that a scheme can be tried on it. Pure. */
import { covering } from '../../api/scores/asked.rules.ts'
import type { HouseholdFacts, IncomeSource, Provenance } from '../../api/scores/household-facts.rules.ts'

export type Example = Readonly<{
  adults: number
  children: number
  elders: number
  /** kuruş a month; null: nobody asked. */
  incomeKurus: number | null
  source: IncomeSource
  wageKurus: number
  tenure: string
  condition: string
  heating: string
  rooms: number
  /** Degree of a member's disability, percent; 0: none. */
  disability: number
  asset: string
  status: string
}>

export const A_FAMILY: Example = {
  adults: 2,
  children: 2,
  elders: 0,
  incomeKurus: 2_200_000,
  source: 'casual_work',
  wageKurus: 2_210_467,
  tenure: 'tenant',
  condition: 'worn',
  heating: 'stove',
  rooms: 3,
  disability: 0,
  asset: 'none',
  status: 'none',
}

const AGES = { adults: 38, children: 9, elders: 71 } as const

export function factsOf(example: Example, day: string): HouseholdFacts {
  const dated = (id: number) => ({
    id,
    validFrom: day,
    validTo: null,
    provenance: 'inspection' as Provenance,
    recordedAt: day,
  })
  const ages = (['adults', 'children', 'elders'] as const).flatMap(kind =>
    Array.from({ length: example[kind] }, () => AGES[kind]),
  )
  const members = ages.map((age, i) => ({ id: i + 1, bornOn: `${Number(day.slice(0, 4)) - age}-01-01`, diedOn: null }))
  const { incomeKurus, source, tenure, condition, heating, rooms, disability, asset, status } = example
  return {
    ...{ householdId: 0, day, members, schooling: [], employment: [], unreachable: [] },
    incomes: incomeKurus === null ? [] : [{ ...dated(1), personId: 1, source, monthlyKurus: incomeKurus }],
    dwellings: [{ ...dated(1), tenure, kind: 'flat', condition, heating, rooms, rentKurus: null }],
    health: disability > 0 ? [{ ...dated(1), personId: 1, kind: 'disability', degreePercent: disability }] : [],
    assets: asset === 'none' ? [] : [{ ...dated(1), kind: asset, valueKurus: null, isDisputed: false }],
    statuses: status === 'none' ? [] : [{ ...dated(1), personId: null, kind: status }],
    asked: covering({ source: 'inspection', date: day }, incomeKurus === null ? ['income'] : []),
    wage: { kurus: example.wageKurus, validFrom: `${day.slice(0, 4)}-01-01` },
  }
}
