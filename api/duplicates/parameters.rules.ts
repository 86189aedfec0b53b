/** The m and u by which files are compared, as versioned data. Pure. */
import { z } from 'zod'
import type { Comparison } from '../linkage/compare-pairs.rules.ts'
import type { Parameters } from '../linkage/em.rules.ts'

/** Of each field the share of each level among matches, strangers and kin. */
export const FieldShares = z.record(
  z.string(),
  z.array(z.strictObject({ level: z.string(), m: z.number(), u: z.number(), kin: z.number() })),
)
export type FieldShares = z.infer<typeof FieldShares>

export type LinkageParameters = Readonly<{
  version: string
  lambda: number
  kinLambda: number
  /** People looked at when they were learnt. */
  people: number
  leastProbability: number
  shares: FieldShares
}>

/**
 * Believed before anything is learnt from a registry: second files of 4 in 1 000 families, as in the demo city; a family
 * that wrote itself down twice, by a maiden name, after moving, with a letter or a digit wrong. `find-duplicates --learn`
 * replaces it by what this registry shows.
 */
export const BELIEVED: LinkageParameters = {
  version: 'believed-1',
  lambda: 8e-9,
  kinLambda: 2e-6,
  people: 1_000_000,
  leastProbability: 0.5,
  shares: {
    given_name: table({
      same: [0.76, 0.006, 0.02],
      swapped: [0.02, 0.00001, 0.00001],
      close: [0.16, 0.003, 0.005],
      part: [0.03, 0.003, 0.004],
      similar: [0.01, 0.002, 0.002],
    }),
    family_name: table({
      same: [0.75, 0.009, 0.9],
      swapped: [0.001, 0.00001, 0.00001],
      close: [0.13, 0.002, 0.02],
      part: [0.03, 0.001, 0.01],
      similar: [0.01, 0.002, 0.002],
    }),
    born_on: table({
      same: [0.88, 0.00005, 0.002],
      swapped: [0.01, 0.00003, 0.00003],
      close: [0.06, 0.001, 0.001],
      part: [0.03, 0.001, 0.001],
    }),
    place: table({
      same: [0.6, 0.000001, 0.3],
      door: [0.02, 0.00001, 0.1],
      street: [0.04, 0.0002, 0.1],
      neighbourhood: [0.24, 0.002, 0.2],
    }),
    phone: table({ same: [0.6, 0.000002, 0.3] }),
  },
}

/** Levels with [m, u, kin]; what is left of each is "different". */
function table(levels: Readonly<Record<string, readonly [number, number, number]>>): FieldShares[string] {
  const told = Object.entries(levels).map(([level, [m, u, kin]]) => ({ level, m, u, kin }))
  const rest = (of: 'm' | 'u' | 'kin') => 1 - told.reduce((sum, one) => sum + one[of], 0)
  return [...told, { level: 'different', m: rest('m'), u: rest('u'), kin: rest('kin') }]
}

/** Duplicates grow with the people, pairs with their square: lambda holds for the size it was learnt at. */
const FEWEST_PEOPLE = 1000

/** The parameters for the levels of the comparisons, in a registry of so many people. */
export function parametersFor(
  { shares, lambda, kinLambda, people }: LinkageParameters,
  comparisons: readonly Comparison[],
  peopleNow: number,
): Parameters {
  const scale = people / Math.max(FEWEST_PEOPLE, peopleNow)
  const of = (share: 'm' | 'u' | 'kin') =>
    comparisons.map(({ field, levels }) =>
      levels.map(({ code, m, u }) => {
        const told = shares[field]?.find(({ level }) => level === code)
        return told?.[share] ?? (share === 'm' ? m : u)
      }),
    )
  return {
    lambda: Math.min(0.01, lambda * scale),
    m: of('m'),
    u: of('u'),
    kin: { lambda: Math.min(0.05, kinLambda * scale), shares: of('kin') },
  }
}
