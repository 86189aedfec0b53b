import { type AddressRecord, addressFields } from '../addresses/addresses.contract.ts'
import type { FieldNames } from '../reading/columns.ts'

/** Names files give the fields of a household and its people; the surest first. */
export const householdFields: FieldNames = {
  file_no: ['fileno', 'dosyano', 'hanedosyano', 'haneno', 'dosyanumarasi', 'householdid', 'haneid', 'hane'],
  national_id: ['nationalid', 'tckimlikno', 'tckn', 'tcno', 'tc', 'kimlikno', 'tckimlik', 'yabancikimlikno'],
  given_name: ['givenname', 'firstname', 'ad', 'adi', 'isim'],
  family_name: ['familyname', 'lastname', 'surname', 'soyad', 'soyadi'],
  full_name: ['fullname', 'adsoyad', 'adisoyadi', 'advesoyad', 'name'],
  sex: ['sex', 'gender', 'cinsiyet', 'cinsiyeti'],
  born_on: ['bornon', 'birthdate', 'dateofbirth', 'dogumtarihi', 'dogum'],
  died_on: ['diedon', 'olumtarihi', 'vefattarihi'],
  household_role: ['householdrole', 'role', 'yakinlik', 'yakinligi', 'yakinlikderecesi', 'hanedekikonumu', 'rol'],
  formed_on: ['formedon', 'kayittarihi', 'dosyatarihi', 'basvurutarihi'],
  phone: ['phone', 'telefon', 'telefonno', 'telefonnumarasi', 'ceptelefonu', 'cep', 'gsm', 'gsmno', 'ceptel', 'tel'],
  flat_no: ['flatno', 'ickapino', 'ickapi', 'daireno', 'daire'],
  monthly_income: ['monthlyincome', 'income', 'aylikgelir', 'gelir', 'gelirtutari', 'maas'],
  household_income: [
    'householdincome',
    'hanegeliri',
    'aylikhanegeliri',
    'haneayilkgeliri',
    'toplamgelir',
    'hanetoplamgelir',
  ],
  income_source: ['incomesource', 'gelirturu', 'gelirkaynagi', 'gelirtipi'],
  tenure: ['tenure', 'mulkiyet', 'evdurumu', 'konutmulkiyeti', 'oturmadurumu'],
  dwelling_kind: ['dwellingkind', 'konuttipi', 'konutturu', 'evtipi'],
  condition: ['condition', 'konutdurumu', 'evindurumu'],
  heating: ['heating', 'isinma', 'isinmaturu', 'yakit'],
  rooms: ['rooms', 'odasayisi', 'oda'],
  rent: ['rent', 'kirabedeli', 'kiratutari', 'aylikkira'],
  disability_percent: ['disabilitypercent', 'engelorani', 'engellilikorani', 'engelyuzdesi', 'ozurorani'],
  schooling: ['schooling', 'egitim', 'egitimdurumu', 'ogrenim', 'ogrenimdurumu'],
  is_attending: ['isattending', 'ogrenci', 'ogrencimi', 'okuyor'],
  as_of: ['asof', 'tarih', 'veritarihi', 'guncellemetarihi'],
  ...addressFields,
}

export type PersonRecord = Readonly<{
  nationalId: string
  givenName: string | null
  familyName: string | null
  sex: string | null
  bornOn: string | null
  diedOn: string | null
  role: string | null
}>

/** A dated fact of a row; `values` are columns of its table. */
export type FactRecord = Readonly<{
  table: FactTable
  isOfPerson: boolean
  key: string
  values: Readonly<Record<string, string | number | boolean | null>>
}>
export type FactTable = 'income' | 'dwelling_fact' | 'health_fact' | 'schooling_fact' | 'contact'

export type HouseholdRecord = Readonly<{
  line: number
  fileNo: string | null
  person: PersonRecord | null
  /** Null when the row gives none: then the household must be known, or another row of it must give one. */
  address: AddressRecord | null
  flatNo: string | null
  formedOn: string | null
  /** First day of the facts. */
  asOf: string | null
  facts: readonly FactRecord[]
  /** The row gives a phone that is none; everything else of it is taken. */
  hasOddPhone: boolean
  /** Name of a field in the file, for messages. */
  theirs: (field: string) => string
}>
