import type { FieldedRow } from '../loading/fielded-rows.ts'
import type { AreaRef } from '../loading/registry.ts'
import { districtRefFields } from '../neighbourhoods/neighbourhoods.contract.ts'
import type { FieldNames } from '../reading/columns.ts'

/** Names files give the neighbourhood of anything. */
export const neighbourhoodRefFields = {
  neighbourhood_id: [
    'neighbourhoodid',
    'neighborhoodid',
    'mahalleid',
    'mahallekodu',
    'mahallekod',
    'mahallekimlikno',
    'mahalleno',
    'koyid',
  ],
  neighbourhood_name: [
    'neighbourhoodname',
    'neighborhoodname',
    'neighbourhood',
    'neighborhood',
    'mahalleadi',
    'mahallead',
    'mahalleismi',
    'mahalle',
    'mah',
  ],
} as const satisfies FieldNames

/** Names files give the fields of a street; the surest first. */
export const streetFields: FieldNames = {
  id: [
    'streetid',
    'csbmkodu',
    'csbmkod',
    'csbmid',
    'csbmkimlikno',
    'csbm',
    'sokakid',
    'sokakkodu',
    'yolid',
    'yolkodu',
    'id',
    'kod',
    'kodu',
  ],
  name: [
    'name',
    'ad',
    'adi',
    'isim',
    'csbmadi',
    'csbmad',
    'sokakadi',
    'sokakad',
    'sokak',
    'caddesokak',
    'caddesokakadi',
    'yoladi',
    'yolad',
    'streetname',
    'street',
    'yol',
  ],
  kind: ['kind', 'type', 'tur', 'turu', 'tip', 'tipi', 'csbmturu', 'csbmtipi', 'sokakturu', 'yolturu'],
  ...neighbourhoodRefFields,
  ...districtRefFields,
  geom_source: ['geomsource', 'kaynak', 'src'],
}

export type StreetRecord = Readonly<{
  line: number
  id: number | null
  isSureId: boolean
  /** Full name as it is kept, with its kind: "1456 Sokak", "Atatürk Caddesi". */
  name: string
  kind: string
  neighbourhood: AreaRef
  district: AreaRef
  source: string | null
  geometry: FieldedRow['geometry']
}>
