import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import {
  countCandidates,
  findCandidate,
  findFilesBeside,
  listCandidates,
  openForComparing,
} from './candidates.queries.ts'
import type { Duplicate, Duplicates, DuplicatesQuery } from './duplicates.contract.ts'
import { matchedPeople } from './matched-people.rules.ts'

/** Tasks of the actor's districts, the likeliest or the oldest first, with what may be shown before a file is opened. */
export async function showDuplicates(trx: Trx, actor: Actor, query: DuplicatesQuery): Promise<Duplicates> {
  const { items, isMore } = await listCandidates(trx, query)
  const counts = await countCandidates(trx)
  await auditDeed(trx, actor, {
    action: 'duplicate.list',
    subject: { type: 'duplicate_candidate', id: null },
    ground: 'duplicate_check',
    detail: { list: query.list, candidates: items.map(({ id }) => id) },
  })
  return { items, counts, ...(isMore ? { next: query.cursor + items.length } : {}) }
}

/**
 * One task with both files side by side. Looking at it opens both files to the actor for the comparison, and says so in
 * the audit. @throws not-found, own-relative
 */
export async function showDuplicate(trx: Trx, actor: Actor, id: number): Promise<Duplicate> {
  const row = await findCandidate(trx, id)
  if (!row) throw problem('not-found')
  const { householdA, householdB, ...candidate } = row
  const files = await openTwo(trx, householdA, householdB)
  await auditDeed(trx, actor, {
    action: 'duplicate.read',
    subject: { type: 'duplicate_candidate', id },
    ground: 'duplicate_check',
    detail: { households: [householdA, householdB] },
  })
  const [first, second] = files
  return { ...candidate, files, matched: first && second ? matchedPeople(first.people, second.people) : [] }
}

/** Opens both files on the ground of the comparison and reads them. @throws not-found, own-relative */
export async function openTwo(trx: Trx, first: number, second: number): Promise<Duplicate['files']> {
  try {
    for (const id of [first, second]) await openForComparing(trx, id)
  } catch (error) {
    const { code, hint } = error as { code?: string; hint?: string }
    if (code === 'P0002') throw problem('not-found')
    throw code === '42501' && hint === 'own-relative' ? problem('own-relative') : error
  }
  const files = await findFilesBeside(trx, [first, second])
  if (files.length < 2) throw problem('not-found')
  return files
}
