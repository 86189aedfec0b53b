/** Finds records of one list that are the same person: blocking, comparing, learning, explaining, grouping. Pure. */
import { type Block, blocksFrom, COMPARE_ALL_UP_TO, MOST_PAIRS, ownBlocks, visitPairs } from './blocking.rules.ts'
import { clustersOf } from './clusters.rules.ts'
import { type Comparison, comparisonsOf, type PairTable, tabler } from './compare-pairs.rules.ts'
import { bitsOf, kinBits, kinPenalty, patternBits, probabilityOf } from './em.rules.ts'
import { explainPair } from './explain-pair.rules.ts'
import { type Learnt, learn } from './learn.rules.ts'
import type { LinkAnswer, LinkedPair, LinkProblem } from './link.contract.ts'
import { visitRandomPairs } from './random-pairs.rules.ts'

/** Random pairs from which chance agreement is learnt, when not every pair is compared. */
const SAMPLE = 400_000
/** A person is not in a list more often than this. */
const LARGEST_CLUSTER = 10
const THRESHOLD = 0.9
/** With a low threshold nearly every pair would be answered: the likeliest so many are, and the rest are counted. */
const MOST_ANSWERED = 100_000

/**
 * Links the records of a list (Fellegi–Sunter; see README.md). Deterministic: the same problem gives the same answer.
 * @throws RangeError when the blocking rules asked for make more pairs than fit
 */
export function linkRecords(problem: LinkProblem): LinkAnswer {
  const { records, threshold = THRESHOLD, seed = 1 } = problem
  const comparisons = comparisonsOf(records, problem.compare)
  const blocks = problem.block
    ? blocksFrom(records, problem.block, comparisons)
    : ownBlocks(comparisons, records.length)
  refuseTooMany(blocks)
  const { fill } = tabler(comparisons)
  const candidates = fill(visit => visitPairs(blocks, visit))
  const sample = isEveryPair(blocks) ? candidates : fill(visit => visitSample(records.length, seed, visit))
  const learnt = learn({ comparisons, candidates, sample, records: records.length })
  const { pairs, leftOut } = pairsFrom({ comparisons, candidates, learnt }, threshold)
  const { clusters, cut } = clustersOf(pairs, LARGEST_CLUSTER)
  return {
    pairs,
    clusters,
    parameters: {
      lambda: learnt.parameters.lambda,
      kin_lambda: learnt.parameters.kin?.lambda ?? null,
      threshold,
      comparisons: comparisons.map((comparison, index) => told(comparison, learnt, index)),
      blocking: blocks.map(({ rule, pairs: count }) => ({ rule, pairs: count })),
      compared: candidates.pattern.length,
      rounds: learnt.rounds,
      left_out: leftOut,
      cut_links: cut,
      largest_cluster: LARGEST_CLUSTER,
    },
  }
}

function refuseTooMany(blocks: readonly Block[]): void {
  const worst = blocks.find(({ pairs }) => pairs > MOST_PAIRS)
  if (worst)
    throw new RangeError(
      `block ${JSON.stringify(worst.rule)} makes ${worst.pairs} pairs, at most ${MOST_PAIRS} fit: join it with another field, ` +
        `as in ["${worst.rule.join('", "')}", "…"], or leave "block" out`,
    )
}

function isEveryPair(blocks: readonly Block[]): boolean {
  return blocks.some(({ rule }) => rule.length === 0)
}

function visitSample(records: number, seed: number, visit: (a: number, b: number) => void): void {
  if (records <= COMPARE_ALL_UP_TO) visitPairs(ownBlocks([], records), visit)
  else visitRandomPairs({ records, count: SAMPLE, seed }, visit)
}

type Compared = { comparisons: readonly Comparison[]; candidates: PairTable; learnt: Learnt }

function pairsFrom(compared: Compared, threshold: number): { pairs: LinkedPair[]; leftOut: number } {
  const { candidates, learnt } = compared
  const bits = patternBits(learnt.parameters, candidates.patterns)
  const kin = kinBits(learnt.parameters, candidates.patterns)
  const weights = Float64Array.from(candidates.pattern, (pattern, row) => {
    const offset = learnt.offset[row] ?? 0
    return (bits[pattern] ?? 0) + offset + kinPenalty((kin[pattern] ?? 0) + offset)
  })
  const weightOf = (row: number) => weights[row] ?? 0
  const rows = candidates.pattern.flatMap((_, row) => (probabilityOf(weightOf(row)) >= threshold ? [row] : []))
  const order = (x: number, y: number) =>
    weightOf(y) - weightOf(x) ||
    (candidates.a[x] ?? 0) - (candidates.a[y] ?? 0) ||
    (candidates.b[x] ?? 0) - (candidates.b[y] ?? 0)
  const pairs = rows
    .sort(order)
    .slice(0, MOST_ANSWERED)
    .map(row => answered(compared, row, weightOf(row)))
  return { pairs, leftOut: rows.length - pairs.length }
}

function answered({ comparisons, candidates, learnt }: Compared, row: number, weight: number): LinkedPair {
  const [a = 0, b = 0] = [candidates.a[row], candidates.b[row]]
  const levels = candidates.patterns[candidates.pattern[row] ?? 0] ?? []
  const because = explainPair(comparisons, learnt.parameters, { levels, record: a, weight })
  return { a, b, weight, probability: probabilityOf(weight), because }
}

function told({ field, kind, levels }: Comparison, { parameters }: Learnt, index: number) {
  return {
    field,
    kind,
    levels: levels.map(({ code }, level) => ({
      level: code,
      m: parameters.m[index]?.[level] ?? 0,
      u: parameters.u[index]?.[level] ?? 0,
      kin: parameters.kin?.shares[index]?.[level] ?? null,
      weight: bitsOf(parameters, index, level),
    })),
  }
}
