import { type Day, monthOf, monthsLater } from './calendar.ts'
import { type CaseFile, playCase } from './casework.ts'
import { incomeHistory, incomeOn, type Shock, type Span, thresholdOn, wageOn } from './history.ts'
import { type Asset, assetsOf, type Dwelling, dwellingOf, type Health, health } from './home.ts'
import { earnings, householdIncome, type Income, school, standingOf } from './livelihood.ts'
import { composeHousehold, type Member } from './members.ts'
import type { Random } from './random.ts'
import { scoreNeed } from './score.ts'
import { applicationDay } from './seasons.ts'

/** What a household takes from its quarter of the city. */
export type Quarter = Readonly<{
  affluence: number
  poverty: number
  asking: number
  isRural: boolean
  /** Running weights of household sizes. */
  sizes: Float64Array
  /** Mean days from petition to visit. */
  wait: number
}>

export type Household = Readonly<{
  members: Member[]
  incomes: Income[]
  dwelling: Dwelling
  health: Health[]
  assets: Asset[]
  cases: CaseFile[]
  /** Other givers' aid: day and worth. */
  otherAid: { on: Day; kurus: number }[]
  /** Day from which the office's registries know the facts. */
  known: Day
  standing: number
  shock: Shock | null
}> & {
  /** Ten digits, null without one; drawn when first written, shared by a second file of the family. */
  phone?: string | null | undefined
}

/** Makes one household with its two years, from chance and its quarter alone. */
export function makeHousehold(quarter: Quarter, span: Span, random: Random): Household {
  const members = composeHousehold(1 + random.weighted(quarter.sizes), random)
  school(members, quarter.affluence, random)
  const standing = standingOf(members, quarter, random)
  const minimumWage = wageOn(span, span.until)
  const home = { standing, isRural: quarter.isRural, minimumWage }
  const ailments = health(members, standing, random)
  const known = span.from - 30 - random.below(300)
  const now = earnings(
    members,
    householdIncome(members, standing, minimumWage),
    { minimumWage, isRural: quarter.isRural, from: known },
    random,
  )
  const { incomes, shock } = incomeHistory(now, span, random)
  const made = {
    members,
    incomes,
    dwelling: dwellingOf(members, home, random),
    health: ailments,
    assets: assetsOf(home, random),
    known,
    standing,
    shock,
  }
  return { ...made, cases: casesOf(made, quarter, span, random), otherAid: otherAid(made, span, random) }
}

type Facts = Omit<Household, 'cases' | 'otherAid'>

// Need begins with the span, or with the loss of a job in it.
function casesOf(facts: Facts, quarter: Quarter, span: Span, random: Random): CaseFile[] {
  const lost = facts.shock?.kind === 'job_loss' ? facts.shock.on : null
  const ratioOn = (day: Day) => incomeOn(facts.incomes, day) / facts.members.length / thresholdOn(span, day)
  const begin = ratioOn(span.from)
  const later = lost === null ? begin : ratioOn(Math.min(span.until, lost + 60))
  const share = askingShare(Math.min(begin, later), quarter.asking)
  if (!random.chance(share)) return []
  const isFromShock = lost !== null && begin >= 1 && later < 1
  const from = isFromShock ? lost : span.from
  const first = applicationDay(from, isFromShock ? Math.min(span.until, lost + 120) : span.until, random)
  const cases = [playCase(first, settingOf(facts, quarter, span, random, first), random)]
  const closed = cases[0]?.closed ?? null
  const again = closed === null ? null : closed + 100 + random.below(120)
  if (again !== null && again <= span.until && random.chance(0.18))
    cases.push(playCase(again, settingOf(facts, quarter, span, random, again), random))
  return cases
}

// Share that applies within the two years: 57 % of those below the threshold, few of those just above, hardly anyone else.
function askingShare(ratio: number, multiplier: number): number {
  const base = ratio < 1 ? 0.57 : ratio < 1.5 ? 0.09 : 0.005
  const odds = (base / (1 - base)) * multiplier
  return odds / (1 + odds)
}

function settingOf(facts: Facts, quarter: Quarter, span: Span, random: Random, received: Day) {
  const hasCare = facts.health.some(fact => fact.kind === 'needs_care')
  return {
    span,
    wait: quarter.wait,
    members: facts.members.length,
    requests: requestsOf(facts, received, hasCare, random),
    score: (day: Day, kind: CaseFile['kind'], channel: string) =>
      scoreNeed({
        members: facts.members,
        income: incomeOn(facts.incomes, day),
        threshold: thresholdOn(span, day),
        dwelling: facts.dwelling,
        earners: earnersOn(facts.incomes, day),
        hasCare,
        shock:
          kind === 'victim'
            ? 'disaster'
            : channel === 'death_notice'
              ? 'bereavement'
              : hasJustLost(facts.shock, day)
                ? 'job_loss'
                : 'none',
        assets: facts.assets,
      }),
  }
}

function hasJustLost(shock: Shock | null, day: Day): boolean {
  return shock?.kind === 'job_loss' && shock.on <= day && day < monthsLater(shock.on, 12)
}

function earnersOn(incomes: readonly Income[], day: Day): { steady: number; casual: number } {
  const count = { steady: 0, casual: 0 }
  for (const income of incomes) {
    if (income.from > day || (income.to !== null && income.to <= day)) continue
    if (income.source === 'wage' || income.source === 'self_employment' || income.source === 'pension') count.steady++
    if (income.source === 'casual_work' || income.source === 'farming') count.casual++
  }
  return count
}

function requestsOf(facts: Facts, received: Day, hasCare: boolean, random: Random): string[] {
  const has = (test: (member: Member) => boolean) => facts.members.some(test)
  const month = monthOf(received)
  const asked = new Set<string>([
    random.chance(0.5) ? 'cash_support' : random.chance(0.5) ? 'social_card' : 'food_parcel',
  ])
  if (has(({ age }) => age < 3) && random.chance(0.6)) asked.add('diapers')
  if (has(({ age }) => age >= 1 && age <= 5) && random.chance(0.5)) asked.add('milk')
  if ((month >= 9 || month <= 1) && facts.dwelling.heating === 'stove' && random.chance(0.6)) asked.add('coal')
  if (hasCare && random.chance(0.6)) asked.add('home_care')
  if (facts.dwelling.condition === 'poor' && random.chance(0.12)) asked.add('furniture')
  if (random.chance(0.15)) asked.add('hygiene_pack')
  return [...asked]
}

// The social foundations (SYDV) help some of the poorest too; the office learns of it by enquiry.
function otherAid(facts: Pick<Household, 'incomes' | 'members'>, span: Span, random: Random): Household['otherAid'] {
  const isPoor = incomeOn(facts.incomes, span.from) / facts.members.length < thresholdOn(span, span.from)
  if (!isPoor || !random.chance(0.12)) return []
  const first = span.from + random.below(200)
  return Array.from({ length: 1 + random.below(4) }, (_, i) => ({
    on: monthsLater(first, 4 * i),
    kurus: 100_000 + 50_000 * random.below(6),
  })).filter(({ on }) => on <= span.until)
}
