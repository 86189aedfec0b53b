/** Facts of one household as the score and the means check read them. Pure: api, browser and tests hand in plain data. */

export const INCOME_SOURCES = [
  'wage',
  'casual_work',
  'self_employment',
  'pension',
  'unemployment_pay',
  'social_aid',
  'disability_pension',
  'rent',
  'farming',
  'support_from_relatives',
  'none',
  'other',
] as const
export type IncomeSource = (typeof INCOME_SOURCES)[number]
export const PROVENANCES = ['declared', 'registry', 'inspection', 'import', 'synthetic'] as const
export type Provenance = (typeof PROVENANCES)[number]

/** What one can ask a household about. "Asked" makes the absence of a fact an answer; without it absence is ignorance. */
export const TOPICS = ['income', 'dwelling', 'health', 'schooling', 'assets', 'status'] as const
export type Topic = (typeof TOPICS)[number]

/** A fact that holds from a day (ISO) until, not on, another. `recordedAt` is an ISO time; all of one household in one form. */
export type Dated = Readonly<{
  id: number
  validFrom: string
  validTo: string | null
  provenance: Provenance
  recordedAt: string
}>
export type IncomeFact = Dated & Readonly<{ personId: number | null; source: IncomeSource; monthlyKurus: number }>
export type DwellingFact = Dated &
  Readonly<{
    tenure: string
    kind: string
    condition: string
    heating: string
    rooms: number
    rentKurus: number | null
  }>
export type HealthFact = Dated & Readonly<{ personId: number; kind: string; degreePercent: number | null }>
export type SchoolingFact = Dated & Readonly<{ personId: number; level: string; isAttending: boolean }>
/** `isDisputed`: the household denies it and nobody has ruled yet; it widens the range and takes nothing off. */
export type AssetFact = Dated & Readonly<{ kind: string; valueKurus: number | null; isDisputed: boolean }>
export type EmploymentFact = Dated & Readonly<{ personId: number; status: string }>
export type StatusFact = Dated & Readonly<{ personId: number | null; kind: string }>
export type Member = Readonly<{ id: number; bornOn: string; diedOn: string | null }>

/** Who covered a topic for the whole household, and when. */
export type Asked = Readonly<{ source: Provenance; date: string }>
/** A registry that was asked and did not answer: "could not check" is never "has nothing" (DOMAIN.md §5). */
export type Unreachable = Readonly<{ topic: Topic; source: string; date: string }>

export type HouseholdFacts = Readonly<{
  householdId: number
  /** The day the facts are looked at, ISO. */
  day: string
  members: readonly Member[]
  /** Also those ended within the last 12 months: a lost job is read from them. */
  incomes: readonly IncomeFact[]
  dwellings: readonly DwellingFact[]
  health: readonly HealthFact[]
  schooling: readonly SchoolingFact[]
  assets: readonly AssetFact[]
  employment: readonly EmploymentFact[]
  statuses: readonly StatusFact[]
  asked: Readonly<Partial<Record<Topic, Asked>>>
  unreachable: readonly Unreachable[]
  /** Net monthly minimum wage in force, kuruş; null where the table of parameters has none for the day. */
  wage: Readonly<{ kurus: number; validFrom: string }> | null
}>

/** A fact behind a point or a working, as shown: where it came from and since when. */
export type FactShown = Readonly<{
  kind: 'income' | 'dwelling' | 'health' | 'schooling' | 'employment' | 'asset' | 'status' | 'person' | 'parameter'
  id: number | null
  personId: number | null
  /** Which fact of its kind: wage, tenure, disability, age … */
  name: string
  value: string | number | null
  source: Provenance | 'file' | 'parameter'
  date: string
}>

export function isInForce(fact: Dated, day: string): boolean {
  return fact.validFrom <= day && (fact.validTo === null || fact.validTo > day)
}

/** The order of komsu.household_income_on: later first day, then later written, then later id says. */
export function isLater(a: Dated, b: Dated): boolean {
  if (a.validFrom !== b.validFrom) return a.validFrom > b.validFrom
  if (a.recordedAt !== b.recordedAt) return a.recordedAt > b.recordedAt
  return a.id > b.id
}

/** The fact that says, of those in force on a day; undefined when none is. */
export function findLatest<T extends Dated>(
  facts: readonly T[],
  day: string,
  is: (fact: T) => boolean = () => true,
): T | undefined {
  let latest: T | undefined
  for (const fact of facts)
    if (isInForce(fact, day) && is(fact) && (latest === undefined || isLater(fact, latest))) latest = fact
  return latest
}

/** Whether a person belongs to the living household on a day, as komsu.household_gap_on counts. */
export function isLiving(member: Member, day: string): boolean {
  return member.bornOn <= day && (member.diedOn === null || member.diedOn > day)
}

/** The same day a year before, ISO; 29 February becomes 28 February. */
export function aYearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, '0')
  return day.slice(5) === '02-29' ? `${year}-02-28` : `${year}${day.slice(4)}`
}
