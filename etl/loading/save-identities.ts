import { turkishKey } from '../../api/platform/turkish.ts'
import { type ImportSession, stage, touched } from './session.ts'

export type IdentityTable = 'district' | 'neighbourhood' | 'street'

/** A district, neighbourhood or street to write: new, or known under `id` with another name, parent or kind. */
export type Identity = Readonly<{
  id: number
  parentId: number
  name: string
  kind?: string | undefined
  seat?: string | null | undefined
  validFrom?: string | undefined
}>

const PARENT: Record<IdentityTable, string> = {
  district: 'province_id',
  neighbourhood: 'district_id',
  street: 'neighbourhood_id',
}
const EXTRA: Record<IdentityTable, 'seat' | 'kind' | null> = { district: 'seat', neighbourhood: null, street: 'kind' }

/** Takes ids for areas whose source carries none, above every registry code. */
export async function takeIds(session: ImportSession, count: number): Promise<number[]> {
  if (count === 0) return []
  const taken = await session.client.query(`select nextval('komsu.area_id_seq') as id from generate_series(1, $1)`, [
    count,
  ])
  return taken.rows.map(row => Number(row.id))
}

/** Inserts new identities and updates known ones; rows equal to what is there change nothing. */
export async function saveIdentities(
  session: ImportSession,
  table: IdentityTable,
  identities: readonly Identity[],
): Promise<void> {
  if (identities.length === 0) return
  const extra = EXTRA[table]
  const like = { id: 'bigint', parent_id: 'bigint', name: 'text', name_key: 'text', extra: 'text', valid_from: 'date' }
  await stage(
    session,
    { name: 'identity_in', like },
    identities.map(one => [
      one.id,
      one.parentId,
      one.name,
      turkishKey(one.name),
      (extra && one[extra]) ?? null,
      one.validFrom ?? null,
    ]),
  )
  const set = extra ? `, ${extra} = coalesce(i.extra, t.${extra})` : ''
  await touched(
    session,
    `update komsu.${table} t set name = i.name, name_key = i.name_key, ${PARENT[table]} = i.parent_id, valid_to = null${set} from pg_temp.identity_in i where i.id = t.id`,
  )
  const fallback = extra === 'kind' ? `coalesce(i.extra, 'sokak')` : 'i.extra'
  await touched(
    session,
    `insert into komsu.${table} (id, ${PARENT[table]}, name, name_key${extra ? `, ${extra}` : ''}, valid_from)
     select i.id, i.parent_id, i.name, i.name_key${extra ? `, ${fallback}` : ''}, coalesce(i.valid_from, '1900-01-01')
     from pg_temp.identity_in i where not exists (select from komsu.${table} t where t.id = i.id)`,
  )
}

/**
 * Writes residents of areas by year.
 * @returns ids whose figures are new or changed
 */
export async function savePopulations(
  session: ImportSession,
  level: 'district' | 'neighbourhood',
  figures: readonly Readonly<{ id: number; year: number; population: number }>[],
): Promise<Set<number>> {
  if (figures.length === 0) return new Set()
  await stage(
    session,
    { name: 'population_in', like: { area_id: 'bigint', year: 'smallint', population: 'integer' } },
    figures.map(one => [one.id, one.year, one.population]),
  )
  const changed = await session.client.query(
    `insert into komsu.area_population (level, area_id, year, population, source) select $1, area_id, year, population, $2 from pg_temp.population_in
     on conflict (level, area_id, year) do update set population = excluded.population, source = excluded.source
     where area_population.population is distinct from excluded.population returning area_id`,
    [level, session.file.name],
  )
  return new Set(changed.rows.map(row => Number(row.area_id)))
}
