/** What accepting a proposal needs, who may, and whether what it was about has changed meanwhile. Pure. */
import type { Role } from '../platform/role.ts'
import type { Proposal } from './proposals.contract.ts'

type Values = Readonly<Record<string, unknown>>
export type Standing = Readonly<{
  kind: Proposal['kind']
  proposedBy: number | null
  proposal: Values
  current: Values | null
  now: Values | null
  isJoined: boolean
}>

/** Null when the officer may decide it. Who proposed it does not decide it; requests of an application are the counter's. */
export function whyUndecidable(
  one: Pick<Standing, 'kind' | 'proposedBy' | 'isJoined'>,
  actor: { id: number; role: Role },
): Proposal['whyClosed'] {
  if (one.proposedBy === actor.id) return 'own_proposal'
  if (one.isJoined) return 'joined'
  return one.kind.startsWith('request_') && actor.role !== 'intake' ? 'intake_decides' : null
}

/** Columns whose value is no longer what it was when the change was proposed, and not what is proposed either. */
export function changedMeanwhile({ proposal, current, now }: Pick<Standing, 'proposal' | 'current' | 'now'>): string[] {
  if (!current || !now) return []
  return Object.keys(current).filter(
    column => column in proposal && !isSame(now[column], current[column]) && !isSame(now[column], proposal[column]),
  )
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** What the officer must add, because the proposal cannot say it. */
export function needsOf({ kind, proposal, now }: Pick<Standing, 'kind' | 'proposal' | 'now'>): Proposal['needs'] {
  if (kind === 'person_add')
    return [
      ...(proposal.national_id ? [] : ['nationalId' as const]),
      ...(proposal.family_name ? [] : ['familyName' as const]),
      ...(proposal.sex ? [] : ['sex' as const]),
      ...(proposal.born_on ? [] : ['bornOn' as const]),
    ]
  if (kind === 'person_leave') return now?.household_role === 'head' ? ['successorId'] : []
  return kind === 'request_withdraw' ? ['requestId'] : []
}
