import type { Trx } from '../platform/database.ts'
import { type FoundStreet, findAtDoor, listPlacesNamed, listStreetsNamed } from './search.queries.ts'
import type { Outcome } from './search-households.ts'
import type { Asked, StreetGuess } from './search-kind.rules.ts'

const MOST_CANDIDATES = 300

/** Households at an address in the officer's districts: street, door and, where said, flat and place. */
export async function searchByAddress(trx: Trx, asked: Extract<Asked, { kind: 'address' }>): Promise<Outcome> {
  const streets = await findStreets(trx, asked.streets)
  if (streets.length === 0) return { rows: [], hint: 'no_such_street' }
  const { door, flat } = asked
  const found = await findAtDoor(trx, { streets: streets.map(one => one.id), door, flat, most: MOST_CANDIDATES })
  const understood = streets[0]?.name ?? null
  if (found.candidates > MOST_CANDIDATES || (door === null && found.candidates > 60))
    return { rows: [], hint: 'add_door', understood }
  return { rows: found.rows, understood }
}

/** The longest reading of the words that names a street wins; a misspelt one only when none is spelt right, a place
 * nobody knows is left aside last. */
async function findStreets(trx: Trx, guesses: readonly StreetGuess[]): Promise<FoundStreet[]> {
  for (const isPlaceSure of [true, false])
    for (const how of ['exact', 'prefix', 'near'] as const)
      for (const { street, place } of guesses) {
        const places = place === '' || !isPlaceSure ? null : await listPlacesNamed(trx, place)
        if (places?.length === 0) continue
        const streets = await listStreetsNamed(trx, { street, places, how })
        if (streets.length > 0) return streets
      }
  return []
}
