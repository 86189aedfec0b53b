import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { compareTurkish } from '../platform/turkish.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { deleteRelative, isNeighbourhood, listOfficers, saveInterest, saveRelative } from './interests.queries.ts'
import type { Interest, NewRelative, OfficerEntry } from './officers.contract.ts'

/** Every officer, for the admin. */
export async function showOfficers(trx: Trx): Promise<{ items: OfficerEntry[] }> {
  const items = await listOfficers(trx)
  return { items: items.sort((a, b) => compareTurkish(a.displayName, b.displayName)) }
}

/** Writes down where an officer lives, their sex and their load. @throws not-found */
export async function setInterest(trx: Trx, actor: Actor, officer: number, interest: Interest): Promise<OfficerEntry> {
  await getOfficer(trx, officer)
  const home = interest.homeNeighbourhoodId
  if (home !== null && !(await isNeighbourhood(trx, home)))
    throw problem('invalid-input', '', { fields: [{ field: 'homeNeighbourhoodId', why: 'unknown' }] })
  await saveInterest(trx, officer, interest)
  await auditDeed(trx, actor, { action: 'interest.edit', subject: { type: 'officer', id: officer } })
  return getOfficer(trx, officer)
}

/** Declares a relative: from now on the officer neither sees nor acts on their file. @throws not-found */
export async function addRelative(
  trx: Trx,
  actor: Actor,
  officer: number,
  relative: NewRelative,
): Promise<OfficerEntry> {
  await getOfficer(trx, officer)
  await saveRelative(trx, officer, relative)
  await auditDeed(trx, actor, {
    action: 'relative.declare',
    subject: { type: 'officer', id: officer },
    detail: { relation: relative.relation },
  })
  return getOfficer(trx, officer)
}

/** Takes a declaration back. @throws not-found */
export async function removeRelative(
  trx: Trx,
  actor: Actor,
  officer: number,
  nationalId: string,
): Promise<OfficerEntry> {
  if (!(await deleteRelative(trx, officer, nationalId))) throw problem('not-found')
  await auditDeed(trx, actor, { action: 'relative.remove', subject: { type: 'officer', id: officer } })
  return getOfficer(trx, officer)
}

async function getOfficer(trx: Trx, id: number): Promise<OfficerEntry> {
  const [officer] = await listOfficers(trx, id)
  if (!officer) throw problem('not-found')
  return officer
}
