import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { applyProposal } from './apply-proposal.ts'
import { changedMeanwhile, whyUndecidable } from './proposal.rules.ts'
import type { AcceptProposal, Decided, RefuseProposal } from './proposals.contract.ts'
import { lockProposal, type ProposalRow, setDecided } from './proposals.queries.ts'

/**
 * Accepts a proposal: the change is made by the same deed as at the desk, in the same transaction. When what it is about
 * has changed since, nothing is made and both values are shown; the officer may then accept it all the same.
 * @throws not-found, closed, conflict (details.was, .now, .proposed), and whatever the deed throws
 */
export async function acceptProposal(trx: Trx, actor: Actor, id: number, said: AcceptProposal): Promise<Decided> {
  const row = await hold(trx, actor, id, said.version)
  const changed = changedMeanwhile(row)
  if (changed.length > 0 && !said.isConflictSeen) throw conflictOf(row, changed)
  const done = await applyProposal(trx, actor, row, said.with)
  await setDecided(trx, actor, { id, state: 'accepted', reason: null })
  await auditDeed(trx, actor, {
    action: 'proposal.accept',
    subject: { type: 'proposed_change', id },
    detail: { household: row.household_id, kind: row.kind },
  })
  return { id, state: 'accepted', householdId: row.household_id, changed: done }
}

/** Refuses a proposal with the reason its author is shown; nothing of the file changes. @throws not-found, closed, conflict */
export async function refuseProposal(trx: Trx, actor: Actor, id: number, said: RefuseProposal): Promise<Decided> {
  const row = await hold(trx, actor, id, said.version)
  await setDecided(trx, actor, { id, state: 'refused', reason: said.reason })
  await auditDeed(trx, actor, {
    action: 'proposal.refuse',
    subject: { type: 'proposed_change', id },
    detail: { household: row.household_id, kind: row.kind },
  })
  return { id, state: 'refused', householdId: row.household_id, changed: null }
}

async function hold(trx: Trx, actor: Actor, id: number, version: number): Promise<ProposalRow> {
  const row = await lockProposal(trx, id)
  if (!row) throw problem('not-found')
  if (row.state !== 'open') throw problem('closed', '', { why: 'decided_already', state: row.state })
  if (row.version !== version) throw problem('conflict', '', { current: { version: row.version } })
  const standing = { ...row, proposedBy: row.proposed_by, isJoined: row.joined_into_id !== null }
  const why = whyUndecidable(standing, { id: actor.officer.id, role: actor.role })
  if (why) throw problem('closed', '', { why })
  return row
}

function conflictOf({ current, now, proposal, version }: ProposalRow, columns: readonly string[]) {
  const only = (values: Record<string, unknown> | null) =>
    Object.fromEntries(columns.map(column => [column, values?.[column] ?? null]))
  return problem('conflict', '', { current: { version }, was: only(current), now: only(now), proposed: only(proposal) })
}
