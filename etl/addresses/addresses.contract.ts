import { districtRefFields } from '../neighbourhoods/neighbourhoods.contract.ts'
import { placeFields } from '../points/points.contract.ts'
import type { FieldNames } from '../reading/columns.ts'
import { neighbourhoodRefFields } from '../streets/streets.contract.ts'

/** Rungs of how well an address is known, best first. */
export const QUALITIES = ['uavt', 'door', 'building', 'street', 'pin', 'described'] as const
export type Quality = (typeof QUALITIES)[number]

/** Names files give the parts of an address; the surest first. Households carry the same columns. */
export const addressFields = {
  uavt_code: ['uavtcode', 'uavtkodu', 'uavtkod', 'uavt', 'adreskodu', 'adreskod', 'adresno', 'uavtno', 'binakodu'],
  ...districtRefFields,
  ...neighbourhoodRefFields,
  street_id: ['streetid', 'csbmkodu', 'csbmkod', 'csbmid', 'sokakid', 'sokakkodu'],
  street_name: ['streetname', 'street', 'csbm', 'csbmadi', 'sokakadi', 'sokak', 'caddesokak', 'yoladi', 'cadde'],
  door_no: ['doorno', 'door', 'diskapino', 'diskapi', 'kapino', 'binano', 'kapi', 'houseno', 'housenumber'],
  description: ['description', 'address', 'adres', 'acikadres', 'adrestarifi', 'tarif', 'aciklama'],
  ...placeFields,
} as const satisfies FieldNames

/** An address resolved to our areas. */
export type AddressRecord = Readonly<{
  uavtCode: string | null
  districtId: number
  neighbourhoodId: number
  streetId: number | null
  doorNo: string | null
  description: string | null
  quality: Quality
  place: readonly [number, number] | null
}>

/** Natural key of an address: its national code, or all that is known of it. */
export function addressKey(one: AddressRecord): string {
  if (one.uavtCode !== null) return `uavt ${one.uavtCode}`
  const isVague = one.streetId === null && one.doorNo === null && one.description === null
  return [
    one.neighbourhoodId,
    one.streetId ?? '',
    one.doorNo ?? '',
    one.description ?? '',
    isVague && one.place ? one.place.join(' ') : '',
  ].join('|')
}
