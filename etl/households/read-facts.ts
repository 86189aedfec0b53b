import type { FieldedRow } from '../loading/fielded-rows.ts'
import { type Fault, fault } from '../reading/reading.contract.ts'
import { parseInteger, parseKurus } from '../reading/values.ts'
import type { FactRecord } from './households.contract.ts'
import { CONDITION, codeOf, DWELLING, HEATING, INCOME, SCHOOLING, TENURE, YES_NO } from './words.ts'

/** Incomes, dwelling, disability and schooling a row states, or what is wrong with one of them. */
export function readFacts(row: FieldedRow, hasPerson: boolean): FactRecord[] | Fault {
  const facts: FactRecord[] = []
  for (const read of [incomes(row, hasPerson), dwelling(row), disability(row, hasPerson), schooling(row, hasPerson)]) {
    if ('why' in read) return read
    facts.push(...read)
  }
  return facts
}

function incomes({ values, theirs }: FieldedRow, hasPerson: boolean): FactRecord[] | Fault {
  const facts: FactRecord[] = []
  for (const [field, isOfPerson] of [
    ['monthly_income', hasPerson],
    ['household_income', false],
  ] as const) {
    const cell = values[field] ?? null
    if (cell === null) continue
    const kurus = parseKurus(cell)
    if (kurus === null)
      return fault(theirs(field), cell, [
        'Tutar anlaşılmadı: 1.234,56 yazın.',
        'The amount is not understood: write 1.234,56.',
      ])
    const told = codeOf(INCOME, values.income_source ?? null)
    if (told === undefined) return unknown(theirs('income_source'), values.income_source ?? null)
    const source = told ?? (kurus === 0 ? 'none' : 'other')
    facts.push({ table: 'income', isOfPerson, key: source, values: { source, monthly_kurus: kurus } })
  }
  return facts
}

/** A dwelling is recorded when all of its description is there; the form asks for all of it. */
function dwelling({ values, theirs }: FieldedRow): FactRecord[] | Fault {
  const parts = { tenure: TENURE, dwelling_kind: DWELLING, condition: CONDITION, heating: HEATING }
  const codes: Record<string, string | null> = {}
  for (const [field, words] of Object.entries(parts)) {
    const code = codeOf(words, values[field] ?? null)
    if (code === undefined) return unknown(theirs(field), values[field] ?? null)
    codes[field] = code
  }
  const rooms = parseInteger(values.rooms ?? null)
  if (values.rooms != null && (rooms === null || rooms < 1 || rooms > 20))
    return fault(theirs('rooms'), values.rooms, ['Oda sayısı 1–20 olmalı.', 'Rooms must be 1–20.'])
  const rent = parseKurus(values.rent ?? null)
  if (values.rent != null && rent === null)
    return fault(theirs('rent'), values.rent, [
      'Tutar anlaşılmadı: 1.234,56 yazın.',
      'The amount is not understood: write 1.234,56.',
    ])
  if (rooms === null || Object.values(codes).includes(null)) return []
  const { tenure = null, dwelling_kind: kind = null, condition = null, heating = null } = codes
  return [
    {
      table: 'dwelling_fact',
      isOfPerson: false,
      key: '',
      values: { tenure, kind, condition, heating, rooms, rent_kurus: rent },
    },
  ]
}

function disability({ values, theirs }: FieldedRow, hasPerson: boolean): FactRecord[] | Fault {
  const cell = values.disability_percent ?? null
  if (cell === null || !hasPerson) return []
  const percent = parseInteger(typeof cell === 'string' ? cell.replace('%', '') : cell)
  if (percent === null || percent < 0 || percent > 100)
    return fault(theirs('disability_percent'), cell, [
      'Engel oranı 0–100 olmalı.',
      'The degree of disability must be 0–100.',
    ])
  return percent === 0
    ? []
    : [
        {
          table: 'health_fact',
          isOfPerson: true,
          key: 'disability',
          values: { kind: 'disability', degree_percent: percent },
        },
      ]
}

function schooling({ values, theirs }: FieldedRow, hasPerson: boolean): FactRecord[] | Fault {
  if (!hasPerson || values.schooling == null) return []
  const level = codeOf(SCHOOLING, values.schooling)
  if (level === undefined) return unknown(theirs('schooling'), values.schooling)
  const attending = codeOf(YES_NO, values.is_attending ?? null)
  if (attending === undefined) return unknown(theirs('is_attending'), values.is_attending ?? null)
  return [{ table: 'schooling_fact', isOfPerson: true, key: '', values: { level, is_attending: attending === 'yes' } }]
}

function unknown(field: string, value: FieldedRow['values'][string]): Fault {
  return fault(field, value ?? null, [
    'Bu sözcük tanınmıyor; README’deki karşılıklardan birini yazın.',
    'This word is not known; write one of those in the README.',
  ])
}
