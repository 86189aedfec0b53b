import type pg from 'pg'

/**
 * Gives the demo city's applications that stand with an inspector to the demo inspectors, each in the districts they work
 * in. Does nothing where there are none; call it again after making the demo accounts.
 * @returns applications assigned now
 */
export async function assignOpenApplications(client: pg.ClientBase | pg.Pool): Promise<number> {
  const { rowCount } = await client.query(
    `update komsu.application a set assigned_officer_id = pick.officer_id
     from (
       select a.id, (array_agg(o.id order by o.id))[1 + a.id % count(*)] as officer_id
       from komsu.application a join komsu.household h on h.id = a.household_id and h.is_synthetic
         join komsu.officer o on o.is_demo and o.is_active
         join komsu.officer_role r on r.officer_id = o.id and r.role = 'inspector'
       where a.assigned_officer_id is null and a.status in ('assigned', 'in_inspection', 'inspected')
         and (r.all_districts or exists (select from komsu.officer_district d where d.officer_id = o.id and d.district_id = a.district_id))
       group by a.id
     ) pick
     where pick.id = a.id`,
  )
  return rowCount ?? 0
}
