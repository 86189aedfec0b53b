import { expect, test } from 'vitest'
import { COUNTS, type CountName, NO_DATA, SHOWN, WITHHELD } from './disclosure.rules.ts'
import { figuresOf, SUMS, type SumName } from './figures.rules.ts'
import { INDICATORS, type IndicatorId, positionOf } from './indicators.rules.ts'
import { normalInterval, wilsonInterval } from './intervals.rules.ts'
import { Indicator } from './need-map.contract.ts'

/** One area: 200 households, 50 below with Σgap 20, Σgap² 10, Σgap⁴ 4; 40 scored with mean 60; 10 waiting 300 days in all. */
const COUNT: Record<CountName, number> = {
  households: 200,
  below_threshold: 50,
  applied: 60,
  inspected: 45,
  scored: 40,
  eligible: 25,
  granted: 18,
  served: 15,
  unmet: 12,
  waiting: 10,
}
const SUM: Record<SumName, number> = {
  gap: 20,
  gap2: 10,
  gap4: 4,
  score: 2400,
  score2: 148_000,
  days: 300,
  days2: 10_000,
}

function area(withheld: Partial<Record<CountName, number>> = {}) {
  const one = <K extends string, A>(names: readonly K[], make: (name: K) => A) =>
    Object.fromEntries(names.map(name => [name, make(name)])) as Record<K, A>
  const figures = figuresOf(
    {
      counts: one(COUNTS, name => Float64Array.of(COUNT[name])),
      sums: one(SUMS, name => Float64Array.of(SUM[name])),
      withheld: one(COUNTS, name => Uint8Array.of(withheld[name] ?? SHOWN)),
    },
    0,
  )
  return (id: IndicatorId) => figures[(positionOf(id) ?? 0) - 1]
}

test('every indicator of the issue is in the catalogue, whole and in both languages', () => {
  const asked = [
    'households',
    'below_threshold',
    'rate_below',
    'eligible',
    'rate_eligible',
    'mean_score',
    'fgt0',
    'fgt1',
    'fgt2',
    'applied',
    'inspected',
    'granted',
    'served',
    'unmet',
    'coverage_applied',
    'coverage_served',
    'mean_waiting_days',
  ]
  const ids = INDICATORS.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(asked))
  expect(new Set(ids).size).toBe(ids.length)
  for (const indicator of INDICATORS) {
    expect(Indicator.parse(indicator)).toEqual(indicator)
    for (const words of [indicator.name, indicator.description, indicator.unit])
      expect([words.tr, words.en].every(text => text.trim() !== '')).toBe(true)
    expect([indicator.formula, indicator.source].every(text => text.length > 5)).toBe(true)
  }
})

test('figures by hand', () => {
  const shown = area()
  const values = Object.fromEntries(INDICATORS.map(({ id }) => [id, shown(id)?.value]))
  expect(values).toEqual({
    households: 200,
    below_threshold: 50,
    rate_below: 250,
    fgt0: 0.25,
    fgt1: 0.1,
    fgt2: 0.05,
    eligible: 25,
    rate_eligible: 125,
    mean_score: 60,
    applied: 60,
    inspected: 45,
    granted: 18,
    served: 15,
    unmet: 12,
    rate_unmet: 60,
    coverage_applied: 1200,
    coverage_served: 300,
    mean_waiting_days: 30,
  })
})

test('counts have no interval; rates have Wilson’s, means the normal one, in their own unit', () => {
  const shown = area()
  expect(shown('below_threshold')).toMatchObject({ low: null, high: null, nClass: 5, state: 'o' })
  expect(shown('rate_below')).toMatchObject({ low: 195.1, high: 314.3 })
  expect(shown('mean_score')).toMatchObject({ low: 56.9, high: 63.1, nClass: 3 })
  const wilson = wilsonInterval(50, 200)
  expect([wilson.low, wilson.high].map(x => Math.round(x * 1e5) / 1e5)).toEqual([0.19508, 0.31434])
  expect(wilsonInterval(0, 10).low).toBe(0)
  expect(normalInterval(4, 40, 400)).toEqual({ low: 10, high: 10 })
})

test('a withheld numerator withholds all it would tell, a withheld denominator says too few', () => {
  const noBelow = area({ below_threshold: WITHHELD })
  for (const id of ['below_threshold', 'rate_below', 'fgt0', 'fgt1', 'fgt2'] as const)
    expect(noBelow(id)).toMatchObject({ state: 's', value: null, low: null, high: null, nClass: 5 })
  expect(noBelow('coverage_applied')).toMatchObject({ state: 't', value: null, nClass: 0 })
  const noHouseholds = area(Object.fromEntries(COUNTS.map(name => [name, WITHHELD])))
  for (const { id, kind } of INDICATORS)
    expect(noHouseholds(id)).toEqual({
      state: kind === 'count' ? 's' : 't',
      value: null,
      low: null,
      high: null,
      nClass: 0,
    })
  expect(area({ eligible: NO_DATA })('rate_eligible')).toMatchObject({ state: 'n', value: null })
})
