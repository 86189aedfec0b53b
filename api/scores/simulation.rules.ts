import type { HouseholdFacts } from './household-facts.rules.ts'
import { HOUSEHOLD_KINDS, type HouseholdKind, hasDisability, kindOf } from './household-kind.rules.ts'
import { setScene } from './readings.rules.ts'
import { type Flips, type SafeFlips, safeRows, safeSplit, safeWhole } from './safe-counts.rules.ts'
import { type Score, scoreScene } from './score.rules.ts'
import type { SchemeDocument } from './score-scheme.contract.ts'

export type Candidate = Readonly<{ document: SchemeDocument; minimum: number }>
export type Tally = { -readonly [K in keyof Flips]: Flips[K] } & { openBefore: number; openAfter: number }
type Outcome = 'before' | 'after'

/** Running counts of a simulation: households are added batch by batch, and none is kept. */
export type Simulation = Readonly<{
  all: Tally
  byDistrict: Map<number, Tally>
  byKind: Map<HouseholdKind, Tally>
  byDisability: Map<boolean, Tally>
  /** below/above the threshold × eligible, for either scheme; households whose neediness is known. */
  targeting: Record<Outcome, { below: { eligible: number; not: number }; above: { eligible: number; not: number } }>
}>

export function beginSimulation(): Simulation {
  const split = () => ({ below: { eligible: 0, not: 0 }, above: { eligible: 0, not: 0 } })
  return {
    all: emptyTally(),
    byDistrict: new Map(),
    byKind: new Map(HOUSEHOLD_KINDS.map(kind => [kind, emptyTally()])),
    byDisability: new Map([true, false].map(has => [has, emptyTally()])),
    targeting: { before: split(), after: split() },
  }
}

function emptyTally(): Tally {
  return { households: 0, before: 0, after: 0, lost: 0, gained: 0, openBefore: 0, openAfter: 0 }
}

/** Scores a household by the scheme in force and by the candidate, and counts what changes. District is only counted by. */
export function addHousehold(
  simulation: Simulation,
  household: { facts: HouseholdFacts; districtId: number },
  schemes: { current: Candidate; candidate: Candidate },
): void {
  const scene = setScene(household.facts)
  const before = scoreScene(schemes.current.document, scene, schemes.current.minimum)
  const after = scoreScene(schemes.candidate.document, scene, schemes.candidate.minimum)
  count(simulation.all, before, after)
  count(tallyOf(simulation.byDistrict, household.districtId), before, after)
  count(tallyOf(simulation.byKind, kindOf(household.facts)), before, after)
  count(tallyOf(simulation.byDisability, hasDisability(household.facts)), before, after)
  const { verdict } = scene.needy
  if (verdict === 'unknown') return
  const need = verdict === 'below' ? 'below' : 'above'
  simulation.targeting.before[need][before.verdict === 'eligible' ? 'eligible' : 'not']++
  simulation.targeting.after[need][after.verdict === 'eligible' ? 'eligible' : 'not']++
}

function tallyOf<K>(tallies: Map<K, Tally>, key: K): Tally {
  const known = tallies.get(key)
  if (known) return known
  const made = emptyTally()
  tallies.set(key, made)
  return made
}

function count(tally: Tally, before: Score, after: Score): void {
  const was = before.verdict === 'eligible'
  const is = after.verdict === 'eligible'
  tally.households++
  if (was) tally.before++
  if (is) tally.after++
  if (was && !is) tally.lost++
  if (!was && is) tally.gained++
  if (before.verdict === 'open') tally.openBefore++
  if (after.verdict === 'open') tally.openAfter++
}

export type Costing = Readonly<{
  /** Mean monthly grant, kuruş. */
  amountKurus: number
  months: number
}>

/** Errors of a scheme against the threshold: shares 0–1. Null: too few to tell. */
export type Targeting = Readonly<{
  /** Below the threshold and not eligible, of those below. */
  exclusion: number
  /** Eligible and not below the threshold, of the eligible. */
  inclusion: number
}> | null

export type SimulationResult = Readonly<{
  whole: SafeFlips
  /** Files whose verdict waits for facts, under either scheme; null: withheld. */
  open: Readonly<{ before: number | null; after: number | null }>
  districts: readonly Readonly<{ id: number; counts: SafeFlips }>[]
  kinds: readonly Readonly<{ kind: HouseholdKind; counts: SafeFlips }>[]
  disability: readonly Readonly<{ has: boolean; counts: SafeFlips }>[]
  cost: Readonly<{ amountKurus: number; months: number; beforeKurus: number | null; afterKurus: number | null }>
  targeting: Readonly<{ before: Targeting; after: Targeting }>
}>

/**
 * What may be told of a simulation: counts from `minimum` households up, no smaller one derivable (safe-counts.rules.ts).
 * Cost is eligible × months × mean amount, as if every eligible file were granted.
 */
export function tellSimulation(simulation: Simulation, costing: Costing, minimum: number): SimulationResult {
  const exact = safeWhole(simulation.all, minimum)
  const whole = rounded(exact)
  const rows = <K>(tallies: Map<K, Tally>) => {
    const keys = [...tallies.keys()]
    const safe = safeRows([...tallies.values()], exact, minimum)
    return keys.map((key, i) => ({ key, counts: rounded(safe[i] ?? NOTHING) }))
  }
  const cost = (eligible: number | null) =>
    eligible === null ? null : Math.round(eligible * costing.amountKurus * costing.months)
  const isTold = (households: number) =>
    households === 0 || (households >= minimum && simulation.all.households - households >= minimum)
  const enough = (households: number) => (isTold(households) ? households : null)
  return {
    whole,
    open: { before: enough(simulation.all.openBefore), after: inFives(enough(simulation.all.openAfter)) },
    districts: rows(simulation.byDistrict).map(({ key, counts }) => ({ id: key, counts })),
    kinds: rows(simulation.byKind).map(({ key, counts }) => ({ kind: key, counts })),
    disability: rows(simulation.byDisability).map(({ key, counts }) => ({ has: key, counts })),
    cost: { ...costing, beforeKurus: cost(whole.before), afterKurus: cost(whole.after) },
    targeting: { before: errorsOf(simulation, 'before', minimum), after: errorsOf(simulation, 'after', minimum) },
  }
}

/**
 * What a draft changes is told in fives: two drafts that differ by a hair would otherwise differ by the one household
 * between them. The line of today (households, before) is the same for every draft and stays exact.
 */
function rounded(safe: SafeFlips): SafeFlips {
  return { ...safe, after: inFives(safe.after), lost: inFives(safe.lost), gained: inFives(safe.gained) }
}

function inFives(count: number | null): number | null {
  return count === null ? null : 5 * Math.round(count / 5)
}

const NOTHING: SafeFlips = { households: null, before: null, after: null, lost: null, gained: null }

// Rounded to a hundredth: a share in full would tell the counts behind it.
function errorsOf({ targeting, all }: Simulation, of: Outcome, minimum: number): Targeting {
  const { below, above } = targeting[of]
  const split = { yes: { yes: below.eligible, no: below.not }, no: { yes: above.eligible, no: above.not } }
  if (all.households < minimum || safeSplit(split, minimum) === null) return null
  return {
    exclusion: hundredths(below.not / (below.eligible + below.not)),
    inclusion: hundredths(above.eligible / (above.eligible + below.eligible)),
  }
}

function hundredths(share: number): number {
  return Math.round(share * 100) / 100
}
