import { type ReactNode, useId } from 'react'
import { describedBy, Explained } from './form-field.tsx'

type Props = Readonly<{
  label: ReactNode
  id?: string
  help?: ReactNode
  error?: string | null | undefined
  isDisabled?: boolean
  value: boolean
  onChange: (value: boolean) => void
}>

/** One thing that is so or not. */
export function CheckField({ label, id, help, error, isDisabled, value, onChange }: Props) {
  const own = useId()
  const field = id ?? own
  return (
    <div className={`form-field${error ? ' has-error' : ''}`}>
      <label className="form-option">
        <input
          type="checkbox"
          id={field}
          aria-describedby={describedBy(field, help, error)}
          aria-invalid={error ? true : undefined}
          disabled={isDisabled}
          checked={value}
          onChange={event => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      <Explained id={field} help={help} error={error} />
    </div>
  )
}
