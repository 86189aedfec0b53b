import type { FieldNames } from '../reading/columns.ts'

/** Names files give the fields of an aid; the surest first. */
export const aidFields: FieldNames = {
  external_ref: ['externalref', 'yardimno', 'yardimid', 'kayitno', 'belgeno', 'evrakno', 'islemno', 'referansno', 'id'],
  file_no: ['fileno', 'dosyano', 'hanedosyano', 'haneno', 'haneid', 'householdid'],
  national_id: ['nationalid', 'tckimlikno', 'tckn', 'tcno', 'tc', 'kimlikno', 'tckimlik'],
  aid_type: ['aidtype', 'aidtypecode', 'yardimturu', 'yardimtur', 'yardimtipi', 'yardim', 'tur', 'turu', 'type'],
  amount: ['amount', 'tutar', 'tutari', 'yardimtutari', 'miktar', 'bedel'],
  given_on: ['givenon', 'date', 'tarih', 'yardimtarihi', 'verilistarihi', 'odemetarihi', 'teslimtarihi'],
  giver: ['giver', 'veren', 'kurum', 'yardimyapan'],
}

export type AidRecord = Readonly<{
  line: number
  externalRef: string | null
  fileNo: string | null
  nationalId: string | null
  aidTypeCode: string
  amountKurus: number | null
  /** ISO day. */
  givenOn: string
  giver: string
  theirs: (field: string) => string
}>
