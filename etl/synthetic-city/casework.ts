import { type Day, dayText, nextSession, workday } from './calendar.ts'
import { grant } from './granting.ts'
import type { Span } from './history.ts'
import { cumulate, type Random } from './random.ts'
import type { ScoreParts } from './score.ts'

export type Status =
  | 'awaiting_inquiry'
  | 'assigned'
  | 'in_inspection'
  | 'inspected'
  | 'eligible'
  | 'ineligible'
  | 'before_commission'
  | 'granted'
  | 'refused'
  | 'expired'
  | 'terminated'
  | 'withdrawn'

export type Visit = {
  on: Day
  mode: 'home' | 'telephone'
  atHousehold: boolean | null
  /** How far the chief's control of it is; only a passed one is scored. */
  control: 'open' | 'awaiting' | 'returned' | 'passed'
  score: { on: Day; total: number; parts: ScoreParts } | null
}
export type Gift = Readonly<{ type: string; kurus: number; on: Day }>
export type Ruling =
  | { outcome: 'grant'; type: string; amount: number | null; months: number; on: Day; gifts: Gift[] }
  | { outcome: 'refuse' | 'ask_more' | 'defer'; reason: string; on: Day }

/** One application with everything that followed from it; its status is what the events add up to. */
export type CaseFile = {
  channel: string
  kind: 'needy' | 'victim'
  status: Status
  received: Day
  closed: Day | null
  isUrgent: boolean
  needsTwo: boolean
  wantedSex: 'female' | 'male' | null
  requests: string[]
  visits: Visit[]
  rulings: Ruling[]
}

export type CaseSetting = Readonly<{
  span: Span
  /** Mean days from petition to visit in the district. */
  wait: number
  /** Score of the household on a day. */
  score: (day: Day, kind: CaseFile['kind'], channel: string) => { total: number; parts: ScoreParts }
  /** What such a household asks for, the main thing first. */
  requests: readonly string[]
  members: number
}>

const CHANNELS = [
  'solidarity_point',
  'him',
  'web',
  'acik_kapi',
  'cimer',
  'field_finding',
  'third_party',
  'media_report',
  'disaster',
  'death_notice',
]
const CHANNEL_SHARES = cumulate([0.37, 0.27, 0.12, 0.06, 0.06, 0.06, 0.03, 0.005, 0.015, 0.01])

// Before winter more is asked than can be visited: what came in the last weeks waits longer, so the pool is never empty.
const BACKLOG = { days: 60, slower: 4 }

/** Plays one application through to the end of the span (DOMAIN.md §3). */
export function playCase(received: Day, at: CaseSetting, random: Random): CaseFile {
  const channel = CHANNELS[random.weighted(CHANNEL_SHARES)] ?? 'him'
  const kind = channel === 'disaster' ? 'victim' : 'needy'
  const file: CaseFile = {
    channel,
    kind,
    status: 'awaiting_inquiry',
    received,
    closed: null,
    isUrgent: kind === 'victim' || random.chance(0.04),
    needsTwo: random.chance(0.05),
    wantedSex: random.chance(0.03) ? 'female' : null,
    requests: [...at.requests],
    visits: [],
    rulings: [],
  }
  if (random.chance(0.025)) return withdraw(file, at.span, random)
  const pace = (file.isUrgent ? 0.25 : 1) * (received > at.span.until - BACKLOG.days ? BACKLOG.slower : 1)
  const wait = at.wait * pace * (0.35 - 0.65 * Math.log(1 - random.unit()))
  const visitOn = workday(received + 2 + Math.floor(wait))
  if (received + 1 + Math.floor(wait * 0.45) > at.span.until) return file
  file.status = visitOn - 2 > at.span.until ? 'assigned' : 'in_inspection'
  if (visitOn <= at.span.until) visit(file, visitOn, at, random)
  else if (file.status === 'in_inspection') file.visits.push(begun(visitOn))
  return file
}

function withdraw(file: CaseFile, span: Span, random: Random): CaseFile {
  const on = file.received + 1 + random.below(18)
  if (on > span.until) return file
  return { ...file, status: 'withdrawn', closed: on }
}

/** An inspection the inspector has opened and not sent. */
function begun(on: Day): Visit {
  return { on, mode: 'home', atHousehold: null, control: 'open', score: null }
}

function visit(file: CaseFile, on: Day, at: CaseSetting, random: Random): void {
  const isByPhone = random.chance(0.05)
  const visited: Visit = {
    on,
    mode: isByPhone ? 'telephone' : 'home',
    atHousehold: isByPhone ? null : random.chance(0.96),
    control: 'passed',
    score: null,
  }
  file.visits.push(visited)
  file.status = 'inspected'
  const scored = on + random.below(15)
  if (scored > at.span.until) {
    visited.control = random.chance(0.7) ? 'awaiting' : 'returned'
    return
  }
  visited.score = { on: scored, ...at.score(on, file.kind, file.channel) }
  if (visited.score.total < at.span.minimumScore) {
    file.status = 'ineligible'
    file.closed = scored
    return
  }
  file.status = 'eligible'
  const agenda = scored + 1 + random.below(8)
  if (agenda > at.span.until) return
  file.status = 'before_commission'
  decide(file, nextSession(agenda + 1), at, random)
}

const REFUSALS = [
  'Başka kurumdan aynı yardımı alıyor',
  'Hanede çalışabilir birey var',
  'Belgeler eksik',
  'Beyan incelemeyle uyuşmuyor',
]

function decide(file: CaseFile, on: Day, at: CaseSetting, random: Random): void {
  if (on > at.span.until) return
  const draw = random.unit()
  if (draw < 0.03) {
    file.rulings.push({ outcome: 'defer', reason: 'Gündem yetişmedi, sonraki toplantıya bırakıldı', on })
    decide(file, on + 7, at, random)
    return
  }
  if (draw < 0.045 && file.visits.length === 1) {
    file.rulings.push({ outcome: 'ask_more', reason: 'Gelir durumu yerinde yeniden incelensin', on })
    file.status = 'in_inspection'
    const again = workday(on + 4 + random.below(10))
    if (again <= at.span.until) visit(file, again, at, random)
    else file.visits.push(begun(again))
    return
  }
  if (draw < 0.11) {
    file.rulings.push({ outcome: 'refuse', reason: random.pick(REFUSALS), on })
    file.status = 'refused'
    return
  }
  grant(file, on, at, random)
}

/** Number the channel gave, as its system writes it. */
export function referenceNo(channel: string, received: Day, id: number): string {
  return `${channel.slice(0, 3).toUpperCase()}-${dayText(received).slice(0, 4)}-${id}`
}
