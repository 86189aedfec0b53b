-- Assignments, absences, weekly plans, notices: who may write and see which rows.
grant execute on function komsu.ties(bigint[], bigint[]) to komsu_chief;
grant execute on function komsu.is_inspector_in(bigint, bigint) to komsu_chief;
grant execute on function komsu.working_days_away(bigint, date) to komsu_chief;
grant execute on function komsu.inspectors_here(), komsu.plan_areas(bigint) to komsu_chief, komsu_manager;
grant execute on function komsu.approve_plan(bigint, integer, text, uuid), komsu.return_plan(bigint, integer, text), komsu.late_by_district() to komsu_manager;

grant insert (request_id, application_id, inspector_id, second_inspector_id, reason, assigned_by) on komsu.assignment to komsu_chief;
drop policy if exists chief_assigns on komsu.assignment;
create policy chief_assigns on komsu.assignment for insert to komsu_chief with check (assigned_by = (select komsu.current_officer_id())
  and exists (select from komsu.application a where a.id = application_id and a.assigned_officer_id = inspector_id
    and a.second_officer_id is not distinct from second_inspector_id));

grant select (id, display_name) on komsu.officer to komsu_manager;
grant select on komsu.officer_absence to komsu_chief, komsu_manager;
grant insert (request_id, officer_id, from_day, to_day, kind, recorded_by), update (cancelled_at) on komsu.officer_absence to komsu_chief;
do $$
declare officer_role text;
begin
  foreach officer_role in array array['chief', 'manager'] loop
    execute format('drop policy if exists %I on komsu.officer_absence', officer_role || '_sees');
    execute format('create policy %I on komsu.officer_absence for select to komsu_%I
      using (officer_id in (select i.id from komsu.inspectors_here() i))', officer_role || '_sees', officer_role);
    execute format('grant select on komsu.weekly_plan to komsu_%I', officer_role);
    execute format('drop policy if exists %I on komsu.weekly_plan', officer_role || '_sees');
    execute format('create policy %I on komsu.weekly_plan for select to komsu_%I
      using (district_ids && (select komsu.scope_districts())::bigint[])', officer_role || '_sees', officer_role);
  end loop;
end $$;
drop policy if exists chief_records on komsu.officer_absence;
create policy chief_records on komsu.officer_absence for insert to komsu_chief
  with check (recorded_by = (select komsu.current_officer_id()) and officer_id in (select i.id from komsu.inspectors_here() i));
drop policy if exists chief_cancels on komsu.officer_absence;
create policy chief_cancels on komsu.officer_absence for update to komsu_chief
  using (cancelled_at is null and officer_id in (select i.id from komsu.inspectors_here() i)) with check (true);

grant insert (request_id, week_start, district_ids, settings, summary, note, submitted_by), update (state) on komsu.weekly_plan to komsu_chief;
grant select, insert (plan_id, application_id, inspector_id, second_inspector_id, neighbourhood_id) on komsu.weekly_plan_item to komsu_chief;
drop policy if exists chief_submits on komsu.weekly_plan;
create policy chief_submits on komsu.weekly_plan for insert to komsu_chief
  with check (submitted_by = (select komsu.current_officer_id()) and district_ids <@ (select komsu.scope_districts())::bigint[]);
drop policy if exists chief_withdraws on komsu.weekly_plan;
create policy chief_withdraws on komsu.weekly_plan for update to komsu_chief
  using (state = 'submitted' and submitted_by = (select komsu.current_officer_id())) with check (state = 'withdrawn');
drop policy if exists chief_sees on komsu.weekly_plan_item;
create policy chief_sees on komsu.weekly_plan_item for select to komsu_chief
  using (exists (select from komsu.weekly_plan p where p.id = plan_id));
drop policy if exists chief_plans on komsu.weekly_plan_item;
create policy chief_plans on komsu.weekly_plan_item for insert to komsu_chief
  with check (exists (select from komsu.weekly_plan p where p.id = plan_id and p.state = 'submitted' and p.submitted_by = (select komsu.current_officer_id()))
    and exists (select from komsu.application a join komsu.weekly_plan p on a.district_id = any (p.district_ids)
      where a.id = application_id and p.id = plan_id and a.status = 'awaiting_inquiry'));
