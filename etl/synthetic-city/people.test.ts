import { describe, expect, it } from 'vitest'
import { turkishKey } from '../../api/platform/turkish.ts'
import statistics from '../../data/household-statistics.json' with { type: 'json' }
import { syntheticNationalId } from './members.ts'
import { hashOf, planCity, rowsOf, SPAN } from './testing/small-city.ts'

const plan = planCity({ seed: 7, households: 14_000, streets: 6000 })
const rows = rowsOf(plan)
const size = countBy(rows.person, 'household_id')
const incomes = sumNow(rows.income)
const threshold = (SPAN.wages.at(-1)?.kurus ?? 0) / 3

describe('the same seed', () => {
  const small = { seed: 3, households: 600, streets: 400, only: ['Balçova', 'Narlıdere'] }

  it('gives the same city byte for byte, another seed another city', () => {
    const hash = hashOf(planCity(small))
    expect(hashOf(planCity(small))).toBe(hash)
    expect(hashOf(planCity({ ...small, seed: 4 }))).not.toBe(hash)
  }, 300_000)
})

describe('people', () => {
  it('carry checksum-valid numbers that begin with 8, each once', () => {
    const numbers = rows.person.map(person => person.national_id ?? '')
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers.filter(number => !isValid(number) || number[0] !== '8')).toEqual([])
    expect(isValid(syntheticNationalId(99_999_999))).toBe(true)
  })

  it('are found by the key of their whole name', () => {
    for (const person of rows.person.slice(0, 2000))
      expect(person.name_key).toBe(turkishKey(`${person.given_name} ${person.family_name}`))
  })

  it('match the statistics: household size, single homes, disability, schooling at school age', () => {
    expect(rows.person.length / rows.household.length).toBeCloseTo(statistics.householdSize.value, 0.8)
    expect(percent([...size.values()].filter(people => people === 1).length, size.size)).toBeCloseTo(
      statistics.onePersonHouseholds.value,
      -0.2,
    )
    const disabled = new Set(rows.health_fact.filter(fact => fact.kind === 'disability').map(fact => fact.person_id))
    expect(Math.abs(percent(disabled.size, rows.person.length) - statistics.disability.value)).toBeLessThan(0.8)
    const children = rows.person.filter(({ born_on = '' }) => born_on > '2014-11' && born_on < '2020-01')
    const attending = new Set(rows.schooling_fact.filter(fact => fact.is_attending === 't').map(fact => fact.person_id))
    expect(percent(children.filter(child => attending.has(child.id)).length, children.length)).toBeGreaterThan(95)
  })

  it('own and rent as people do', () => {
    const tenure = (kind: string) =>
      percent(
        rows.dwelling_fact
          .filter(fact => fact.tenure === kind)
          .reduce((sum, fact) => sum + (size.get(fact.household_id ?? '') ?? 0), 0),
        rows.person.length,
      )
    expect(Math.abs(tenure('owner') - statistics.owners.value)).toBeLessThan(3)
    expect(Math.abs(tenure('tenant') - statistics.tenants.value)).toBeLessThan(3)
  })
})

describe('incomes', () => {
  const equivalised = equivalisedIncomes()

  it('are as unequal as the statistics say', () => {
    expect(Math.abs(gini(equivalised) - statistics.gini.value)).toBeLessThan(0.03)
    const median = equivalised[equivalised.length >> 1] ?? 0
    const below = (share: number) =>
      percent(equivalised.filter(income => income < share * median).length, equivalised.length)
    expect(Math.abs(below(0.5) - statistics.poverty50.value)).toBeLessThan(2.5)
    expect(Math.abs(below(0.6) - statistics.poverty60.value)).toBeLessThan(2.5)
  })

  it('leave 12 to 20 % of households below the threshold', () => {
    const share = percent([...size.keys()].filter(isPoor).length, size.size)
    expect(share).toBeGreaterThan(12)
    expect(share).toBeLessThan(20)
  })

  it('change over the two years', () => {
    const spells = countBy(rows.income, 'household_id')
    expect([...spells.values()].filter(count => count > 1).length / spells.size).toBeGreaterThan(0.8)
    expect(rows.income.filter(income => income.source === 'unemployment_pay').length).toBeGreaterThan(50)
  })
})

describe('the planted truth', () => {
  const truth = new Map(
    plan.field.planted.map(({ neighbourhood, kind }) => [String(plan.places.neighbourhoods[neighbourhood]?.id), kind]),
  )
  const applied = new Set(rows.application.map(application => application.household_id))
  const rate = (kind: string | undefined, of: (id: string) => boolean, among: (id: string) => boolean) => {
    const here = rows.household
      .filter(home => truth.get(home.neighbourhood_id ?? '') === kind)
      .flatMap(home => home.id ?? [])
    return here.filter(id => among(id) && of(id)).length / here.filter(among).length
  }

  it('makes hot spots hotter', () => {
    expect(rate('hot_spot', isPoor, () => true)).toBeGreaterThan(1.7 * rate(undefined, isPoor, () => true))
  })

  it('keeps silent areas quiet', () => {
    const asks = (id: string) => applied.has(id)
    expect(rate('silent_area', asks, isPoor)).toBeLessThan(0.4 * rate(undefined, asks, isPoor))
    expect(rate(undefined, asks, isPoor)).toBeGreaterThan(0.45)
  })

  it('is contiguous', () => {
    const clusters = new Set(plan.field.planted.map(({ kind, cluster }) => `${kind} ${cluster}`))
    expect(clusters.size).toBeGreaterThan(8)
    for (const cluster of clusters) {
      const members = plan.field.planted
        .filter(({ kind, cluster: number }) => `${kind} ${number}` === cluster)
        .map(one => one.neighbourhood)
      const reached = new Set(members.slice(0, 1))
      for (const member of reached)
        for (const next of plan.places.borders[member] ?? []) if (members.includes(next)) reached.add(next)
      expect(reached.size).toBe(members.length)
    }
  })
})

function countBy(list: readonly Record<string, string>[], column: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of list) counts.set(row[column] ?? '', (counts.get(row[column] ?? '') ?? 0) + 1)
  return counts
}

function sumNow(list: readonly Record<string, string>[]): Map<string, number> {
  const sums = new Map<string, number>()
  for (const row of list)
    if (row.valid_to === '\\N')
      sums.set(row.household_id ?? '', (sums.get(row.household_id ?? '') ?? 0) + Number(row.monthly_kurus))
  return sums
}

function isPoor(id: string): boolean {
  return (incomes.get(id) ?? 0) / (size.get(id) ?? 1) < threshold
}

// One entry for each person, sorted: modified OECD scale.
function equivalisedIncomes(): number[] {
  const scale = new Map<string, number>()
  for (const { household_id = '', born_on = '' } of rows.person)
    scale.set(household_id, (scale.get(household_id) ?? 0.5) + (born_on < '2012-11' ? 0.5 : 0.3))
  return rows.person
    .map(({ household_id = '' }) => (incomes.get(household_id) ?? 0) / (scale.get(household_id) ?? 1))
    .sort((a, b) => a - b)
}

function gini(sorted: readonly number[]): number {
  let [weighted, total] = [0, 0]
  sorted.forEach((value, i) => {
    weighted += (2 * (i + 1) - sorted.length - 1) * value
    total += value
  })
  return weighted / (sorted.length * total)
}

function percent(part: number, whole: number): number {
  return (100 * part) / whole
}

function isValid(number: string): boolean {
  const d = Array.from(number, Number)
  const sum = (indexes: number[]) => indexes.reduce((total, i) => total + (d[i] ?? 0), 0)
  const tenth = (sum([0, 2, 4, 6, 8]) * 7 - sum([1, 3, 5, 7])) % 10
  return d.length === 11 && (tenth + 10) % 10 === d[9] && sum([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) % 10 === d[10]
}
