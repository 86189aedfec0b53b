-- The inspection: filled in by its inspectors while it is open, controlled by the chief. Facts follow when it is passed on.
grant insert (request_id, application_id, household_id, inspector_id, second_inspector_id, visited_on, mode, phone_reason, form, form_version, control, started_at)
  on komsu.inspection to komsu_inspector;
grant update (form, answered_at, visited_on, mode, phone_reason, at_household, place_accuracy_m, second_confirmed_at, control, sent_at)
  on komsu.inspection to komsu_inspector;
grant update (control, passed_at, passed_by) on komsu.inspection to komsu_chief;
grant insert on komsu.inspection_control to komsu_inspector, komsu_chief;
grant insert on komsu.notification to komsu_inspector;
grant select, insert on komsu.form_definition to komsu_admin;

drop policy if exists inspector_starts on komsu.inspection;
create policy inspector_starts on komsu.inspection for insert to komsu_inspector with check (
  control = 'open' and inspector_id = (select komsu.current_officer_id())
  and exists (select from komsu.application a where a.id = application_id and a.household_id = inspection.household_id
    and a.assigned_officer_id = (select komsu.current_officer_id()) and a.status in ('assigned', 'in_inspection')));

-- While it is with its inspectors; they leave it open, or sent to the chief. Who they are changes with the application
-- (komsu.hand_inspection_over).
drop policy if exists inspector_fills_in on komsu.inspection;
create policy inspector_fills_in on komsu.inspection for update to komsu_inspector
  using (control in ('open', 'returned') and (select komsu.current_officer_id()) in (inspector_id, second_inspector_id)
    and exists (select from komsu.application a where a.id = application_id
      and (select komsu.current_officer_id()) in (a.assigned_officer_id, a.second_officer_id)))
  with check (control in ('open', 'returned', 'awaiting'));

-- Who inspected it does not control it.
drop policy if exists chief_controls on komsu.inspection;
create policy chief_controls on komsu.inspection for update to komsu_chief
  using (control = 'awaiting' and (select komsu.current_officer_id()) is distinct from inspector_id
    and (select komsu.current_officer_id()) is distinct from second_inspector_id
    and exists (select from komsu.application a where a.id = application_id and a.status = 'inspected'))
  with check (control = 'returned' or (control = 'passed' and passed_by = (select komsu.current_officer_id())));

drop policy if exists inspector_notes on komsu.inspection_control;
create policy inspector_notes on komsu.inspection_control for insert to komsu_inspector with check (
  officer_id = (select komsu.current_officer_id()) and action in ('send', 'confirm')
  and exists (select from komsu.inspection i where i.id = inspection_id
    and (select komsu.current_officer_id()) in (i.inspector_id, i.second_inspector_id)));
drop policy if exists chief_notes on komsu.inspection_control;
create policy chief_notes on komsu.inspection_control for insert to komsu_chief with check (
  officer_id = (select komsu.current_officer_id()) and action in ('return', 'pass')
  and exists (select from komsu.inspection i where i.id = inspection_id));

-- A fact of an inspection is the inspector's word, written down when the chief passes it on.
do $$
declare t text;
begin
  foreach t in array array['income', 'dwelling_fact', 'health_fact', 'schooling_fact', 'asset_fact', 'employment_fact', 'expense_fact', 'status_fact'] loop
    execute format('drop policy if exists chief_passes_on on komsu.%I', t);
    execute format('create policy chief_passes_on on komsu.%1$I for insert to komsu_chief with check (provenance = ''inspection''
      and exists (select from komsu.inspection i where i.household_id = %1$I.household_id and i.inspector_id = %1$I.recorded_by
        and i.control = ''awaiting''))', t);
  end loop;
end $$;
