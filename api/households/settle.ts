import { findOrInsertAddress, findPlace, insertHousehold, type Place } from '../applications/new-household.queries.ts'
import type { NewAddress } from '../applications/submission.contract.ts'
import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type { Destination } from './change.contract.ts'
import type { LockedFile } from './household.queries.ts'
import { invalid } from './refuse.ts'
import { openOn } from './with-file.ts'

export type Home = Readonly<{
  addressId: number
  districtId: number
  neighbourhoodId: number
  streetId: number | null
  flatNo: string | null
}>

/** An address of the province, found or written down. @throws invalid-input outside the province: what to do then */
export async function settleAt(trx: Trx, actor: Actor, address: NewAddress, field = 'address'): Promise<Home> {
  const place = await findPlace(trx, address)
  if (!place) throw invalid(actor, [{ field, code: address.kind === 'door' ? 'unknown_street' : 'outside_province' }])
  return homeAt(await findOrInsertAddress(trx, address, place), place, address.flatNo ?? null)
}

/** A household of its own for people who leave one, seen by the actor who makes it. @returns its key */
export async function foundHousehold(
  trx: Trx,
  actor: Actor,
  said: { from: LockedFile; to: Exclude<Destination, { kind: 'household' }>; on: string },
): Promise<{ id: number; fileNo: string }> {
  const home = await homeOf(trx, actor, said.from, said.to)
  const place = { districtId: home.districtId, neighbourhoodId: home.neighbourhoodId, streetId: home.streetId }
  const made = await insertHousehold(trx, { addressId: home.addressId, place, flatNo: home.flatNo, formedOn: said.on })
  await openOn(trx, made.id, 'new_file', null)
  return made
}

async function homeOf(
  trx: Trx,
  actor: Actor,
  from: LockedFile,
  to: Exclude<Destination, { kind: 'household' }>,
): Promise<Home> {
  if (to.kind === 'same_address') return homeOfFile(from)
  if (to.kind === 'address') return settleAt(trx, actor, to.address, 'to.address')
  const place = { districtId: from.district_id, neighbourhoodId: from.neighbourhood_id, streetId: null }
  const description =
    to.kind === 'out_of_province'
      ? `İl dışına taşındı${to.place ? `: ${to.place}` : ''}`
      : 'Ayrıldı; yeni adresi bilinmiyor'
  const address = { kind: 'described', neighbourhoodId: place.neighbourhoodId, description } as const
  return homeAt(await findOrInsertAddress(trx, address, place), place, null)
}

function homeOfFile(file: LockedFile): Home {
  return {
    addressId: file.address_id,
    districtId: file.district_id,
    neighbourhoodId: file.neighbourhood_id,
    streetId: file.street_id,
    flatNo: file.flat_no,
  }
}

function homeAt(addressId: number, place: Place, flatNo: string | null): Home {
  return { addressId, ...place, flatNo: flatNo || null }
}
