import { useId } from 'react'
import { describedBy, Explained, type FieldProps } from './form-field.tsx'
import { useUiWords } from './ui-words.ts'

export type RadioOption<T extends string> = Readonly<{ value: T; label: string; help?: string; isDisabled?: boolean }>

type Props<T extends string> = FieldProps &
  Readonly<{
    options: readonly RadioOption<T>[]
    value: T | null
    onChange: (value: T) => void
    /** Side by side where there is room. */
    isInline?: boolean
  }>

/** One of a few, all seen at once. The first radio button carries `id`, so that an ErrorSummary reaches it. */
export function RadioGroup<T extends string>(props: Props<T>) {
  const { label, id, help, error, isOptional, isDisabled, options, value, onChange, isInline } = props
  const own = useId()
  const field = id ?? own
  const w = useUiWords()
  return (
    <fieldset
      className={`form-field form-group${error ? ' has-error' : ''}${isInline ? ' is-inline' : ''}`}
      aria-describedby={describedBy(field, help, error)}
    >
      <legend className="form-label">
        {label}
        {isOptional && <small> ({w('optional')})</small>}
      </legend>
      <Explained id={field} help={help} error={error} />
      <div className="form-options">
        {options.map((option, at) => (
          <label key={option.value} className="form-option">
            <input
              type="radio"
              id={at === 0 ? field : undefined}
              name={field}
              value={option.value}
              checked={option.value === value}
              disabled={isDisabled || option.isDisabled}
              onChange={() => onChange(option.value)}
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
