import { phoneKey } from '../../api/applications/submission.rules.ts'
import type { FieldedRow } from '../loading/fielded-rows.ts'
import { parseText } from '../reading/values.ts'
import type { FactRecord } from './households.contract.ts'

const NONE = /^(yok|-+|0+|bilinmiyor|none)$/i

/**
 * Phones of a row; several may stand in one cell, parted by commas, semicolons or slashes. `isOdd` when one of them is no
 * number: registers are full of remarks there, and a household is not left out because of one.
 */
export function readPhones({ values }: FieldedRow, hasPerson: boolean): { facts: FactRecord[]; isOdd: boolean } {
  const parts = (parseText(values.phone ?? null) ?? '').split(/[,;/]/).map(part => part.trim())
  const said = parts.filter(part => part !== '' && !NONE.test(part))
  const keys = said.map(phoneKey)
  const facts = [...new Set(keys)].flatMap(key => (key === null ? [] : [phoneFact(key, hasPerson)]))
  return { facts, isOdd: keys.includes(null) }
}

function phoneFact(key: string, isOfPerson: boolean): FactRecord {
  return { table: 'contact', isOfPerson, key, values: { kind: 'phone', value: written(key), value_key: key } }
}

function written(key: string): string {
  const own = /^(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(key)
  return own ? `0${own[1]} ${own[2]} ${own[3]} ${own[4]}` : key
}
