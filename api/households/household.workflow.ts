/** What may be done with a household's file now, and why not: for the server, the buttons and their tooltips. Pure. */
import type { Role } from '../platform/role.ts'
import { type Action, isAllowed } from '../rights/rights.rules.ts'

export const FILE_ACTIONS = [
  'add_person',
  'correct_person',
  'leave',
  'death',
  'guardian',
  'move',
  'join',
  'split',
  'fact',
  'note',
  'apply',
] as const
export type FileAction = (typeof FILE_ACTIONS)[number]

/** The row of the matrix of rights each belongs to. */
export const RIGHT_OF: Readonly<Record<FileAction, Action>> = {
  add_person: 'person.add',
  correct_person: 'person.correct',
  leave: 'household.split',
  death: 'person.death',
  guardian: 'person.guardian',
  move: 'household.move',
  join: 'household.join',
  split: 'household.split',
  fact: 'household.correct',
  note: 'household.note',
  apply: 'application.submit',
}

/** What the rules look at. */
export type FileStanding = Readonly<{
  joinedIntoId: number | null
  dissolvedOn: string | null
  living: number
}>

export type WhyFileClosed = 'wrong_role' | 'joined' | 'dissolved' | 'nobody_lives' | 'one_person'

/** Null when the action is open to the role; otherwise the key of the reason. */
export function whyFileClosed(action: FileAction, file: FileStanding, role: Role): WhyFileClosed | null {
  if (!isAllowed(role, RIGHT_OF[action])) return 'wrong_role'
  return whyFileRests(action, file)
}

/** The same whoever asks: what the file itself forbids. A note may always be added. */
export function whyFileRests(action: FileAction, file: FileStanding): WhyFileClosed | null {
  if (action === 'note') return null
  if (file.joinedIntoId !== null) return 'joined'
  if (file.dissolvedOn !== null && !['add_person', 'correct_person', 'join', 'split'].includes(action))
    return 'dissolved'
  if (action === 'death' && file.living === 0) return 'nobody_lives'
  if ((action === 'leave' || action === 'split') && file.living < 1) return 'nobody_lives'
  if ((action === 'leave' || action === 'split') && file.living < 2) return 'one_person'
  return null
}
