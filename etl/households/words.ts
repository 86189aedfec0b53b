import { columnKey } from '../reading/columns.ts'
import type { Cell } from '../reading/reading.contract.ts'

/** Words officers write, folded by columnKey, for each of our codes. */
type Words = Readonly<Record<string, readonly string[]>>

export const SEX: Words = { female: ['kadin', 'k', 'kiz', 'f', 'bayan', 'disi'], male: ['erkek', 'e', 'm', 'bay'] }
export const ROLE: Words = {
  head: ['reis', 'hanereisi', 'kendisi', 'kendi', 'basvuran', 'basvurusahibi', 'hanesorumlusu'],
  spouse: ['es', 'esi', 'karisi', 'kocasi'],
  child: ['cocuk', 'cocugu', 'oglu', 'ogul', 'kizi', 'evlat'],
  parent: ['anne', 'annesi', 'baba', 'babasi'],
  grandchild: ['torun', 'torunu'],
  relative: [
    'akraba',
    'kardes',
    'kardesi',
    'gelin',
    'gelini',
    'damat',
    'damadi',
    'buyukanne',
    'buyukbaba',
    'kayinvalide',
    'kayinpeder',
    'yegen',
    'yegeni',
  ],
  other: ['diger'],
}
export const INCOME: Words = {
  wage: ['ucret', 'maas', 'maasli', 'isci', 'memur', 'calisan'],
  casual_work: ['yevmiye', 'gundelik', 'gundelikci', 'gecici'],
  self_employment: ['serbest', 'esnaf', 'kendiisi'],
  pension: ['emekli', 'emeklimaasi', 'emeklilik', 'dul', 'dulyetim'],
  unemployment_pay: ['issizlik', 'issizlikmaasi', 'issizlikodenegi'],
  social_aid: ['sosyalyardim', 'yardim', 'sydv'],
  disability_pension: ['engelli', 'engellimaasi', 'engelliayligi', '2022'],
  rent: ['kira', 'kirageliri'],
  farming: ['tarim', 'ciftci', 'ciftcilik'],
  support_from_relatives: ['akraba', 'akrabadestegi', 'ailedestegi'],
  none: ['yok', 'geliriyok', 'gelirsiz'],
  other: ['diger'],
}
export const TENURE: Words = {
  owner: ['evsahibi', 'mulksahibi', 'kendisinin', 'kendievi', 'mulk', 'sahip'],
  tenant: ['kiraci', 'kira', 'kiralik'],
  rent_free: ['kirasiz', 'bedelsiz', 'akrabayani', 'kiraodemiyor', 'ucretsiz'],
  lodging: ['lojman'],
  informal: ['isgal', 'izinsiz'],
}
export const DWELLING: Words = {
  flat: ['daire', 'apartman', 'apartmandairesi'],
  house: ['mustakil', 'mustakilev', 'ev'],
  gecekondu: [],
  basement: ['bodrum', 'bodrumkat'],
  container: ['konteyner', 'prefabrik', 'cadir'],
  other: ['diger'],
}
export const CONDITION: Words = {
  good: ['iyi'],
  worn: ['orta', 'eski', 'yipranmis'],
  poor: ['kotu', 'harap', 'bakimsiz'],
}
export const HEATING: Words = {
  gas: ['dogalgaz', 'kombi', 'gaz'],
  stove: ['soba', 'komur', 'odun'],
  electric: ['elektrik', 'elektrikli'],
  air_conditioner: ['klima'],
  none: ['yok', 'isinmayok'],
}
export const SCHOOLING: Words = {
  none: ['yok', 'okuryazardegil', 'okuryazar'],
  primary: ['ilkokul', 'ilkogretim'],
  middle: ['ortaokul', 'orta'],
  high: ['lise'],
  university: ['universite', 'onlisans', 'lisans', 'yukseklisans', 'yuksekokul'],
}
export const YES_NO: Words = {
  yes: ['evet', 'e', 'true', '1', 'var', 'x', 'y'],
  no: ['hayir', 'h', 'false', '0', 'yok', 'n'],
}

/** Our code for a word, null for an empty cell, undefined for a word we do not know. */
export function codeOf(words: Words, cell: Cell): string | null | undefined {
  if (cell === null || cell === '') return null
  const key = columnKey(String(cell))
  return Object.keys(words).find(code => columnKey(code) === key || words[code]?.includes(key))
}
