/** POST /api/applications: what an officer sends when an application is complete. */
import { z } from 'zod'
import {
  APPLICANT_KINDS,
  CHANNELS,
  EVENT_KINDS,
  HOUSEHOLD_ROLES,
  INCOME_SOURCES,
  KINDS,
} from './application-codes.rules.ts'
import { cleanText } from './clean-text.rules.ts'

export const Id = z.number().int().positive()
export const Day = z.iso.date()
/** Text as people type it, without what only confuses later readers (control and direction-overriding characters). */
export const text = (max: number) => z.string().max(max).overwrite(cleanText)
const words = (max: number) => text(max).min(1)

/** Where a new household lives: a door of a known street, a pin on the map, or a description within a neighbourhood. */
export const NewAddress = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('door'),
    streetId: Id,
    doorNo: words(20),
    flatNo: text(20).nullish(),
    description: text(300).nullish(),
  }),
  z.object({
    kind: z.literal('pin'),
    lon: z.number().min(-180).max(180),
    lat: z.number().min(-90).max(90),
    flatNo: text(20).nullish(),
    description: words(300),
  }),
  z.object({ kind: z.literal('described'), neighbourhoodId: Id, flatNo: text(20).nullish(), description: words(300) }),
])
export type NewAddress = z.infer<typeof NewAddress>

export const NewPerson = z.object({
  nationalId: z.string().max(20),
  givenName: words(80),
  familyName: words(80),
  sex: z.enum(['female', 'male']),
  bornOn: Day,
  role: z.enum(HOUSEHOLD_ROLES),
})
export type NewPerson = z.infer<typeof NewPerson>

export const Event = z.object({
  kind: z.enum(EVENT_KINDS),
  occurredOn: Day,
  statement: text(4000),
  /** Number of the police record, fire report or official letter. */
  paper: text(200).nullish(),
  /** The paper is not there yet; it stays in the list of documents. */
  isPaperAwaited: z.boolean().default(false),
})

export const Applicant = z.object({
  kind: z.enum(APPLICANT_KINDS),
  /** A member of the household: by key, or by row (from 0) of the people of a new one. For proxy, guardian… whom they apply for. */
  personId: Id.nullish(),
  personRow: z.number().int().min(0).max(29).nullish(),
  /** Of an applicant who is no member of the household. */
  name: text(200).nullish(),
  paper: text(200).nullish(),
})

export const RequestWish = z.object({ aidType: z.string().max(40), note: text(1000).nullish() })

export const Submission = z.object({
  draftId: z.uuid().nullish(),
  webApplicationId: Id.nullish(),
  household: z.union([
    z.object({ id: Id }),
    z.object({ address: NewAddress, people: z.array(NewPerson).min(1).max(30) }),
  ]),
  channel: z.enum(CHANNELS),
  referenceNo: text(60).nullish(),
  receivedOn: Day,
  /** Default: by the channel. */
  replyBy: Day.nullish(),
  applicant: Applicant,
  kind: z.enum(KINDS),
  event: Event.nullish(),
  requests: z.array(RequestWish).max(30),
  /** Papers already there; all others asked for are missing. */
  documents: z
    .array(z.object({ code: z.string().max(40), state: z.enum(['seen', 'waived']), reason: text(500).nullish() }))
    .max(30)
    .default([]),
  isUrgent: z.boolean().default(false),
  consent: z.object({ version: z.string().max(40) }).nullish(),
  phone: text(40).nullish(),
  note: text(4000).nullish(),
  /** Declared monthly incomes, net; kuruş. */
  incomes: z
    .array(
      z.object({
        personId: Id.nullish(),
        personRow: z.number().int().min(0).max(29).nullish(),
        source: z.enum(INCOME_SOURCES),
        monthlyKurus: z.number().int().min(0).max(100_000_000_00),
      }),
    )
    .max(60)
    .default([]),
})
export type Submission = z.infer<typeof Submission>

/** A paper asked for, as the applicant is told. */
export const AskedDocument = z.object({
  code: z.string(),
  name: z.string(),
  how: z.string(),
  isRequired: z.boolean(),
  state: z.enum(['missing', 'seen', 'attached', 'waived']),
  reason: z.string().nullable(),
  attachmentId: Id.nullable(),
})
export type AskedDocument = z.infer<typeof AskedDocument>

export const Submitted = z.object({
  id: Id,
  /** True: the household had an open application and this one joined it. */
  joined: z.boolean(),
  householdId: Id,
  fileNo: z.string(),
  status: z.string(),
  version: z.number().int(),
  receiptId: Id,
  replyBy: Day.nullable(),
  requestsAdded: z.array(z.string()),
  /** Asked for already, or the file lies before the commission. */
  requestsLeftOut: z.array(z.object({ aidType: z.string(), why: z.enum(['asked_already', 'frozen']) })),
  documents: z.array(AskedDocument),
  /** Possible duplicates found; they become a task, nobody loses aid over them. */
  duplicates: z.number().int(),
})
export type Submitted = z.infer<typeof Submitted>
