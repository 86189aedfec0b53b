import { hexEwkb } from '../geometry/hex-ewkb.ts'
import { type ImportSession, stage, touched } from '../loading/session.ts'
import type { Outcome } from '../loading/tally.ts'
import { type AddressRecord, addressKey } from './addresses.contract.ts'

const LIKE = {
  n: 'integer',
  id: 'bigint',
  uavt_code: 'text',
  district_id: 'bigint',
  neighbourhood_id: 'bigint',
  street_id: 'bigint',
  door_no: 'text',
  description: 'text',
  quality: 'text',
  geom: 'geometry',
}

/** Which address there is for each staged one: by its national code, else by all that is known of it. */
const MATCH = `
  select s.n, min(a.id) as id from pg_temp.address_in s join komsu.address a on a.uavt_code = s.uavt_code group by s.n
  union all
  select s.n, min(a.id) from pg_temp.address_in s join komsu.address a on a.neighbourhood_id = s.neighbourhood_id
    and a.street_id is not distinct from s.street_id and a.door_no is not distinct from s.door_no and a.description is not distinct from s.description
    and (s.street_id is not null or s.door_no is not null or s.description is not null or a.geom = s.geom)
  where s.uavt_code is null group by s.n`

/** What a file does not say is kept; a rung only gets better. */
const UPDATE = `
  update komsu.address a set street_id = n.street_id, door_no = n.door_no, description = n.description, geom = n.geom, quality = n.quality,
    neighbourhood_id = n.neighbourhood_id, district_id = n.district_id
  from (select s.id, s.neighbourhood_id, s.district_id, coalesce(s.street_id, o.street_id) as street_id, coalesce(s.door_no, o.door_no) as door_no,
      coalesce(s.description, o.description) as description, coalesce(s.geom, o.geom) as geom,
      case when array_position($1::text[], s.quality) < array_position($1::text[], o.quality) then s.quality else o.quality end as quality
    from pg_temp.address_in s join komsu.address o on o.id = s.id) n
  where n.id = a.id and row(a.street_id, a.door_no, a.description, a.geom, a.quality, a.neighbourhood_id, a.district_id)
    is distinct from row(n.street_id, n.door_no, n.description, n.geom, n.quality, n.neighbourhood_id, n.district_id)
  returning a.id`

/**
 * Finds or writes addresses. Equal ones among them become one.
 * @returns id and what happened, by `addressKey`
 */
export async function saveAddresses(
  session: ImportSession,
  records: readonly AddressRecord[],
): Promise<Map<string, { id: number; outcome: Outcome }>> {
  const distinct = [...new Map(records.map(one => [addressKey(one), one]))]
  if (distinct.length === 0) return new Map()
  await stage(
    session,
    { name: 'address_in', like: LIKE },
    distinct.map(([, one], n) => rowOf(one, n)),
  )
  const found = await session.client.query(MATCH)
  const ids = new Map<number, number>(found.rows.map(row => [row.n, Number(row.id)]))
  const fresh = distinct.flatMap((_, n) => (ids.has(n) ? [] : [n]))
  const taken = await session.client.query(
    `select nextval(pg_get_serial_sequence('komsu.address', 'id')) as id from generate_series(1, $1)`,
    [fresh.length],
  )
  for (const [i, n] of fresh.entries()) ids.set(n, Number(taken.rows[i].id))
  await touched(
    session,
    'update pg_temp.address_in s set id = m.id from unnest($1::int[], $2::bigint[]) m(n, id) where m.n = s.n',
    [[...ids.keys()], [...ids.values()]],
  )
  const changed = await session.client.query(UPDATE, [['uavt', 'door', 'building', 'street', 'pin', 'described']])
  await touched(
    session,
    `insert into komsu.address (id, uavt_code, district_id, neighbourhood_id, street_id, door_no, description, quality, geom)
     select id, uavt_code, district_id, neighbourhood_id, street_id, door_no, description, quality, geom from pg_temp.address_in where n = any ($1::int[])`,
    [fresh],
  )
  const [isFresh, isChanged] = [new Set(fresh), new Set(changed.rows.map(row => Number(row.id)))]
  const outcome = (n: number): Outcome =>
    isFresh.has(n) ? 'loaded' : isChanged.has(ids.get(n) ?? 0) ? 'updated' : 'unchanged'
  return new Map(distinct.map(([key], n) => [key, { id: ids.get(n) ?? 0, outcome: outcome(n) }]))
}

function rowOf(one: AddressRecord, n: number) {
  const geom = one.place ? hexEwkb({ kind: 'point', coordinates: one.place, mended: [] }) : null
  return [
    n,
    null,
    one.uavtCode,
    one.districtId,
    one.neighbourhoodId,
    one.streetId,
    one.doorNo,
    one.description,
    one.quality,
    geom,
  ]
}
