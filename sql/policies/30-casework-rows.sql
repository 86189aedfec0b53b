-- Which rows a role sees: only households with a case there for that role, only in the officer's districts.
-- Owners (migrations, loaders) are not subject to it; the publisher counts everything and shows nothing.
do $$
declare t text;
begin
  foreach t in array array['household', 'person', 'income', 'dwelling_fact', 'health_fact', 'schooling_fact', 'asset_fact',
    'application', 'request', 'inspection', 'need_score', 'decision', 'aid'] loop
    execute format('alter table komsu.%I enable row level security', t);
    execute format('drop policy if exists publisher_counts on komsu.%I', t);
  end loop;
  foreach t in array array['household', 'person', 'income', 'application', 'inspection', 'need_score', 'decision', 'aid'] loop
    execute format('create policy publisher_counts on komsu.%I for select to komsu_publisher using (true)', t);
  end loop;
end $$;

drop policy if exists intake_sees on komsu.application;
create policy intake_sees on komsu.application for select to komsu_intake
  using (district_id = any ((select komsu.scope_districts())::bigint[]));

drop policy if exists chief_sees on komsu.application;
create policy chief_sees on komsu.application for select to komsu_chief
  using (status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'ineligible')
    and district_id = any ((select komsu.scope_districts())::bigint[]));

drop policy if exists inspector_sees on komsu.application;
create policy inspector_sees on komsu.application for select to komsu_inspector
  using (assigned_officer_id = (select komsu.current_officer_id())
    and status in ('assigned', 'in_inspection', 'inspected')
    and district_id = any ((select komsu.scope_districts())::bigint[]));

drop policy if exists commission_sees on komsu.application;
create policy commission_sees on komsu.application for select to komsu_commission
  using (status in ('before_commission', 'granted', 'refused', 'terminated')
    and district_id = any ((select komsu.scope_districts())::bigint[]));

drop policy if exists fulfilment_sees on komsu.application;
create policy fulfilment_sees on komsu.application for select to komsu_fulfilment
  using (status = 'granted' and district_id = any ((select komsu.scope_districts())::bigint[]));

-- A household is seen by whoever sees one of its applications; everything about it follows the household.
do $$
declare officer_role text; t text;
begin
  foreach officer_role in array array['intake', 'chief', 'inspector', 'commission', 'fulfilment'] loop
    execute format('grant execute on function komsu.sees_household(bigint), komsu.sees_application(bigint) to komsu_%I', officer_role);
    execute format('drop policy if exists %I on komsu.household', officer_role || '_sees');
    execute format('create policy %I on komsu.household for select to komsu_%I
      using (exists (select from komsu.application a where a.household_id = household.id))', officer_role || '_sees', officer_role);
    foreach t in array array['person', 'income', 'dwelling_fact', 'health_fact', 'schooling_fact', 'asset_fact', 'inspection',
      'need_score', 'decision', 'aid'] loop
      execute format('drop policy if exists %I on komsu.%I', officer_role || '_sees', t);
      execute format('create policy %I on komsu.%I for select to komsu_%I
        using (komsu.sees_household(%I.household_id))', officer_role || '_sees', t, officer_role, t);
    end loop;
    execute format('drop policy if exists %I on komsu.request', officer_role || '_sees');
    execute format('create policy %I on komsu.request for select to komsu_%I
      using (komsu.sees_application(request.application_id))', officer_role || '_sees', officer_role);
  end loop;
end $$;

-- An address is seen only where a household seen lives at it.
alter table komsu.address enable row level security;
drop policy if exists publisher_counts on komsu.address;
do $$
declare officer_role text;
begin
  foreach officer_role in array array['intake', 'chief', 'inspector', 'commission', 'fulfilment'] loop
    execute format('drop policy if exists %I on komsu.address', officer_role || '_sees');
    execute format('create policy %I on komsu.address for select to komsu_%I
      using (exists (select from komsu.household h where h.address_id = address.id))', officer_role || '_sees', officer_role);
  end loop;
end $$;

-- Audit: everyone adds in their own name and the role they act in, the gate for whoever knocks; only the auditor reads.
alter table komsu.audit_event enable row level security;
drop policy if exists adds_own on komsu.audit_event;
create policy adds_own on komsu.audit_event for insert
  with check ((officer_id = (select komsu.current_officer_id()) and 'komsu_' || acting_role = current_setting('role', true))
    or (current_setting('role', true) = 'komsu_gate' and acting_role = 'system'));
drop policy if exists auditor_reads on komsu.audit_event;
create policy auditor_reads on komsu.audit_event for select to komsu_auditor using (true);
