import { type IntakeForm, submissionOf } from '../../api/applications/intake-form.rules.ts'
import { findGaps, type Gap } from '../../api/applications/intake-gaps.rules.ts'
import { findIssues, type Member } from '../../api/applications/submission.rules.ts'
import { ISSUE } from '../../api/applications/submission-words.rules.ts'
import type { ApiProblem } from '../app/api.ts'
import type { Language } from '../i18n/t.ts'
import type { FormError } from '../ui/error-summary.tsx'
import type { IntakeWords } from './words.ts'

type Known = Readonly<{ today: string; members: readonly Member[] | undefined }>

/** What keeps the form from being sent: what is empty first, then what the rules of the server say of the rest. */
export function findErrors(
  form: IntakeForm,
  known: Known,
  said: Readonly<{ w: IntakeWords; language: Language }>,
): FormError[] {
  const gaps = findGaps(form)
  const isGap = (field: string) => gaps.some(gap => gap.field === field)
  const issues = findIssues(submissionOf(form, null), known).filter(issue => !isGap(issue.field))
  return [
    ...longIn(form, said.w),
    ...gaps.map(({ field, code }) => ({ field, text: said.w(`gap.${code}` satisfies `gap.${Gap['code']}`) })),
    ...issues.map(({ field, code }) => ({ field, text: ISSUE[code][said.language] })),
  ]
}

const NOTE_LIMIT = 4000

function longIn(form: IntakeForm, w: IntakeWords): FormError[] {
  const fields = { note: form.note, 'event.statement': form.event.statement }
  return Object.entries(fields)
    .filter(([, text]) => text.length > NOTE_LIMIT)
    .map(([field]) => ({ field, text: w('gap.long', { n: NOTE_LIMIT }) }))
}

type Told = { fields?: { field: string; why: string }[]; people?: { row: number; fileNo: string }[] }

/** What the server found; undefined when it is not about fields. */
export function errorsOf(problem: ApiProblem, w: IntakeWords): FormError[] | undefined {
  const { fields, people } = problem.details as Told
  if (problem.type === 'invalid-input' && fields) return fields.map(({ field, why }) => ({ field, text: why }))
  if (problem.type === 'known-person' && people && people.length > 0)
    return people.map(({ row, fileNo }) => ({
      field: `household.people.${row}.nationalId`,
      text: w('known-person', { n: row + 1, fileNo }),
    }))
  return undefined
}

/** The error of one field, to be said at it. */
export function errorAt(errors: readonly FormError[], field: string): string | undefined {
  return errors.find(one => one.field === field)?.text
}
