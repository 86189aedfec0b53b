/** Learns the m and u of a registry from a sample of its people. Pure. */
import { ownBlocks, visitPairs } from '../linkage/blocking.rules.ts'
import { comparisonsOf, tabler } from '../linkage/compare-pairs.rules.ts'
import { learn } from '../linkage/learn.rules.ts'
import { visitRandomPairs } from '../linkage/random-pairs.rules.ts'
import { BELIEVED, type LinkageParameters, parametersFor } from './parameters.rules.ts'
import { FIELDS, type RegistryPerson, recordOf } from './registry.rules.ts'

/** Random pairs from which chance agreement is learnt. */
const SAMPLE = 400_000
/** Duplicates are few in a registry: without a firm belief EM takes chance birthdays for matches. */
const BELIEVED_MATCHES = 100
/** Fewer people of different files teach nothing that the beliefs do not know better. */
export const FEWEST_TO_LEARN = 2000

/**
 * Parameters by EM over blocked pairs of people of different files (two members of one file are never asked about), chance
 * agreement from random pairs. Deterministic for the same people and seed.
 */
export function learnParameters(
  people: readonly RegistryPerson[],
  { seed, version, leastProbability }: { seed: number; version: string; leastProbability: number },
): LinkageParameters {
  const comparisons = comparisonsOf(people.map(recordOf), FIELDS)
  const { fill } = tabler(comparisons)
  const apart = (a: number, b: number) => people[a]?.householdId !== people[b]?.householdId
  const among = (visitAll: (visit: (a: number, b: number) => void) => void) =>
    fill(visit => visitAll((a, b) => void (apart(a, b) && visit(a, b))))
  const candidates = among(visit => visitPairs(ownBlocks(comparisons, people.length), visit))
  const sample = among(visit => visitRandomPairs({ records: people.length, count: SAMPLE, seed }, visit))
  const { lambda: expected, m: believed } = parametersFor(BELIEVED, comparisons, people.length)
  const belief = { m: believed, matches: BELIEVED_MATCHES, lambda: expected }
  const { parameters } = learn({ comparisons, candidates, sample, records: people.length, belief })
  const { lambda, m, u, kin } = parameters
  const shares = comparisons.map(({ field, levels }, i) => {
    const of = (level: number) => ({ m: m[i]?.[level] ?? 0, u: u[i]?.[level] ?? 0, kin: kin?.shares[i]?.[level] ?? 0 })
    return [field, levels.map(({ code }, level) => ({ level: code, ...of(level) }))] as const
  })
  return {
    version,
    lambda,
    kinLambda: kin?.lambda ?? lambda,
    people: people.length,
    leastProbability,
    shares: Object.fromEntries(shares),
  }
}

const AGREEING = ['same', 'close', 'part', 'swapped']
const LEAST_AGREEING = 0.6

/**
 * What was learnt is no description of one person written down twice when most matches would have other given names or
 * birth dates: EM then found something else (chance birthdays, neighbours). @returns the field that gives it away, or null
 */
export function whyImplausible({ shares }: LinkageParameters): string | null {
  const agree = (field: string) =>
    (shares[field] ?? []).reduce((sum, { level, m }) => sum + (AGREEING.includes(level) ? m : 0), 0)
  return ['given_name', 'born_on'].find(field => agree(field) < LEAST_AGREEING) ?? null
}
