import { type RawBuilder, sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { BELIEVED, FieldShares, type LinkageParameters } from './parameters.rules.ts'
import type { RegistryPerson } from './registry.rules.ts'
import type { FilePair } from './weigh-files.rules.ts'

/**
 * Does `work` as the linker (sql/policies/43-duplicates.sql), who may compare all files, and goes back to who the
 * transaction was before. When `work` throws the transaction is lost, and the role with it.
 */
export async function asLinker<T>(trx: Trx, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ role: string }>`
    select current_setting('role') as role, set_config('role', 'komsu_linker', true)`.execute(trx)
  const answer = await work()
  await sql`select set_config('role', ${rows[0]?.role ?? 'none'}, true)`.execute(trx)
  return answer
}

/** The newest parameters; what is believed where nothing was learnt yet. */
export async function parametersInForce(trx: Trx): Promise<LinkageParameters> {
  const row = await trx
    .selectFrom('linkage_parameters')
    .select(['version', 'lambda', 'kin_lambda', 'people', 'least_probability', 'shares'])
    .orderBy('made_at', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return BELIEVED
  const { kin_lambda: kinLambda, least_probability: leastProbability, ...rest } = row
  return { ...rest, kinLambda, leastProbability, shares: FieldShares.parse(row.shares) }
}

/** Candidates of one person and rule, at most: a first of January in a common name is no block to walk through. */
const MOST_OF_A_RULE = 300

/**
 * Pairs of people, one in the files asked about and one in another, that agree on something: the same words of the name
 * and year of birth; birth date and first letters or a word of the name; the same flat; a phone. Blocks are asked by index.
 * @param only with `earlier`, only files older than the one asked about: a walk through all files meets each pair once
 */
export async function blockedPairs(
  trx: Trx,
  households: readonly number[],
  only: 'any' | 'earlier',
): Promise<[number, number][]> {
  const other = only === 'earlier' ? sql`o.household_id < m.household_id` : sql`o.household_id <> m.household_id`
  // The block first and bounded, by its own index: beside another condition the planner takes that one's index and reads far.
  const rule = (where: RawBuilder<unknown>) =>
    sql`select m.id as a, o.id as b from me m cross join lateral
      (select p.id, p.household_id from komsu.person p where ${where} limit ${sql.lit(MOST_OF_A_RULE)}) o where ${other}`
  const { rows } = await sql<{ a: number; b: number }>`
    with me as materialized (
      select p.id, p.household_id, p.name_key, p.born_on, h.address_id, coalesce(h.flat_no, '') as flat
      from komsu.person p join komsu.household h on h.id = p.household_id
      where p.household_id = any (${[...households]}::bigint[]) and h.dissolved_on is null and h.joined_into_id is null),
    mine as materialized (
      select distinct c.household_id, c.value_key from komsu.contact c
      where c.household_id = any (${[...households]}::bigint[]) and c.kind = 'phone' and c.valid_to is null),
    near as (
      select distinct m.household_id, h.id as other from (select distinct household_id, address_id, flat from me) m
        join komsu.household h on h.address_id = m.address_id and coalesce(h.flat_no, '') = m.flat and h.id <> m.household_id
      union
      select m.household_id, c.household_id from mine m join komsu.contact c on c.value_key = m.value_key
        where c.valid_to is null and c.household_id <> m.household_id),
    found as (
      ${rule(sql`komsu.person_words(p.name_key, p.born_on) @> komsu.person_words(m.name_key, m.born_on)`)}
      union ${rule(sql`p.born_on = m.born_on and (left(p.name_key, 2) = left(m.name_key, 2)
        or string_to_array(p.name_key, ' ') && string_to_array(m.name_key, ' '))`)}
      union select m.id, o.id from near n join me m on m.household_id = n.household_id join komsu.person o on o.household_id = n.other
        where ${other})
    select f.a, f.b from found f join komsu.person o on o.id = f.b join komsu.household h on h.id = o.household_id
    where h.dissolved_on is null and h.joined_into_id is null`.execute(trx)
  return rows.map(({ a, b }) => [a, b])
}

/** People by key, with their places and phones. */
export async function peopleOf(trx: Trx, ids: readonly number[]): Promise<RegistryPerson[]> {
  const { rows } = await sql<RegistryPerson>`
    select p.id, p.household_id as "householdId", p.given_name as "givenName", p.family_name as "familyName",
      p.born_on::text as "bornOn", h.neighbourhood_id as "neighbourhoodId", h.street_id as "streetId",
      h.address_id as "addressId", h.flat_no as "flatNo",
      array(select distinct c.value_key from komsu.contact c
        where c.household_id = p.household_id and c.kind = 'phone' and c.valid_to is null order by 1) as phones
    from komsu.person p join komsu.household h on h.id = p.household_id
    where p.id = any (${[...ids]}::bigint[]) order by p.id`.execute(trx)
  return rows
}

/** About how many people there are, how many bear each word, and how many were born on each day (counted up to 20 000). */
export async function frequenciesOf(trx: Trx, words: readonly string[], days: readonly string[]) {
  const { rows: total } = await sql<{ people: number }>`
    select greatest(reltuples, 0)::bigint as people from pg_class where oid = 'komsu.person'::regclass`.execute(trx)
  const names = await trx
    .selectFrom('name_token')
    .select(['token', 'people'])
    .where('token', 'in', words.length > 0 ? [...words] : [''])
    .execute()
  const { rows: born } = await sql<{ day: string; people: number }>`
    select d.day::text as day, n.people from unnest(${[...days]}::date[]) d (day) cross join lateral
      (select count(*)::integer as people from (select from komsu.person p where p.born_on = d.day limit 20000) counted) n`.execute(
    trx,
  )
  return {
    people: total[0]?.people ?? 0,
    names: new Map(names.map(one => [one.token, one.people])),
    days: new Map(born.map(one => [one.day, one.people])),
  }
}

/**
 * Writes candidates down. A pair of files that was decided never comes back; one still open takes the new evidence where
 * that is stronger.
 * @returns how many are new
 */
export async function keepCandidates(trx: Trx, pairs: readonly FilePair[], version: string): Promise<number> {
  let added = 0
  for (const pair of pairs) {
    const { rows } = await sql<{ is_new: boolean }>`
      insert into komsu.duplicate_candidate as known
        (household_a, household_b, person_a, person_b, kind, weight, probability, because, parameters_version)
      values (${pair.householdA}, ${pair.householdB}, ${pair.personA}, ${pair.personB}, ${pair.kind}, ${pair.weight},
        ${pair.probability}, ${JSON.stringify(pair.because)}::jsonb, ${version})
      on conflict (household_a, household_b) do update set person_a = excluded.person_a, person_b = excluded.person_b,
        kind = excluded.kind, weight = excluded.weight, probability = excluded.probability, because = excluded.because,
        parameters_version = excluded.parameters_version, found_at = now()
      where known.state = 'open' and excluded.weight > known.weight + 0.01
      returning (xmax = 0) as is_new`.execute(trx)
    if (rows[0]?.is_new) added++
  }
  return added
}
