import { AreaIndex, innerPlace } from '../geometry/area-index.ts'
import { hexEwkb } from '../geometry/hex-ewkb.ts'
import type { MendedGeometry } from '../geometry/mend-geometry.ts'
import type { VintageReason } from '../import.contract.ts'
import { crossWalk } from './crosswalk.ts'
import { readBoundaries } from './read-boundaries.ts'
import { type ImportSession, stage, touched } from './session.ts'
import type { Outcome } from './tally.ts'

export type Level = 'district' | 'neighbourhood' | 'street'
export type Boundary = Readonly<{
  id: number
  geometry: Extract<MendedGeometry, { kind: 'polygon' | 'line' }>
  source: string
}>

export const BOUNDARY_TABLE: Record<Level, { table: string; id: string }> = {
  district: { table: 'komsu.district_boundary', id: 'district_id' },
  neighbourhood: { table: 'komsu.neighbourhood_boundary', id: 'neighbourhood_id' },
  street: { table: 'komsu.street_line', id: 'street_id' },
}

/** Whether geometry so obtained is drawn as approximate. */
export function isApproximate(source: string): boolean {
  return /^(voronoi|schematic|approx|yaklasik|yaklaşık|geonames)/i.test(source)
}

/**
 * Compares outlines with the vintage in force on the session's date. If anything differs, opens a new vintage from that date:
 * the outlines of the file, and the others carried over unchanged. The old vintage stays and ends that day.
 * @returns what happened to each area
 */
export async function saveBoundaries(
  session: ImportSession,
  level: Level,
  boundaries: readonly Boundary[],
): Promise<Map<number, Outcome>> {
  if (boundaries.length === 0) return new Map()
  const like = { area_id: 'bigint primary key', geom: 'geometry', geom_source: 'text', is_approximate: 'boolean' }
  await stage(session, { name: 'boundary_in', like }, rowsOf(boundaries))
  const before = await vintageInForce(session, level)
  const outcomes = await compare(session, level, before?.id ?? null)
  if ([...outcomes.values()].every(outcome => outcome === 'unchanged')) return outcomes
  const reason = session.options.reason ?? (before ? 'redigitised' : 'first_import')
  const absorbed =
    before && ['merge', 'split'].includes(reason)
      ? await absorbedAreas(session, level, { before: before.id, boundaries })
      : []
  const after = await openVintage(session, level, { before: before?.id ?? null, reason })
  const carried = before ? await carryOver(session, level, { before: before.id, after, absorbed }) : 0
  await close(session, level, absorbed)
  if (before && level !== 'street') await crossWalk(session, level, [before.id, after])
  if (level !== 'street' && reason !== 'schematic')
    await touched(session, 'update komsu.province set is_schematic = false where id = $1 and is_schematic', [
      session.province.id,
    ])
  session.tally.vintage = {
    valid_from: session.date,
    reason,
    areas: boundaries.length,
    carried_over: carried,
    closed: absorbed.length,
  }
  return outcomes
}

function* rowsOf(boundaries: readonly Boundary[]) {
  for (const { id, geometry, source } of boundaries) yield [id, hexEwkb(geometry), source, isApproximate(source)]
}

async function vintageInForce(
  { client, province, date }: ImportSession,
  level: Level,
): Promise<{ id: number } | undefined> {
  const found = await client.query(
    `select id from komsu.boundary_vintage where level = $1 and province_id = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)
     order by valid_from desc, id desc limit 1`,
    [level, province.id, date],
  )
  return found.rows[0]
}

async function compare({ client }: ImportSession, level: Level, vintage: number | null): Promise<Map<number, Outcome>> {
  const { table, id } = BOUNDARY_TABLE[level]
  const compared = await client.query(
    `select i.area_id as id, case when b.${id} is null then 'loaded' when b.geom = i.geom and b.geom_source = i.geom_source and b.is_approximate = i.is_approximate
       then 'unchanged' else 'updated' end as outcome
     from pg_temp.boundary_in i left join ${table} b on b.vintage_id = $1 and b.${id} = i.area_id`,
    [vintage],
  )
  return new Map(compared.rows.map(row => [Number(row.id), row.outcome]))
}

async function openVintage(
  { client, province, date, file }: ImportSession,
  level: Level,
  what: { before: number | null; reason: VintageReason },
): Promise<number> {
  if (what.before !== null)
    await client.query('update komsu.boundary_vintage set valid_to = $2 where id = $1', [what.before, date])
  const opened = await client.query(
    `insert into komsu.boundary_vintage (level, province_id, valid_from, valid_to, reason, source, file_sha256)
     values ($1, $2, $3, (select min(valid_from) from komsu.boundary_vintage where level = $1 and province_id = $2 and valid_from > $3), $4, $5, $6) returning id`,
    [level, province.id, date, what.reason, file.name, file.sha256],
  )
  const id = Number(opened.rows[0].id)
  const { table, id: column } = BOUNDARY_TABLE[level]
  await client.query(
    `insert into ${table} (vintage_id, ${column}, geom, geom_source, is_approximate) select $1, area_id, geom, geom_source, is_approximate from pg_temp.boundary_in`,
    [id],
  )
  return id
}

/** Areas not in the file keep their outline, but for absorbed ones and schematic shapes, which never mix with real ones. */
async function carryOver(
  session: ImportSession,
  level: Level,
  from: { before: number; after: number; absorbed: readonly number[] },
): Promise<number> {
  const { table, id } = BOUNDARY_TABLE[level]
  return touched(
    session,
    `insert into ${table} (vintage_id, ${id}, geom, geom_source, is_approximate)
     select $2, ${id}, geom, geom_source, is_approximate from ${table} b where vintage_id = $1 and geom_source not like 'schematic%'
       and ${id} <> all ($3::bigint[]) and not exists (select from pg_temp.boundary_in i where i.area_id = b.${id})`,
    [from.before, from.after, from.absorbed],
  )
}

/** After a merge or split: areas the file no longer has, whose middle now lies in one of its areas. */
async function absorbedAreas(
  { client }: ImportSession,
  level: Level,
  what: { before: number; boundaries: readonly Boundary[] },
): Promise<number[]> {
  if (level === 'street') return []
  const fresh = new AreaIndex(
    what.boundaries.flatMap(({ id, geometry }) =>
      geometry.kind === 'polygon' ? [{ id, coordinates: geometry.coordinates }] : [],
    ),
  )
  const known = new Set(what.boundaries.map(one => one.id))
  const old = await readBoundaries(client, level, what.before)
  return old
    .filter(area => !known.has(area.id) && fresh.locate(innerPlace(area.coordinates)) !== null)
    .map(area => area.id)
}

async function close(session: ImportSession, level: Level, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await touched(session, `update komsu.${level} set valid_to = $2 where id = any ($1::bigint[]) and valid_to is null`, [
    ids,
    session.date,
  ])
}
