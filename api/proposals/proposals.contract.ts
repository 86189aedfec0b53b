/** Changes of a file somebody proposed, for a person to accept or refuse. */
import { z } from 'zod'
import { Day, Id, NewAddress, text } from '../applications/submission.contract.ts'
import { Changed } from '../households/change.contract.ts'

export const PROPOSAL_KINDS = [
  'fact',
  'fact_end',
  'person',
  'person_add',
  'person_leave',
  'address',
  'contact',
  'request_add',
  'request_withdraw',
] as const

const Values = z.record(z.string(), z.unknown())

export const Proposal = z.object({
  id: z.number(),
  version: z.number(),
  kind: z.enum(PROPOSAL_KINDS),
  household: z.object({ id: z.number(), fileNo: z.string(), version: z.number(), name: z.string().nullable() }),
  person: z.object({ id: z.number(), name: z.string() }).nullable(),
  applicationId: z.number().nullable(),
  proposal: Values,
  /** What stood there when it was proposed, and what stands there now (columns of the person). */
  current: Values.nullable(),
  now: Values.nullable(),
  /** The two differ: somebody changed it meanwhile. */
  hasChanged: z.boolean(),
  source: z.enum(['inspector', 'registry', 'citizen', 'intake']),
  reason: z.string().nullable(),
  proposedAt: z.string(),
  by: z.string().nullable(),
  ageDays: z.number(),
  /** Null: the reader may decide it; otherwise the key of the reason (`why.<key>`). */
  whyClosed: z.enum(['own_proposal', 'intake_decides', 'joined']).nullable(),
  /** What must be said with the acceptance because the proposal does not say it. */
  needs: z.array(z.enum(['nationalId', 'successorId', 'requestId', 'sex', 'bornOn', 'familyName'])),
})
export type Proposal = z.infer<typeof Proposal>

/** GET /api/proposals: open ones, oldest first. */
export const ProposalsQuery = z.object({
  household: z.coerce.number().int().positive().optional(),
  after: z.coerce.number().int().positive().optional().describe('`next` of the page before'),
})
export const Proposals = z.object({ items: z.array(Proposal), next: z.number().optional() })
export type Proposals = z.infer<typeof Proposals>

export const ProposalAddress = z.object({ id: z.coerce.number().int().positive() })

/** POST /api/proposals/{id}/accept */
export const AcceptProposal = z.object({
  version: z.number().int().positive(),
  /** Said after a conflict was shown: the proposal goes over what stands there now. */
  isConflictSeen: z.boolean().default(false),
  /** What the proposal left open. */
  with: z
    .object({
      nationalId: z.string().max(20),
      familyName: text(80),
      sex: z.enum(['female', 'male']),
      bornOn: Day,
      successorId: Id,
      requestId: Id,
      address: NewAddress,
    })
    .partial()
    .default({}),
})
export type AcceptProposal = z.infer<typeof AcceptProposal>

/** POST /api/proposals/{id}/refuse */
export const RefuseProposal = z.object({ version: z.number().int().positive(), reason: text(500).min(1) })
export type RefuseProposal = z.infer<typeof RefuseProposal>

export const Decided = z.object({
  id: z.number(),
  state: z.enum(['accepted', 'refused']),
  householdId: z.number(),
  changed: Changed.nullable(),
})
export type Decided = z.infer<typeof Decided>
