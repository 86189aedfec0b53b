/** Answers of a form and whom they are about. Pure: the browser and the field app import it too. */
import { z } from 'zod'
import { QuestionId } from './form-condition.contract.ts'
import { GAPS } from './form-definition.contract.ts'

/**
 * Text as the database can keep it: no NUL, no control characters but line breaks and tabs, no half of a surrogate pair,
 * composed (NFC). Emoji, right-to-left text and every script stay as they were typed.
 */
export function keepable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\p{Cc}/gu, control => (control === '\n' || control === '\t' ? control : ''))
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .normalize('NFC')
}

/** The most that is kept while typing; what a question allows (4 000 or less) is checked before sending. */
export const TYPED_LIMIT = 20_000
const TOO_LONG = 'En çok 20.000 karakter kaydedilebilir / At most 20,000 characters can be kept'
const typed = z.string().max(TYPED_LIMIT, TOO_LONG).overwrite(keepable)

/** A member: p<id of the person>; somebody found on the spot: n<client-made>. */
export const PersonRef = z.string().regex(/^(p[1-9]\d{0,15}|n[a-z0-9]{1,24})$/)
export type PersonRef = z.infer<typeof PersonRef>

const name = z.string().trim().max(100).overwrite(keepable)
export const Newcomer = z.strictObject({
  ref: z.string().regex(/^n[a-z0-9]{1,24}$/),
  givenName: name,
  familyName: name,
  bornOn: z.iso.date().nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  role: z.enum(['head', 'spouse', 'child', 'parent', 'grandchild', 'relative', 'other']).nullable(),
  nationalId: z.string().max(20).nullable(),
})
export type Newcomer = z.infer<typeof Newcomer>

export const AnswerValue = z.union([
  z.boolean(),
  z.number(),
  typed,
  z.array(z.string().max(60)).max(60),
  z.array(Newcomer).max(20),
])
export type AnswerValue = z.infer<typeof AnswerValue>

/** A value, or why there is none. Never both. */
export const Answer = z.union([
  z.strictObject({ value: AnswerValue }),
  z.strictObject({ gap: z.enum(GAPS, { error: 'unknown · refused' }) }),
])
export type Answer = z.infer<typeof Answer>

export const Answers = z.strictObject({
  household: z.record(QuestionId, Answer),
  people: z.record(PersonRef, z.record(QuestionId, Answer)),
})
export type Answers = z.infer<typeof Answers>

export const NO_ANSWERS: Answers = { household: {}, people: {} }

/** One of the household as the file knows them on the day of the visit. */
export const Member = z.object({
  ref: PersonRef,
  name: z.string(),
  bornOn: z.string().nullable(),
  sex: z.enum(['female', 'male']).nullable(),
  role: z.string().nullable(),
  isNew: z.boolean(),
})
export type Member = z.infer<typeof Member>

/** What a form needs to know of the visit besides the answers. */
export const Visit = z.object({
  /** Day of the visit: ages and "not in the future" are as of this day. */
  visitedOn: z.iso.date(),
  mode: z.enum(['home', 'telephone']),
  kind: z.enum(['needy', 'victim']),
  members: z.array(Member),
})
export type Visit = z.infer<typeof Visit>
