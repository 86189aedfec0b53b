/** From true counts and what is withheld of them to the figures of each area that may be seen. Pure. */
import { type CountName, type Counts, NO_DATA, SHOWN, type Withheld } from './disclosure.rules.ts'
import { INDICATORS, type IndicatorId } from './indicators.rules.ts'
import { type Interval, normalInterval, wilsonInterval } from './intervals.rules.ts'

/** Sums over households that means are made of (komsu.street_month). */
export const SUMS = ['gap', 'gap2', 'gap4', 'score', 'score2', 'days', 'days2'] as const
export type SumName = (typeof SUMS)[number]
export type Sums = Readonly<Record<SumName, Float64Array>>

export type StateCode = 'o' | 's' | 't' | 'n'
export type Figure = Readonly<{
  value: number | null
  low: number | null
  high: number | null
  nClass: number
  state: StateCode
}>

export type City = Readonly<{ counts: Counts; sums: Sums; withheld: Withheld }>
type Formula = (city: City, area: number) => Readonly<{ value: number } & Partial<Interval>>
/** `of` are the households behind the figure; `gate` the count it would tell if it were shown. */
type Recipe = Readonly<{ of: CountName; gate: CountName; formula: Formula }>

const at = (numbers: Float64Array, area: number): number => numbers[area] ?? 0

const count = (name: CountName): Recipe => ({
  of: 'households',
  gate: name,
  formula: ({ counts }, area) => ({ value: at(counts[name], area) }),
})

const share = (gate: CountName, times: number): Recipe => ({
  of: 'households',
  gate,
  formula({ counts }, area) {
    const [part, whole] = [at(counts[gate], area), at(counts.households, area)]
    const { low, high } = wilsonInterval(part, whole)
    return { value: (times * part) / whole, low: times * low, high: times * high }
  },
})

const ratio = (gate: CountName, of: CountName): Recipe => ({
  of,
  gate,
  formula: ({ counts }, area) => ({ value: (1000 * at(counts[gate], area)) / at(counts[of], area) }),
})

const mean = (of: CountName, gate: CountName, [sum, squares]: readonly [SumName, SumName]): Recipe => ({
  of,
  gate,
  formula({ counts, sums }, area) {
    const [n, total] = [at(counts[of], area), at(sums[sum], area)]
    return { value: total / n, ...normalInterval(n, total, at(sums[squares], area)) }
  },
})

const RECIPES: Readonly<Record<IndicatorId, Recipe>> = {
  households: count('households'),
  below_threshold: count('below_threshold'),
  rate_below: share('below_threshold', 1000),
  fgt0: share('below_threshold', 1),
  fgt1: mean('households', 'below_threshold', ['gap', 'gap2']),
  fgt2: mean('households', 'below_threshold', ['gap2', 'gap4']),
  eligible: count('eligible'),
  rate_eligible: share('eligible', 1000),
  mean_score: mean('scored', 'scored', ['score', 'score2']),
  applied: count('applied'),
  inspected: count('inspected'),
  granted: count('granted'),
  served: count('served'),
  unmet: count('unmet'),
  rate_unmet: share('unmet', 1000),
  coverage_applied: ratio('applied', 'below_threshold'),
  coverage_served: ratio('served', 'below_threshold'),
  mean_waiting_days: mean('waiting', 'waiting', ['days', 'days2']),
}

const SHOWERS = INDICATORS.map(({ id, decimals, kind }) => ({
  ...RECIPES[id],
  power: 10 ** decimals,
  isCount: kind === 'count',
}))

/** The figures of one area in the order of the catalogue. */
export function figuresOf(city: City, area: number): Figure[] {
  return SHOWERS.map(recipe => figureOf(city, area, recipe))
}

function figureOf(city: City, area: number, recipe: (typeof SHOWERS)[number]): Figure {
  const state = stateOf(city.withheld, area, recipe)
  const isBaseShown = city.withheld[recipe.of][area] === SHOWN
  const nClass = isBaseShown ? classOf(at(city.counts[recipe.of], area)) : 0
  if (state !== 'o') return nClass === 0 ? NOTHING[state] : { ...NOTHING[state], nClass }
  const { value, low, high } = recipe.formula(city, area)
  const rounded = (x: number) => Math.round(x * recipe.power) / recipe.power
  return {
    value: rounded(value),
    low: low === undefined ? null : rounded(low),
    high: high === undefined ? null : rounded(high),
    nClass,
    state,
  }
}

const nothing = (state: StateCode): Figure => ({ value: null, low: null, high: null, nClass: 0, state })
const NOTHING = { s: nothing('s'), t: nothing('t'), n: nothing('n') } as const

/**
 * Too few is said where the households behind a rate are themselves withheld, for whatever reason: it tells no more
 * than their own state does.
 */
function stateOf(withheld: Withheld, area: number, { of, gate, isCount }: (typeof SHOWERS)[number]): StateCode {
  if (withheld[gate][area] === NO_DATA || withheld[of][area] === NO_DATA) return 'n'
  if (!isCount && withheld[of][area] !== SHOWN) return 't'
  return withheld[gate][area] === SHOWN ? 'o' : 's'
}

/** 1: 5–9 · 2: 10–19 · 3: 20–49 · 4: 50–99 · 5: 100 and more households. */
function classOf(households: number): number {
  return [10, 20, 50, 100].filter(bound => households >= bound).length + 1
}
