import { ADULT_AGE, ageOn } from '../platform/day.ts'
import { type HouseholdFacts, isInForce, isLiving } from './household-facts.rules.ts'

/** Who lives together, told apart for the commission; nothing here enters a score. */
export const HOUSEHOLD_KINDS = ['alone', 'elders', 'one_adult_with_children', 'adults_with_children', 'adults'] as const
export type HouseholdKind = (typeof HOUSEHOLD_KINDS)[number]

const ELDER_AGE = 65
/** Degree from which a disability is one in law. */
const DISABILITY_DEGREE = 40

export function kindOf({ members, day }: HouseholdFacts): HouseholdKind {
  const ages = members.filter(member => isLiving(member, day)).map(member => ageOn(member.bornOn, day))
  const adults = ages.filter(age => age >= ADULT_AGE).length
  if (adults < ages.length) return adults <= 1 ? 'one_adult_with_children' : 'adults_with_children'
  if (ages.length > 0 && ages.every(age => age >= ELDER_AGE)) return 'elders'
  return ages.length <= 1 ? 'alone' : 'adults'
}

/** Whether anyone of the household has a disability of 40 % or more on record. */
export function hasDisability({ health, day }: HouseholdFacts): boolean {
  return health.some(
    fact => fact.kind === 'disability' && (fact.degreePercent ?? 0) >= DISABILITY_DEGREE && isInForce(fact, day),
  )
}
