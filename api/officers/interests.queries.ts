import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Interest, NewRelative, OfficerEntry } from './officers.contract.ts'

/** Every officer with roles, districts and what bears on giving files to them. `id` narrows to one. */
export async function listOfficers(trx: Trx, id?: number): Promise<OfficerEntry[]> {
  const { rows } = await sql<OfficerEntry>`
    select o.id, o.username, o.display_name as "displayName", o.is_active as "isActive",
      coalesce((select jsonb_agg(r.role order by r.role) from komsu.officer_role r where r.officer_id = o.id), '[]') as roles,
      case when exists (select from komsu.officer_role r where r.officer_id = o.id and r.all_districts) then null
        else coalesce((select jsonb_agg(d.name order by d.name_key) from komsu.officer_district w join komsu.district d on d.id = w.district_id
          where w.officer_id = o.id), '[]') end as districts,
      jsonb_build_object('homeNeighbourhoodId', i.home_neighbourhood_id, 'homeNeighbourhood', n.name || ', ' || nd.name, 'sex', i.sex,
        'weeklyMinimum', coalesce(i.weekly_minimum, 0), 'weeklyMaximum', coalesce(i.weekly_maximum, 25)) as interest,
      coalesce((select jsonb_agg(jsonb_build_object('number', '•••••••••' || right(r.national_id, 2), 'relation', r.relation,
        'isKnown', komsu.is_registered(r.national_id)) order by r.declared_at) from komsu.officer_relative r where r.officer_id = o.id), '[]') as relatives
    from komsu.officer o
    left join komsu.officer_interest i on i.officer_id = o.id
    left join komsu.neighbourhood n on n.id = i.home_neighbourhood_id
    left join komsu.district nd on nd.id = n.district_id
    where ${id ?? null}::bigint is null or o.id = ${id ?? null}`.execute(trx)
  return rows
}

export async function saveInterest(trx: Trx, officer: number, interest: Interest): Promise<void> {
  await sql`insert into komsu.officer_interest (officer_id, home_neighbourhood_id, sex, weekly_minimum, weekly_maximum)
    values (${officer}, ${interest.homeNeighbourhoodId}, ${interest.sex}, ${interest.weeklyMinimum}, ${interest.weeklyMaximum})
    on conflict (officer_id) do update set home_neighbourhood_id = excluded.home_neighbourhood_id, sex = excluded.sex,
      weekly_minimum = excluded.weekly_minimum, weekly_maximum = excluded.weekly_maximum`.execute(trx)
}

export async function isNeighbourhood(trx: Trx, id: number): Promise<boolean> {
  const { rows } = await sql`select from komsu.neighbourhood where id = ${id} and valid_to is null`.execute(trx)
  return rows.length > 0
}

export async function saveRelative(trx: Trx, officer: number, relative: NewRelative): Promise<void> {
  await sql`insert into komsu.officer_relative (officer_id, national_id, relation)
    values (${officer}, ${relative.nationalId}, ${relative.relation}) on conflict do nothing`.execute(trx)
}

/** @returns whether there was one */
export async function deleteRelative(trx: Trx, officer: number, nationalId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from komsu.officer_relative
    where officer_id = ${officer} and national_id = ${nationalId}`.execute(trx)
  return (numAffectedRows ?? 0n) > 0n
}
