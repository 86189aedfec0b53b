/** Shapes of an inspection on the wire. Pure: the browser and the field app import it too. */
import { z } from 'zod'
import { Answer, Answers, PersonRef, Visit } from './form-answers.contract.ts'
import { QuestionId } from './form-condition.contract.ts'

const Officer = z.object({ id: z.number(), name: z.string() })
const reason = z.string().trim().min(3).max(500)
const Version = z.number().int().min(1)

export const Mode = z.enum(['home', 'telephone'])
export const Control = z.enum(['open', 'awaiting', 'returned', 'passed'])
export type Control = z.infer<typeof Control>

/** POST /api/inspections; by telephone only with its reason (19.10). */
export const Start = z
  .strictObject({
    applicationId: z.number().int().positive(),
    /** Version of the application read. */
    version: Version,
    visitedOn: z.iso.date(),
    mode: Mode,
    phoneReason: reason.optional(),
  })
  .refine(start => start.mode === 'home' || start.phoneReason !== undefined, {
    path: ['phoneReason'],
    message: 'Telefonla incelemenin nedenini yazın / Say why it is made by telephone',
  })
export type Start = z.infer<typeof Start>

export const Started = z.object({ id: z.number(), version: z.number() })
export type Started = z.infer<typeof Started>

/** One answer changed on one device: what stood there when it was changed, and what it is now (null: none). */
export const Change = z.strictObject({
  question: QuestionId,
  person: PersonRef.nullable(),
  from: Answer.nullable(),
  to: Answer.nullable(),
})
export type Change = z.infer<typeof Change>

/** PUT /api/inspections/{id}/answers */
export const SaveAnswers = z.strictObject({ version: Version, changes: z.array(Change).min(1).max(500) })
export type SaveAnswers = z.infer<typeof SaveAnswers>

export const Place = z.object({ question: z.string(), person: z.string().nullable() })
export const Saved = z.object({
  version: z.number(),
  /** Others saved since the version given: read the inspection again. */
  isStale: z.boolean(),
  /** Answers another device changed meanwhile to something else: not saved, a person chooses. */
  conflicts: z.array(Place),
})
export type Saved = z.infer<typeof Saved>

/** PUT /api/inspections/{id}/visit */
export const DescribeVisit = z
  .strictObject({
    version: Version,
    visitedOn: z.iso.date(),
    mode: Mode,
    phoneReason: reason.nullable(),
    /** Whether the device was at the household; null when not known. */
    atHousehold: z.boolean().nullable(),
    accuracyM: z.number().min(0).max(100_000).nullable(),
  })
  .refine(visit => visit.mode === 'home' || visit.phoneReason !== null, {
    path: ['phoneReason'],
    message: 'Telefonla incelemenin nedenini yazın / Say why it is made by telephone',
  })
export type DescribeVisit = z.infer<typeof DescribeVisit>

const note = z.string().trim().max(2000).optional()
/** POST …/send, …/confirm */
export const Send = z.strictObject({ version: Version, note })
export type Send = z.infer<typeof Send>

export const Question = z.strictObject({
  question: QuestionId.nullable(),
  person: PersonRef.nullable(),
  text: z.string().trim().min(3).max(1000),
})
/** POST …/return: at least one question, so that the inspector knows what to look at. */
export const Return = z.strictObject({ version: Version, note, questions: z.array(Question).min(1).max(50) })
export type Return = z.infer<typeof Return>

/** POST …/pass */
export const Pass = z.strictObject({
  version: Version,
  note,
  /** Pass it on although proposed changes of the household's people are not decided yet. */
  despiteProposals: z.boolean().optional(),
})
export type Pass = z.infer<typeof Pass>

/** POST …/false-statement: the reason is what the applicant is told. */
export const FalseStatement = z.strictObject({ version: Version, reason: z.string().trim().min(10).max(1000) })
export type FalseStatement = z.infer<typeof FalseStatement>

export const Passed = z.object({
  id: z.number(),
  version: z.number(),
  /** Facts written down, and earlier ones that ended with them. */
  facts: z.object({ written: z.number(), ended: z.number(), waiting: z.number() }),
  score: z
    .object({ total: z.number(), low: z.number(), high: z.number(), minimum: z.number(), schemeVersion: z.string() })
    .nullable(),
  /** State of the application now. */
  status: z.string(),
})
export type Passed = z.infer<typeof Passed>

export const Moved = z.object({ id: z.number(), version: z.number(), control: Control })
export type Moved = z.infer<typeof Moved>

const ControlEntry = z.object({
  id: z.number(),
  action: z.enum(['send', 'return', 'pass', 'confirm']),
  officer: Officer,
  at: z.string(),
  note: z.string().nullable(),
  questions: z.array(Question.extend({ question: z.string().nullable(), person: z.string().nullable() })),
})
export type ControlEntry = z.infer<typeof ControlEntry>

/** GET /api/inspections/{id} */
export const InspectionView = z.object({
  id: z.number(),
  version: z.number(),
  control: Control,
  /** Null for inspections that came without a form (imports). */
  formVersion: z.string().nullable(),
  application: z.object({
    id: z.number(),
    status: z.string(),
    isUrgent: z.boolean(),
    needsTwoInspectors: z.boolean(),
    receivedOn: z.string(),
    requests: z.array(z.string()),
  }),
  household: z.object({ id: z.number(), fileNo: z.string(), address: z.string() }),
  visit: Visit,
  phoneReason: z.string().nullable(),
  atHousehold: z.boolean().nullable(),
  accuracyM: z.number().nullable(),
  inspector: Officer.nullable(),
  secondInspector: Officer.nullable(),
  secondConfirmedAt: z.string().nullable(),
  startedAt: z.string().nullable(),
  sentAt: z.string().nullable(),
  passedAt: z.string().nullable(),
  passedBy: Officer.nullable(),
  answers: Answers,
  history: z.array(ControlEntry),
  /** Proposed changes of this application not yet decided. */
  openProposals: z.number(),
  /** Null: the acting officer may; otherwise the key of the reason (why.<key>). */
  why: z.object({
    answer: z.string().nullable(),
    send: z.string().nullable(),
    confirm: z.string().nullable(),
    control: z.string().nullable(),
  }),
})
export type InspectionView = z.infer<typeof InspectionView>

/** GET /api/inspections?application= */
export const InspectionList = z.object({
  /** The application as it now is; its version starts an inspection. */
  application: z.object({
    id: z.number(),
    version: z.number(),
    status: z.string(),
    householdId: z.number(),
    fileNo: z.string(),
    address: z.string(),
  }),
  items: z.array(
    z.object({
      id: z.number(),
      control: Control,
      visitedOn: z.string(),
      mode: Mode,
      formVersion: z.string().nullable(),
    }),
  ),
})
export type InspectionList = z.infer<typeof InspectionList>

/** POST /api/form-definitions: from a day on; the definition is checked by flawsOf. */
export const AddFormDefinition = z.strictObject({ definition: z.unknown(), validFrom: z.iso.date() })
export type AddFormDefinition = z.infer<typeof AddFormDefinition>
export const FormVersions = z.object({
  items: z.array(
    z.object({ version: z.string(), title: z.string(), validFrom: z.string().nullable(), isCurrent: z.boolean() }),
  ),
})
export type FormVersions = z.infer<typeof FormVersions>
