import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type { Proposal } from './proposals.contract.ts'

export type ProposalRow = Readonly<{
  id: number
  version: number
  kind: Proposal['kind']
  household_id: number
  file_no: string
  household_version: number
  neighbourhood_id: number
  flat_no: string | null
  joined_into_id: number | null
  household_name: string | null
  person_id: number | null
  person_name: string | null
  application_id: number | null
  application_version: number | null
  proposal: Record<string, unknown>
  current: Record<string, unknown> | null
  now: Record<string, unknown> | null
  source: Proposal['source']
  reason: string | null
  proposed_at: Date
  proposed_by: number | null
  by: string | null
  age_days: number
}>

const ROW = sql`c.id, c.version, c.kind, c.household_id, h.file_no, h.version as household_version, h.neighbourhood_id, h.flat_no, h.joined_into_id,
  (select p.given_name || ' ' || p.family_name from komsu.person p where p.household_id = h.id order by p.household_role <> 'head',
    p.died_on is not null, p.born_on limit 1) as household_name,
  c.person_id, n.given_name || ' ' || n.family_name as person_name, c.application_id,
  (select version from komsu.application a where a.id = c.application_id) as application_version, c.proposal, c.current,
  case when n.id is not null then jsonb_build_object('given_name', n.given_name, 'family_name', n.family_name, 'born_on', n.born_on,
    'household_role', n.household_role, 'national_id', n.national_id, 'sex', n.sex) end as now,
  c.source, c.reason, c.proposed_at, c.proposed_by, (select display_name from komsu.officer o where o.id = c.proposed_by) as by,
  greatest(0, extract(day from now() - c.proposed_at)::integer) as age_days`
const FROM = sql`komsu.proposed_change c join komsu.household h on h.id = c.household_id left join komsu.person n on n.id = c.person_id`

/** Open proposals of files the actor sees, oldest first. */
export async function listOpenProposals(
  trx: Trx,
  asked: { household: number | null; after: number | null; most: number },
): Promise<ProposalRow[]> {
  const { rows } = await sql<ProposalRow>`select ${ROW} from ${FROM}
    where c.state = 'open' and (${asked.household}::bigint is null or c.household_id = ${asked.household})
      and (${asked.after}::bigint is null or (c.proposed_at, c.id) > (select x.proposed_at, x.id from komsu.proposed_change x where x.id = ${asked.after}))
    order by c.proposed_at, c.id limit ${asked.most}`.execute(trx)
  return rows
}

/** An open or decided proposal, held; undefined where the actor may not see it. */
export async function lockProposal(trx: Trx, id: number): Promise<(ProposalRow & { state: string }) | undefined> {
  const held = await sql<{
    id: number
  }>`select id from komsu.proposed_change where id = ${id} and state = 'open' for update`.execute(trx)
  const { rows } = await sql<ProposalRow & { state: string }>`
    select ${ROW}, c.state from ${FROM} where c.id = ${id}`.execute(trx)
  return rows[0] && (held.rows.length > 0 || rows[0].state !== 'open') ? rows[0] : undefined
}

export async function setDecided(
  trx: Trx,
  actor: Actor,
  one: { id: number; state: 'accepted' | 'refused'; reason: string | null },
): Promise<void> {
  await sql`update komsu.proposed_change set state = ${one.state}, decided_by = ${actor.officer.id}, decided_at = now(),
    decision_reason = ${one.reason} where id = ${one.id}`.execute(trx)
}
