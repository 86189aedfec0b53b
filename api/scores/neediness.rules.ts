import { ADULT_AGE, ageOn } from '../platform/day.ts'
import { type HouseholdFacts, type IncomeFact, isInForce, isLater, isLiving } from './household-facts.rules.ts'

export type Verdict = 'below' | 'not_below' | 'unknown'

/** One income on record, and whether it is in the sum. */
export type IncomeShown = IncomeFact &
  Readonly<{
    counts: boolean
    /** The fact of the same person and source that says instead; null for one that counts. */
    outweighedBy: number | null
  }>

export type Neediness = Readonly<{
  day: string
  verdict: Verdict
  /** Why it is unknown, or null. */
  why: 'no-wage' | 'no-members' | 'income-missing' | 'income-unreachable' | null
  incomes: readonly IncomeShown[]
  /** Ids of the people counted: alive on the day, children included. */
  members: readonly number[]
  /** Adults whose income nobody asked about: not known, never zero. */
  adultsWithoutAnswer: readonly number[]
  /** Sum of what counts, kuruş a month; null where nothing was asked. */
  monthlyKurus: number | null
  /** monthlyKurus ÷ members, kuruş, not rounded. */
  perMemberKurus: number | null
  wage: Readonly<{ kurus: number; validFrom: string; isOfEarlierYear: boolean }> | null
  /** A third of the wage, kuruş, not rounded. */
  lineKurus: number | null
  /** perMember ÷ line; the least it can be where answers are missing. */
  ratio: number | null
}>

/**
 * Neediness (001 · 3.1.22): monthly income from all sources ÷ members < ⅓ of the net monthly minimum wage, with its
 * working. Income facts as in komsu.household_income_on: of one person and source the latest in force says. Where an
 * adult was not asked the sum is a least: at or above the line it still tells, below it the verdict is unknown.
 */
export function assessNeediness(facts: HouseholdFacts): Neediness {
  const { day } = facts
  const members = facts.members.filter(member => isLiving(member, day)).sort((a, b) => a.id - b.id)
  const incomes = weighIncomes(facts.incomes, day)
  const monthly = sumOf(incomes)
  const silent = adultsWithoutAnswer(facts, incomes)
  const wage = facts.wage && { ...facts.wage, isOfEarlierYear: facts.wage.validFrom.slice(0, 4) < day.slice(0, 4) }
  const isKnown = incomes.some(income => income.counts) || facts.asked.income !== undefined
  const perMember = isKnown && members.length > 0 ? monthly / members.length : null
  const line = wage && wage.kurus / 3
  const shape = { members: members.length, wage: wage?.kurus ?? null, monthly, isKnown, silent: silent.length }
  return {
    day,
    ...judge(
      shape,
      facts.unreachable.some(({ topic }) => topic === 'income'),
    ),
    incomes,
    members: members.map(({ id }) => id),
    adultsWithoutAnswer: silent,
    monthlyKurus: isKnown ? monthly : null,
    perMemberKurus: perMember,
    wage,
    lineKurus: line,
    ratio: perMember === null || line === null ? null : perMember / line,
  }
}

type Shape = Readonly<{ members: number; wage: number | null; monthly: number; isKnown: boolean; silent: number }>

// Whole numbers only: 3 × income < wage × members is the rule without a rounding.
function judge(of: Shape, isUnreachable: boolean): Pick<Neediness, 'verdict' | 'why'> {
  if (of.wage === null) return { verdict: 'unknown', why: 'no-wage' }
  if (of.members === 0) return { verdict: 'unknown', why: 'no-members' }
  if (3 * of.monthly >= of.wage * of.members) return { verdict: 'not_below', why: null }
  if (isUnreachable) return { verdict: 'unknown', why: 'income-unreachable' }
  if (!of.isKnown || of.silent > 0) return { verdict: 'unknown', why: 'income-missing' }
  return { verdict: 'below', why: null }
}

/** Incomes in force with the one that says of each person and source marked; those that count first, largest first. */
export function weighIncomes(incomes: readonly IncomeFact[], day: string): IncomeShown[] {
  const winners = new Map<string, IncomeFact>()
  const inForce = incomes.filter(income => isInForce(income, day))
  for (const income of inForce) {
    const key = keyOf(income)
    const other = winners.get(key)
    if (other === undefined || isLater(income, other)) winners.set(key, income)
  }
  return inForce
    .map(income => {
      const winner = winners.get(keyOf(income))
      const counts = winner === income
      return { ...income, counts, outweighedBy: counts ? null : (winner?.id ?? null) }
    })
    .sort((a, b) => Number(b.counts) - Number(a.counts) || b.monthlyKurus - a.monthlyKurus || a.id - b.id)
}

function keyOf(income: IncomeFact): string {
  return `${income.personId ?? ''}/${income.source}`
}

function sumOf(incomes: readonly IncomeShown[]): number {
  let sum = 0
  for (const income of incomes) if (income.counts) sum += income.monthlyKurus
  return sum
}

/** Adults with no income of their own on record, unless the household answered as a whole or somebody asked them all. */
export function adultsWithoutAnswer(facts: HouseholdFacts, incomes: readonly IncomeShown[]): number[] {
  if (facts.asked.income !== undefined || incomes.some(isOfAll)) return []
  const answered = new Set(incomes.map(({ personId }) => personId))
  return facts.members
    .filter(
      member => isLiving(member, facts.day) && ageOn(member.bornOn, facts.day) >= ADULT_AGE && !answered.has(member.id),
    )
    .map(({ id }) => id)
    .sort((a, b) => a - b)
}

// A sum of the household from an import or the generator stands for everybody; a shared rent, or "no shared income" said to
// an inspector, tells nothing of what each earns.
function isOfAll({ personId, provenance }: IncomeShown): boolean {
  return personId === null && (provenance === 'import' || provenance === 'synthetic')
}
