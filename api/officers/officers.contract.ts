import { z } from 'zod'
import { hasRightCheckDigits } from '../platform/national-id.ts'
import { ROLES } from '../platform/role.ts'

export const RELATIONS = ['spouse', 'parent', 'child', 'sibling', 'other'] as const

/** What bears on giving files to an officer (komsu.officer_interest). */
export const Interest = z
  .object({
    /** Neighbourhood they live in; they get no file there. */
    homeNeighbourhoodId: z.number().int().positive().nullable(),
    /** For households that ask for an inspector of their sex. */
    sex: z.enum(['female', 'male']).nullable(),
    /** Files a week. */
    weeklyMinimum: z.number().int().min(0).max(200),
    weeklyMaximum: z.number().int().min(0).max(200),
  })
  .refine(one => one.weeklyMaximum >= one.weeklyMinimum, { path: ['weeklyMaximum'] })
export type Interest = z.infer<typeof Interest>

/** A relative declared; the number is shown by its last two digits alone. */
export const Relative = z.object({ number: z.string(), relation: z.enum(RELATIONS), isKnown: z.boolean() })

export const OfficerEntry = z.object({
  id: z.number(),
  username: z.string(),
  displayName: z.string(),
  isActive: z.boolean(),
  roles: z.array(z.enum(ROLES)),
  /** Names of the districts; null: all. */
  districts: z.array(z.string()).nullable(),
  interest: z.object({
    homeNeighbourhoodId: z.number().nullable(),
    homeNeighbourhood: z.string().nullable(),
    sex: z.enum(['female', 'male']).nullable(),
    weeklyMinimum: z.number(),
    weeklyMaximum: z.number(),
  }),
  relatives: z.array(Relative),
})
export type OfficerEntry = z.infer<typeof OfficerEntry>

export const Officers = z.object({ items: z.array(OfficerEntry) })
export type Officers = z.infer<typeof Officers>

/** POST /api/officers/{id}/relatives */
export const NewRelative = z.object({ nationalId: z.string().refine(hasRightCheckDigits), relation: z.enum(RELATIONS) })
export type NewRelative = z.infer<typeof NewRelative>

/** POST /api/officers/{id}/relatives/remove: by the number, which only who knows it can say. */
export const OldRelative = z.object({ nationalId: z.string().regex(/^[1-9]\d{10}$/) })
export type OldRelative = z.infer<typeof OldRelative>
