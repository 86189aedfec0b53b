-- Counts for first screens of who sees no household in them.
create or replace function komsu.eligible_by_district()
returns table (district_id bigint, waiting integer, late integer, urgent integer)
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select a.district_id, count(*)::integer, (count(*) filter (where a.due_on < current_date))::integer, (count(*) filter (where a.is_urgent))::integer
  from application a where a.status = 'eligible' and a.district_id = any (scope_districts()) group by a.district_id
$$;
comment on function komsu.eligible_by_district is 'Applications with enough points that wait to be put on an agenda, counted for the commission; who answers withholds counts below the disclosure minimum.';

create or replace function komsu.pool_areas(wanted text, in_district bigint default null)
returns table (district_id bigint, neighbourhood_id bigint, files integer, late integer, urgent integer)
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select a.district_id, h.neighbourhood_id, count(*)::integer, (count(*) filter (where a.due_on < current_date))::integer,
    (count(*) filter (where a.is_urgent))::integer
  from application a join household h on h.id = a.household_id
  where a.status = wanted and wanted in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected')
    and a.district_id = any (scope_districts()) and (in_district is null or a.district_id = in_district)
    and a.household_id <> all (relatives_files())
  group by a.district_id, h.neighbourhood_id
$$;
comment on function komsu.pool_areas is 'The chief''s pool counted by neighbourhood: the same rows as row-level security shows a chief, in one pass.';

-- First screens ask for many counts at once over the same applications. Row by row under the policies that took a quarter of
-- a second at 400 000 applications; here the same rows (30-…, 41-…: role, district, own, not a relative's) are taken once.
create or replace function komsu.work_sections()
returns table (section text, files integer, late integer, first bigint[])
language plpgsql stable security definer set search_path = komsu, pg_temp
as $$
declare
  me bigint := current_officer_id();
  scope bigint[] := scope_districts();
  kin bigint[] := relatives_files();
begin
  if komsu.acting_role() = 'chief' then
    return query
    with mine as materialized (
      select a.id, a.status, a.is_urgent, a.due_on from application a
      where a.status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected') and a.district_id = any (scope) and a.household_id <> all (kin)
    ), planned as materialized (
      select i.application_id from weekly_plan w join weekly_plan_item i on i.plan_id = w.id where w.state = 'submitted'
    ), controlled as materialized (
      select i.application_id, i.control from inspection i where i.control in ('awaiting', 'returned')
    ), sorted as (
      select m.id, m.due_on, case
          when m.status = 'awaiting_inquiry' and m.id in (select application_id from planned) then null
          when m.status = 'awaiting_inquiry' then case when m.is_urgent then 'urgent' else 'to_assign' end
          when m.status = 'inspected' then case c.control when 'awaiting' then 'to_control' when 'returned' then 'returned' else 'to_score' end
          when m.due_on < current_date then 'overdue' end as in_section
      from mine m left join controlled c on c.application_id = m.id and m.status = 'inspected'
    )
    select in_section, count(*)::integer, (count(*) filter (where due_on < current_date))::integer, (array_agg(id order by due_on, id))[1:20]
    from sorted where in_section is not null group by in_section;
  elsif komsu.acting_role() = 'inspector' then
    return query
    with mine as materialized (
      select a.id, a.status, a.due_on, a.assigned_officer_id = me as is_first from application a
      where a.status in ('assigned', 'in_inspection', 'inspected') and (a.assigned_officer_id = me or a.second_officer_id = me)
        and (a.second_officer_id = me or a.district_id = any (scope)) and a.household_id <> all (kin)
    ), sorted as (
      select m.id, m.due_on, case
          when m.status = 'assigned' then 'assigned'
          when m.is_first and m.status = 'in_inspection' then 'in_progress'
          when m.is_first and i.control = 'returned' then 'returned_to_me'
          when not m.is_first and i.control in ('open', 'awaiting') and i.second_inspector_id = me and i.second_confirmed_at is null then 'to_confirm'
        end as in_section
      from mine m left join lateral (select * from inspection v where v.application_id = m.id order by v.id desc limit 1) i on true
    )
    select in_section, count(*)::integer, (count(*) filter (where due_on < current_date))::integer, (array_agg(id order by due_on, id))[1:20]
    from sorted where in_section is not null group by in_section;
  elsif komsu.acting_role() = 'intake' then
    return query
    with due as (
      select a.id, a.due_on from application a
      where a.status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'before_commission')
        and a.reply_by <= current_date + 3 and (a.district_id = any (scope) or a.received_by = me) and a.household_id <> all (kin)
    ), lacking as (
      select a.id, a.due_on from application a
      where a.id in (select d.application_id from application_document d where d.is_required and d.state = 'missing')
        and a.status in ('awaiting_inquiry', 'assigned', 'in_inspection') and (a.district_id = any (scope) or a.received_by = me)
        and a.household_id <> all (kin)
    ), sorted as (select 'reply_due' as in_section, * from due union all select 'documents_missing', * from lacking)
    select in_section, count(*)::integer, (count(*) filter (where due_on < current_date))::integer, (array_agg(id order by due_on, id))[1:20]
    from sorted group by in_section;
  elsif komsu.acting_role() = 'commission' then
    return query
    select 'before_commission', count(*)::integer, (count(*) filter (where due_on < current_date))::integer, (array_agg(id order by due_on, id))[1:20]
    from application where status = 'before_commission' and district_id = any (scope) and household_id <> all (kin) having count(*) > 0;
  end if;
end $$;
comment on function komsu.work_sections is 'Applications of the acting officer''s first screen by section: how many, how many late, the first twenty.';

create or replace function komsu.application_places(wanted bigint[])
returns table (application_id bigint, household_id bigint, file_no text, family_name text, district_id bigint, district text, neighbourhood_id bigint,
  neighbourhood text, lon double precision, lat double precision, quality text, inspection_id bigint)
language plpgsql stable security definer set search_path = komsu, pg_temp
as $$
declare
  me bigint := current_officer_id();
  scope bigint[] := scope_districts();
  kin bigint[] := relatives_files();
  as_role text := komsu.acting_role();
begin
  return query
  select a.id, h.id, h.file_no,
    (select q.family_name from person q where q.household_id = h.id and q.died_on is null order by q.household_role <> 'head', q.born_on, q.id limit 1),
    a.district_id, d.name, n.id, n.name, public.st_x(p.geom), public.st_y(p.geom), p.quality,
    (select max(i.id) from inspection i where i.application_id = a.id)
  from application a join household h on h.id = a.household_id join address p on p.id = h.address_id
    join district d on d.id = a.district_id join neighbourhood n on n.id = h.neighbourhood_id
  where a.id = any (wanted) and a.household_id <> all (kin) and case as_role
      when 'intake' then a.district_id = any (scope) or a.received_by = me
      when 'chief' then a.district_id = any (scope) and a.status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'ineligible')
      when 'inspector' then (a.second_officer_id = me or (a.assigned_officer_id = me and a.district_id = any (scope))) and a.status in ('assigned', 'in_inspection', 'inspected')
      when 'commission' then a.district_id = any (scope) and a.status in ('before_commission', 'granted', 'refused', 'terminated')
      else false end;
end $$;
comment on function komsu.application_places is 'Whose and where: family name, place and point of applications the acting officer sees, for lists and maps.';

create or replace function komsu.open_proposals()
returns table (id bigint, kind text, household_id bigint, proposed_at timestamptz)
language plpgsql stable security definer set search_path = komsu, pg_temp
as $$
declare
  scope bigint[] := scope_districts();
  kin bigint[] := relatives_files();
  is_chief boolean := komsu.acting_role() = 'chief';
begin
  return query
  select x.id, x.kind, x.household_id, x.proposed_at from proposed_change x
  where x.state = 'open' and x.household_id <> all (kin) and exists (
    select from application a where a.household_id = x.household_id and a.district_id = any (scope)
      and (not is_chief or a.status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'ineligible')));
end $$;
comment on function komsu.open_proposals is 'Proposed changes that wait for a person, of households with an application the acting officer sees.';
