-- Which rows of the tables of casework (continues 30-…): whoever sees the household sees what belongs to it.
do $$
declare officer_role text; t text;
begin
  foreach t in array array['application_receipt', 'application_document', 'contact', 'employment_fact', 'expense_fact', 'status_fact', 'fact_end',
    'household_event', 'household_membership', 'guardian', 'proposed_change', 'attachment', 'attachment_content', 'assignment', 'inspection_control',
    'intake_draft', 'web_application', 'file_access', 'idempotency', 'notification', 'duplicate_candidate', 'weekly_plan', 'weekly_plan_item', 'officer_absence'] loop
    execute format('alter table komsu.%I enable row level security', t);
  end loop;
  foreach officer_role in array array['intake', 'chief', 'inspector', 'commission'] loop
    foreach t in array array['contact', 'employment_fact', 'expense_fact', 'status_fact', 'fact_end', 'household_event', 'household_membership',
      'guardian', 'proposed_change', 'attachment'] loop
      execute format('drop policy if exists %I on komsu.%I', officer_role || '_sees', t);
      execute format('create policy %I on komsu.%I for select to komsu_%I
        using (komsu.sees_household(%I.household_id))', officer_role || '_sees', t, officer_role, t);
    end loop;
    foreach t in array array['application_receipt', 'application_document', 'assignment'] loop
      execute format('drop policy if exists %I on komsu.%I', officer_role || '_sees', t);
      execute format('create policy %I on komsu.%I for select to komsu_%I
        using (komsu.sees_application(%I.application_id))', officer_role || '_sees', t, officer_role, t);
    end loop;
    execute format('drop policy if exists %I on komsu.inspection_control', officer_role || '_sees');
    execute format('create policy %I on komsu.inspection_control for select to komsu_%I
      using (exists (select from komsu.inspection i where i.id = inspection_id))', officer_role || '_sees', officer_role);
    execute format('drop policy if exists %I on komsu.attachment_content', officer_role || '_sees');
    execute format('create policy %I on komsu.attachment_content for select to komsu_%I
      using (exists (select from komsu.attachment a where a.id = attachment_id))', officer_role || '_sees', officer_role);
    -- Nobody sees or acts on the file of a relative.
    execute format('drop policy if exists %I on komsu.household', officer_role || '_not_relatives');
    execute format('create policy %I on komsu.household as restrictive to komsu_%I
      using (id <> all ((select komsu.relatives_files())::bigint[]))', officer_role || '_not_relatives', officer_role);
    execute format('drop policy if exists %I on komsu.application', officer_role || '_not_relatives');
    execute format('create policy %I on komsu.application as restrictive to komsu_%I
      using (household_id <> all ((select komsu.relatives_files())::bigint[]))', officer_role || '_not_relatives', officer_role);
  end loop;
  -- A file opened on a ground is seen while the ground lasts.
  foreach officer_role in array array['intake', 'chief'] loop
    execute format('drop policy if exists %I on komsu.household', officer_role || '_opened');
    execute format('create policy %I on komsu.household for select to komsu_%I
      using (id = any ((select komsu.opened_files())::bigint[]))', officer_role || '_opened', officer_role);
    execute format('drop policy if exists %I on komsu.application', officer_role || '_opened');
    execute format('create policy %I on komsu.application for select to komsu_%I
      using (household_id = any ((select komsu.opened_files())::bigint[]))', officer_role || '_opened', officer_role);
    -- Facts are written where the file is seen, in one's own name.
    foreach t in array array['income', 'dwelling_fact', 'health_fact', 'schooling_fact', 'asset_fact', 'employment_fact', 'expense_fact', 'status_fact',
      'contact', 'fact_end'] loop
      execute format('drop policy if exists %I on komsu.%I', officer_role || '_adds', t);
      execute format('create policy %I on komsu.%I for insert to komsu_%I with check (recorded_by = (select komsu.current_officer_id())
        and komsu.sees_household(%I.household_id))', officer_role || '_adds', t, officer_role, t);
    end loop;
    execute format('drop policy if exists %I on komsu.proposed_change', officer_role || '_decides');
    execute format('create policy %I on komsu.proposed_change for update to komsu_%I
      using (state = ''open'' and komsu.sees_household(proposed_change.household_id))
      with check (decided_by = (select komsu.current_officer_id()) and decided_by is distinct from proposed_by)', officer_role || '_decides', officer_role);
  end loop;
  foreach officer_role in array array['intake', 'chief', 'inspector'] loop
    execute format('drop policy if exists %I on komsu.household_event', officer_role || '_adds');
    execute format('create policy %I on komsu.household_event for insert to komsu_%I with check (recorded_by = (select komsu.current_officer_id())
      and komsu.sees_household(household_event.household_id))', officer_role || '_adds', officer_role);
  end loop;
  foreach officer_role in array array['intake', 'inspector'] loop
    execute format('drop policy if exists %I on komsu.proposed_change', officer_role || '_proposes');
    execute format('create policy %I on komsu.proposed_change for insert to komsu_%I with check (state = ''open'' and decided_by is null
      and proposed_by = (select komsu.current_officer_id()) and komsu.sees_household(proposed_change.household_id))',
      officer_role || '_proposes', officer_role);
  end loop;
end $$;

-- An update says for itself which rows it may touch: without a WHERE the policies of select are not asked.
-- Intake takes applications for the whole province; what they took they see.
drop policy if exists intake_received on komsu.application;
create policy intake_received on komsu.application for select to komsu_intake using (received_by = (select komsu.current_officer_id()));
drop policy if exists intake_submits on komsu.application;
-- By the files opened, not by the household seen: its policies ask for applications in turn, which PostgreSQL refuses as a recursion.
create policy intake_submits on komsu.application for insert to komsu_intake with check (status = 'awaiting_inquiry'
  and received_by = (select komsu.current_officer_id()) and household_id = any ((select komsu.opened_files())::bigint[]));
drop policy if exists intake_changes on komsu.application;
create policy intake_changes on komsu.application for update to komsu_intake
  using (district_id = any ((select komsu.scope_districts())::bigint[]) or received_by = (select komsu.current_officer_id())
    or household_id = any ((select komsu.opened_files())::bigint[])) with check (true);
drop policy if exists chief_moves on komsu.application;
create policy chief_moves on komsu.application for update to komsu_chief
  using (status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected')
    and district_id = any ((select komsu.scope_districts())::bigint[])) with check (true);
drop policy if exists inspector_moves on komsu.application;
create policy inspector_moves on komsu.application for update to komsu_inspector
  using (assigned_officer_id = (select komsu.current_officer_id()) or second_officer_id = (select komsu.current_officer_id()))
  with check (assigned_officer_id = (select komsu.current_officer_id()) or second_officer_id = (select komsu.current_officer_id()));
drop policy if exists inspector_second on komsu.application;
create policy inspector_second on komsu.application for select to komsu_inspector
  using (second_officer_id = (select komsu.current_officer_id()) and status in ('assigned', 'in_inspection', 'inspected'));

-- New files: anywhere in the province; seen through komsu.open_file('new_file') of the same transaction.
drop policy if exists intake_makes on komsu.household;
create policy intake_makes on komsu.household for insert to komsu_intake with check (joined_into_id is null and dissolved_on is null and not is_synthetic);
drop policy if exists intake_changes on komsu.household;
create policy intake_changes on komsu.household for update to komsu_intake
  using (id = any ((select komsu.opened_files())::bigint[]) or exists (select from komsu.application a where a.household_id = household.id))
  with check (true);
drop policy if exists intake_makes on komsu.address;
create policy intake_makes on komsu.address for insert to komsu_intake with check (true);
drop policy if exists intake_adds on komsu.person;
create policy intake_adds on komsu.person for insert to komsu_intake with check (added_by = (select komsu.current_officer_id())
  and komsu.sees_household(person.household_id));
drop policy if exists intake_changes on komsu.person;
create policy intake_changes on komsu.person for update to komsu_intake
  using (komsu.sees_household(person.household_id))
  with check (komsu.sees_household(person.household_id));
do $$
declare t text;
begin
  foreach t in array array['household_membership', 'guardian'] loop
    execute format('drop policy if exists intake_adds on komsu.%I', t);
    execute format('create policy intake_adds on komsu.%I for insert to komsu_intake with check (recorded_by = (select komsu.current_officer_id())
      and komsu.sees_household(%I.household_id))', t, t);
  end loop;
end $$;
drop policy if exists intake_changes on komsu.guardian;
create policy intake_changes on komsu.guardian for update to komsu_intake
  using (komsu.sees_household(guardian.household_id)) with check (true);
drop policy if exists intake_adds on komsu.application_receipt;
create policy intake_adds on komsu.application_receipt for insert to komsu_intake with check (received_by = (select komsu.current_officer_id())
  and komsu.sees_application(application_id));
drop policy if exists intake_adds on komsu.request;
create policy intake_adds on komsu.request for insert to komsu_intake with check (added_by = (select komsu.current_officer_id())
  and komsu.sees_application(application_id));
drop policy if exists intake_changes on komsu.request;
create policy intake_changes on komsu.request for update to komsu_intake
  using (withdrawn_on is null and komsu.sees_application(application_id)) with check (withdrawn_by = (select komsu.current_officer_id()));
drop policy if exists intake_adds on komsu.application_document;
create policy intake_adds on komsu.application_document for insert to komsu_intake with check (komsu.sees_application(application_id));
drop policy if exists intake_changes on komsu.application_document;
create policy intake_changes on komsu.application_document for update to komsu_intake
  using (komsu.sees_application(application_id)) with check (recorded_by = (select komsu.current_officer_id()));

-- One's own alone: drafts, keys of deeds, notices.
drop policy if exists own on komsu.intake_draft;
create policy own on komsu.intake_draft to komsu_intake using (officer_id = (select komsu.current_officer_id())) with check (officer_id = (select komsu.current_officer_id()));
drop policy if exists own on komsu.idempotency;
create policy own on komsu.idempotency using (officer_id = (select komsu.current_officer_id())) with check (officer_id = (select komsu.current_officer_id()));
drop policy if exists own on komsu.notification;
create policy own on komsu.notification for select using (officer_id = (select komsu.current_officer_id()));
drop policy if exists own_read on komsu.notification;
create policy own_read on komsu.notification for update using (officer_id = (select komsu.current_officer_id())) with check (true);
drop policy if exists tells on komsu.notification;
create policy tells on komsu.notification for insert with check (read_at is null);

-- The public form.
drop policy if exists counter_takes on komsu.web_application;
create policy counter_takes on komsu.web_application for insert to komsu_counter with check (state = 'new' and application_id is null and reviewed_by is null and answer is null);
drop policy if exists intake_reviews on komsu.web_application;
create policy intake_reviews on komsu.web_application for select to komsu_intake
  using (district_id is null or district_id = any ((select komsu.scope_districts())::bigint[]) or reviewed_by = (select komsu.current_officer_id()));
drop policy if exists intake_answers on komsu.web_application;
create policy intake_answers on komsu.web_application for update to komsu_intake
  using (state in ('new', 'in_review') and (district_id is null or district_id = any ((select komsu.scope_districts())::bigint[])))
  with check (reviewed_by = (select komsu.current_officer_id()));

drop policy if exists auditor_reads on komsu.file_access;
create policy auditor_reads on komsu.file_access for select to komsu_auditor using (true);

-- The scorer counts everything and shows no household.
do $$
declare t text;
begin
  foreach t in array array['household', 'person', 'income', 'dwelling_fact', 'health_fact', 'schooling_fact', 'asset_fact', 'employment_fact',
    'expense_fact', 'status_fact', 'application', 'inspection', 'need_score', 'decision'] loop
    execute format('drop policy if exists scorer_counts on komsu.%I', t);
    execute format('create policy scorer_counts on komsu.%I for select to komsu_scorer using (true)', t);
  end loop;
end $$;

-- Who pays or delivers is nobody's relative either.
drop policy if exists fulfilment_not_relatives on komsu.household;
create policy fulfilment_not_relatives on komsu.household as restrictive to komsu_fulfilment
  using (id <> all ((select komsu.relatives_files())::bigint[]));
drop policy if exists fulfilment_not_relatives on komsu.application;
create policy fulfilment_not_relatives on komsu.application as restrictive to komsu_fulfilment
  using (household_id <> all ((select komsu.relatives_files())::bigint[]));
