/** The public form: what a citizen sends without an account, and what an officer reviewing it sees. */
import { z } from 'zod'
import { EVENT_KINDS, KINDS } from '../applications/application-codes.rules.ts'
import { Day, Id, text } from '../applications/submission.contract.ts'
import { DECLINE_ANSWERS } from './web-application.rules.ts'

export const WebApplication = z.object({
  givenName: text(80),
  familyName: text(80),
  nationalId: z.string().max(20),
  bornOn: Day,
  phone: text(40),
  districtId: Id,
  address: text(300),
  /** People living in the household. */
  people: z.number().int().min(1).max(40),
  kind: z.enum(KINDS),
  eventKind: z.enum(EVENT_KINDS).nullish(),
  requests: z.array(z.string().max(40)).max(20),
  note: text(1500).nullish(),
  consentVersion: z.string().max(40),
  /** A field people do not see; who fills everything in is a program. */
  website: z.string().max(200).default(''),
  /** Seconds since the page was opened; null where no script ran. */
  seconds: z.number().min(0).nullish(),
})
export type WebApplication = z.infer<typeof WebApplication>

export const Tracking = z.object({ trackingNo: z.string() })
export type Tracking = z.infer<typeof Tracking>

export const WEB_STATES = ['new', 'in_review', 'taken', 'declined'] as const
export const WebStatus = z.object({
  state: z.enum(WEB_STATES),
  since: Day,
  /** Of a declined one: why, as a code. */
  answer: z.enum(DECLINE_ANSWERS).nullable(),
})
export type WebStatus = z.infer<typeof WebStatus>

/** One line of the list of an officer. */
export const WebItem = z.object({
  id: Id,
  version: z.number().int(),
  state: z.enum(['new', 'in_review']),
  district: z.string().nullable(),
  name: z.string(),
  kind: z.enum(KINDS),
  requests: z.array(z.string()),
  receivedAt: z.iso.datetime(),
  reviewer: z.string().nullable(),
  isMine: z.boolean(),
})
export type WebItem = z.infer<typeof WebItem>
/** The oldest first; `next` is the cursor of the following page. */
export const WebItems = z.object({ items: z.array(WebItem), next: z.number().optional() })
export type WebItems = z.infer<typeof WebItems>
export const WebItemsQuery = z.object({ cursor: z.coerce.number().int().positive().optional() })

export const WebDetail = z.object({
  item: WebItem,
  sent: WebApplication.omit({ website: true, seconds: true }),
  trackingNo: z.string(),
})
export type WebDetail = z.infer<typeof WebDetail>

/** `draftId` is made by the client, so that a retry opens the same draft. */
export const TakeWeb = z.object({ version: z.number().int().positive(), draftId: z.uuid() })
export type TakeWeb = z.infer<typeof TakeWeb>
export const TakenWeb = z.object({ draftId: z.uuid(), householdId: Id.nullable(), fileNo: z.string().nullable() })
export type TakenWeb = z.infer<typeof TakenWeb>

export const DeclineWeb = z.object({ version: z.number().int().positive(), answer: z.enum(DECLINE_ANSWERS) })
export type DeclineWeb = z.infer<typeof DeclineWeb>
export const DeclinedWeb = z.object({ declined: z.literal(true) })
