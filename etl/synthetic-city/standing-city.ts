import type pg from 'pg'
import { InputError } from '../../api/platform/command.ts'
import { TABLE_NAMES } from './tables.ts'

/** What a city is made of; two equal recipes make the same city. */
export type Recipe = Readonly<{
  seed: number
  households: number
  streets: number
  until: string
  places: 'schematic' | 'imported'
  fingerprint: string
}>
export type StandingCity = Recipe &
  Readonly<{
    province_id: number
    first_area_id: number | null
    last_area_id: number | null
    first_address_id: number
    last_address_id: number
    counts: Record<string, number>
  }>

/** Tables that hold nothing but what households bring with them. */
export const CASEWORK_TABLES = TABLE_NAMES.filter(name => name !== 'address')

/** @throws InputError when any household is real: the generator never writes among them */
export async function assertNoRealHouseholds(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(
    `select count(*) as real from (select from komsu.household where not is_synthetic limit 100000) h`,
  )
  const real = rows[0].real
  if (real === 0) return
  throw new InputError(`Bu veritabanında gerçek hane kaydı var (${real}${real === 100_000 ? '+' : ''}); demo kenti bunların yanına yazılmaz. Boş bir veritabanı verin (DATABASE_URL ya da KOMSU_DATA).
This database holds ${real} real households; the demo city is never written among them. Give an empty database (DATABASE_URL or KOMSU_DATA).`)
}

/** The demo city in this database, if one stands. */
export async function findStandingCity(client: pg.ClientBase): Promise<StandingCity | undefined> {
  const { rows } = await client.query('select * from komsu.synthetic_city limit 1')
  return rows[0]
}

export function isSameCity(standing: StandingCity, recipe: Recipe): boolean {
  return (['seed', 'households', 'streets', 'until', 'places', 'fingerprint'] as const).every(
    key => standing[key] === recipe[key],
  )
}

// History refuses to be emptied, even by the owner; but what hangs on made-up households was tried out, not lived.
async function emptyCasework(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string; keeps: boolean }>(
    `with recursive hanging as (
       select format('komsu.%I', t)::regclass::oid as relation from unnest($1::text[]) t
       union select c.conrelid from pg_constraint c join hanging h on h.relation = c.confrelid where c.contype = 'f')
     select relation::regclass::text as name,
       exists (select from pg_trigger g where g.tgrelid = relation and g.tgname = 'only_added') as keeps from hanging`,
    [[...CASEWORK_TABLES, 'weekly_plan', 'idempotency', 'notification', 'name_token']],
  )
  const kept = rows.filter(({ keeps }) => keeps)
  for (const { name } of kept) await client.query(`alter table ${name} disable trigger only_added`)
  await client.query(`truncate ${rows.map(({ name }) => name).join(', ')} restart identity`)
  for (const { name } of kept) await client.query(`alter table ${name} enable trigger only_added`)
}

/**
 * Takes the standing city away with everything demo accounts did to it, and with it the published figures that were counted from it. Areas keep their rows: a new
 * schematic city takes over the same ids, and an imported boundary file may have given them real outlines.
 */
export async function removeCity(client: pg.ClientBase, city: StandingCity): Promise<void> {
  await emptyCasework(client)
  await client.query('delete from komsu.address where id between $1 and $2', [
    city.first_address_id,
    city.last_address_id,
  ])
  await client.query('delete from komsu.planted_truth')
  await client.query(`delete from komsu.point where source = 'synthetic' and province_id = $1`, [city.province_id])
  await client.query(`delete from komsu.water where source = 'schematic' and province_id = $1`, [city.province_id])
  await client.query(`delete from komsu.boundary_vintage where reason = 'schematic' and province_id = $1`, [
    city.province_id,
  ])
  await client.query(
    `delete from komsu.street s where id between $1 and $2
       and not exists (select from komsu.street_line l where l.street_id = s.id) and not exists (select from komsu.address a where a.street_id = s.id)`,
    [city.first_area_id, city.last_area_id],
  )
  await client.query('delete from published.release')
  await client.query(
    `update komsu.data_version set version = version + 1, changed_at = now() where scope = 'published'`,
  )
  await client.query('delete from komsu.synthetic_city')
}

/** Once real boundaries carry the city: schematic areas that no real outline took over disappear. */
export async function removeAbandonedAreas(client: pg.ClientBase, city: StandingCity): Promise<void> {
  const range = [city.first_area_id, city.last_area_id]
  await client.query(`delete from komsu.area_population where source = 'schematic'`)
  const unused = (level: 'neighbourhood' | 'district') =>
    `id between $1 and $2 and not exists (select from komsu.${level}_boundary b where b.${level}_id = a.id)
     and not exists (select from komsu.address x where x.${level}_id = a.id) and not exists (select from komsu.point x where x.${level}_id = a.id)`
  await client.query(
    `delete from komsu.neighbourhood a where ${unused('neighbourhood')} and not exists (select from komsu.street x where x.neighbourhood_id = a.id)`,
    range,
  )
  await client.query(
    `delete from komsu.district a where ${unused('district')} and not exists (select from komsu.neighbourhood x where x.district_id = a.id)
     and not exists (select from komsu.officer_district x where x.district_id = a.id)`,
    range,
  )
  await client.query(
    `delete from komsu.area_population p where level = 'district' and not exists (select from komsu.district d where d.id = p.area_id)`,
  )
}
