import { type FieldProps, FormField } from './form-field.tsx'
import { parsePhone, writePhone } from './phone.rules.ts'
import { useUiWords } from './ui-words.ts'
import { useTyped } from './use-typed.ts'

type Props = FieldProps &
  Readonly<{
    /** +905321234567, null while there is none that can be read. */
    value: string | null
    onChange: (phone: string | null) => void
  }>

/** A phone number of Türkiye, written in any usual way. */
export function PhoneField({ value, onChange, ...field }: Props) {
  const w = useUiWords()
  const typed = useTyped({ value, parse: parsePhone, write: writePhone, onChange })
  return (
    <FormField {...field} error={typed.isUnreadable ? w('phone.unreadable') : field.error} width="middle">
      {wiring => (
        <input
          {...wiring}
          type="tel"
          autoComplete="off"
          maxLength={24}
          value={typed.text}
          onChange={event => typed.onType(event.target.value)}
          onBlur={typed.onLeave}
        />
      )}
    </FormField>
  )
}
