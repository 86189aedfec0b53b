import { z } from 'zod'
import { Point } from '../activities/activities.contract.ts'
import { ROLES } from '../platform/role.ts'

/** Every section a first screen may have; words in web/today. */
export const SECTIONS = [
  'drafts',
  'web_applications',
  'documents_missing',
  'reply_due',
  'urgent',
  'to_assign',
  'to_control',
  'to_score',
  'overdue',
  'returned',
  'proposals',
  'duplicates',
  'plans_returned',
  'assigned',
  'in_progress',
  'returned_to_me',
  'to_confirm',
  'plans_to_approve',
  'late_districts',
  'eligible',
  'before_commission',
  'opened_files',
  'reads',
  'scheme_drafts',
  'inspectors_without_interest',
] as const
export type SectionKey = (typeof SECTIONS)[number]

export const ITEMS_SHOWN = 20

/** One thing to do. What is not known, or not this role's to see, is null. */
export const WorkItem = z.object({
  /** Unique in its section. */
  key: z.string(),
  /** Page of the office where it is done: `file/12`, `inspection/5`, `plans/3`. */
  page: z.string(),
  applicationId: z.number().nullable(),
  householdId: z.number().nullable(),
  /** Family name of the head of the household, and the number of the file. */
  familyName: z.string().nullable(),
  fileNo: z.string().nullable(),
  district: z.string().nullable(),
  neighbourhood: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  /** Days past the day due; negative while there is time. */
  daysLate: z.number().int().nullable(),
  isUrgent: z.boolean(),
  /** When it came, where it has no day due. */
  at: z.iso.datetime({ offset: true }).nullable(),
  /** A name of a plan's week, of a scheme's version, of an officer. */
  label: z.string().nullable(),
  point: Point.nullable(),
})
export type WorkItem = z.infer<typeof WorkItem>

/** Open applications of a district; null: fewer than the disclosure minimum. */
export const DistrictCount = z.object({
  districtId: z.number(),
  district: z.string(),
  waiting: z.number().int().nullable(),
  late: z.number().int().nullable(),
  urgent: z.number().int().nullable(),
})
export type DistrictCount = z.infer<typeof DistrictCount>

export const WorkSection = z.object({
  key: z.enum(SECTIONS),
  /** Null where the count itself is withheld. */
  count: z.number().int().nullable(),
  late: z.number().int(),
  items: z.array(WorkItem),
  districts: z.array(DistrictCount).optional(),
})
export type WorkSection = z.infer<typeof WorkSection>

/** GET /api/work-lists: what the role must do today, in the order to do it. */
export const WorkList = z.object({ role: z.enum(ROLES), day: z.iso.date(), sections: z.array(WorkSection) })
export type WorkList = z.infer<typeof WorkList>

/** The role, for who holds several; otherwise the first of theirs. */
export const WorkListQuery = z.object({ role: z.enum(ROLES).optional() })
