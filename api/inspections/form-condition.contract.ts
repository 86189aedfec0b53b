/**
 * The closed expression language of forms: relevance and checks as data (XLSForm's `relevant` and `constraint`).
 * Pure: the browser and the field app import it too.
 */
import { z } from 'zod'

/** Name of a question: short, stable, unique in its form; answers and facts hang on it. */
export const QuestionId = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/)

/** What the form knows without asking: of the member in question (age in years) and of the visit. */
export const KNOWN_OF_MEMBER = ['$age', '$sex', '$role', '$is_new'] as const
export const KNOWN_OF_VISIT = ['$members', '$kind', '$mode'] as const

/** A question of this form, or something known without asking. */
export const Ref = z.union([QuestionId, z.enum([...KNOWN_OF_MEMBER, ...KNOWN_OF_VISIT])])
export type Ref = z.infer<typeof Ref>

/**
 * A number: literal, the answer of a question, a sum, the sum of one question over all members, or a multiple. A sum knows
 * only what is known: one unknown summand makes it unknown, and a comparison with the unknown is false. Questions that are
 * not relevant add nothing.
 */
export type Term = number | string | { sum: Term[] } | { over_members: string } | { times: [number, Term] }
export const Term: z.ZodType<Term> = z.lazy(() =>
  z.union([
    z.number(),
    Ref,
    z.strictObject({ sum: z.array(Term).min(1).max(20) }),
    z.strictObject({ over_members: QuestionId }),
    z.strictObject({ times: z.tuple([z.number(), Term]) }),
  ]),
)

export const Comparison = z.enum(['=', '<', '<=', '>', '>='])
export type Comparison = z.infer<typeof Comparison>

/**
 * Something true or false. What was not answered, is unknown or refused, or is not relevant equals nothing, contains
 * nothing and compares with nothing (as in XLSForm): `not` makes it true.
 */
export type Condition =
  | { is: [string, string | boolean] }
  | { has: [string, string] }
  | { compare: [Term, Comparison, Term] }
  /** A date question's answer is before (after) another's, or before (after) the visit when `today`. */
  | { before: [string, string] }
  /** A value was given: not unknown, not refused. */
  | { known: string }
  /** Anything was answered, also unknown or refused. */
  | { answered: string }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  /** True of at least one member of the household. */
  | { anyone: Condition }
const conditions = () => z.array(Condition).min(1).max(20)
export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ is: z.tuple([Ref, z.union([z.string().max(60), z.boolean()])]) }),
    z.strictObject({ has: z.tuple([Ref, z.string().max(60)]) }),
    z.strictObject({ compare: z.tuple([Term, Comparison, Term]) }),
    z.strictObject({ before: z.tuple([QuestionId, z.union([QuestionId, z.literal('$today')])]) }),
    z.strictObject({ known: QuestionId }),
    z.strictObject({ answered: QuestionId }),
    z.strictObject({ all: conditions() }),
    z.strictObject({ any: conditions() }),
    z.strictObject({ not: Condition }),
    z.strictObject({ anyone: Condition }),
  ]),
)
