import type { FileFact } from '../../api/households/household.contract.ts'
import type { Format } from '../i18n/format.ts'
import { useOffice } from '../office/use-office.ts'
import { type FactWord, isFactWord, useFactWords } from './fact-words.ts'

type Values = Readonly<Record<string, unknown>>
type Words = (key: FactWord, fill?: Record<string, string | number>) => string

/** A fact in words: "Ücret, ayda 17.000,00 TL". */
export function useFactText(): (fact: FileFact['fact'] | string, values: Values) => string {
  const w = useFactWords()
  const { format } = useOffice()
  return (fact, values) =>
    Object.entries(values)
      .filter(([column, value]) => value !== null && !BESIDE.has(column))
      .filter(([column]) => !(fact === 'schooling_fact' && column === 'is_attending' && values.level === 'none'))
      .map(([column, value]) => valueText(fact, column, value, { w, format }))
      .filter(text => text !== '')
      .join(', ')
}

const BESIDE = new Set([
  ...[
    'id',
    'person_id',
    'valid_from',
    'valid_to',
    'provenance',
    'recorded_at',
    'recorded_by',
    'note',
    'household_id',
    'value_key',
  ],
])

function valueText(fact: string, column: string, value: unknown, { w, format }: { w: Words; format: Format }): string {
  const sum = typeof value === 'number' ? format.number(value / 100, 2) : ''
  if (column === 'monthly_kurus' || column === 'rent_kurus') return value === 0 ? '' : w('perMonth', { sum })
  if (column === 'value_kurus') return w('sum', { sum })
  if (fact === 'schooling_fact' && value === 'none') return w('noSchool')
  if (column === 'rooms') return w('rooms', { n: Number(value) })
  if (column === 'degree_percent') return w('percent', { n: Number(value) })
  if (column === 'is_attending') return w(value === true ? 'attending' : 'finished')
  if (typeof value === 'boolean')
    return isFactWord(`column.${column}`) ? `${w(`column.${column}` as FactWord)}: ${w(value ? 'yes' : 'no')}` : ''
  const key = `code.${String(value)}`
  return fact === 'contact' && column === 'value' ? String(value) : isFactWord(key) ? w(key) : String(value)
}
