import { turkishKey } from '../../api/platform/turkish.ts'
import { readNationalId } from '../households/households.read.ts'
import type { FieldedRow } from '../loading/fielded-rows.ts'
import { type Cell, type Fault, fault } from '../reading/reading.contract.ts'
import { parseDay, parseKurus, parseText } from '../reading/values.ts'
import type { AidRecord } from './aid-records.contract.ts'

export type AidType = Readonly<{ code: string; name_tr: string; name_en: string }>

/** Other words for the aid types, as turkishKey leaves them. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/kart/, 'social_card'],
  [/nakit|nakdi|para/, 'cash_support'],
  [/gida|koli|erzak/, 'food_parcel'],
  [/hijyen|temizlik/, 'hygiene_pack'],
  [/bez/, 'diapers'],
  [/sut/, 'milk'],
  [/yakacak|komur|odun/, 'coal'],
  [/esya|mobilya/, 'furniture'],
  [/evde bakim/, 'home_care'],
]

/** A row of a file as an aid, or what is wrong with it. */
export function readAid(row: FieldedRow, types: readonly AidType[]): AidRecord | Fault {
  const { values, theirs, line } = row
  const nationalId = readNationalId(row)
  if (nationalId !== null && typeof nationalId !== 'string') return nationalId
  const fileNo = parseText(values.file_no ?? null)
  if (nationalId === null && fileNo === null)
    return fault(theirs('national_id'), null, [
      'T.C. kimlik no veya dosya no gerekir.',
      'A national id or file number is needed.',
    ])
  const aidTypeCode = aidTypeOf(values.aid_type ?? null, types)
  if (!aidTypeCode)
    return fault(theirs('aid_type'), values.aid_type ?? null, [
      `Yardım türü tanınmadı. Türler: ${types.map(one => one.name_tr).join(', ')}.`,
      'The aid type is not known.',
    ])
  const givenOn = parseDay(values.given_on ?? null)
  if (givenOn === null)
    return fault(theirs('given_on'), values.given_on ?? null, [
      'Tarih yok veya anlaşılmadı: 21.11.2026 yazın.',
      'The date is missing or not understood: write 21.11.2026.',
    ])
  const amountKurus = parseKurus(values.amount ?? null)
  if (values.amount != null && amountKurus === null)
    return fault(theirs('amount'), values.amount, [
      'Tutar anlaşılmadı: 1.234,56 yazın.',
      'The amount is not understood: write 1.234,56.',
    ])
  return {
    line,
    externalRef: parseText(values.external_ref ?? null),
    fileNo,
    nationalId,
    aidTypeCode,
    amountKurus,
    givenOn,
    giver: giverOf(values.giver ?? null),
    theirs,
  }
}

function aidTypeOf(cell: Cell, types: readonly AidType[]): string | undefined {
  const text = parseText(cell)
  if (text === null) return undefined
  const key = turkishKey(text)
  const exact = types.find(
    one => one.code === text || turkishKey(one.name_tr) === key || turkishKey(one.name_en) === key,
  )
  const told = WORDS.find(([pattern]) => pattern.test(key))?.[1]
  return exact?.code ?? types.find(one => one.code === told)?.code
}

/** The municipality itself goes by one name. */
function giverOf(cell: Cell): string {
  const text = parseText(cell)
  return text === null || /belediye|municipality/.test(turkishKey(text)) ? 'municipality' : text
}
