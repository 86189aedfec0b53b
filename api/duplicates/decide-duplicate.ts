import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { findCandidate, insertDecidedEvent, lockCandidate, updateVerdict } from './candidates.queries.ts'
import type { Decide, Decided } from './duplicates.contract.ts'
import { openTwo } from './show-duplicates.ts'

/**
 * Decides whether two files are one household. "Different" is remembered, so that the pair never comes back; "same" leaves
 * the files to be joined, which is a deed of its own because it asks who is who; "later" puts the task off. Nobody's aid
 * changes by any of them.
 * @throws not-found, closed (why: duplicate_decided), conflict (details.current), own-relative
 */
export async function decideDuplicate(trx: Trx, actor: Actor, id: number, decide: Decide): Promise<Decided> {
  const candidate = await findCandidate(trx, id)
  if (!candidate) throw problem('not-found')
  const held = await lockCandidate(trx, id)
  if (!held) throw problem('closed', '', { why: 'duplicate_decided' })
  if (held.version !== decide.version) throw problem('conflict', '', { current: { version: held.version } })
  const files = await openTwo(trx, candidate.householdA, candidate.householdB)
  const version = await updateVerdict(trx, actor, id, decide)
  await keepEvents(trx, actor, { candidate, verdict: decide.verdict })
  await auditDeed(trx, actor, {
    action: 'duplicate.decide',
    subject: { type: 'duplicate_candidate', id },
    ground: 'duplicate_check',
    detail: { verdict: decide.verdict, households: [candidate.householdA, candidate.householdB] },
  })
  const standApart = files.every(file => file.joinedIntoId === null && file.dissolvedOn === null)
  return { id, version, state: decide.verdict, toJoin: decide.verdict === 'same' && standApart }
}

type Kept = Readonly<{ candidate: { id: number; householdA: number; householdB: number }; verdict: Decide['verdict'] }>

async function keepEvents(trx: Trx, actor: Actor, { candidate, verdict }: Kept): Promise<void> {
  if (verdict === 'later') return
  const { id, householdA, householdB } = candidate
  await insertDecidedEvent(trx, actor, { householdId: householdA, other: householdB, verdict, candidate: id })
  await insertDecidedEvent(trx, actor, { householdId: householdB, other: householdA, verdict, candidate: id })
}
