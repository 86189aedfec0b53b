import { z } from 'zod'

/** The parts of DOMAIN.md §3 with the most each may give; the last one only takes off. */
export const PART_LIMITS = {
  income: 30,
  dwelling: 20,
  health: 20,
  dependants: 12,
  employment: 8,
  shocks: 10,
  assets: -20,
} as const
export const PARTS = ['income', 'dwelling', 'health', 'dependants', 'employment', 'shocks', 'assets'] as const
/** The parts as people call them. */
export const PART_NAMES: Readonly<Record<(typeof PARTS)[number], Readonly<{ tr: string; en: string }>>> = {
  income: { tr: 'Gelir', en: 'Income' },
  dwelling: { tr: 'Konut', en: 'Dwelling' },
  health: { tr: 'Sağlık, engel, bakım', en: 'Health, disability, care' },
  dependants: { tr: 'Çocuk, öğrenci, yaşlı', en: 'Children, students, elders' },
  employment: { tr: 'Çalışma', en: 'Employment' },
  shocks: { tr: 'Sarsıntı ve özel durum', en: 'Shocks and special status' },
  assets: { tr: 'Varlık düşümü', en: 'Deduction for assets' },
}
export const PartCode = z.enum(PARTS)
export type PartCode = z.infer<typeof PartCode>

/** A sentence for the household and the commission, in both languages. */
export const Words = z.strictObject({
  tr: z.string().trim().min(2).max(200),
  en: z.string().trim().min(2).max(200),
})
export type Words = z.infer<typeof Words>

const Points = z
  .number()
  .min(-20)
  .max(30)
  .refine(points => Math.abs(points * 10 - Math.round(points * 10)) < 1e-9, 'at most one decimal')

/** from ≤ value < below; `below` is null in the last band. */
export const NumberBand = z.strictObject({
  from: z.number().min(0).max(1e6),
  below: z.number().max(1e6).nullable(),
  points: Points,
  reason: Words,
})
export const ChoiceBand = z.strictObject({ is: z.array(z.string()).min(1).max(20), points: Points, reason: Words })
export const Band = z.union([NumberBand, ChoiceBand])
export type NumberBand = z.infer<typeof NumberBand>
export type ChoiceBand = z.infer<typeof ChoiceBand>
export type Band = z.infer<typeof Band>

/** `aggregate`: for questions asked per person, asset or status: how their points join, and where they stop. */
export const Question = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/),
  text: Words,
  variable: z.string().max(60),
  bands: z.array(Band).min(1).max(24),
  aggregate: z
    .strictObject({ how: z.enum(['sum', 'max']), cap: z.number().min(-20).max(30) })
    .nullable()
    .default(null),
})
export type Question = z.infer<typeof Question>

export const SchemePart = z.strictObject({ code: PartCode, questions: z.array(Question).max(12) })
export type SchemePart = z.infer<typeof SchemePart>

/** A scheme: questions about facts → points. Nothing but these fields can stand in it. */
export const SchemeDocument = z.strictObject({
  format: z.literal(1),
  title: Words,
  note: Words.nullable().default(null),
  /** True while it only proposes: the city's own form replaces it. */
  isProposal: z.boolean(),
  parts: z.array(SchemePart).length(PARTS.length),
})

export type SchemeDocument = z.infer<typeof SchemeDocument>
