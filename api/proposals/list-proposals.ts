import type { Trx } from '../platform/database.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { changedMeanwhile, needsOf, whyUndecidable } from './proposal.rules.ts'
import type { Proposal, Proposals } from './proposals.contract.ts'
import { listOpenProposals, type ProposalRow } from './proposals.queries.ts'

const PAGE = 50

/** Open proposals of the files the officer works on, oldest first. Written down as a read, with the households shown. */
export async function listProposals(
  trx: Trx,
  actor: Actor,
  { household, after }: { household?: number | undefined; after?: number | undefined },
): Promise<Proposals> {
  const rows = await listOpenProposals(trx, { household: household ?? null, after: after ?? null, most: PAGE + 1 })
  const items = rows.slice(0, PAGE).map(row => proposalOf(row, actor))
  const last = items.at(-1)
  await auditDeed(trx, actor, {
    action: 'proposal.list',
    subject: { type: 'household', id: household ?? null },
    ground: 'casework',
    detail: { households: [...new Set(items.map(item => item.household.id))] },
  })
  return { items, ...(rows.length > PAGE && last ? { next: last.id } : {}) }
}

function proposalOf(row: ProposalRow, actor: Actor): Proposal {
  const standing = { ...row, proposedBy: row.proposed_by, isJoined: row.joined_into_id !== null }
  return {
    id: row.id,
    version: row.version,
    kind: row.kind,
    household: { id: row.household_id, fileNo: row.file_no, version: row.household_version, name: row.household_name },
    person: row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? '' },
    applicationId: row.application_id,
    proposal: row.proposal,
    current: row.current,
    now: row.now && columnsOf(row.now, { ...row.proposal, ...row.current }),
    hasChanged: changedMeanwhile(row).length > 0,
    source: row.source,
    reason: row.reason,
    proposedAt: row.proposed_at.toISOString(),
    by: row.by,
    ageDays: row.age_days,
    whyClosed: whyUndecidable(standing, { id: actor.officer.id, role: actor.role }),
    needs: needsOf(row),
  }
}

/** Of what stands in the file only what the proposal is about: a corrected first name asks for no T.C. number. */
function columnsOf(values: Record<string, unknown>, asked: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([column]) => column in asked))
}
