import type { Asset, Dwelling } from './home.ts'
import type { Member } from './members.ts'

export const SCHEME_VERSION = 'default-1'

/** Points of the six parts and the deduction for assets; their sum, cut to 0–100, is the score. */
export type ScoreParts = Readonly<{
  income: number
  dwelling: number
  health: number
  dependants: number
  employment: number
  shocks: number
  assets: number
}>

export type ScoredFacts = Readonly<{
  members: readonly Member[]
  /** Income of the household, kuruş a month. */
  income: number
  /** A third of the net minimum wage, kuruş a head and month. */
  threshold: number
  dwelling: Dwelling
  earners: { steady: number; casual: number }
  hasCare: boolean
  shock: 'none' | 'job_loss' | 'disaster' | 'bereavement'
  assets: readonly Asset[]
}>

const TENURE: Record<Dwelling['tenure'], number> = { owner: 0, lodging: 1, rent_free: 3, tenant: 8, informal: 8 }
const CONDITION: Record<Dwelling['condition'], number> = { good: 0, worn: 4, poor: 6 }
const HEATING: Record<Dwelling['heating'], number> = { gas: 0, air_conditioner: 1, electric: 2.5, stove: 3, none: 4 }
const SHOCK: Record<ScoredFacts['shock'], number> = { none: 0, job_loss: 6, disaster: 9, bereavement: 6 }

/** The default scheme (DOMAIN.md §3, a proposal): points by a plain rule from facts. */
export function scoreNeed(facts: ScoredFacts): { total: number; parts: ScoreParts } {
  const parts: ScoreParts = {
    income: tenths(
      30 * Math.max(0, Math.min(1, 1.42 - (0.5 * facts.income) / (facts.members.length * facts.threshold))),
    ),
    dwelling: dwellingPoints(facts.dwelling, facts.members.length),
    health: healthPoints(facts),
    dependants: dependantPoints(facts.members),
    employment:
      facts.earners.steady === 0
        ? facts.earners.casual === 0
          ? 8
          : 6
        : facts.earners.steady === 1 && facts.members.length > 3
          ? 3
          : 0,
    shocks: SHOCK[facts.shock],
    assets: assetPoints(facts),
  }
  const sum = Object.values(parts).reduce((a, b) => a + b, 0)
  return { total: tenths(Math.max(0, Math.min(100, sum))), parts }
}

function tenths(points: number): number {
  return Math.round(points * 10) / 10
}

function dwellingPoints(dwelling: Dwelling, people: number): number {
  const crowding = people / dwelling.rooms > 2 ? 3 : people / dwelling.rooms > 1.4 ? 1.5 : 0
  return Math.min(20, TENURE[dwelling.tenure] + CONDITION[dwelling.condition] + HEATING[dwelling.heating] + crowding)
}

function healthPoints({ members, hasCare }: ScoredFacts): number {
  let points = hasCare ? 5 : 0
  for (const { disability, isChronic } of members)
    points += (disability >= 70 ? 11 : disability >= 40 ? 8 : 0) + (isChronic ? 5 : 0)
  return Math.min(20, points)
}

function dependantPoints(members: readonly Member[]): number {
  let points = 0
  for (const { age, isAttending } of members) points += age < 18 ? 4 : age >= 65 ? 4 : isAttending ? 2 : 0
  return Math.min(12, points)
}

function assetPoints({ assets, dwelling }: ScoredFacts): number {
  let points = 0
  for (const { kind } of assets) points += kind === 'dwelling' ? 12 : kind === 'vehicle' ? 6 : 4
  return -Math.min(20, points + (dwelling.tenure === 'owner' ? 2 : 0))
}
