import { z } from 'zod'

const Id = z.number().int().positive()
const AddressId = z.coerce.number().int().positive()
const flag = z.enum(['1']).optional()

/** Place of an address and how well it is known (rungs of DOMAIN.md §2: uavt, door, building, street, pin, described). */
export const Point = z.object({ lon: z.number(), lat: z.number(), quality: z.string() })
export type Point = z.infer<typeof Point>

export const OfficerName = z.object({ id: Id, name: z.string() })

export const POOL_STATUSES = ['awaiting_inquiry', 'assigned', 'in_inspection', 'inspected'] as const

/** GET /api/activities: what waits, the longest overdue first. */
export const PoolQuery = z.object({
  status: z.enum(POOL_STATUSES).default('awaiting_inquiry'),
  district: AddressId.optional(),
  neighbourhood: AddressId.optional(),
  /** 1: only those past the day due; only the urgent. */
  late: flag,
  urgent: flag,
  /** Assigned to this officer, first or second. */
  officer: AddressId.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}_\d{1,15}$/)
    .optional(),
})
export type PoolQuery = z.infer<typeof PoolQuery>

/** One application in the pool: whose, where, since when, until when. */
export const Activity = z.object({
  id: Id,
  version: z.number().int(),
  householdId: Id,
  fileNo: z.string(),
  /** Family name of the head of the household. */
  familyName: z.string().nullable(),
  districtId: Id,
  district: z.string(),
  neighbourhoodId: Id,
  neighbourhood: z.string(),
  status: z.enum(POOL_STATUSES),
  isUrgent: z.boolean(),
  isAppeal: z.boolean(),
  receivedOn: z.iso.date(),
  dueOn: z.iso.date(),
  ageDays: z.number().int(),
  /** Days past the day due; negative while there is time. */
  daysLate: z.number().int(),
  needsTwo: z.boolean(),
  wantedSex: z.enum(['female', 'male']).nullable(),
  inspector: OfficerName.nullable(),
  second: OfficerName.nullable(),
  /** Weekly plan it stands in that waits for approval. */
  planId: Id.nullable(),
  point: Point.nullable(),
})
export type Activity = z.infer<typeof Activity>

export const PoolArea = z.object({
  districtId: Id,
  district: z.string(),
  neighbourhoodId: Id,
  neighbourhood: z.string(),
  files: z.number().int(),
  late: z.number().int(),
  urgent: z.number().int(),
})
export type PoolArea = z.infer<typeof PoolArea>

/** `areas` counts the whole pool of the query (without its neighbourhood, late and urgent); only on the first page. */
export const Pool = z.object({
  items: z.array(Activity),
  next: z.string().optional(),
  areas: z.array(PoolArea).optional(),
})
export type Pool = z.infer<typeof Pool>

/** POST /api/applications/{id}/assign */
export const Assign = z.object({
  officerId: Id,
  secondOfficerId: Id.nullable().default(null),
  version: z.number().int().positive(),
})
export type Assign = z.infer<typeof Assign>

/** POST /api/applications/{id}/reassign: gives it to another inspector, with the reason. */
export const Reassign = Assign.extend({ reason: z.string().trim().min(3).max(500) })
export type Reassign = z.infer<typeof Reassign>

export const FileRef = z.object({ applicationId: Id, version: z.number().int().positive() })
export type FileRef = z.infer<typeof FileRef>

/** POST /api/activities/assign: a lasso of files to one inspector. */
export const AssignMany = z.object({
  items: z.array(FileRef).min(1).max(200),
  officerId: Id,
  secondOfficerId: Id.nullable().default(null),
})
export type AssignMany = z.infer<typeof AssignMany>

export const ASSIGN_REFUSALS = [
  'not_here',
  'changed',
  'wrong_state',
  'wrong_role',
  'no_inspector',
  'other_district',
  'away',
  'relative',
  'home_neighbourhood',
  'own_earlier_file',
  'wanted_sex',
  'second_missing',
  'same_twice',
  'same_inspector',
] as const
export type AssignRefusal = (typeof ASSIGN_REFUSALS)[number]

/** What became of each file; a refusal of one never stops another. */
export const Assigned = z.object({
  assigned: z.array(FileRef),
  refused: z.array(z.object({ applicationId: Id, why: z.enum(ASSIGN_REFUSALS) })),
})
export type Assigned = z.infer<typeof Assigned>

/** GET /api/inspectors: who works in the districts of the asker, and how full their week is. */
export const Inspector = z.object({
  id: Id,
  name: z.string(),
  /** null: all districts. */
  districtIds: z.array(Id).nullable(),
  openFiles: z.number().int(),
  minimum: z.number().int(),
  maximum: z.number().int(),
  sex: z.enum(['female', 'male']).nullable(),
  /** Working days away in the week of `monday`; absences from then on. */
  daysAway: z.number().int(),
  absences: z.array(
    z.object({ id: Id, from: z.iso.date(), to: z.iso.date(), kind: z.enum(['leave', 'training', 'other']) }),
  ),
})
export type Inspector = z.infer<typeof Inspector>
export const Inspectors = z.object({ monday: z.iso.date(), items: z.array(Inspector) })
export type Inspectors = z.infer<typeof Inspectors>
export const InspectorsQuery = z.object({ week: z.iso.date().optional() })

/** POST /api/absences */
export const NewAbsence = z
  .object({
    officerId: Id,
    from: z.iso.date(),
    to: z.iso.date(),
    kind: z.enum(['leave', 'training', 'other']),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'to_before_from' })
export type NewAbsence = z.infer<typeof NewAbsence>

export const Absence = z.object({
  id: Id,
  officer: OfficerName,
  from: z.iso.date(),
  to: z.iso.date(),
  kind: z.enum(['leave', 'training', 'other']),
})
export const Absences = z.object({ items: z.array(Absence) })
export type Absences = z.infer<typeof Absences>
export const IdParams = z.object({ id: AddressId })
