import { z } from 'zod'
import { Activity, OfficerName } from './activities.contract.ts'

const Id = z.number().int().positive()
const Count = z.number().int().nonnegative()
const Week = z.iso.date().refine(day => new Date(`${day}T00:00:00Z`).getUTCDay() === 1, { message: 'not_a_monday' })

/** At most so many files are planned at once; the most urgent come first. */
export const PLAN_FILES = 600

/** POST /api/weekly-plans/propose: nothing is stored. Bounds given here hold instead of the inspector's own. */
export const ProposePlan = z.object({
  weekStart: Week,
  districtIds: z.array(Id).max(100).optional(),
  inspectors: z
    .array(
      z
        .object({ id: Id, minimum: Count.max(200), maximum: Count.max(200) })
        .refine(one => one.minimum <= one.maximum, { path: ['minimum'], message: 'above_maximum' }),
    )
    .max(200)
    .optional(),
})
export type ProposePlan = z.infer<typeof ProposePlan>

export const PlanItem = z.object({
  applicationId: Id,
  inspectorId: Id,
  secondInspectorId: Id.nullable().default(null),
})
export type PlanItem = z.infer<typeof PlanItem>

export const PlanShare = z.object({
  id: Id,
  name: z.string(),
  load: Count,
  openLoad: Count,
  minLoad: Count,
  maxLoad: Count,
  neighbourhoods: Count,
  pieces: Count,
  /** Mean straight distance from the middle of the area, metres. */
  meanDistance: z.number(),
})
export type PlanShare = z.infer<typeof PlanShare>

export const LEFT_REASONS = [
  'no_inspector_in_district',
  'wanted_inspector',
  'conflict',
  'all_away',
  'no_second_inspector',
  'capacity',
] as const

export const Proposal = z.object({
  weekStart: z.iso.date(),
  /** Every file looked at, with its place: for the review on the map. */
  files: z.array(Activity),
  items: z.array(PlanItem),
  left: z.array(
    z.object({
      applicationId: Id,
      reason: z.enum(LEFT_REASONS),
      full: z.array(Id),
      inspectors: z.array(z.object({ id: Id, why: z.string() })),
    }),
  ),
  inspectors: z.array(PlanShare),
  /** Who may not take which file, so that a change by hand is refused before it is sent. */
  barred: z.array(z.object({ applicationId: Id, inspectorId: Id, why: z.string() })),
  balance: z.object({ lowest: z.number(), highest: z.number() }),
  pieces: Count,
  meanDistance: z.number(),
  belowMinimum: z.array(z.object({ id: Id, short: Count })),
  /** Waiting files beyond PLAN_FILES that were not looked at. */
  notConsidered: Count,
})
export type Proposal = z.infer<typeof Proposal>

/** POST /api/weekly-plans: the proposal as the chief accepts it, changed or not. */
export const SubmitPlan = z.object({
  weekStart: Week,
  items: z.array(PlanItem).min(1).max(PLAN_FILES),
  note: z.string().trim().max(1000).default(''),
  /** How many places the chief changed in the proposal; told to the manager. */
  changed: Count.default(0),
})
export type SubmitPlan = z.infer<typeof SubmitPlan>

export const DecidePlan = z.object({
  version: z.number().int().positive(),
  note: z.string().trim().max(1000).default(''),
})
/** Whoever returns a plan says why. */
export const ReturnPlan = DecidePlan.extend({ note: z.string().trim().min(3).max(1000) })
export type DecidePlan = z.infer<typeof DecidePlan>

export const PLAN_STATES = ['submitted', 'approved', 'returned', 'withdrawn'] as const

export const Outcomes = z.object({ assigned: Count, not_awaiting: Count, conflict: Count, absent: Count })

/** Counts only: a manager sees it. */
export const PlanSummary = z.object({ files: Count, urgent: Count, late: Count, pieces: Count, changed: Count })

export const WeeklyPlan = z.object({
  id: Id,
  version: z.number().int(),
  weekStart: z.iso.date(),
  districts: z.array(OfficerName),
  state: z.enum(PLAN_STATES),
  summary: PlanSummary,
  note: z.string(),
  submittedBy: OfficerName,
  submittedAt: z.iso.datetime({ offset: true }),
  decidedBy: OfficerName.nullable(),
  decidedAt: z.iso.datetime({ offset: true }).nullable(),
  decisionNote: z.string(),
})
export type WeeklyPlan = z.infer<typeof WeeklyPlan>
export const WeeklyPlans = z.object({ items: z.array(WeeklyPlan), next: z.number().optional() })
export type WeeklyPlans = z.infer<typeof WeeklyPlans>
export const PlansQuery = z.object({
  state: z.enum(PLAN_STATES).optional(),
  cursor: z.coerce.number().int().positive().optional(),
})
export type PlansQuery = z.infer<typeof PlansQuery>

/** A plan of a week by inspector, without households; `visits` only for the chief. */
export const PlanPage = WeeklyPlan.extend({
  areas: z.array(
    z.object({
      inspectorId: Id,
      name: z.string(),
      files: Count,
      urgent: Count,
      late: Count,
      neighbourhoods: z.array(
        z.object({
          id: Id,
          name: z.string(),
          district: z.string(),
          /** Its middle, degrees; null where it has no boundary. */
          middle: z.object({ lon: z.number(), lat: z.number() }).nullable(),
        }),
      ),
      outcomes: Outcomes,
    }),
  ),
  visits: z
    .array(
      z.object({
        applicationId: Id,
        householdId: Id.nullable(),
        fileNo: z.string().nullable(),
        familyName: z.string().nullable(),
        neighbourhood: z.string(),
        district: z.string(),
        inspectorId: Id,
        secondInspectorId: Id.nullable(),
        isUrgent: z.boolean().nullable(),
        dueOn: z.iso.date().nullable(),
        outcome: z.enum(['assigned', 'not_awaiting', 'conflict', 'absent']).nullable(),
        point: Activity.shape.point,
      }),
    )
    .optional(),
})
export type PlanPage = z.infer<typeof PlanPage>

export const SubmittedPlan = z.object({ id: Id, version: z.number().int(), state: z.enum(PLAN_STATES) })
