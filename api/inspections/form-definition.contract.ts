/**
 * A version of the Social Inquiry Form (Sosyal İnceleme Formu, 001 · 3.1.25) as data. A version never changes once it is
 * stored: an answered form is read with the version it was answered under. Pure: browser and field app import it too.
 */
import { z } from 'zod'
import { Condition, QuestionId } from './form-condition.contract.ts'

/** Words in both languages; Turkish is what officers read. */
export const Words = z.strictObject({ tr: z.string().min(1).max(600), en: z.string().min(1).max(600) })
export type Words = z.infer<typeof Words>

export const Option = z.strictObject({
  code: z.string().regex(/^[a-z0-9][a-z0-9_]{0,39}$/),
  label: Words,
  /** Of a multiple question: cannot stand beside another ("none of these"). */
  isAlone: z.boolean().optional(),
})
export type Option = z.infer<typeof Option>

/** Why there is no value; an answer of its own, never zero. */
export const GAPS = ['unknown', 'refused'] as const
export type Gap = (typeof GAPS)[number]

/** hard: the form cannot be sent · soft: the officer is asked to look again and may send. */
const Check = z.strictObject({ kind: z.enum(['hard', 'soft']), when: Condition, say: Words })
export type Check = z.infer<typeof Check>

const common = {
  id: QuestionId,
  label: Words,
  /** Said before the answer is given: how to ask, what counts. */
  help: Words.optional(),
  relevant: Condition.optional(),
  isRequired: z.boolean().optional(),
  /** Which gaps may be answered; default both. */
  gaps: z.array(z.enum(GAPS)).optional(),
  checks: z.array(Check).max(10).optional(),
}
const options = z.array(Option).min(2).max(60)

export const Question = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('choice'), options }),
  z.strictObject({ ...common, type: z.literal('multiple'), options }),
  z.strictObject({ ...common, type: z.literal('yes_no') }),
  z.strictObject({
    ...common,
    type: z.literal('number'),
    min: z.number().optional(),
    max: z.number().optional(),
    isWhole: z.boolean().optional(),
    unit: Words.optional(),
  }),
  /** Kuruş, whole, never negative; `max` in kuruş. */
  z.strictObject({ ...common, type: z.literal('money'), max: z.number().int().positive().optional() }),
  z.strictObject({ ...common, type: z.literal('date'), mayBeFuture: z.boolean().optional() }),
  /** `maxLength` in characters as a person counts them (code points); default 4 000. */
  z.strictObject({
    ...common,
    type: z.literal('text'),
    isLong: z.boolean().optional(),
    maxLength: z.number().int().min(1).max(4000).optional(),
  }),
  /** Some members of the household. */
  z.strictObject({ ...common, type: z.literal('people') }),
  /** People found at the address who are not in the file; they are asked about like members from here on. */
  z.strictObject({ ...common, type: z.literal('newcomers') }),
])
export type Question = z.infer<typeof Question>

/** Questions about the household, or the same questions about each member (`where` narrows: an age, who lives here). */
export const Block = z.strictObject({
  about: z.enum(['household', 'each_member']),
  where: Condition.optional(),
  title: Words.optional(),
  questions: z.array(Question).min(1).max(60),
})
export type Block = z.infer<typeof Block>

export const Section = z.strictObject({
  id: QuestionId,
  title: Words,
  intro: Words.optional(),
  relevant: Condition.optional(),
  blocks: z.array(Block).min(1).max(12),
})
export type Section = z.infer<typeof Section>

/** Where a column of a fact comes from: an answer as it is, an answer translated, or a fixed value. */
const literal = z.union([z.string().max(200), z.number(), z.boolean()])
const ColumnSource = z.union([
  z.strictObject({ answer: QuestionId }),
  z.strictObject({ of: QuestionId, map: z.record(z.string().max(60), literal) }),
  z.strictObject({ value: literal }),
])
export type ColumnSource = z.infer<typeof ColumnSource>

/**
 * Which answers become a row of which fact table (api/inspections/fact-tables.rules.ts). Without the columns the table
 * requires there is no row: an unknown answer never becomes a zero.
 */
export const FactRule = z.strictObject({
  table: z.string().max(40),
  about: z.enum(['household', 'each_member']),
  when: Condition.optional(),
  columns: z.record(z.string().max(40), ColumnSource),
})
export type FactRule = z.infer<typeof FactRule>

/** Kinds of komsu.proposed_change a form may propose. */
export const PROPOSAL_KINDS = [
  'person',
  'person_add',
  'person_leave',
  'address',
  'contact',
  'request_add',
  'request_withdraw',
] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

/**
 * Corrections of people and requests found on the spot: proposed to the office, never made by the form.
 * each_newcomer: one for everybody found · each_chosen: one for every option chosen in the multiple question `of`, whose
 * code becomes the column `code`.
 */
export const ProposalRule = z.strictObject({
  kind: z.enum(PROPOSAL_KINDS),
  about: z.enum(['household', 'each_member', 'each_newcomer', 'each_chosen']),
  when: Condition.optional(),
  of: QuestionId.optional(),
  columns: z.record(z.string().max(40), ColumnSource),
})
export type ProposalRule = z.infer<typeof ProposalRule>

export const FormDefinition = z.strictObject({
  version: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,40}$/),
  title: Words,
  /** Shown to whoever reads the form: what it is, what it is not. */
  note: Words.optional(),
  sections: z.array(Section).min(1).max(40),
  facts: z.array(FactRule).max(200),
  proposals: z.array(ProposalRule).max(40),
  /** What the office must see at once. */
  marks: z.strictObject({ urgent: Condition.optional(), falseStatement: Condition.optional() }),
})
export type FormDefinition = z.infer<typeof FormDefinition>
