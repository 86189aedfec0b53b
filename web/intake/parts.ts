import type { Options } from '../../api/applications/application.contract.ts'
import type { IntakeForm } from '../../api/applications/intake-form.rules.ts'
import type { FormError } from '../ui/error-summary.tsx'
import type { Change } from './use-intake-draft.ts'

/** What every part of the form gets. */
export type Parts = Readonly<{
  form: IntakeForm
  change: Change
  errors: readonly FormError[]
  options: Options
}>

/** Codes with names as the fields of web/ui want them. */
export function choicesOf<T extends string>(
  list: readonly Readonly<{ code: T; name: string }>[],
): { value: T; label: string }[] {
  return list.map(({ code, name }) => ({ value: code, label: name }))
}
