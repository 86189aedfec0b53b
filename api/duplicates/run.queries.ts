import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { LinkageParameters } from './parameters.rules.ts'
import type { RegistryPerson } from './registry.rules.ts'

export type Run = Readonly<{
  id: number
  lastHousehold: number
  upToHousehold: number
  households: number
  found: number
}>

/** The search that was begun by these parameters and not finished, or a new one; undefined when there is no file at all. */
export async function openRun(trx: Trx, version: string): Promise<Run | undefined> {
  const standing = await trx
    .selectFrom('duplicate_run')
    .select(['id', 'last_household as lastHousehold', 'up_to_household as upToHousehold', 'households', 'found'])
    .where('parameters_version', '=', version)
    .where('finished_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (standing) return standing
  const { rows } = await sql<Run>`
    insert into komsu.duplicate_run (parameters_version, up_to_household)
    select ${version}, max(id) from komsu.household having max(id) is not null
    returning id, last_household as "lastHousehold", up_to_household as "upToHousehold", households, found`.execute(trx)
  return rows[0]
}

/** The next files of a run that still stand, by key. */
export async function nextHouseholds(trx: Trx, run: Run, most: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('household')
    .select('id')
    .where('id', '>', run.lastHousehold)
    .where('id', '<=', run.upToHousehold)
    .where('dissolved_on', 'is', null)
    .where('joined_into_id', 'is', null)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** Writes down how far a run came, in the transaction of what it found; `isThrough` ends it. */
export async function keepRun(trx: Trx, run: Run, isThrough: boolean): Promise<void> {
  await sql`update komsu.duplicate_run set last_household = ${run.lastHousehold}, households = ${run.households}, found = ${run.found},
    finished_at = case when ${isThrough} then now() end where id = ${run.id}`.execute(trx)
}

/** Writes parameters down, unless the version stands already. */
export async function keepParameters(
  trx: Trx,
  { version, lambda, kinLambda, people, leastProbability, shares }: LinkageParameters,
  told: { isLearnt: boolean; note: string },
): Promise<void> {
  await sql`insert into komsu.linkage_parameters
    (version, learnt_on, is_learnt, people, lambda, kin_lambda, shares, least_probability, note)
    values (${version}, current_date, ${told.isLearnt}, ${people}, ${lambda}, ${kinLambda}, ${JSON.stringify(shares)}::jsonb,
      ${leastProbability}, ${told.note}) on conflict (version) do nothing`.execute(trx)
}

/** People of whole neighbourhoods, chosen by a seed, until there are about `most`: doubles live near each other. */
export async function samplePeople(trx: Trx, most: number, seed: number): Promise<RegistryPerson[]> {
  const { rows } = await sql<RegistryPerson>`
    with size as (
      select h.neighbourhood_id, count(*) as people, md5(h.neighbourhood_id::text || ${String(seed)}) as draw
      from komsu.person p join komsu.household h on h.id = p.household_id
      where h.dissolved_on is null and h.joined_into_id is null group by 1),
    chosen as (
      select neighbourhood_id from (select *, sum(people) over (order by draw, neighbourhood_id) - people as before from size) s
      where before < ${most})
    select p.id, p.household_id as "householdId", p.given_name as "givenName", p.family_name as "familyName",
      p.born_on::text as "bornOn", h.neighbourhood_id as "neighbourhoodId", h.street_id as "streetId",
      h.address_id as "addressId", h.flat_no as "flatNo",
      array(select distinct c.value_key from komsu.contact c
        where c.household_id = p.household_id and c.kind = 'phone' and c.valid_to is null order by 1) as phones
    from komsu.person p join komsu.household h on h.id = p.household_id join chosen using (neighbourhood_id)
    where h.dissolved_on is null and h.joined_into_id is null order by p.id limit ${most}`.execute(trx)
  return rows
}

/** Second files the generator planted in the demo city, by key. */
export async function listPlantedSeconds(trx: Trx, most: number): Promise<number[]> {
  const rows = await trx
    .selectFrom('planted_duplicate')
    .select('household_b')
    .orderBy('household_b')
    .limit(most)
    .execute()
  return rows.map(row => row.household_b)
}
