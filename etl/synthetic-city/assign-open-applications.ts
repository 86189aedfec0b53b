import type pg from 'pg'

/**
 * Gives the demo city's applications that stand with an inspector to the demo inspectors: each in the districts they work
 * in and not in their home neighbourhood, a second one where two must visit; with the history of assignments and of the
 * chief's control. Does nothing where there are none; call it again after making the demo accounts.
 * @returns applications assigned now
 */
export async function assignOpenApplications(client: pg.ClientBase | pg.Pool): Promise<number> {
  const { rowCount } = await client.query(ASSIGN)
  if (!rowCount) return 0
  await client.query(SECOND)
  await client.query(VISITED_BY)
  await client.query(HISTORY)
  await client.query(CONTROLS)
  return rowCount
}

// Who may take a file of the district: demo inspectors there who do not live in the neighbourhood (if that leaves anyone).
const CANDIDATES = `
  komsu.application a join komsu.household h on h.id = a.household_id and h.is_synthetic
  join komsu.officer o on o.is_demo and o.is_active
  join komsu.officer_role r on r.officer_id = o.id and r.role = 'inspector'
  left join komsu.officer_interest i on i.officer_id = o.id`
const IN_SCOPE = `a.status in ('assigned', 'in_inspection', 'inspected') and i.home_neighbourhood_id is distinct from h.neighbourhood_id
  and (r.all_districts or exists (select from komsu.officer_district d where d.officer_id = o.id and d.district_id = a.district_id))`

const ASSIGN = `
  update komsu.application a set assigned_officer_id = pick.officer_id
  from (select a.id, (array_agg(o.id order by o.id))[1 + a.id % count(*)] as officer_id from ${CANDIDATES}
        where a.assigned_officer_id is null and ${IN_SCOPE} group by a.id) pick
  where pick.id = a.id`

const SECOND = `
  update komsu.application a set second_officer_id = pick.officer_id
  from (select a.id, (array_agg(o.id order by o.id))[1 + a.id % count(*)] as officer_id from ${CANDIDATES}
        where a.needs_two_inspectors and a.second_officer_id is null and o.id <> a.assigned_officer_id and ${IN_SCOPE} group by a.id) pick
  where pick.id = a.id`

const VISITED_BY = `
  update komsu.inspection i set inspector_id = a.assigned_officer_id, second_inspector_id = a.second_officer_id,
    second_confirmed_at = case when a.second_officer_id is not null and i.control <> 'open' then i.sent_at end
  from komsu.application a
  where a.id = i.application_id and i.inspector_id is null and a.assigned_officer_id is not null and a.status in ('in_inspection', 'inspected')`

/** The demo chief's deeds; ids counted from the application's, so that they repeat with the seed. */
const CHIEF = `(select id from komsu.officer where username = 'chief' and is_demo)`
const HISTORY = `
  insert into komsu.assignment (request_id, application_id, inspector_id, second_inspector_id, assigned_by, assigned_at)
  select ('00000005-0000-8000-8000-' || lpad(to_hex(a.id), 12, '0'))::uuid, a.id, a.assigned_officer_id, a.second_officer_id, chief.id,
    a.received_on + interval '3 days 9 hours'
  from komsu.application a join komsu.household h on h.id = a.household_id and h.is_synthetic, ${CHIEF} chief
  where a.assigned_officer_id is not null and a.status in ('assigned', 'in_inspection', 'inspected')
  order by a.id on conflict do nothing`

const CONTROLS = `
  insert into komsu.inspection_control (request_id, inspection_id, action, questions, officer_id, at)
  select ('0000000' || step.no || '-0000-8000-8000-' || lpad(to_hex(i.id), 12, '0'))::uuid, i.id, step.action, step.questions,
    case when step.action = 'send' then i.inspector_id else chief.id end, i.sent_at + (step.no - 6) * interval '1 hour'
  from komsu.inspection i join komsu.application a on a.id = i.application_id and a.status = 'inspected', ${CHIEF} chief,
    (values (6, 'send', '[]'::jsonb, null), (7, 'return', $$[{"question": "rent", "person": null, "text": "Kira sözleşmesi görüldü mü?"},
      {"question": "observation", "person": null, "text": "Isınma nasıl sağlanıyor, biraz açar mısınız?"}]$$::jsonb, 'returned'))
      as step (no, action, questions, control)
  where i.inspector_id is not null and i.sent_at is not null and not exists (select from komsu.need_score s where s.inspection_id = i.id)
    and (step.control is null or step.control = i.control)
  order by i.id, step.no on conflict do nothing`
