import type { FieldedRow } from '../loading/fielded-rows.ts'
import type { FieldNames } from '../reading/columns.ts'

/** Names files give the fields of a district; the surest first. */
export const districtFields: FieldNames = {
  id: [
    'districtid',
    'nvidistrictid',
    'ilceid',
    'ilcekodu',
    'ilcekod',
    'ilcekimlikno',
    'ilceno',
    'id',
    'kod',
    'kodu',
    'code',
    'uavt',
    'uavtkod',
    'uavtkodu',
  ],
  name: ['name', 'ad', 'adi', 'isim', 'ilceadi', 'ilcead', 'ilceismi', 'ilce', 'districtname', 'district', 'adinumara'],
  seat: ['seat', 'merkez'],
  province_id: [
    'provinceid',
    'plate',
    'plaka',
    'ilid',
    'ilkodu',
    'ilkod',
    'ilplaka',
    'ilplakakodu',
    'il',
    'iladi',
    'ilad',
    'province',
    'provincename',
  ],
  geom_source: ['geomsource', 'kaynak', 'src'],
}

export type DistrictRecord = Readonly<{
  line: number
  id: number | null
  name: string | null
  seat: string | null
  /** How the outline was obtained; null when the file does not say. */
  source: string | null
  geometry: FieldedRow['geometry']
  populations: FieldedRow['populations']
}>
