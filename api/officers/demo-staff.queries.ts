import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

type Home = Readonly<{
  username: string
  sex: 'female' | 'male'
  districts: readonly number[]
  weeklyMaximum: number
  /** Which neighbourhood of their districts, by population from the largest. */
  nth: number
}>

/** Says where a demo inspector lives and how much they take on; what was entered before stays. */
export async function giveHome(trx: Trx, { username, sex, districts, weeklyMaximum, nth }: Home): Promise<void> {
  await sql`
    insert into komsu.officer_interest (officer_id, home_neighbourhood_id, sex, weekly_minimum, weekly_maximum)
    select o.id, (
      select n.id from komsu.neighbourhood n
      where n.district_id = any (${[...districts]}::bigint[]) and n.valid_to is null
      order by (select max(p.population) from komsu.area_population p where p.level = 'neighbourhood' and p.area_id = n.id) desc nulls last, n.id
      offset ${nth} limit 1), ${sex}, 5, ${weeklyMaximum}
    from komsu.officer o where o.username = ${username} and o.is_demo
    on conflict (officer_id) do nothing`.execute(trx)
}

/** A demo inspector is away from today for twelve days, entered by the demo chief. */
export async function recordDemoAbsence(trx: Trx, officerId: number): Promise<void> {
  await sql`
    insert into komsu.officer_absence (request_id, officer_id, from_day, to_day, kind, recorded_by)
    select gen_random_uuid(), ${officerId}, current_date, current_date + 11, 'leave', id
    from komsu.officer where username = 'chief' and is_demo`.execute(trx)
}
