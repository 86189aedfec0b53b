/** Why a file cannot be given to an inspector by hand; the same for one file, a lasso of them, and a plan. Pure. */
import { type Status, whyClosed } from '../applications/application.workflow.ts'
import type { Role } from '../platform/role.ts'
import type { AssignRefusal } from './activities.contract.ts'
import { CONFLICTS, type Conflict } from './conflict.rules.ts'

export type FileState = Readonly<{
  id: number
  version: number
  status: Status
  appealedOn: string | null
  districtId: number
  needsTwo: boolean
  wantedSex: 'female' | 'male' | null
  officerId: number | null
  secondOfficerId: number | null
}>

/** An inspector as far as giving them a file goes. */
export type Taker = Readonly<{
  id: number
  districtIds: readonly number[] | null
  sex: 'female' | 'male' | null
  isAway: boolean
}>

export type Wanted = Readonly<{
  kind: 'assign' | 'reassign'
  version: number
  first: Taker | undefined
  /** null: nobody second wanted; undefined: somebody who is no inspector. */
  second: Taker | undefined | null
  role: Role
}>

/** What stands between each inspector and the file, by id. */
export type Ties = ReadonlyMap<number, readonly Conflict[]>

/** Null when the file can be given so. */
export function whyNotAssign(file: FileState, wanted: Wanted, ties: Ties): AssignRefusal | null {
  return whyNotNow(file, wanted) ?? whyNotThem(file, wanted, ties)
}

/** Files are handed on while they are assigned or being inspected; what was sent is the chief's to control. */
const HANDED_ON: readonly Status[] = ['assigned', 'in_inspection']

function whyNotNow(file: FileState, { kind, version, role, first, second }: Wanted): AssignRefusal | null {
  if (kind === 'assign') {
    const closed = whyClosed('assign', file, role)
    if (closed) return closed === 'wrong_role' ? 'wrong_role' : 'wrong_state'
  } else if (!HANDED_ON.includes(file.status)) return 'wrong_state'
  if (file.version !== version) return 'changed'
  if (kind === 'reassign' && file.officerId === first?.id && file.secondOfficerId === (second?.id ?? null))
    return 'same_inspector'
  return null
}

function whyNotThem(file: FileState, { first, second }: Wanted, ties: Ties): AssignRefusal | null {
  if (!first || second === undefined) return 'no_inspector'
  if (first.id === second?.id) return 'same_twice'
  if (file.needsTwo && !second) return 'second_missing'
  const both = second ? [first, second] : [first]
  if (both.some(one => one.districtIds && !one.districtIds.includes(file.districtId))) return 'other_district'
  for (const conflict of CONFLICTS) if (both.some(one => ties.get(one.id)?.includes(conflict))) return conflict
  if (file.wantedSex && !both.some(one => one.sex === file.wantedSex)) return 'wanted_sex'
  return both.some(one => one.isAway) ? 'away' : null
}
