/** Who may be written down, who leads a household after another, and how the others are related then. Pure. */

import type { HouseholdRole } from '../applications/application-codes.rules.ts'
import { ADULT_AGE, ageOn } from '../platform/day.ts'
import { hasRightCheckDigits } from '../platform/national-id.ts'
import type { Saying } from './said.rules.ts'

export type Living = Readonly<{ id: number; bornOn: string; diedOn: string | null; role: HouseholdRole }>
type Particulars = Readonly<{ nationalId: string; givenName: string; familyName: string; bornOn: string }>
type PersonFault = Readonly<{ field: string; code: Saying }>

export const OLDEST_AGE = 120
const EARLIEST_BIRTH = '1880-01-01'
/** Letters of the Latin script with their accents, joined by blanks, hyphens, points and apostrophes. */
const LATIN_NAME = /^\p{Script=Latin}[\p{Script=Latin}\p{M} .'’-]*$/u

/** Everything wrong with what is said of a person. */
export function personFaults(
  person: Partial<Particulars>,
  { today, isAgeConfirmed }: { today: string; isAgeConfirmed: boolean },
): PersonFault[] {
  const faults: PersonFault[] = []
  if (person.nationalId !== undefined && !hasRightCheckDigits(person.nationalId))
    faults.push({ field: 'nationalId', code: 'national_id' })
  for (const field of ['givenName', 'familyName'] as const)
    if (person[field] !== undefined && !LATIN_NAME.test(person[field])) faults.push({ field, code: 'latin_name' })
  if (person.bornOn === undefined) return faults
  if (person.bornOn > today) faults.push({ field: 'bornOn', code: 'born_in_future' })
  else if (person.bornOn < EARLIEST_BIRTH) faults.push({ field: 'bornOn', code: 'born_too_long_ago' })
  else if (ageOn(person.bornOn, today) > OLDEST_AGE && !isAgeConfirmed)
    faults.push({ field: 'bornOn', code: 'age_over_120' })
  return faults
}

export const isAdult = (person: Pick<Living, 'bornOn'>, today: string) => ageOn(person.bornOn, today) >= ADULT_AGE

/** Why somebody cannot lead those who stay; null when they can. A minor leads only where no adult is left. */
export function whyNoHead(
  successorId: number | null | undefined,
  staying: readonly Living[],
  today: string,
): 'successor_missing' | 'successor_wrong' | 'successor_minor' | null {
  if (successorId == null) return 'successor_missing'
  const successor = staying.find(one => one.id === successorId && one.diedOn === null)
  if (!successor) return 'successor_wrong'
  const hasAdult = staying.some(one => one.diedOn === null && isAdult(one, today))
  return hasAdult && !isAdult(successor, today) ? 'successor_minor' : null
}

// How a relation to the old head reads from a new head who was their spouse, child or parent.
const UNDER: Readonly<Partial<Record<HouseholdRole, Partial<Record<HouseholdRole, HouseholdRole>>>>> = {
  spouse: { head: 'spouse', child: 'child', grandchild: 'grandchild', parent: 'relative' },
  child: { head: 'parent', spouse: 'parent', child: 'relative', grandchild: 'relative', parent: 'relative' },
  parent: { head: 'child', spouse: 'relative', child: 'grandchild', parent: 'spouse', grandchild: 'relative' },
}

/** Roles of everybody once `successorId` is the head; what cannot be told becomes "relative", "other" stays. */
export function rolesUnder(successorId: number, people: readonly Living[]): Map<number, HouseholdRole> {
  const was = people.find(one => one.id === successorId)?.role ?? 'relative'
  const seen = UNDER[was] ?? {}
  return new Map(
    people.map(one => {
      if (one.id === successorId) return [one.id, 'head']
      return [one.id, was === 'head' || one.role === 'other' ? one.role : (seen[one.role] ?? 'relative')]
    }),
  )
}
