import { makeWords } from '../office/words.ts'
import { EN } from './words-en.ts'
import { TR } from './words-tr.ts'

/** Words of the inspection: the desk of the inspector and the chief's control. */
export const useWords = makeWords({ tr: TR, en: EN })

export type Say = ReturnType<typeof useWords>

const WHY = [
  'wrong_state',
  'wrong_role',
  'no_form',
  'not_yours',
  'own_inspection',
  'second_not_assigned',
  'second_missing',
  'started_already',
  'proposals_open',
  'no_finding',
] as const

/** The reason of a closed step in words. */
export function sayWhy(w: Say, why: string): string {
  const known = WHY.find(one => one === why)
  return w(known ? `why.${known}` : 'why.other')
}
