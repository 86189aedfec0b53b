import { useId } from 'react'
import { describedBy, Explained, type FieldProps } from './form-field.tsx'
import type { RadioOption } from './radio-group.tsx'

type Props<T extends string> = FieldProps &
  Readonly<{
    options: readonly RadioOption<T>[]
    value: readonly T[]
    onChange: (value: T[]) => void
    isInline?: boolean
  }>

/** Any of a few. The first box carries `id`, so that an ErrorSummary reaches it. */
export function CheckGroup<T extends string>(props: Props<T>) {
  const { label, id, help, error, isDisabled, options, value, onChange, isInline } = props
  const own = useId()
  const field = id ?? own
  const toggle = (one: T) => onChange(value.includes(one) ? value.filter(other => other !== one) : [...value, one])
  return (
    <fieldset
      className={`form-field form-group${error ? ' has-error' : ''}${isInline ? ' is-inline' : ''}`}
      aria-describedby={describedBy(field, help, error)}
    >
      <legend className="form-label">{label}</legend>
      <Explained id={field} help={help} error={error} />
      <div className="form-options">
        {options.map((option, at) => (
          <label key={option.value} className="form-option">
            <input
              type="checkbox"
              id={at === 0 ? field : undefined}
              checked={value.includes(option.value)}
              disabled={isDisabled || option.isDisabled}
              onChange={() => toggle(option.value)}
            />
            <span>
              {option.label}
              {option.help && <small>{option.help}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
