/** How people of two files are compared: the fields, and a person as a record of them. Pure. */
import type { Compared } from '../linkage/compare-pairs.rules.ts'

/**
 * The fields compared. The T.C. no is not among them: it is unique in the registry, so two files never share one, and that
 * they differ says nothing.
 */
export const FIELDS = [
  { field: 'given_name', kind: 'name' },
  { field: 'family_name', kind: 'name' },
  { field: 'born_on', kind: 'date' },
  { field: 'place', kind: 'place' },
  { field: 'phone', kind: 'any-of' },
] as const satisfies readonly Compared[]

export type Field = (typeof FIELDS)[number]['field']

/** A person with what is known of where they live; `phones` of the household and of the person. */
export type RegistryPerson = Readonly<{
  id: number
  householdId: number
  givenName: string
  familyName: string
  /** YYYY-MM-DD */
  bornOn: string
  neighbourhoodId: number
  streetId: number | null
  addressId: number
  flatNo: string | null
  phones: readonly string[]
}>

/** A person as a record of FIELDS. */
export function recordOf(person: RegistryPerson): Record<Field, string> {
  const { neighbourhoodId, streetId, addressId, flatNo } = person
  return {
    given_name: person.givenName,
    family_name: person.familyName,
    born_on: person.bornOn,
    place: [neighbourhoodId, streetId ?? '', addressId, (flatNo ?? 'house').toUpperCase()].join('/'),
    phone: [...person.phones].sort().join(' '),
  }
}
