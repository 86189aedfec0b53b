import { problem } from '../platform/problem.ts'
import type { Issue } from './submission.rules.ts'
import { ISSUE } from './submission-words.rules.ts'

/** @throws invalid-input with every field and how to mend it, when there is any issue */
export function refuseIssues(issues: readonly Issue[], language: 'tr' | 'en'): void {
  if (issues.length === 0) return
  const fields = issues.map(({ field, code }) => ({ field, code, why: ISSUE[code][language] }))
  throw problem('invalid-input', fields.map(one => `${one.field}: ${one.why}`).join('; '), { where: 'body', fields })
}
