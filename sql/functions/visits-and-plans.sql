-- Who may visit whom. Ties of officers (home, relatives, earlier files) are read here with definer's rights: nobody who
-- assigns may look them up.

create or replace function komsu.all_ties(officers bigint[], applications bigint[])
returns table (officer_id bigint, application_id bigint, why text)
language sql stable security definer set search_path = komsu, pg_temp
as $$
  with asked as (
    select a.id, a.household_id, h.neighbourhood_id, a.appealed_on
    from application a join household h on h.id = a.household_id where a.id = any (applications)
  )
  select r.officer_id, f.id, 'relative'
  from officer_relative r join person p on p.national_id = r.national_id join asked f on f.household_id = p.household_id
  where r.officer_id = any (officers)
  union
  select i.officer_id, f.id, 'home_neighbourhood'
  from officer_interest i join asked f on f.neighbourhood_id = i.home_neighbourhood_id
  where i.officer_id = any (officers)
  union
  select o.id, f.id, 'own_earlier_file'
  from asked f join inspection v on v.household_id = f.household_id
  join unnest(officers) o(id) on o.id in (v.inspector_id, v.second_inspector_id)
  where v.application_id <> f.id or (f.appealed_on is not null and v.visited_on <= f.appealed_on)
$$;
comment on function komsu.all_ties is 'What stands between officers and applications (api/activities/conflict.rules.ts): relative, home_neighbourhood, own_earlier_file. For triggers and functions of the owner alone.';

create or replace function komsu.ties(officers bigint[], applications bigint[])
returns table (officer_id bigint, application_id bigint, why text)
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select t.officer_id, t.application_id, t.why
  from all_ties(officers, (select array_agg(a.id) from application a
    where a.id = any (applications) and a.district_id = any (scope_districts()))) t
$$;
comment on function komsu.ties is 'The same for who assigns: only applications of their districts.';

create or replace function komsu.inspectors_here()
returns table (id bigint, name text, sex text, minimum smallint, maximum smallint, districts bigint[], open_files integer, open_neighbourhoods bigint[])
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select o.id, o.display_name, i.sex, coalesce(i.weekly_minimum, 0::smallint), coalesce(i.weekly_maximum, 25::smallint),
    case when r.all_districts then null else d.ids end, coalesce(open.files, 0)::integer, coalesce(open.neighbourhoods, '{}')
  from officer o
  join officer_role r on r.officer_id = o.id and r.role = 'inspector'
  left join officer_interest i on i.officer_id = o.id
  cross join lateral (select coalesce(array_agg(district_id order by district_id), '{}') as ids from officer_district where officer_id = o.id) d
  left join lateral (
    select count(*) as files, array_agg(distinct h.neighbourhood_id) as neighbourhoods
    from application a join household h on h.id = a.household_id
    where a.status in ('assigned', 'in_inspection') and (a.assigned_officer_id = o.id or a.second_officer_id = o.id)
  ) open on true
  where o.is_active and (r.all_districts or d.ids && scope_districts())
$$;
comment on function komsu.inspectors_here is 'Inspectors who work in a district of the acting officer: load, bounds, districts (null: all), where their open files lie. Never their home or relatives.';

create or replace function komsu.is_inspector_in(officer bigint, district bigint) returns boolean
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select exists (
    select from officer o join officer_role r on r.officer_id = o.id and r.role = 'inspector'
    where o.id = officer and o.is_active
      and (r.all_districts or exists (select from officer_district d where d.officer_id = o.id and d.district_id = district)))
$$;
comment on function komsu.is_inspector_in is 'Whether an officer inspects in a district.';

-- The last honest officer: whatever the application says, nobody gets a file they are tied to, or outside their districts.
create or replace function komsu.keep_unconflicted() returns trigger
language plpgsql security definer set search_path = komsu, pg_temp
as $$
declare tied text; who bigint;
begin
  if komsu.acting_role() is null then return new; end if; -- the owner loads whole histories
  foreach who in array array_remove(array[
      case when new.assigned_officer_id is distinct from old.assigned_officer_id then new.assigned_officer_id end,
      case when new.second_officer_id is distinct from old.second_officer_id then new.second_officer_id end], null) loop
    if not is_inspector_in(who, new.district_id) then
      raise exception 'officer % does not inspect in district %', who, new.district_id using errcode = 'check_violation', constraint = 'assignment_inspector';
    end if;
    select t.why into tied from all_ties(array[who], array[new.id]) t limit 1;
    if tied is not null then
      raise exception 'officer % is tied to the file: %', who, tied using errcode = 'check_violation', constraint = 'assignment_conflict';
    end if;
  end loop;
  if new.assigned_officer_id = new.second_officer_id then
    raise exception 'a second inspector is another one' using errcode = 'check_violation', constraint = 'assignment_second';
  end if;
  return new;
end $$;
comment on function komsu.keep_unconflicted is 'Refuses an assignment to an officer who is no inspector of the district or is tied to the file.';
drop trigger if exists keeps_unconflicted on komsu.application;
create trigger keeps_unconflicted before update of assigned_officer_id, second_officer_id on komsu.application
  for each row execute function komsu.keep_unconflicted();

-- Who takes a file over takes the inspection begun on it over; the history says who had it before.
create or replace function komsu.hand_inspection_over() returns trigger
language plpgsql security definer set search_path = komsu, pg_temp
as $$
begin
  update inspection set inspector_id = new.assigned_officer_id, second_inspector_id = new.second_officer_id, second_confirmed_at = null
  where application_id = new.id and control in ('open', 'returned')
    and (inspector_id, second_inspector_id) is distinct from (new.assigned_officer_id, new.second_officer_id);
  return null;
end $$;
comment on function komsu.hand_inspection_over is 'Gives the open inspection of a reassigned application to its new inspectors.';
drop trigger if exists hands_inspection_over on komsu.application;
create trigger hands_inspection_over after update of assigned_officer_id, second_officer_id on komsu.application
  for each row when (new.assigned_officer_id is not null) execute function komsu.hand_inspection_over();

create or replace function komsu.tell_managers() returns trigger
language plpgsql security definer set search_path = komsu, pg_temp
as $$
begin
  insert into notification (officer_id, kind, subject_type, subject_id, detail)
  select o.id, 'plan_submitted', 'weekly_plan', new.id, jsonb_build_object('weekStart', new.week_start)
  from officer o join officer_role r on r.officer_id = o.id and r.role = 'manager'
  where o.is_active and (r.all_districts or exists (
    select from officer_district d where d.officer_id = o.id and d.district_id = any (new.district_ids)));
  return null;
end $$;
comment on function komsu.tell_managers is 'Tells the managers of its districts that a weekly plan waits for them.';
drop trigger if exists tells_managers on komsu.weekly_plan;
create trigger tells_managers after insert on komsu.weekly_plan for each row execute function komsu.tell_managers();

create or replace function komsu.working_days_away(officer bigint, monday date) returns integer
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select count(*)::integer from generate_series(0, 4) day
  where exists (select from officer_absence where officer_id = officer and cancelled_at is null and monday + day between from_day and to_day)
$$;
comment on function komsu.working_days_away is 'Working days, of the five from a Monday on, on which an officer is away.';

-- The plan a decision is about, locked; the same refusals for yes and no.
create or replace function komsu.plan_to_decide(wanted bigint, read_version integer) returns komsu.weekly_plan
language plpgsql volatile security definer set search_path = komsu, pg_temp
as $$
declare plan weekly_plan;
begin
  select * into plan from weekly_plan where id = wanted for update;
  if not found or komsu.acting_role() is distinct from 'manager' or not plan.district_ids <@ scope_districts() then
    raise exception 'no such plan' using errcode = 'no_data_found';
  end if;
  if plan.state <> 'submitted' then
    raise exception 'decided already' using errcode = 'check_violation', constraint = 'weekly_plan_state';
  end if;
  if plan.version <> read_version then
    raise exception 'changed meanwhile' using errcode = 'check_violation', constraint = 'weekly_plan_version';
  end if;
  if plan.submitted_by = current_officer_id() then
    raise exception 'one''s own plan' using errcode = 'check_violation', constraint = 'weekly_plan_own';
  end if;
  return plan;
end $$;
comment on function komsu.plan_to_decide is 'Locks a plan that waits for the acting manager; says by constraint name why it cannot be decided.';

-- Approves a plan: every visit still possible is assigned and told, every other says what became of it. All or nothing.
create or replace function komsu.approve_plan(wanted bigint, read_version integer, said text, request uuid) returns void
language plpgsql volatile security definer set search_path = komsu, pg_temp
as $$
declare
  me bigint := current_officer_id();
  plan weekly_plan := plan_to_decide(wanted, read_version);
begin
  perform from application a join weekly_plan_item i on i.application_id = a.id where i.plan_id = plan.id order by a.id for update of a;
  update weekly_plan_item i set outcome = case
      when a.status <> 'awaiting_inquiry' then 'not_awaiting'
      when not is_inspector_in(i.inspector_id, a.district_id) or working_days_away(i.inspector_id, plan.week_start) = 5
        or (i.second_inspector_id is not null
          and (not is_inspector_in(i.second_inspector_id, a.district_id) or working_days_away(i.second_inspector_id, plan.week_start) = 5)) then 'absent'
      when exists (select from all_ties(array_remove(array[i.inspector_id, i.second_inspector_id], null), array[a.id])) then 'conflict'
      else 'assigned' end
  from application a where i.plan_id = plan.id and a.id = i.application_id;
  update application a set status = 'assigned', assigned_officer_id = i.inspector_id, second_officer_id = i.second_inspector_id
  from weekly_plan_item i where i.plan_id = plan.id and i.outcome = 'assigned' and a.id = i.application_id;
  insert into assignment (request_id, application_id, inspector_id, second_inspector_id, plan_id, assigned_by)
  select request, application_id, inspector_id, second_inspector_id, plan.id, me from weekly_plan_item
  where plan_id = plan.id and outcome = 'assigned' order by application_id;
  insert into notification (officer_id, kind, subject_type, subject_id, detail)
  select who, 'assigned', 'weekly_plan', plan.id, jsonb_build_object('files', count(*), 'weekStart', plan.week_start)
  from weekly_plan_item i cross join lateral unnest(array_remove(array[i.inspector_id, i.second_inspector_id], null)) who
  where i.plan_id = plan.id and i.outcome = 'assigned' group by who order by who;
  insert into notification (officer_id, kind, subject_type, subject_id, detail)
  select plan.submitted_by, 'plan_approved', 'weekly_plan', plan.id, jsonb_build_object('weekStart', plan.week_start,
    'assigned', count(*) filter (where outcome = 'assigned'), 'notAssigned', count(*) filter (where outcome <> 'assigned'))
  from weekly_plan_item where plan_id = plan.id;
  update weekly_plan set state = 'approved', decided_by = me, decided_at = now(), decision_note = said where id = plan.id;
end $$;
comment on function komsu.approve_plan is 'A manager approves a weekly plan without seeing households: assigns, writes history, tells; items that became impossible get their outcome.';

create or replace function komsu.return_plan(wanted bigint, read_version integer, said text) returns void
language plpgsql volatile security definer set search_path = komsu, pg_temp
as $$
declare plan weekly_plan := plan_to_decide(wanted, read_version);
begin
  update weekly_plan set state = 'returned', decided_by = current_officer_id(), decided_at = now(), decision_note = said where id = plan.id;
  insert into notification (officer_id, kind, subject_type, subject_id, detail)
    values (plan.submitted_by, 'plan_returned', 'weekly_plan', plan.id, jsonb_build_object('weekStart', plan.week_start));
end $$;
comment on function komsu.return_plan is 'A manager returns a weekly plan to the chief with words.';

create or replace function komsu.plan_areas(wanted bigint)
returns table (inspector_id bigint, name text, files integer, urgent integer, late integer, neighbourhoods bigint[], outcomes jsonb)
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select i.inspector_id, o.display_name, count(*)::integer, (count(*) filter (where a.is_urgent))::integer,
    (count(*) filter (where a.due_on < p.week_start))::integer, array_agg(distinct i.neighbourhood_id),
    jsonb_build_object('assigned', count(*) filter (where outcome = 'assigned'), 'not_awaiting', count(*) filter (where outcome = 'not_awaiting'),
      'conflict', count(*) filter (where outcome = 'conflict'), 'absent', count(*) filter (where outcome = 'absent'))
  from weekly_plan p join weekly_plan_item i on i.plan_id = p.id
  join application a on a.id = i.application_id join officer o on o.id = i.inspector_id
  where p.id = wanted and p.district_ids && scope_districts()
  group by i.inspector_id, o.display_name
$$;
comment on function komsu.plan_areas is 'A weekly plan as a manager sees it: counts and neighbourhoods of each inspector, no household.';

create or replace function komsu.late_by_district()
returns table (district_id bigint, waiting integer, late integer, urgent integer, oldest_due date)
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select a.district_id, count(*)::integer, (count(*) filter (where a.due_on < current_date))::integer,
    (count(*) filter (where a.is_urgent))::integer, min(a.due_on)
  from application a
  where a.status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'before_commission')
    and a.district_id = any (scope_districts())
  group by a.district_id
$$;
comment on function komsu.late_by_district is 'Open applications of the acting officer''s districts, counted; who answers with them withholds counts below the disclosure minimum.';
