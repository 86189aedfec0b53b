import { type FieldProps, FormField } from './form-field.tsx'
import { MOST_KURUS, parseMoney, writeMoney } from './money.rules.ts'
import { useUiWords } from './ui-words.ts'
import { useTyped } from './use-typed.ts'

type Props = FieldProps &
  Readonly<{
    /** kuruş, null while there is no amount that can be read. */
    value: number | null
    onChange: (kurus: number | null) => void
    mayBeNegative?: boolean
  }>

/** An amount in liras as it is written in Turkish, kept in kuruş. */
export function MoneyField({ value, onChange, mayBeNegative = false, ...field }: Props) {
  const w = useUiWords()
  const typed = useTyped({ value, parse: parseMoney, write: writeMoney, onChange })
  const own = () => {
    if (typed.isUnreadable) return w('money.unreadable')
    if (!typed.isLeft || value === null) return null
    if (value < 0 && !mayBeNegative) return w('money.negative')
    return Math.abs(value) > MOST_KURUS ? w('money.large') : null
  }
  return (
    <FormField {...field} error={own() ?? field.error} width="short">
      {wiring => (
        <span className="with-unit">
          <input
            {...wiring}
            inputMode="decimal"
            autoComplete="off"
            maxLength={30}
            value={typed.text}
            onChange={event => typed.onType(event.target.value)}
            onBlur={typed.onLeave}
          />
          <span aria-hidden="true">TL</span>
        </span>
      )}
    </FormField>
  )
}
