import type { FactShown } from './household-facts.rules.ts'
import { isChoiceBand, isNumberBand } from './points.rules.ts'
import type { Possible, Reading } from './readings.rules.ts'
import type { Band, Question, Words } from './score-scheme.contract.ts'
import type { Subject } from './subjects.rules.ts'
import { isVariableCode, type Scope, variableOf } from './variables.rules.ts'

export type PointState = 'scored' | 'missing' | 'unreachable'

/** What a question gives for one person, asset, status or the household; to one decimal. */
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
  const { kind, id, reading, isDisputed } = subject
  const about = { kind, id }
  if (reading.state === 'known' && !isDisputed) {
    const band = findBand(question.bands, reading.value)
    if (band) return settled(about, band, reading.facts)
  }
  return scoreUncertain(question, about, subject)
}

function settled(subject: Item['subject'], band: Band, facts: readonly FactShown[]): Item {
  const { points } = band
  return { subject, points, low: points, high: points, state: 'scored', reason: band.reason, facts }
}

function findBand(bands: readonly Band[], value: number | string): Band | undefined {
  for (const band of bands) if (isOf(band, value)) return band
  return undefined
}

// A value no band knows (an older scheme, a newer form) is not a zero either: every band is possible.
function scoreUncertain(question: Question, subject: Item['subject'], { reading, isDisputed }: Subject): Item {
  const left = question.bands.filter(band => isPossible(band, reading))
  const bands = left.length > 0 ? left : question.bands
  const points = bands.map(band => band.points)
  const low = Math.min(...points)
  const high = Math.max(...points)
  const { facts } = reading
  const [first] = left
  if (low === high && first) {
    if (!isDisputed) return settled(subject, first, facts)
    return { subject, ...disputed(low), reason: disputedReason(first.reason), facts }
  }
  const state = reading.state === 'unreachable' ? 'unreachable' : 'missing'
  return { subject, low, high, points: surelyOf(low, high), state, reason: unknownReason(question, state), facts }
}

/** Those nobody asked for may be there: anything from none of them to as much as the question can move. */
export function scoreUnasked(question: Question, kind: Scope, isUnreachable: boolean): Item {
  const state = isUnreachable ? 'unreachable' : 'missing'
  const all = question.bands.map(band => band.points)
  const most = question.aggregate?.how === 'sum' ? question.aggregate.cap : 0
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
function surelyOf(low: number, high: number): number {
  if (low > 0) return low
  return high < 0 ? high : 0
}

function disputed(points: number): Pick<Item, 'points' | 'low' | 'high' | 'state'> {
  return { points: 0, low: Math.min(0, points), high: Math.max(0, points), state: 'missing' }
}

function isPossible(band: Band, reading: Reading): boolean {
  return reading.state === 'known' ? isOf(band, reading.value) : isWithin(band, reading.possible)
}

function isOf(band: Band, value: number | string): boolean {
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
