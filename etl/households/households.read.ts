import { hasRightCheckDigits } from '../../api/platform/national-id.ts'
import type { AddressRecord } from '../addresses/addresses.contract.ts'
import { type Gazetteer, readAddress } from '../addresses/addresses.read.ts'
import type { FieldedRow } from '../loading/fielded-rows.ts'
import { type Fault, fault } from '../reading/reading.contract.ts'
import { parseDay, parseText, properName } from '../reading/values.ts'
import type { HouseholdRecord, PersonRecord } from './households.contract.ts'
import { nationalIdDigits } from './national-id.ts'
import { readFacts } from './read-facts.ts'
import { readPhones } from './read-phones.ts'
import { codeOf, ROLE, SEX } from './words.ts'

const ADDRESS_PARTS = [
  'uavt_code',
  'district_id',
  'district_name',
  'neighbourhood_id',
  'neighbourhood_name',
  'street_id',
  'street_name',
  'door_no',
  'description',
  'lat',
  'lon',
]

/** A row of a file as a household, one of its people and what is said of them, or what is wrong with it. */
export function readHousehold(row: FieldedRow, where: Gazetteer): HouseholdRecord | Fault {
  const { values, theirs, line } = row
  const fileNo = parseText(values.file_no ?? null)
  const person = readPerson(row)
  if (person && 'why' in person) return person
  if (fileNo === null && person === null)
    return fault(theirs('file_no'), null, [
      'Dosya no da T.C. kimlik no da yok.',
      'There is neither file number nor national id.',
    ])
  const dates = daysOf(row, ['formed_on', 'as_of'])
  if (!(dates instanceof Map)) return dates
  const facts = readFacts(row, person !== null)
  if ('why' in facts) return facts
  const phones = readPhones(row, person !== null)
  const address = addressOf(row, where)
  if (address && 'why' in address) return address
  return {
    line,
    fileNo,
    person,
    address,
    flatNo: parseText(values.flat_no ?? null),
    formedOn: dates.get('formed_on') ?? null,
    asOf: dates.get('as_of') ?? null,
    facts: [...facts, ...phones.facts],
    hasOddPhone: phones.isOdd,
    theirs,
  }
}

function addressOf(row: FieldedRow, where: Gazetteer): AddressRecord | Fault | null {
  return row.geometry || ADDRESS_PARTS.some(part => row.values[part] != null) ? readAddress(row, where) : null
}

/**
 * The national id of a row, checked; null when the row has none.
 */
export function readNationalId({ values, theirs }: FieldedRow): string | Fault | null {
  const cell = values.national_id ?? null
  if (cell === null) return null
  const digits = nationalIdDigits(cell)
  if (digits === null)
    return fault(theirs('national_id'), cell, [
      'T.C. kimlik no 11 rakam olmalı ve 0 ile başlamamalı.',
      'A national id has 11 digits and does not begin with 0.',
    ])
  return hasRightCheckDigits(digits)
    ? digits
    : fault(theirs('national_id'), cell, [
        'T.C. kimlik no sağlama rakamları tutmuyor.',
        'The check digits of the national id are wrong.',
      ])
}

function readPerson(row: FieldedRow): PersonRecord | Fault | null {
  const { values, theirs } = row
  const nationalId = readNationalId(row)
  if (nationalId !== null && typeof nationalId !== 'string') return nationalId
  const names = namesOf(row)
  if (nationalId === null)
    return names.givenName === null
      ? null
      : fault(theirs('national_id'), null, ['Kişinin T.C. kimlik no’su yok.', 'The person has no national id.'])
  const dates = daysOf(row, ['born_on', 'died_on'])
  if (!(dates instanceof Map)) return dates
  const [sex, role] = [codeOf(SEX, values.sex ?? null), codeOf(ROLE, values.household_role ?? null)]
  if (sex === undefined)
    return fault(theirs('sex'), values.sex ?? null, [
      'Cinsiyet anlaşılmadı: Kadın veya Erkek yazın.',
      'The sex is not understood: write Kadın or Erkek.',
    ])
  const bornOn = dates.get('born_on') ?? null
  const diedOn = dates.get('died_on') ?? null
  if (bornOn !== null && diedOn !== null && diedOn < bornOn)
    return fault(theirs('died_on'), values.died_on ?? null, [
      'Ölüm tarihi doğumdan önce.',
      'The day of death is before birth.',
    ])
  return { nationalId, ...names, sex, bornOn, diedOn, role: role ?? (values.household_role == null ? null : 'other') }
}

function namesOf({ values }: FieldedRow) {
  const [given, family, full] = ['given_name', 'family_name', 'full_name'].map(field =>
    parseText(values[field] ?? null),
  )
  const words = (full ?? (family === null ? (given ?? '') : '')).split(' ').filter(word => word !== '')
  const [givenName, familyName] =
    words.length > 1 ? [words.slice(0, -1).join(' '), words.at(-1) ?? null] : [given ?? null, family ?? null]
  return {
    givenName: givenName === null ? null : properName(givenName),
    familyName: familyName === null ? null : properName(familyName),
  }
}

/** Days of some fields; a fault for one that is no day, or lies in the future. */
function daysOf({ values, theirs }: FieldedRow, fields: readonly string[]): Map<string, string | null> | Fault {
  const days = new Map<string, string | null>()
  for (const field of fields) {
    const cell = values[field] ?? null
    const day = parseDay(cell)
    if (cell !== null && day === null)
      return fault(theirs(field), cell, [
        'Tarih anlaşılmadı: 21.11.2026 veya 2026-11-21 yazın.',
        'The date is not understood: write 21.11.2026 or 2026-11-21.',
      ])
    if (day !== null && day > new Date(Date.now() + 86_400_000).toISOString().slice(0, 10))
      return fault(theirs(field), cell, ['Tarih gelecekte.', 'The date lies in the future.'])
    days.set(field, day)
  }
  return days
}
