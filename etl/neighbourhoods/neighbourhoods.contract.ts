import type { FieldedRow } from '../loading/fielded-rows.ts'
import type { FieldNames } from '../reading/columns.ts'

/** Names files give the district of anything. */
export const districtRefFields = {
  district_id: ['districtid', 'ilceid', 'ilcekodu', 'ilcekod', 'ilcekimlikno', 'ilceno'],
  district_name: ['districtname', 'district', 'ilceadi', 'ilcead', 'ilceismi', 'ilce', 'county'],
} as const satisfies FieldNames

/** Names files give the fields of a neighbourhood; the surest first. */
export const neighbourhoodFields: FieldNames = {
  id: [
    'mahalleid',
    'mahallekodu',
    'mahallekod',
    'mahallekimlikno',
    'mahalleno',
    'neighbourhoodid',
    'neighborhoodid',
    'koyid',
    'uavt',
    'uavtkod',
    'uavtkodu',
    'neighbourhoodcode',
    'neighborhoodcode',
    'id',
    'kod',
    'kodu',
    'code',
  ],
  name: [
    'name',
    'ad',
    'adi',
    'isim',
    'mahalleadi',
    'mahallead',
    'mahalleismi',
    'mahalle',
    'neighbourhoodname',
    'neighborhoodname',
    'neighbourhood',
    'neighborhood',
    'mahadi',
    'mahad',
    'mah',
  ],
  ...districtRefFields,
  province_id: [
    'provinceid',
    'plate',
    'plaka',
    'ilid',
    'ilkodu',
    'ilkod',
    'il',
    'iladi',
    'ilad',
    'province',
    'provincename',
  ],
  geom_source: ['geomsource', 'kaynak', 'src'],
}

/** Code columns so general that they may be mere row numbers. */
export const WEAK_ID = new Set(['id', 'kod', 'kodu', 'code'])

export type NeighbourhoodRecord = Readonly<{
  line: number
  id: number | null
  /** The code column is surely a registry code: named so, or chosen with --id-field. */
  isSureId: boolean
  name: string | null
  district: Readonly<{ id: number | null; name: string | null }>
  source: string | null
  geometry: FieldedRow['geometry']
  populations: FieldedRow['populations']
}>
