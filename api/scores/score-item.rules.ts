import type { FactShown } from './household-facts.rules.ts'
import { isChoiceBand, isNumberBand, tenthsOf } from './points.rules.ts'
import type { Possible, Reading } from './readings.rules.ts'
import type { Band, Question, Words } from './score-scheme.contract.ts'
import type { Subject } from './subjects.rules.ts'
import { isVariableCode, type Scope, variableOf } from './variables.rules.ts'

export type PointState = 'scored' | 'missing' | 'unreachable'

/** What a question gives for one person, asset, status or the household; points in tenths. */
export type Item = Readonly<{
  subject: Readonly<{ kind: Scope; id: number | string | null }>
  points: number
  low: number
  high: number
  state: PointState
  reason: Words
  facts: readonly FactShown[]
}>

/** Points of one subject: a band where its value is known, the span of the bands still possible where it is not. */
export function scoreItem(question: Question, subject: Subject): Item {
  const { reading, kind, id, isDisputed } = subject
  const bands = question.bands.filter(band => isPossible(band, reading))
  const [first] = bands.length > 0 ? bands : question.bands
  const points = (bands.length > 0 ? bands : question.bands).map(band => tenthsOf(band.points))
  const span = { low: Math.min(...points), high: Math.max(...points) }
  const about = { subject: { kind, id }, facts: reading.facts }
  const isKnown = bands.length > 0 && span.low === span.high
  if (isKnown && isDisputed && first) return { ...about, ...disputed(span.low), reason: disputedReason(first.reason) }
  if (isKnown && first) return { ...about, ...span, points: span.low, state: 'scored', reason: first.reason }
  const state = reading.state === 'unreachable' ? 'unreachable' : 'missing'
  return { ...about, ...span, points: surelyOf(span), state, reason: unknownReason(question, state) }
}

/** Those nobody asked for may be there: anything from none of them to as much as the question can move. */
export function scoreUnasked(question: Question, kind: Scope, isUnreachable: boolean): Item {
  const state = isUnreachable ? 'unreachable' : 'missing'
  const all = question.bands.map(band => tenthsOf(band.points))
  const reach = question.aggregate ? tenthsOf(question.aggregate.cap) : 0
  const most = question.aggregate?.how === 'sum' ? reach : 0
  return {
    subject: { kind, id: null },
    points: 0,
    low: Math.min(0, most, ...all),
    high: Math.max(0, most, ...all),
    state,
    reason: unknownReason(question, state),
    facts: [],
  }
}

// What is certain of a span: the end nearer to nothing.
function surelyOf({ low, high }: { low: number; high: number }): number {
  if (low > 0) return low
  return high < 0 ? high : 0
}

function disputed(points: number): Pick<Item, 'points' | 'low' | 'high' | 'state'> {
  return { points: 0, low: Math.min(0, points), high: Math.max(0, points), state: 'missing' }
}

function isPossible(band: Band, reading: Reading): boolean {
  if (reading.state !== 'known') return isWithin(band, reading.possible)
  const { value } = reading
  if (typeof value === 'string') return isChoiceBand(band) && band.is.includes(value)
  return isNumberBand(band) && band.from <= value && (band.below === null || value < band.below)
}

function isWithin(band: Band, possible: Possible): boolean {
  if (possible === null) return true
  if ('from' in possible)
    return (
      isNumberBand(band) &&
      (band.below === null || band.below > possible.from) &&
      (possible.to === null || band.from <= possible.to)
    )
  return isChoiceBand(band) && band.is.some(value => possible.includes(value))
}

function unknownReason({ variable }: Question, state: 'missing' | 'unreachable'): Words {
  const label = isVariableCode(variable) ? variableOf(variable).label : { tr: variable, en: variable }
  return state === 'missing'
    ? { tr: `${label.tr}: bilgi yok`, en: `${label.en}: not known` }
    : { tr: `${label.tr}: kurumdan yanıt alınamadı`, en: `${label.en}: the registry did not answer` }
}

function disputedReason({ tr, en }: Words): Words {
  return { tr: `${tr} (itiraz var, karar bekliyor)`, en: `${en} (disputed, not ruled on yet)` }
}
