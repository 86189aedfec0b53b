/**
 * Who may do what: the one matrix of role × action of casework, for the server, the browser and the tests (which try
 * every pair against HTTP and against the database roles). Districts, own files and conflicts narrow it further. Pure.
 */
import type { Role } from '../platform/role.ts'

const OFFICE = ['intake', 'chief', 'inspector', 'manager', 'commission', 'auditor', 'admin'] as const
const FILE_READERS = ['intake', 'chief', 'inspector', 'commission'] as const

/** Action → roles that may take it. The first role of the list an officer holds acts, unless they say which. */
export const RIGHTS = {
  'household.search': FILE_READERS,
  'household.read': FILE_READERS,
  'household.open': ['intake', 'chief'],
  'household.create': ['intake'],
  'household.correct': ['intake'],
  'household.move': ['intake'],
  'household.join': ['intake'],
  'household.split': ['intake'],
  'household.note': ['intake', 'chief', 'inspector'],
  'person.add': ['intake'],
  'person.correct': ['intake'],
  'person.death': ['intake'],
  'person.guardian': ['intake'],
  'proposal.make': ['intake', 'inspector'],
  'proposal.list': ['intake', 'chief'],
  'proposal.decide': ['intake', 'chief'],
  'draft.read': ['intake'],
  'draft.save': ['intake'],
  'draft.discard': ['intake'],
  'application.submit': ['intake'],
  'application.read': FILE_READERS,
  'application.change': ['intake'],
  'application.urgent': ['intake', 'chief', 'inspector'],
  'application.withdraw': ['intake'],
  'application.appeal': ['intake'],
  'web_application.list': ['intake'],
  'web_application.review': ['intake'],
  'attachment.add': ['intake', 'inspector'],
  'attachment.read': FILE_READERS,
  'attachment.remove': ['intake', 'inspector'],
  'activity.list': ['chief', 'inspector'],
  'activity.assign': ['chief'],
  'activity.reassign': ['chief'],
  'inspector.list': ['chief', 'manager'],
  'absence.list': ['chief', 'manager'],
  'absence.record': ['chief'],
  'plan.propose': ['chief'],
  'plan.submit': ['chief'],
  'plan.list': ['chief', 'manager'],
  'plan.decide': ['manager'],
  'inspection.read': ['chief', 'inspector', 'commission'],
  'inspection.start': ['inspector'],
  'inspection.answer': ['inspector'],
  'inspection.send': ['inspector'],
  'inspection.confirm': ['inspector'],
  'inspection.control': ['chief'],
  'form.read': [...FILE_READERS, 'admin'],
  'form.add': ['admin'],
  'score.preview': FILE_READERS,
  'score.read': FILE_READERS,
  'scheme.read': ['admin', 'manager', 'commission', 'chief', 'auditor'],
  'scheme.draft': ['admin'],
  'scheme.simulate': ['admin'],
  'scheme.adopt': ['admin'],
  'duplicate.list': ['intake', 'chief'],
  'duplicate.decide': ['intake', 'chief'],
  'interest.read': ['admin'],
  'interest.edit': ['admin'],
  'work_list.read': OFFICE,
  'notification.read': OFFICE,
  'read_log.read': ['auditor'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof RIGHTS
export const ACTIONS = Object.keys(RIGHTS) as Action[]

/** Whether a role may take an action at all. */
export function isAllowed(role: Role, action: Action): boolean {
  return (RIGHTS[action] as readonly Role[]).includes(role)
}

/** The role of an officer that takes the action: the one they ask for, else the first of the matrix they hold. */
export function roleFor(action: Action, held: readonly Role[], wanted?: string): Role | undefined {
  const fitting = (RIGHTS[action] as readonly Role[]).filter(role => held.includes(role))
  return wanted === undefined ? fitting[0] : fitting.find(role => role === wanted)
}
