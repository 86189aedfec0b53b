import type pg from 'pg'
import { compareTurkish } from '../../api/platform/turkish.ts'
import { lengthOf, type Street } from './network.ts'
import type { Places } from './places.ts'

export type LaidStreet = Street & Readonly<{ isNew: boolean }>

/** Streets of the province whose lines were imported, as places to live on; empty when none were. */
export async function readStreetLines(client: pg.ClientBase, places: Places): Promise<Street[]> {
  const { rows } = await client.query(
    `select s.id, s.neighbourhood_id, s.name, s.kind, st_asgeojson(l.geom, 7) as geom
     from komsu.street_line l join komsu.boundary_vintage v on v.id = l.vintage_id join komsu.street s on s.id = l.street_id
     where v.province_id = $1 and v.valid_to is null and v.reason <> 'schematic' and s.valid_to is null order by s.id`,
    [places.provinceId],
  )
  const index = new Map(places.neighbourhoods.map((one, i) => [one.id, i]))
  return rows.flatMap(row => {
    const neighbourhood = index.get(row.neighbourhood_id)
    if (neighbourhood === undefined) return []
    const { coordinates } = JSON.parse(row.geom) as { coordinates: number[][][] }
    const parts = coordinates.map(part =>
      part.flatMap(([lon, lat]) => [places.plane.x(lon ?? 0), places.plane.y(lat ?? 0)]),
    )
    const line = parts.sort((a, b) => lengthOf(b) - lengthOf(a))[0] ?? []
    return [{ id: row.id, neighbourhood, name: row.name, kind: row.kind, line, pull: Math.min(2000, lengthOf(line)) }]
  })
}

/** How many streets the registry names in each neighbourhood; empty when it names none. */
export async function countRegistryStreets(client: pg.ClientBase, places: Places): Promise<number[]> {
  const { rows } = await client.query(
    `select neighbourhood_id as id, count(*) as streets from komsu.street s join komsu.neighbourhood n on n.id = s.neighbourhood_id
     join komsu.district d on d.id = n.district_id where d.province_id = $1 and s.valid_to is null group by 1`,
    [places.provinceId],
  )
  if (rows.length === 0) return []
  const counts = new Map<number, number>(rows.map(row => [row.id, row.streets]))
  return places.neighbourhoods.map(one => counts.get(one.id) ?? 0)
}

/**
 * Gives laid lines the identities of registry streets that have a name but no line: avenues to the widest first, the rest
 * in Turkish order. Lines beyond the registry's names keep names and ids of their own.
 */
export async function adoptRegistry(
  client: pg.ClientBase,
  places: Places,
  laid: readonly Street[],
): Promise<LaidStreet[]> {
  const { rows } = await client.query<{ id: number; neighbourhood_id: number; name: string; kind: string }>(
    `select s.id, s.neighbourhood_id, s.name, s.kind from komsu.street s join komsu.neighbourhood n on n.id = s.neighbourhood_id
     join komsu.district d on d.id = n.district_id where d.province_id = $1 and s.valid_to is null`,
    [places.provinceId],
  )
  const waiting = new Map<number, typeof rows>()
  for (const row of rows.sort((a, b) => rank(a.kind) - rank(b.kind) || compareTurkish(a.name, b.name) || a.id - b.id)) {
    const list = waiting.get(row.neighbourhood_id)
    if (list) list.push(row)
    else waiting.set(row.neighbourhood_id, [row])
  }
  const order = laid.map((_, i) => i).sort((a, b) => rank(laid[a]?.kind ?? '') - rank(laid[b]?.kind ?? '') || a - b)
  const adopted: LaidStreet[] = laid.map(street => ({ ...street, isNew: true }))
  for (const i of order) {
    const street = laid[i]
    const row = waiting.get(places.neighbourhoods[street?.neighbourhood ?? -1]?.id ?? 0)?.shift()
    if (street && row) adopted[i] = { ...street, id: row.id, name: row.name, kind: row.kind, isNew: false }
  }
  return adopted
}

function rank(kind: string): number {
  return kind === 'bulvar' ? 0 : kind === 'cadde' ? 1 : kind === 'meydan' ? 2 : 3
}
