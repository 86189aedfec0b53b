import type { FieldedRow } from '../loading/fielded-rows.ts'
import { districtRefFields } from '../neighbourhoods/neighbourhoods.contract.ts'
import type { FieldNames } from '../reading/columns.ts'

export const POINT_KINDS = [
  'solidarity_point',
  'assembly_area',
  'bus_stop',
  'rail_stop',
  'municipal_building',
  'school',
  'health_centre',
  'other',
] as const
export type PointKind = (typeof POINT_KINDS)[number]

/** Names files give a place on earth; x and y may be metres. */
export const placeFields = {
  lat: ['lat', 'latitude', 'enlem', 'y', 'ykoordinat', 'ykoordinati', 'koordinaty', 'coordy'],
  lon: ['lon', 'lng', 'long', 'longitude', 'boylam', 'x', 'xkoordinat', 'xkoordinati', 'koordinatx', 'coordx'],
} as const satisfies FieldNames

/** Names files give the fields of a point; the surest first. */
export const pointFields: FieldNames = {
  code: ['code', 'kod', 'kodu', 'durakid', 'durakno', 'stopid', 'tesisid', 'id', 'no', 'sirano'],
  name: [
    'name',
    'ad',
    'adi',
    'isim',
    'durakadi',
    'stopname',
    'tesisadi',
    'toplanmaalaniadi',
    'alanadi',
    'noktaadi',
    'address',
    'adres',
  ],
  kind: ['kind', 'pointkind', 'tur', 'turu', 'tesisturu'],
  ...placeFields,
  ...districtRefFields,
  neighbourhood_id: ['mahalleid', 'mahallekodu', 'neighbourhoodid'],
  neighbourhood_name: [
    'mahalle',
    'mahalleadi',
    'neighbourhood',
    'neighbourhoodname',
    'neighborhood',
    'neighborhoodname',
  ],
}

export type PointRecord = Readonly<{
  line: number
  kind: PointKind
  code: string
  name: string
  place: readonly [number, number]
  attributes: FieldedRow['rest']
}>
