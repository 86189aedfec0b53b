/** Whether a fact may be written down as said. Pure. */
import { factTable, fits } from '../inspections/fact-tables.rules.ts'
import type { AddFact, FileFactName } from './change.contract.ts'
import { contactKey } from './contact.rules.ts'
import type { Saying } from './said.rules.ts'

type Values = AddFact['values']
type FactFault = Readonly<{ field: string; code: Saying }>

/** Columns every fact has, said beside its values. */
const BESIDE = new Set(['note', 'valid_from'])

/** Everything wrong with a fact; `personId` null: about the whole household. */
export function factFaults(said: { fact: FileFactName; personId: number | null; values: Values }): FactFault[] {
  return said.fact === 'contact' ? contactFaults(said.values) : tableFaults(said)
}

function contactFaults({ kind, value, ...others }: Values): FactFault[] {
  if (kind !== 'phone' && kind !== 'email') return [{ field: 'values.kind', code: 'fact_column' }]
  const faults = Object.keys(others).map(name => ({ field: `values.${name}`, code: 'fact_unknown' as const }))
  if (typeof value !== 'string' || value.length > 200 || contactKey(kind, value) === null)
    faults.push({ field: 'values.value', code: kind } as never)
  return faults
}

function tableFaults({
  fact,
  personId,
  values,
}: {
  fact: FileFactName
  personId: number | null
  values: Values
}): FactFault[] {
  const table = factTable(fact)
  if (!table) return [{ field: 'fact', code: 'fact_unknown' }]
  const faults: FactFault[] = []
  if (table.about === 'person' && personId === null) faults.push({ field: 'personId', code: 'fact_person' })
  if (table.about === 'household' && personId !== null) faults.push({ field: 'personId', code: 'fact_no_person' })
  for (const name of Object.keys(values))
    if (!Object.hasOwn(table.columns, name) || BESIDE.has(name))
      faults.push({ field: `values.${name}`, code: 'fact_unknown' })
  for (const [name, column] of Object.entries(table.columns)) {
    const value = values[name] ?? null
    const isAbsent = value === null && column.isOptional === true
    if (!BESIDE.has(name) && !isAbsent && !fits(column, value))
      faults.push({ field: `values.${name}`, code: 'fact_column' })
  }
  if (fact === 'income' && values.source === 'none' && values.monthly_kurus !== 0)
    faults.push({ field: 'values.monthly_kurus', code: 'none_is_zero' })
  return faults
}

/** Columns and values as the table keeps them; call only without faults. */
export function factColumns(fact: FileFactName, values: Values): Record<string, string | number | boolean | null> {
  if (fact !== 'contact') return { ...values }
  const kind = values.kind === 'email' ? 'email' : 'phone'
  const value = String(values.value).trim()
  return { kind, value, value_key: contactKey(kind, value) ?? '' }
}
