import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { KnownWord } from './spelling.rules.ts'

/** A row of komsu.household_hit with the names of its areas and whether the officer's own rights show the file. */
export type HitRow = Readonly<{
  household_id: number
  file_no: string
  person_id: number | null
  given_name: string | null
  family_name: string | null
  birth_year: number | null
  has_died: boolean | null
  national_id: string | null
  members: number
  district: string
  neighbourhood: string | null
  status: string | null
  application_id: number | null
  in_scope: boolean
  is_relative: boolean
  joined_into_id: number | null
  dissolved_on: string | null
  is_seen: boolean
}>

/** Hits with areas' names; `is_seen` asks row-level security, not the search. */
const DRESSED = sql`f.household_id, f.file_no, f.person_id, f.given_name, f.family_name, f.birth_year, f.has_died, f.national_id, f.members,
  d.name as district, n.name as neighbourhood, f.status, f.application_id, f.in_scope, f.is_relative, f.joined_into_id, f.dissolved_on,
  exists (select from komsu.household h where h.id = f.household_id) as is_seen`
const AREAS = sql`join komsu.district d on d.id = f.district_id left join komsu.neighbourhood n on n.id = f.neighbourhood_id`

export async function findByNationalId(trx: Trx, number: string): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`select ${DRESSED} from komsu.hits_by_national_id(${number}) f ${AREAS}`.execute(
    trx,
  )
  return rows
}

export async function findByPhone(trx: Trx, key: string, most: number): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    select ${DRESSED} from komsu.hits_by_phone(${key}, ${most}) with ordinality f ${AREAS} order by f.ordinality`.execute(
    trx,
  )
  return rows
}

export async function findByNumber(trx: Trx, number: string, most: number): Promise<HitRow[]> {
  const { rows } = await sql<HitRow>`
    select ${DRESSED} from komsu.hits_by_number(${number}, ${most}) with ordinality f ${AREAS} order by f.ordinality`.execute(
    trx,
  )
  return rows
}

export type Found = Readonly<{ candidates: number; rows: HitRow[] }>

/** @param words spellings of each word typed; @param most candidates that may be looked at */
export async function findByName(
  trx: Trx,
  asked: { words: string[][]; whole: string; places: number[] | null; most: number },
): Promise<Found> {
  const { rows } = await sql<HitRow & { candidates: number }>`
    with found as (select * from komsu.hits_by_name(${JSON.stringify(asked.words)}::jsonb, ${asked.whole},
      ${asked.places}::bigint[], ${asked.most}))
    select found.candidates, ${DRESSED} from found left join unnest(found.hits) with ordinality f on true
      left ${AREAS} order by f.ordinality`.execute(trx)
  return asFound(rows)
}

export async function findAtDoor(
  trx: Trx,
  asked: { streets: number[]; door: string | null; flat: string | null; most: number },
): Promise<Found> {
  const { rows } = await sql<HitRow & { candidates: number }>`
    with found as (select * from komsu.hits_by_address(${asked.streets}::bigint[], ${asked.door}, ${asked.flat}, ${asked.most}))
    select found.candidates, ${DRESSED} from found left join unnest(found.hits) with ordinality f on true
      left ${AREAS} order by f.ordinality`.execute(trx)
  return asFound(rows)
}

function asFound(rows: readonly (HitRow & { candidates: number })[]): Found {
  return { candidates: rows[0]?.candidates ?? 0, rows: rows.filter(row => row.household_id !== null) }
}

/** Words of the dictionary that begin with a word. */
export async function listWordsBeginning(trx: Trx, word: string): Promise<KnownWord[]> {
  const { rows } = await sql<KnownWord>`
    select token, people from komsu.name_token where token like ${`${likeSafe(word)}%`}
    order by token <> ${word}, people desc limit 40`.execute(trx)
  return rows
}

/** Words of the dictionary that look like a word; a small table, so resemblance is cheap here. */
export async function listWordsLike(trx: Trx, word: string): Promise<KnownWord[]> {
  await sql`select set_config('pg_trgm.similarity_threshold', '0.2', true)`.execute(trx)
  const { rows } = await sql<KnownWord>`
    select token, people from komsu.name_token where token % ${word} and abs(length(token) - ${word.length}) <= 2
    order by similarity(token, ${word}) desc, people desc limit 200`.execute(trx)
  return rows
}

export async function listPeopleOf(trx: Trx, words: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<KnownWord>`
    select token, people from komsu.name_token where token = any (${words}::text[])`.execute(trx)
  return new Map(rows.map(row => [row.token, row.people]))
}

/** Neighbourhoods whose name, or whose district's, begins with a key ("bostanli", "karsiyaka", "bostanli karsiyaka"). */
export async function listPlacesNamed(trx: Trx, key: string): Promise<number[]> {
  const begins = `${likeSafe(key)}%`
  const { rows } = await sql<{ id: number }>`
    select n.id from komsu.neighbourhood n join komsu.district d on d.id = n.district_id
    where n.valid_to is null and (n.name_key like ${begins} or d.name_key like ${begins}
      or n.name_key || ' ' || d.name_key like ${begins} or d.name_key || ' ' || n.name_key like ${begins})
    limit 2000`.execute(trx)
  return rows.map(row => row.id)
}

export type FoundStreet = Readonly<{ id: number; name: string }>

/** Streets by search key: the whole name, or its beginning, or nearly; `places` narrows to neighbourhoods. */
export async function listStreetsNamed(
  trx: Trx,
  asked: { street: string; places: number[] | null; how: 'exact' | 'prefix' | 'near' },
): Promise<FoundStreet[]> {
  await sql`select set_config('pg_trgm.similarity_threshold', '0.45', true)`.execute(trx)
  const matches = {
    exact: sql`s.name_key like ${likeSafe(asked.street)}`,
    prefix: sql`s.name_key like ${`${likeSafe(asked.street)} %`}`,
    near: sql`s.name_key % ${asked.street}`,
  }[asked.how]
  const { rows } = await sql<FoundStreet>`
    select s.id, s.name from komsu.street s where ${matches} and s.valid_to is null
      and (${asked.places}::bigint[] is null or s.neighbourhood_id = any (${asked.places}::bigint[]))
    order by similarity(s.name_key, ${asked.street}) desc, s.id limit 400`.execute(trx)
  return rows
}

/** Files the officer read last, as far as they may still be named. */
export async function listLastSeen(trx: Trx, most: number): Promise<(HitRow & { seen_at: Date })[]> {
  const { rows } = await sql<HitRow & { seen_at: Date }>`
    select h.id as household_id, h.file_no, p.id as person_id, p.given_name, p.family_name,
      extract(year from p.born_on)::integer as birth_year, p.died_on is not null as has_died,
      overlay(p.national_id placing '******' from 4 for 6) as national_id,
      (select count(*)::integer from komsu.person m where m.household_id = h.id and m.died_on is null) as members,
      d.name as district, n.name as neighbourhood, a.status, a.id as application_id, true as in_scope, false as is_relative,
      h.joined_into_id, h.dissolved_on, true as is_seen, seen.seen_at
    from komsu.files_last_read(${most}) seen join komsu.household h on h.id = seen.household_id
    join komsu.district d on d.id = h.district_id join komsu.neighbourhood n on n.id = h.neighbourhood_id
    left join lateral (select * from komsu.person m where m.household_id = h.id
      order by m.household_role <> 'head', m.died_on is not null, m.born_on, m.id limit 1) p on true
    left join lateral (select one.id, one.status from komsu.application one where one.household_id = h.id
      order by one.received_on desc, one.id desc limit 1) a on true
    order by seen.seen_at desc`.execute(trx)
  return rows
}

const likeSafe = (text: string) => text.replace(/[\\%_]/g, letter => `\\${letter}`)
