import { type FieldProps, FormField } from './form-field.tsx'
import { useUiWords } from './ui-words.ts'

export type Option<T extends string> = Readonly<{ value: T; label: string }>

type Props<T extends string> = FieldProps &
  Readonly<{
    options: readonly Option<T>[]
    /** '' while nothing is chosen. */
    value: T | ''
    onChange: (value: T) => void
    /** What stands there while nothing is chosen; null where something always is. */
    placeholder?: string | null
    width?: 'short' | 'middle' | 'whole'
  }>

/** One of many; for up to six a RadioGroup shows them all. */
export function SelectField<T extends string>({ options, value, onChange, placeholder, ...field }: Props<T>) {
  const w = useUiWords()
  const nothing = placeholder === undefined ? w('choose') : placeholder
  return (
    <FormField {...field}>
      {wiring => (
        <select {...wiring} value={value} onChange={event => onChange(event.target.value as T)}>
          {nothing !== null && (
            <option value="" disabled={!field.isOptional}>
              {nothing}
            </option>
          )}
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}
