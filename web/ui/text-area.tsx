import { useId } from 'react'
import { type FieldProps, FormField } from './form-field.tsx'
import { useUiWords } from './ui-words.ts'

type Props = FieldProps &
  Readonly<{ value: string; onChange: (value: string) => void; onBlur?: () => void; limit?: number; rows?: number }>

/** Several lines; with a limit it counts what is left and cuts nothing off what was typed or pasted. */
export function TextArea({ value, onChange, onBlur, limit, rows = 3, ...field }: Props) {
  const w = useUiWords()
  const counter = useId()
  const left = limit === undefined ? null : limit - lengthOf(value)
  const error = field.error || (left !== null && left < 0 ? w('area.over', { n: -left }) : null)
  const isNear = left !== null && limit !== undefined && left < limit / 4
  return (
    <FormField {...field} error={error}>
      {wiring => (
        <>
          <textarea
            {...wiring}
            aria-describedby={[wiring['aria-describedby'], isNear && counter].filter(Boolean).join(' ') || undefined}
            rows={rows}
            value={value}
            onChange={event => onChange(event.target.value)}
            onBlur={onBlur}
          />
          {isNear && left >= 0 && (
            <span className="form-help" id={counter}>
              {w('area.left', { n: left })}
            </span>
          )}
        </>
      )}
    </FormField>
  )
}

/** Characters as people count them: an emoji is one. */
function lengthOf(text: string): number {
  return [...text].length
}
