import { type Day, dayOf, monthsLater } from './calendar.ts'
import type { Income, IncomeSource } from './livelihood.ts'
import { rounded } from './livelihood.ts'
import type { Member } from './members.ts'
import type { Random } from './random.ts'

/** The two years the city remembers, and the dated figures that held in them. */
export type Span = Readonly<{
  from: Day
  until: Day
  /** Net minimum wage, kuruş a month, oldest first. */
  wages: readonly { from: Day; kurus: number }[]
  /** Points from which a file goes before the commission. */
  minimumScore: number
}>

export const DEFAULT_UNTIL = '2026-10-31'
const MONTHS = 24

/** 24 months that end with a day. */
export function spanUntil(until: string, figures: Pick<Span, 'wages' | 'minimumScore'>): Span {
  const last = dayOf(until)
  return { from: monthsLater(last + 1, -MONTHS), until: last, ...figures }
}

/** Net minimum wage in force on a day, kuruş a month. */
export function wageOn(span: Span, day: Day): number {
  let kurus = span.wages[0]?.kurus ?? 0
  for (const wage of span.wages) if (wage.from <= day) kurus = wage.kurus
  return kurus
}

/** Neediness (001 · 3.1.22): income a head below this, kuruş a month. */
export function thresholdOn(span: Span, day: Day): number {
  return wageOn(span, day) / 3
}

export type Shock = Readonly<{ kind: 'job_loss' | 'new_job'; on: Day }>

/**
 * Turns incomes at today's wages into dated facts: they rise with the minimum wage, and a few households lose a job or
 * find one.
 */
export function incomeHistory(
  now: readonly Income[],
  span: Span,
  random: Random,
): { incomes: Income[]; shock: Shock | null } {
  const draw = random.unit()
  if (draw < 0.045) return jobLoss(now, span, random)
  if (draw < 0.06) return newJob(now, span, random)
  return { incomes: now.flatMap(income => spells(income, span)), shock: null }
}

// Each raise of the minimum wage inside a spell closes one fact and opens the next.
function spells(income: Income, span: Span): Income[] {
  const level = wageOn(span, span.until)
  const facts: Income[] = []
  let from = income.from
  for (const wage of span.wages) {
    if (wage.from <= from || wage.from > span.until || (income.to !== null && wage.from >= income.to)) continue
    facts.push({ ...income, kurus: scaled(income.kurus, wageOn(span, from) / level), from, to: wage.from })
    from = wage.from
  }
  facts.push({ ...income, kurus: scaled(income.kurus, wageOn(span, from) / level), from })
  return facts
}

function scaled(kurus: number, factor: number): number {
  return kurus === 0 ? 0 : factor === 1 ? kurus : rounded(kurus * factor)
}

const WORK = new Set<IncomeSource>(['wage', 'casual_work', 'self_employment'])

function jobLoss(now: readonly Income[], span: Span, random: Random): { incomes: Income[]; shock: Shock | null } {
  const lost = now.filter(income => WORK.has(income.source)).sort((a, b) => b.kurus - a.kurus)[0]
  if (!lost) return { incomes: now.flatMap(income => spells(income, span)), shock: null }
  const on = span.from + 20 + random.below(span.until - span.from - 40)
  const paid = monthsLater(on, 6 + random.below(5))
  const after: Income[] = [
    {
      ...lost,
      source: 'unemployment_pay',
      kurus: rounded(lost.kurus * 0.42),
      from: on,
      to: paid > span.until ? null : paid,
    },
  ]
  if (paid <= span.until && now.length === 1)
    after.push({ person: null, source: 'none', kurus: 0, from: paid, to: null })
  const before = now.map(income => (income === lost ? { ...income, to: on } : income))
  return { incomes: [...before, ...after].flatMap(income => spells(income, span)), shock: { kind: 'job_loss', on } }
}

function newJob(now: readonly Income[], span: Span, random: Random): { incomes: Income[]; shock: Shock | null } {
  const on = span.from + 20 + random.below(span.until - span.from - 40)
  const person: Member | null = now[0]?.person ?? null
  const found: Income = {
    person,
    source: 'wage',
    kurus: rounded(wageOn(span, span.until) * random.between(1, 1.3)),
    from: on,
    to: null,
  }
  const before = now.map(income => (income.source === 'none' ? { ...income, to: on } : income))
  return { incomes: [...before, found].flatMap(income => spells(income, span)), shock: { kind: 'new_job', on } }
}

/** Income of the household on a day, kuruş a month. */
export function incomeOn(incomes: readonly Income[], day: Day): number {
  let sum = 0
  for (const income of incomes) if (income.from <= day && (income.to === null || income.to > day)) sum += income.kurus
  return sum
}
