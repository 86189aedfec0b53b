/**
 * The law of an application's states (DOMAIN.md §3), for the server, the database (komsu.application_step holds the same
 * table; a test compares them) and the browser. Pure.
 */
import type { Role } from '../platform/role.ts'

export const STATUSES = [
  'draft',
  'awaiting_inquiry',
  'assigned',
  'in_inspection',
  'inspected',
  'eligible',
  'ineligible',
  'before_commission',
  'granted',
  'refused',
  'expired',
  'terminated',
  'withdrawn',
] as const
export type Status = (typeof STATUSES)[number]

/** States in which an application still waits for something; a household has at most one such application. */
export const OPEN_STATUSES = [
  'awaiting_inquiry',
  'assigned',
  'in_inspection',
  'inspected',
  'eligible',
  'before_commission',
] as const satisfies readonly Status[]

export type Step = Readonly<{ action: StepAction; from: Status; to: Status; role: Role | 'system' }>
export type StepAction =
  | 'submit'
  | 'assign'
  | 'start'
  | 'send'
  | 'score'
  | 'find_false_statement'
  | 'put_on_agenda'
  | 'grant'
  | 'refuse'
  | 'ask_more'
  | 'expire'
  | 'terminate'
  | 'withdraw'
  | 'appeal'

/** Every lawful change of state and who may make it. The manager assigns by approving a weekly plan (9.9). */
export const STEPS: readonly Step[] = [
  { action: 'submit', from: 'draft', to: 'awaiting_inquiry', role: 'intake' },
  { action: 'assign', from: 'awaiting_inquiry', to: 'assigned', role: 'chief' },
  { action: 'assign', from: 'awaiting_inquiry', to: 'assigned', role: 'manager' },
  { action: 'start', from: 'assigned', to: 'in_inspection', role: 'inspector' },
  { action: 'send', from: 'in_inspection', to: 'inspected', role: 'inspector' },
  { action: 'score', from: 'inspected', to: 'eligible', role: 'chief' },
  { action: 'score', from: 'inspected', to: 'ineligible', role: 'chief' },
  { action: 'find_false_statement', from: 'inspected', to: 'ineligible', role: 'chief' },
  { action: 'put_on_agenda', from: 'eligible', to: 'before_commission', role: 'commission' },
  { action: 'grant', from: 'before_commission', to: 'granted', role: 'commission' },
  { action: 'refuse', from: 'before_commission', to: 'refused', role: 'commission' },
  { action: 'ask_more', from: 'before_commission', to: 'in_inspection', role: 'commission' },
  { action: 'expire', from: 'granted', to: 'expired', role: 'system' },
  { action: 'terminate', from: 'granted', to: 'terminated', role: 'commission' },
  ...OPEN_STATUSES.map(from => ({ action: 'withdraw', from, to: 'withdrawn', role: 'intake' }) as const),
  { action: 'appeal', from: 'ineligible', to: 'awaiting_inquiry', role: 'intake' },
  { action: 'appeal', from: 'refused', to: 'awaiting_inquiry', role: 'intake' },
]

/** What the rules of a step look at. */
export type Standing = Readonly<{
  status: Status
  appealedOn: string | null
  /** Control of the newest inspection, where there is one. */
  control?: 'open' | 'awaiting' | 'returned' | 'passed' | null
}>

export type WhyClosed = 'wrong_state' | 'wrong_role' | 'appealed_already' | 'control_missing'

/** Null when the step is open to the role now; otherwise the key of the reason (409, or the tooltip of a button). */
export function whyClosed(action: StepAction, application: Standing, role: Role | 'system'): WhyClosed | null {
  const fromHere = STEPS.filter(step => step.action === action && step.from === application.status)
  if (fromHere.length === 0) return 'wrong_state'
  if (!fromHere.some(step => step.role === role)) return 'wrong_role'
  if (action === 'appeal' && application.appealedOn !== null) return 'appealed_already'
  if (action === 'score' && application.control !== undefined && application.control !== 'passed')
    return 'control_missing'
  return null
}

/** Whether the household still waits for an answer to this application. */
export function isOpen(status: Status): boolean {
  return (OPEN_STATUSES as readonly Status[]).includes(status)
}

/** Before the commission a file is frozen (DOMAIN.md §3): what is asked for no longer changes. */
export function isFrozen(status: Status): boolean {
  return status === 'before_commission'
}

/** Null when requests and papers of an application may change now; otherwise the key of the reason. */
export function whyUnchangeable(status: Status): 'wrong_state' | 'frozen' | null {
  if (isFrozen(status)) return 'frozen'
  return isOpen(status) ? null : 'wrong_state'
}
