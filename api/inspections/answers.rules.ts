/** Two devices at once: answers are merged one by one, and the same answer is never overwritten unseen. Pure. */

import { answerAt } from './form.rules.ts'
import type { Answer, Answers } from './form-answers.contract.ts'
import type { Change } from './inspection.contract.ts'

export type Merged = Readonly<{ answers: Answers; conflicts: readonly Change[]; isChanged: boolean }>

/**
 * Applies changes to answers. A change whose `from` no longer stands there is a conflict, unless the other device came to
 * the same answer; it is left out and reported, all others are applied.
 */
export function mergeAnswers(answers: Answers, changes: readonly Change[]): Merged {
  const merged: Answers = { household: { ...answers.household }, people: { ...answers.people } }
  const conflicts: Change[] = []
  let isChanged = false
  for (const change of changes) {
    const now = answerAt(merged, change.question, change.person) ?? null
    if (isSame(now, change.to)) continue
    if (!isSame(now, change.from)) conflicts.push(change)
    else {
      put(merged, change)
      isChanged = true
    }
  }
  return { answers: merged, conflicts, isChanged }
}

/** What one device changed: from the answers it read to those it shows. */
export function changesBetween(from: Answers, to: Answers): Change[] {
  const people = new Set([...Object.keys(from.people), ...Object.keys(to.people)])
  return [
    ...changesOfSheet(null, from.household, to.household),
    ...[...people].flatMap(person => changesOfSheet(person, from.people[person] ?? {}, to.people[person] ?? {})),
  ]
}

type Sheet = Readonly<Record<string, Answer>>

function changesOfSheet(person: string | null, from: Sheet, to: Sheet): Change[] {
  const questions = new Set([...Object.keys(from), ...Object.keys(to)])
  return [...questions]
    .map(question => ({ question, person, from: from[question] ?? null, to: to[question] ?? null }))
    .filter(change => !isSame(change.from, change.to))
}

function put(answers: Answers, { question, person, to }: Change): void {
  const sheet = person === null ? answers.household : { ...(answers.people[person] ?? {}) }
  if (to === null) delete sheet[question]
  else sheet[question] = to
  if (person !== null) answers.people[person] = sheet
}

/** Whether two answers say the same, whatever the order their fields were written in. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  const other = b as Record<string, unknown>
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => Object.hasOwn(b, key) && isSame((a as Record<string, unknown>)[key], other[key]))
  )
}
