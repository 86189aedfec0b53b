import type { FileFact, PersonOfFile } from '../../api/households/household.contract.ts'

/** A dialog over the file: what is to be done, and to whom or what. */
export type OpenedDeed =
  | { kind: 'add_person' | 'move' | 'fact' | 'note' }
  | { kind: 'correct_person' | 'guardian' | 'leave' | 'death'; person: PersonOfFile }
  | { kind: 'correct_fact' | 'end_fact'; fact: FileFact }

export type OpenDeed = (deed: OpenedDeed) => void
