import { type ReactNode, useId } from 'react'
import { useUiWords } from './ui-words.ts'

/** What every field has; `id` is what an ErrorSummary links to. */
export type FieldProps = Readonly<{
  label: string
  id?: string
  help?: ReactNode
  error?: string | null | undefined
  isOptional?: boolean
  isDisabled?: boolean
}>

/** What an input needs to belong to its label, help and error. */
export type Wiring = Readonly<{
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  disabled: boolean | undefined
}>

type Props = FieldProps &
  Readonly<{ width?: 'short' | 'middle' | 'whole' | undefined; children: (wiring: Wiring) => ReactNode }>

/** Label above, help before the input, error between them and red beside it (GOV.UK). */
export function FormField({ label, id, help, error, isOptional, isDisabled, width = 'whole', children }: Props) {
  const own = useId()
  const field = id ?? own
  const w = useUiWords()
  return (
    <div className={`form-field is-${width}${error ? ' has-error' : ''}`}>
      <label className="form-label" htmlFor={field}>
        {label}
        {isOptional && <small> ({w('optional')})</small>}
      </label>
      <Explained id={field} help={help} error={error} />
      {children({
        id: field,
        'aria-describedby': describedBy(field, help, error),
        'aria-invalid': error ? true : undefined,
        disabled: isDisabled,
      })}
    </div>
  )
}

/** Help and error of a field or group of fields. */
export function Explained({
  id,
  help,
  error,
}: Readonly<{ id: string; help?: ReactNode; error?: string | null | undefined }>) {
  return (
    <>
      {help && (
        <span className="form-help" id={`${id}-help`}>
          {help}
        </span>
      )}
      {error && (
        <span className="form-error" id={`${id}-error`} role="alert">
          {error}
        </span>
      )}
    </>
  )
}

export function describedBy(id: string, help: ReactNode, error: string | null | undefined): string | undefined {
  return [error && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ') || undefined
}
