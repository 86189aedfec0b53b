import { useState } from 'react'
import { type FieldProps, FormField } from './form-field.tsx'
import { nationalIdProblem, nationalIdText } from './national-id.rules.ts'
import { useUiWords } from './ui-words.ts'

type Props = FieldProps & Readonly<{ value: string; onChange: (digits: string) => void; onLeave?: () => void }>

/** T.C. kimlik no (or foreigner's no); a wrong one is told when the field is left. */
export function NationalIdField({ value, onChange, onLeave, ...field }: Props) {
  const w = useUiWords()
  const [isLeft, setLeft] = useState(false)
  const problem = isLeft && value !== '' ? nationalIdProblem(value) : null
  const own = problem && w(`nationalId.${problem}`, { n: value.length })
  return (
    <FormField {...field} error={own ?? field.error} width="short">
      {wiring => (
        <input
          {...wiring}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          value={value}
          onChange={event => {
            setLeft(false)
            onChange(nationalIdText(event.target.value))
          }}
          onBlur={() => {
            setLeft(true)
            onLeave?.()
          }}
        />
      )}
    </FormField>
  )
}
