import type { FactColumn } from '../../api/inspections/fact-tables.rules.ts'
import { MoneyField } from '../ui/money-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useDeedWords } from './deed-words.ts'
import { type FactWord, isFactWord, useFactWords } from './fact-words.ts'

type Value = string | number | boolean | null
type Props = Readonly<{
  name: string
  column: FactColumn
  value: Value
  error: string | undefined
  onChange: (value: Value) => void
}>

/** One column of a fact as a field: codes to choose from, an amount, a whole number, yes or no, words. */
export function ColumnField({ name, column, value, error, onChange }: Props) {
  const f = useFactWords()
  const w = useDeedWords()
  const word = (key: string) => (isFactWord(key) ? f(key) : key)
  const wired = { label: f(`column.${name}` as FactWord), error, isOptional: column.isOptional === true }
  if (column.is === 'one_of') {
    const options = column.codes.map(code => ({ value: code, label: word(`code.${code}`) }))
    return (
      <SelectField
        {...wired}
        options={options}
        value={typeof value === 'string' ? value : ''}
        onChange={code => onChange(code || null)}
      />
    )
  }
  if (column.is === 'kurus')
    return <MoneyField {...wired} value={typeof value === 'number' ? value : null} onChange={onChange} />
  if (column.is === 'whole')
    return (
      <NumberField
        {...wired}
        min={column.min}
        max={column.max}
        value={typeof value === 'number' ? value : null}
        onChange={onChange}
      />
    )
  if (column.is === 'flag')
    return (
      <SelectField
        {...wired}
        placeholder={w('unknown')}
        options={[
          { value: 'true', label: f('yes') },
          { value: 'false', label: f('no') },
        ]}
        value={value === null ? '' : value === true ? 'true' : 'false'}
        onChange={said => onChange(said === 'true' ? true : said === 'false' ? false : null)}
      />
    )
  return (
    <TextField
      {...wired}
      maxLength={200}
      value={typeof value === 'string' ? value : ''}
      onChange={text => onChange(text || null)}
    />
  )
}
