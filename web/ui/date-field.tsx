import { parseDay, writeDay } from './date.rules.ts'
import { type FieldProps, FormField } from './form-field.tsx'
import { useUiWords } from './ui-words.ts'
import { useTyped } from './use-typed.ts'

type Props = FieldProps &
  Readonly<{
    /** ISO day, null while there is none that can be read. */
    value: string | null
    onChange: (iso: string | null) => void
    /** ISO days the date may not leave. */
    min?: string
    max?: string
  }>

/** A day typed as 21.11.2026, 21112026 or 21/11/2026. */
export function DateField({ value, onChange, min, max, ...field }: Props) {
  const w = useUiWords()
  const typed = useTyped({ value, parse: parseDay, write: writeDay, onChange })
  const own = () => {
    if (typed.isUnreadable) return w('date.unreadable')
    if (!typed.isLeft || !value) return null
    if (min && value < min) return w('date.early', { date: writeDay(min) })
    return max && value > max ? w('date.late', { date: writeDay(max) }) : null
  }
  return (
    <FormField {...field} help={field.help ?? w('date.help')} error={own() ?? field.error} width="short">
      {wiring => (
        <input
          {...wiring}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          value={typed.text}
          onChange={event => typed.onType(event.target.value)}
          onBlur={typed.onLeave}
        />
      )}
    </FormField>
  )
}
