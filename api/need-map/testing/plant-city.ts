import { sql } from 'kysely'
import type { Trx } from '../../platform/database.ts'
import { turkishKey } from '../../platform/turkish.ts'

export type Household = Readonly<{
  /** file_no, to find it again */
  name: string
  street: number | null
  neighbourhood: number
  members?: number
  /** Income a month of the household, kuruş; absent: none recorded. */
  income?: number
  formedOn?: string
  dissolvedOn?: string
}>

const PROVINCE = 35

export type Places = Readonly<{
  districts: Readonly<Record<number, string>>
  neighbourhoods: readonly (readonly [id: number, district: number, name: string])[]
  streets: readonly (readonly [id: number, neighbourhood: number, name: string])[]
}>

/** Lays the places of a made-up İzmir. */
export async function plantPlaces(trx: Trx, places: Places): Promise<void> {
  const named = (name: string) => ({ name, name_key: turkishKey(name) })
  await trx
    .insertInto('province')
    .values({ id: PROVINCE, ...named('İzmir') })
    .execute()
  for (const [id, name] of Object.entries(places.districts))
    await trx
      .insertInto('district')
      .values({ id: Number(id), province_id: PROVINCE, ...named(name) })
      .execute()
  for (const [id, district_id, name] of places.neighbourhoods)
    await trx
      .insertInto('neighbourhood')
      .values({ id, district_id, ...named(name) })
      .execute()
  for (const [id, neighbourhood_id, name] of places.streets)
    await trx
      .insertInto('street')
      .values({ id, neighbourhood_id, ...named(name) })
      .execute()
  await sql`insert into komsu.address (id, district_id, neighbourhood_id, quality)
    select id, district_id, id, 'described' from komsu.neighbourhood`.execute(trx)
}

/** Adds synthetic households; each has an address, members and, where given, one income from 2020 on. */
export async function plantHouseholds(trx: Trx, households: readonly Household[]): Promise<void> {
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(households)}::jsonb) as h (name text, street bigint, neighbourhood bigint,
        members int, income bigint, "formedOn" date, "dissolvedOn" date)
    ), made as (
      insert into komsu.household (file_no, address_id, district_id, neighbourhood_id, street_id, formed_on, dissolved_on, source, is_synthetic)
      select g.name, g.neighbourhood, n.district_id, g.neighbourhood, g.street, coalesce(g."formedOn", '2020-01-01'), g."dissolvedOn", 'synthetic', true
      from given g join komsu.neighbourhood n on n.id = g.neighbourhood
      returning id, file_no
    ), people as (
      insert into komsu.person (household_id, national_id, given_name, family_name, name_key, sex, born_on, household_role, is_synthetic)
      select m.id, (80000000000 + m.id * 20 + k)::text, 'A', 'B', 'a b', 'female', '1980-01-01', 'other', true
      from made m join given g on g.name = m.file_no, generate_series(1, coalesce(g.members, 1)) k
    )
    insert into komsu.income (household_id, source, monthly_kurus, valid_from, provenance)
    select m.id, 'wage', g.income, '2020-01-01', 'synthetic' from made m join given g on g.name = m.file_no where g.income is not null`.execute(
    trx,
  )
}

export type Event = Readonly<{
  household: string
  received?: string
  status?: string
  closed?: string
  visited?: string
  score?: number
  granted?: string
  months?: number
  refused?: string
  given?: readonly string[]
  giver?: string
}>

/** One application with what followed it, or with no `received` only the aid given. */
export async function plantEvent(trx: Trx, event: Event): Promise<void> {
  const { id, district_id } = await trx
    .selectFrom('household')
    .select(['id', 'district_id'])
    .where('file_no', '=', event.household)
    .executeTakeFirstOrThrow()
  if (event.received) {
    const { id: application_id } = await trx
      .insertInto('application')
      .values({
        household_id: id,
        district_id,
        channel: 'web',
        status: event.status ?? 'assigned',
        received_on: event.received,
        closed_on: event.closed ?? null,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await plantFollowUp(trx, event, { application_id, household_id: id })
  }
  for (const given_on of event.given ?? [])
    await trx
      .insertInto('aid')
      .values({ household_id: id, aid_type_code: 'food_parcel', given_on, giver: event.giver ?? 'municipality' })
      .execute()
}

async function plantFollowUp(
  trx: Trx,
  event: Event,
  ids: { application_id: number; household_id: number },
): Promise<void> {
  if (event.visited) {
    const { id: inspection_id } = await trx
      .insertInto('inspection')
      .values({ ...ids, visited_on: event.visited })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (event.score !== undefined)
      await trx
        .insertInto('need_score')
        .values({
          inspection_id,
          household_id: ids.household_id,
          scheme_version: '1',
          total: event.score,
          parts: '{}',
          scored_on: event.visited,
        })
        .execute()
  }
  if (event.granted)
    await trx
      .insertInto('decision')
      .values({
        ...ids,
        outcome: 'grant',
        aid_type_code: 'food_parcel',
        months: event.months ?? 12,
        decided_on: event.granted,
      })
      .execute()
  if (event.refused)
    await trx
      .insertInto('decision')
      .values({ ...ids, outcome: 'refuse', reason: 'test', decided_on: event.refused })
      .execute()
}
