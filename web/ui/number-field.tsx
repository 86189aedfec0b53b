import { type FieldProps, FormField } from './form-field.tsx'
import { useUiWords } from './ui-words.ts'
import { useTyped } from './use-typed.ts'

type Props = FieldProps &
  Readonly<{
    value: number | null
    onChange: (value: number | null) => void
    min?: number
    max?: number
    unit?: string
  }>

const parseWhole = (text: string) => (/^-?\d{1,9}$/.test(text.trim()) ? Number(text) : null)

/** A whole number: persons, rooms, months. */
export function NumberField({ value, onChange, min = 0, max = 999, unit, ...field }: Props) {
  const w = useUiWords()
  const typed = useTyped({ value, parse: parseWhole, write: String, onChange })
  const isOut = typed.isLeft && value !== null && (value < min || value > max)
  const own = typed.isUnreadable ? w('number.unreadable') : isOut ? w('number.range', { min, max }) : null
  return (
    <FormField {...field} error={own ?? field.error} width="short">
      {wiring => (
        <span className="with-unit">
          <input
            {...wiring}
            inputMode="numeric"
            autoComplete="off"
            maxLength={10}
            value={typed.text}
            onChange={event => typed.onType(event.target.value)}
            onBlur={typed.onLeave}
          />
          {unit && <span aria-hidden="true">{unit}</span>}
        </span>
      )}
    </FormField>
  )
}
