import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Bbox, Level } from './need-map.contract.ts'
import { bboxOf } from './need-map.queries.ts'

/** How well a name answers what was typed: the whole name, its beginning, a word in it, or nearly. */
export const GRADES = ['exact', 'prefix', 'word', 'near'] as const
export type Grade = (typeof GRADES)[number]

export type Place = Readonly<{ level: Level; id: number; name: string; grade: Grade; similarity: number }>

const TABLES = { province: 'province', district: 'district', neighbourhood: 'neighbourhood', street: 'street' } as const
const ENOUGH = 40

/**
 * Places of a level by search key (turkishKey). `within` narrows to places in an area whose key begins so.
 * Each grade is a short index scan of its own, so that "sokak" does not rank sixty thousand streets.
 */
export async function findPlaces(
  trx: Trx,
  level: Level,
  { key, within, grade }: { key: string; within?: string; grade: Grade },
): Promise<Place[]> {
  const name = sql.ref('t.name_key')
  const pattern = likeSafe(key)
  const matches = {
    exact: sql`${name} = ${key}`,
    prefix: sql`${name} like ${`${pattern}%`} and ${name} <> ${key}`,
    word: sql`${name} like ${`% ${pattern}%`} and ${name} not like ${`${pattern}%`}`,
    near: sql`${name} % ${key} and ${name} not like ${`${pattern}%`} and ${name} not like ${`% ${pattern}%`}`,
  }[grade]
  const order = grade === 'near' ? sql`order by similarity(${name}, ${key}) desc, t.id` : sql``
  const { rows } = await sql<Place>`
    select ${level} as level, t.id, t.name, ${grade} as grade, similarity(t.name_key, ${key})::double precision as similarity
    from ${sql.table(`komsu.${TABLES[level]}`)} t
    where ${matches} and ${level === 'province' ? sql`true` : sql`t.valid_to is null`} and ${liesWithin(level, within)}
    ${order} limit ${ENOUGH}`.execute(trx)
  return rows
}

function liesWithin(level: Level, within: string | undefined) {
  if (within === undefined) return sql`true`
  const begins = sql`like ${`${likeSafe(within)}%`}`
  if (level === 'neighbourhood')
    return sql`exists (select from komsu.district d where d.id = t.district_id and d.name_key ${begins})`
  if (level === 'street')
    return sql`exists (select from komsu.neighbourhood n join komsu.district d on d.id = n.district_id
      where n.id = t.neighbourhood_id and (n.name_key ${begins} or d.name_key ${begins}))`
  return sql`false`
}

const likeSafe = (text: string) => text.replace(/[\\%_]/g, letter => `\\${letter}`)

export type Whereabouts = Readonly<{ level: Level; id: number; parentName: string | null; bbox: Bbox | null }>

/** In what the found places lie ("Kazımdirik, Bornova" for a street), and their boxes. */
export async function listWhereabouts(trx: Trx, places: readonly Place[]): Promise<Whereabouts[]> {
  const { rows } = await sql<
    { level: Level; id: number; parent: string | null; grandparent: string | null } & Record<
      'west' | 'south' | 'east' | 'north',
      number | null
    >
  >`
    select found.level, found.id, p.name as parent, g.name as grandparent, t.west, t.south, t.east, t.north
    from unnest(${places.map(place => place.level)}::text[], ${places.map(place => place.id)}::bigint[]) as found (level, id)
    left join komsu.area a on a.level = found.level and a.id = found.id
    left join komsu.area p on p.id = a.parent_id
      and p.level = case found.level when 'street' then 'neighbourhood' when 'neighbourhood' then 'district' when 'district' then 'province' end
    left join komsu.district g on found.level = 'street' and g.id = p.parent_id
    left join tile.area t on t.level = found.level and t.id = found.id`.execute(trx)
  return rows.map(row => ({
    level: row.level,
    id: row.id,
    parentName: [row.parent, row.grandparent].filter(name => name !== null).join(', ') || null,
    bbox: bboxOf(row),
  }))
}
