import type { FactShown, HouseholdFacts } from './household-facts.rules.ts'
import { joinPoints, tenthsOf } from './points.rules.ts'
import { type Scene, setScene } from './readings.rules.ts'
import { joinReasons } from './reasons.rules.ts'
import { type Item, type PointState, scoreItem, scoreUnasked } from './score-item.rules.ts'
import {
  PART_LIMITS,
  PARTS,
  type PartCode,
  type Question,
  type SchemeDocument,
  type Words,
} from './score-scheme.contract.ts'
import { subjectsOf } from './subjects.rules.ts'
import { isVariableCode, variableOf } from './variables.rules.ts'

export type ScoreVerdict = 'eligible' | 'ineligible' | 'open'

/** What one question gave, with its reason and the facts behind it; points to one decimal. */
export type Point = Readonly<{
  part: PartCode
  question: string
  text: Words
  /** What is certain. */
  points: number
  low: number
  high: number
  /** The most the question can give, or for a deduction take. */
  max: number
  state: PointState
  reason: Words
  facts: readonly FactShown[]
  /** One for each person, asset or status asked about; one for a question about the household. */
  items: readonly Item[]
}>

export type Score = Readonly<{
  /** What is certain, 0–100. Nothing missing counts as zero need: it stands between low and high. */
  total: number
  low: number
  high: number
  parts: Readonly<Record<PartCode, number>>
  points: readonly Point[]
  /** Codes of the questions whose facts are missing or could not be reached. */
  missing: readonly string[]
  minimum: number
  verdict: ScoreVerdict
}>

/**
 * Scores a household by a scheme (DOMAIN.md §3). Pure; the order of the facts changes nothing, and no place enters.
 * @param scheme  checked by checkScheme
 * @param minimum points from which a file goes before the commission
 */
export function scoreHousehold(scheme: SchemeDocument, facts: HouseholdFacts, minimum: number): Score {
  return scoreScene(scheme, setScene(facts), minimum)
}

/** The same for a household made ready once and scored by several schemes. */
export function scoreScene(scheme: SchemeDocument, scene: Scene, minimum: number): Score {
  const points = scheme.parts.flatMap(part => part.questions.map(question => scoreQuestion(scene, part.code, question)))
  const [total, low, high] = [sumParts(points, 'points'), sumParts(points, 'low'), sumParts(points, 'high')]
  return {
    total: total.all,
    low: low.all,
    high: high.all,
    parts: total.parts,
    points,
    missing: points.filter(({ state }) => state !== 'scored').map(({ question }) => question),
    minimum,
    verdict: low.all >= minimum ? 'eligible' : high.all < minimum ? 'ineligible' : 'open',
  }
}

function scoreQuestion(scene: Scene, part: PartCode, question: Question): Point {
  const items = itemsOf(scene, question)
  const low = joined(question, items, 'low')
  const high = joined(question, items, 'high')
  return {
    part,
    question: question.code,
    text: question.text,
    points: joined(question, items, 'points'),
    low,
    high,
    max: maxOf(question),
    state: low === high ? 'scored' : stateOf(items),
    reason: joinReasons(question, items),
    facts: items.length === 1 && items[0] ? items[0].facts : items.flatMap(item => item.facts),
    items,
  }
}

function joined({ aggregate }: Question, items: readonly Item[], end: End): number {
  return aggregate ? joinPoints(items, end, aggregate) : (items[0]?.[end] ?? 0)
}

function itemsOf(scene: Scene, question: Question): Item[] {
  if (!isVariableCode(question.variable)) throw new RangeError(`unknown variable: ${question.variable}`)
  const { scope, topic } = variableOf(question.variable)
  const { list, mayBeMore } = subjectsOf(scene, question.variable)
  const items = list.map(subject => scoreItem(question, subject))
  if (mayBeMore) items.push(scoreUnasked(question, scope, topic !== 'people' && scene.unreachable.has(topic)))
  return items
}

function maxOf({ bands, aggregate }: Question): number {
  if (aggregate) return aggregate.cap
  let max = 0
  for (const { points } of bands) if (Math.abs(points) > Math.abs(max)) max = points
  return max
}

function stateOf(items: readonly Item[]): PointState {
  if (items.some(({ state }) => state === 'unreachable')) return 'unreachable'
  return items.some(({ state }) => state === 'missing') ? 'missing' : 'scored'
}

type End = 'points' | 'low' | 'high'
type Sum = { all: number; parts: Record<PartCode, number> }

// In tenths; each part within its limit and the whole within 0–100, whatever a scheme says.
function sumParts(points: readonly Point[], end: End): Sum {
  const parts: Record<PartCode, number> = { ...ZERO }
  for (const point of points) parts[point.part] += tenthsOf(point[end])
  let all = 0
  for (const code of PARTS) {
    const limit = PART_LIMITS[code] * 10
    const within = limit < 0 ? Math.max(limit, Math.min(0, parts[code])) : Math.min(limit, Math.max(0, parts[code]))
    all += within
    parts[code] = within / 10
  }
  return { all: Math.max(0, Math.min(1000, all)) / 10, parts }
}

const ZERO: Readonly<Record<PartCode, number>> = {
  income: 0,
  dwelling: 0,
  health: 0,
  dependants: 0,
  employment: 0,
  shocks: 0,
  assets: 0,
}
