/** Applications as they are read and changed after they were handed in. */
import { z } from 'zod'
import { STATUSES } from './application.workflow.ts'
import { APPLICANT_KINDS, CHANNELS, EVENT_KINDS, KINDS } from './application-codes.rules.ts'
import { AskedDocument, Day, Id, text } from './submission.contract.ts'

const Time = z.iso.datetime()
const Officer = z.object({ id: Id, name: z.string() })

export const ApplicationView = z.object({
  id: Id,
  version: z.number().int(),
  status: z.enum(STATUSES),
  kind: z.enum(KINDS),
  household: z.object({ id: Id, fileNo: z.string() }),
  applicant: z.object({
    kind: z.enum(APPLICANT_KINDS),
    person: z.object({ id: Id, name: z.string() }).nullable(),
    name: z.string().nullable(),
    paper: z.string().nullable(),
  }),
  event: z
    .object({
      kind: z.enum(EVENT_KINDS),
      occurredOn: Day,
      statement: z.string(),
      paper: z.string().nullable(),
      isPaperAwaited: z.boolean(),
    })
    .nullable(),
  receivedOn: Day,
  replyBy: Day.nullable(),
  closedOn: Day.nullable(),
  isUrgent: z.boolean(),
  note: z.string().nullable(),
  consent: z.object({ version: z.string(), at: Time }).nullable(),
  withdrawnReason: z.string().nullable(),
  appeal: z.object({ on: Day, reason: z.string() }).nullable(),
  inspector: Officer.nullable(),
  receipts: z.array(
    z.object({
      id: Id,
      channel: z.enum(CHANNELS),
      referenceNo: z.string().nullable(),
      receivedOn: Day,
      replyBy: Day.nullable(),
      receivedBy: Officer.nullable(),
      note: z.string().nullable(),
    }),
  ),
  requests: z.array(
    z.object({
      id: Id,
      aidType: z.string(),
      name: z.string(),
      note: z.string().nullable(),
      addedOn: Day,
      withdrawnOn: Day.nullable(),
      withdrawnReason: z.string().nullable(),
    }),
  ),
  documents: z.array(AskedDocument),
  /** Every step of the law: whether it is open to the reader now, and why not. */
  steps: z.array(z.object({ action: z.string(), why: z.string().nullable() })),
  /** Why requests and papers may not change now; null when they may. */
  whyUnchangeable: z.enum(['wrong_state', 'frozen']).nullable(),
})
export type ApplicationView = z.infer<typeof ApplicationView>

export const ApplicationsQuery = z
  .object({
    household: z.coerce.number().int().positive().optional(),
    reference: z.string().min(3).max(60).optional(),
  })
  .refine(query => query.household !== undefined || query.reference !== undefined, {
    message: 'household ya da reference gerekli · household or reference is needed',
  })
export type ApplicationsQuery = z.infer<typeof ApplicationsQuery>

export const ApplicationItem = z.object({
  id: Id,
  householdId: Id,
  status: z.enum(STATUSES),
  isOpen: z.boolean(),
  kind: z.enum(KINDS),
  channel: z.enum(CHANNELS),
  referenceNo: z.string().nullable(),
  receivedOn: Day,
  replyBy: Day.nullable(),
  isUrgent: z.boolean(),
  requests: z.array(z.string()),
})
export type ApplicationItem = z.infer<typeof ApplicationItem>
export const ApplicationItems = z.object({ items: z.array(ApplicationItem) })

const version = z.number().int().positive()
const reason = (max: number) => text(max).min(3)

export const AddRequest = z.object({ version, aidType: z.string().max(40), note: text(1000).nullish() })
export type AddRequest = z.infer<typeof AddRequest>
export const WithdrawRequest = z.object({ version, reason: reason(500) })
export type WithdrawRequest = z.infer<typeof WithdrawRequest>
export const ChangeDocument = z.discriminatedUnion('state', [
  z.object({ version, state: z.literal('missing') }),
  z.object({ version, state: z.literal('seen') }),
  z.object({ version, state: z.literal('attached'), attachmentId: Id }),
  z.object({ version, state: z.literal('waived'), reason: reason(500) }),
])
export type ChangeDocument = z.infer<typeof ChangeDocument>
export const MarkUrgent = z.object({ version, isUrgent: z.boolean(), reason: reason(500) })
export type MarkUrgent = z.infer<typeof MarkUrgent>
export const Withdraw = z.object({ version, reason: reason(1000) })
export type Withdraw = z.infer<typeof Withdraw>
export const Appeal = z.object({ version, reason: reason(2000) })
export type Appeal = z.infer<typeof Appeal>

/** GET /api/applications/options: what the wizard offers, in the language of the request. */
export const Options = z.object({
  today: Day,
  channels: z.array(
    z.object({ code: z.enum(CHANNELS), name: z.string(), replyDays: z.number(), isApplicantThere: z.boolean() }),
  ),
  kinds: z.array(z.object({ code: z.enum(KINDS), name: z.string() })),
  applicants: z.array(z.object({ code: z.enum(APPLICANT_KINDS), name: z.string(), paper: z.string().nullable() })),
  events: z.array(z.object({ code: z.enum(EVENT_KINDS), name: z.string() })),
  aidTypes: z.array(z.object({ code: z.string(), name: z.string(), category: z.string() })),
  documents: z.array(z.object({ code: z.string(), name: z.string(), how: z.string() })),
  documentRules: z.array(
    z.object({
      documentCode: z.string(),
      because: z.enum(['aid_type', 'applicant_kind', 'event_kind']),
      value: z.string(),
      isRequired: z.boolean(),
    }),
  ),
  consent: z.object({ version: z.string(), title: z.string(), body: z.string() }).nullable(),
  districts: z.array(z.object({ id: Id, name: z.string() })),
})
export type Options = z.infer<typeof Options>
