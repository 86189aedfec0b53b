import type { FieldNames } from '../reading/columns.ts'
import type { ImportSession } from './session.ts'
import type { Outcome } from './tally.ts'

/** How one kind of file is imported; each kind's folder exports one. */
export type Importer = Readonly<{
  fields: FieldNames
  /** Rejected values are people's and are covered in reports. */
  isPersonal: boolean
  /** Drawn geometry changes with it. */
  isDrawn: boolean
  load: (session: ImportSession) => Promise<void>
}>

/** What happened to a row written to several tables: new in the first is new; anything else new or changed is a change. */
export function combined(first: Outcome, ...others: readonly (Outcome | undefined)[]): Outcome {
  if (first === 'loaded') return 'loaded'
  if (others[0] === 'loaded') return 'loaded' // an outline for an area known only by name
  return [first, ...others].some(one => one === 'updated' || one === 'loaded') ? 'updated' : 'unchanged'
}
