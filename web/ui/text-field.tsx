import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, RefObject } from 'react'
import { type FieldProps, FormField } from './form-field.tsx'

type Props = FieldProps &
  Readonly<{
    value: string
    onChange: (value: string) => void
    onBlur?: () => void
    type?: HTMLInputTypeAttribute
    inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'search'
    width?: 'short' | 'middle' | 'whole'
    maxLength?: number
    autoComplete?: HTMLInputAutoCompleteAttribute
    autoFocus?: boolean
    placeholder?: string
    inputRef?: RefObject<HTMLInputElement | null>
    /** `/` takes the focus here. */
    isSearch?: boolean
  }>

/** One line of text. */
export function TextField(props: Props) {
  const { value, onChange, onBlur, type = 'text', inputMode, maxLength, placeholder, inputRef, isSearch } = props
  return (
    <FormField {...props}>
      {wiring => (
        <input
          {...wiring}
          ref={inputRef}
          type={type}
          inputMode={inputMode}
          maxLength={maxLength}
          placeholder={placeholder}
          autoComplete={props.autoComplete ?? 'off'}
          // biome-ignore lint/a11y/noAutofocus: only where a dialog or page has one thing to type
          autoFocus={props.autoFocus}
          spellCheck={false}
          data-search={isSearch ? '' : undefined}
          value={value}
          onChange={event => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </FormField>
  )
}
