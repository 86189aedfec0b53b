import type { AreaIndex } from '../geometry/area-index.ts'
import type { FieldedRow } from '../loading/fielded-rows.ts'
import type { Neighbourhood, NotFound, Registry } from '../loading/registry.ts'
import { districtRef } from '../neighbourhoods/neighbourhoods.read.ts'
import { type Fault, fault } from '../reading/reading.contract.ts'
import { parseInteger, parseText } from '../reading/values.ts'
import type { StreetBook } from '../streets/street-book.ts'
import { neighbourhoodRef } from '../streets/streets.read.ts'
import { type AddressRecord, QUALITIES, type Quality } from './addresses.contract.ts'

/** What is needed to place an address. */
export type Gazetteer = Readonly<{ registry: Registry; streets: StreetBook; neighbourhoods: AreaIndex }>

/** The address a row gives, in our areas, or what is wrong with it. */
export function readAddress(row: FieldedRow, where: Gazetteer): AddressRecord | Fault {
  const { values, theirs } = row
  const place = row.geometry?.kind === 'point' ? row.geometry.coordinates : null
  const home = homeOf(row, where, place)
  if ('why' in home) {
    const field =
      ['neighbourhood_name', 'neighbourhood_id', 'district_name'].find(one => values[one] != null) ??
      'neighbourhood_name'
    return fault(theirs(field), values[field] ?? null, home.why)
  }
  const street = streetOf(row, where, home)
  const uavtCode = parseText(values.uavt_code ?? null)
  if (uavtCode !== null && !/^\d{3,12}$/.test(uavtCode))
    return fault(theirs('uavt_code'), uavtCode, [
      'UAVT kodu yalnız rakamlardan oluşur.',
      'A UAVT code has only digits.',
    ])
  const doorNo = parseText(values.door_no ?? null)
  const words = [
    parseText(values.description ?? null),
    street === null ? parseText(values.street_name ?? null) : null,
  ].filter(one => one !== null)
  const known = {
    uavtCode,
    districtId: home.districtId,
    neighbourhoodId: home.id,
    streetId: street,
    doorNo,
    description: words.join(' · ') || null,
    place,
  }
  const quality = QUALITIES.find(one => one === parseText(values.quality ?? null)) ?? qualityOf(known)
  return quality
    ? { ...known, quality }
    : fault(theirs('door_no'), null, [
        'Adres boş: sokak, kapı no, nokta veya tarif gerekir.',
        'The address is empty: it needs a street, a door, a place or words.',
      ])
}

/** The rung of what is known. */
function qualityOf(one: Omit<AddressRecord, 'quality'>): Quality | null {
  if (one.uavtCode !== null) return 'uavt'
  if (one.doorNo !== null) return one.streetId !== null ? 'door' : one.place ? 'building' : 'described'
  if (one.streetId !== null) return 'street'
  return one.place ? 'pin' : one.description !== null ? 'described' : null
}

function homeOf(
  row: FieldedRow,
  { registry, neighbourhoods, streets }: Gazetteer,
  place: readonly [number, number] | null,
): Neighbourhood | NotFound {
  const known = streets.get(parseInteger(row.values.street_id ?? null) ?? -1)
  const byStreet = known && registry.neighbourhoods.get(known.neighbourhoodId)
  const ref = neighbourhoodRef(row)
  const said =
    ref.id !== null || ref.name !== null
      ? registry.findNeighbourhood(ref, registry.findDistrict(districtRef(row)))
      : undefined
  if (said && 'id' in said) return said
  const byPlace = place
    ? registry.neighbourhoods.get(neighbourhoods.locate(place) ?? neighbourhoods.nearest(place, 500) ?? -1)
    : undefined
  return (
    byStreet ??
    (said
      ? said
      : (byPlace ?? {
          why: [
            'Mahalle yazılmamış ve noktadan bulunamadı.',
            'No neighbourhood is given, and none was found by the place.',
          ],
        }))
  )
}

function streetOf(row: FieldedRow, { streets }: Gazetteer, home: Neighbourhood): number | null {
  const byId = streets.get(parseInteger(row.values.street_id ?? null) ?? -1)
  if (byId) return byId.id
  const name = parseText(row.values.street_name ?? null)
  return name === null ? null : (streets.find(home.id, name)?.id ?? null)
}
