import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { constraintOf, type File, openFile } from './application.queries.ts'
import { refuseIssues } from './issues.ts'
import {
  findKnownPeople,
  findOrInsertAddress,
  findPlace,
  insertHousehold,
  insertOpened,
  insertPeople,
} from './new-household.queries.ts'
import type { NewPerson, Submission } from './submission.contract.ts'

/**
 * A new file: its address, household and people.
 * @returns the file, and the keys of its people in the order given
 * @throws invalid-input (outside the province), known-person: nobody is in two households
 */
export async function makeHousehold(
  trx: Trx,
  actor: Actor,
  submission: Submission,
  today: string,
): Promise<{ file: File; people: number[] }> {
  const { household } = submission
  if (!('people' in household)) throw new Error('an existing household is entered, not made')
  const place = await findPlace(trx, household.address)
  if (!place) {
    const isStreet = household.address.kind === 'door'
    refuseIssues(
      [{ field: 'household.address', code: isStreet ? 'unknown_street' : 'outside_province' }],
      actor.language,
    )
    throw new Error('refused above')
  }
  await refuseKnownPeople(trx, household.people)
  const addressId = await findOrInsertAddress(trx, household.address, place)
  const { id, fileNo } = await insertHousehold(trx, {
    addressId,
    place,
    flatNo: household.address.flatNo || null,
    formedOn: today,
  })
  await openFile(trx, id, 'new_file')
  const people = await insertPeople(trx, actor, id, household.people).catch(error => {
    if (constraintOf(error) === 'person_national_id_key') throw problem('known-person', '', { people: [] })
    throw error
  })
  await insertOpened(trx, actor, id, today)
  await auditDeed(trx, actor, {
    action: 'household.create',
    subject: { type: 'household', id },
    ground: 'new_file',
    detail: { people: people.length },
  })
  return {
    file: { id, file_no: fileNo, district_id: place.districtId, dissolved_on: null, joined_into_id: null },
    people,
  }
}

async function refuseKnownPeople(trx: Trx, people: readonly NewPerson[]): Promise<void> {
  const known = await findKnownPeople(
    trx,
    people.map(person => person.nationalId),
  )
  if (known.length === 0) return
  throw problem('known-person', '', {
    people: known.map(one => ({
      row: people.findIndex(person => person.nationalId === one.national_id),
      householdId: one.household_id,
      fileNo: one.file_no,
    })),
  })
}
