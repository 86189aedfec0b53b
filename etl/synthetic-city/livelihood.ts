import type { Day } from './calendar.ts'
import type { Member, School } from './members.ts'
import type { Random } from './random.ts'

export type IncomeSource =
  | 'wage'
  | 'casual_work'
  | 'self_employment'
  | 'pension'
  | 'unemployment_pay'
  | 'social_aid'
  | 'disability_pension'
  | 'farming'
  | 'support_from_relatives'
  | 'none'

/** A dated income; kuruş a month. */
export type Income = { person: Member | null; source: IncomeSource; kurus: number; from: Day; to: Day | null }

/** Median equivalised income a month at the last wage level, as a multiple of the net minimum wage. */
const MEDIAN_WAGES = 0.94
const SCHOOL_EFFECT: Record<School, number> = {
  none: -1.15,
  primary: -0.75,
  middle: -0.35,
  high: 0.15,
  university: 1.05,
}

/** Schools everyone's schooling by age, sex and quarter. */
export function school(members: readonly Member[], affluence: number, random: Random): void {
  const home = 0.45 * affluence + 0.45 * random.normal()
  for (const member of members) {
    member.school = schoolOf(member, home, random)
    member.isAttending = attends(member, home, random)
  }
}

function schoolOf({ age, sex }: Member, home: number, random: Random): School {
  if (age < 6) return 'none'
  if (age < 10) return 'primary'
  if (age < 14) return 'middle'
  const cohort = age < 35 ? 0.85 : age < 50 ? 0.3 : age < 65 ? -0.45 : -1.15
  const reach = cohort + home - (sex === 'female' && age > 50 ? 0.45 : 0) + 0.65 * random.normal()
  if (age < 18) return reach < -0.8 ? 'middle' : 'high'
  if (reach > 0.75) return 'university'
  if (reach > -0.05) return 'high'
  if (reach > -0.5) return 'middle'
  return reach > -1.9 ? 'primary' : 'none'
}

function attends({ age, school: level }: Member, home: number, random: Random): boolean {
  if (age < 6) return false
  if (age < 14) return random.chance(0.985)
  if (age < 18) return level === 'high' && random.chance(Math.min(0.98, 0.92 + 0.05 * home))
  return age < 24 && level === 'university' && random.chance(0.75)
}

/**
 * Standing of a household in the income distribution, standard normal over all households up to the planted hot spots.
 * @param poverty multiplier of the odds of being poor
 */
export function standingOf(
  members: readonly Member[],
  quarter: { affluence: number; poverty: number },
  random: Random,
): number {
  let best = -1.2
  for (const member of members) if (member.age >= 22) best = Math.max(best, SCHOOL_EFFECT[member.school])
  const loner = members.length === 1 ? 0.12 : 0
  const size = -0.13 * (members.length - 3.1)
  const hot = -Math.log(quarter.poverty) / 1.75 // odds ratio to a shift of the probit scale
  return 0.3 * quarter.affluence + 0.4 * best + size + loner + hot + 0.74 * random.normal() + 0.06
}

/**
 * Income of the whole household a month, kuruş, at the wage level of the last day. The lower half of the distribution
 * is narrower than the upper: that gives TÜİK's poverty rates and Gini at once (data/household-statistics.json).
 */
export function householdIncome(members: readonly Member[], standing: number, minimumWage: number): number {
  let scale = 0.5 // modified OECD scale
  for (const member of members) scale += member.age >= 14 ? 0.5 : 0.3
  return MEDIAN_WAGES * minimumWage * Math.exp(standing < 0 ? 0.64 * standing : 0.86 * standing) * scale
}

/** Splits a household's income among the people who earn it, by age, sex and schooling. */
export function earnings(
  members: readonly Member[],
  total: number,
  how: { minimumWage: number; isRural: boolean; from: Day },
  random: Random,
): Income[] {
  const adults = members.filter(member => member.age >= 18 && !member.isAttending)
  const claims = adults.flatMap(person => claimOf(person, how.isRural, random))
  const perHead = total / members.length
  if (perHead < how.minimumWage * 0.06) return [{ person: null, source: 'none', kurus: 0, from: how.from, to: null }]
  if (claims.length === 0) {
    const source = total < how.minimumWage ? 'social_aid' : 'support_from_relatives'
    return [{ person: members[0] ?? null, source, kurus: rounded(total), from: how.from, to: null }]
  }
  let sum = 0
  for (const claim of claims) sum += claim.weight
  return claims.map(({ person, source, weight }) => {
    const kurus = rounded((total * weight) / sum)
    const isBelowWage = source === 'wage' && kurus < how.minimumWage * 0.9
    return { person, source: isBelowWage ? 'casual_work' : source, kurus, from: how.from, to: null }
  })
}

function claimOf(
  person: Member,
  isRural: boolean,
  random: Random,
): { person: Member; source: IncomeSource; weight: number }[] {
  const { age, sex, disability } = person
  if (disability >= 40 && random.chance(0.7)) return [{ person, source: 'disability_pension', weight: 0.45 }]
  if (age >= 60 && random.chance(sex === 'male' ? 0.86 : 0.48))
    return [{ person, source: 'pension', weight: 0.8 + 0.4 * random.unit() }]
  if (age >= 65) return []
  const works = sex === 'male' ? 0.82 : 0.3 + 0.25 * Math.max(0, SCHOOL_EFFECT[person.school])
  if (!random.chance(works)) return []
  const draw = random.unit()
  const source = isRural && draw < 0.4 ? 'farming' : draw < 0.17 ? 'self_employment' : 'wage'
  return [
    {
      person,
      source,
      weight: (sex === 'male' ? 1 : 0.8) * (1 + 0.35 * SCHOOL_EFFECT[person.school]) * (0.7 + 0.6 * random.unit()),
    },
  ]
}

/** To ten lira, never below ten. */
export function rounded(kurus: number): number {
  return Math.max(1000, Math.round(kurus / 1000) * 1000)
}
