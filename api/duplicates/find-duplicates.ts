import { nameWords } from '../linkage/turkish-name.rules.ts'
import type { Trx } from '../platform/database.ts'
import type { LinkageParameters } from './parameters.rules.ts'
import {
  asLinker,
  blockedPairs,
  frequenciesOf,
  keepCandidates,
  parametersInForce,
  peopleOf,
} from './registry.queries.ts'
import type { RegistryPerson } from './registry.rules.ts'
import { type FilePair, weighFiles } from './weigh-files.rules.ts'

/**
 * Looks for other files that may be the same household, right after one was entered or a person was added, in the same
 * transaction. What is likely enough becomes a task for a person; nothing is refused and nobody waits for it. Another file
 * of the very same flat becomes a task however little the people resemble each other: the officer at the counter knows.
 * @returns how many tasks are new
 */
export function findDuplicatesOf(trx: Trx, householdId: number): Promise<number> {
  return asLinker(trx, async () => {
    const parameters = await parametersInForce(trx)
    const pairs = await weighPairsOf(trx, [householdId], { only: 'any', parameters })
    const worth = pairs.filter(pair => pair.probability >= parameters.leastProbability || isSameFlat(pair))
    return keepCandidates(trx, worth, parameters.version)
  })
}

function isSameFlat({ because }: FilePair): boolean {
  return because.some(({ field, level }) => field === 'place' && level === 'same')
}

/** All pairs of these files with others, weighed. The caller is the linker or the owner. */
export async function weighPairsOf(
  trx: Trx,
  households: readonly number[],
  how: { only: 'any' | 'earlier'; parameters: LinkageParameters },
): Promise<FilePair[]> {
  const pairs = await blockedPairs(trx, households, how.only)
  if (pairs.length === 0) return []
  const people = await peopleOf(trx, [...new Set(pairs.flat())])
  const index = new Map(people.map(({ id }, i) => [id, i]))
  const indexed = pairs.map(([a, b]): [number, number] => [index.get(a) ?? -1, index.get(b) ?? -1])
  const asked = people.filter(({ householdId }) => households.includes(householdId))
  const frequencies = await frequenciesOf(trx, wordsOf(asked), [...new Set(asked.map(({ bornOn }) => bornOn))])
  return weighFiles(people, indexed, { parameters: how.parameters, frequencies })
}

function wordsOf(people: readonly RegistryPerson[]): string[] {
  return [...new Set(people.flatMap(({ givenName, familyName }) => nameWords(`${givenName} ${familyName}`)))]
}
