/** Who may not work on which file. Pure: the verb, the proposal and the screen ask the same function. */

/** What is known of an officer that can stand between them and a file. */
export type OfficerTies = Readonly<{
  homeNeighbourhoodId: number | null
  /** Households in which a relative lives. */
  relativeHouseholds: ReadonlySet<number>
  /** Households the officer has inspected for an earlier application. */
  inspectedHouseholds: ReadonlySet<number>
}>

export type FilePlace = Readonly<{ householdId: number; neighbourhoodId: number }>

export const CONFLICTS = ['relative', 'home_neighbourhood', 'own_earlier_file'] as const
export type Conflict = (typeof CONFLICTS)[number]

/**
 * Why an officer may not inspect a file, or null where nothing stands between them: a relative lives there (DOMAIN.md §1),
 * it is their own neighbourhood, or they inspected the household before, so that a second look is another's look.
 */
export function whyConflict(officer: OfficerTies, file: FilePlace): Conflict | null {
  if (officer.relativeHouseholds.has(file.householdId)) return 'relative'
  if (officer.homeNeighbourhoodId === file.neighbourhoodId) return 'home_neighbourhood'
  if (officer.inspectedHouseholds.has(file.householdId)) return 'own_earlier_file'
  return null
}
