-- Least privilege: what each role may touch at all. Rows are narrowed further by row-level security (30-…).
-- The files of this folder are applied all together (sql/migrate.ts), so this one begins by taking everything back: what a
-- former version granted does not stay. Tile functions carry their own grants (sql/tiles).
revoke all on schema komsu, published, tile from public;
revoke all on all tables in schema komsu, published, tile from public;
revoke execute on all functions in schema komsu, published, tile from public;
revoke create on schema public from public;
do $$
declare role_name text;
begin
  foreach role_name in array array['komsu_app', 'komsu_gate', 'komsu_map', 'komsu_publisher', 'komsu_counter', 'komsu_scorer', 'komsu_linker', 'komsu_manager', 'komsu_planner',
    'komsu_analyst', 'komsu_intake', 'komsu_chief', 'komsu_inspector', 'komsu_commission', 'komsu_fulfilment', 'komsu_warehouse',
    'komsu_dispatcher', 'komsu_secretary', 'komsu_psychologist', 'komsu_auditor', 'komsu_admin'] loop
    execute format('revoke all on all tables in schema komsu, published, tile from %I', role_name);
    execute format('revoke all on all sequences in schema komsu, published, tile from %I', role_name);
    execute format('revoke execute on all functions in schema komsu, published from %I', role_name);
  end loop;
end $$;

do $$
declare officer_role text;
begin
  foreach officer_role in array array['manager', 'planner', 'analyst', 'intake', 'chief', 'inspector', 'commission', 'fulfilment',
    'warehouse', 'dispatcher', 'secretary', 'psychologist', 'auditor', 'admin'] loop
    execute format('grant usage on schema komsu, published to komsu_%I', officer_role);
    execute format('grant select on komsu.province, komsu.district, komsu.neighbourhood, komsu.street, komsu.area_population,
      komsu.boundary_vintage, komsu.aid_type, komsu.parameter, komsu.point, komsu.data_version to komsu_%I', officer_role);
    execute format('grant select on all tables in schema published to komsu_%I', officer_role);
    execute format('grant insert (officer_id, acting_role, action, subject_type, subject_id, ground, detail, request_id)
      on komsu.audit_event to komsu_%I', officer_role); -- when it was is not theirs to say
    execute format('grant execute on function komsu.current_officer_id(), komsu.works_in_all_districts(), komsu.scope_districts() to komsu_%I', officer_role);
  end loop;
end $$;

-- The gate: signing in and out. Nothing of casework.
grant usage on schema komsu to komsu_gate;
grant select on komsu.officer, komsu.officer_role, komsu.officer_district, komsu.district to komsu_gate;
grant select, insert, update (last_seen_at), delete on komsu.session to komsu_gate;
grant select, insert, delete on komsu.login_attempt to komsu_gate;
grant insert (officer_id, acting_role, action, subject_type, subject_id, ground, detail, request_id) on komsu.audit_event to komsu_gate;
grant execute on function komsu.current_officer_id() to komsu_gate;

-- The map: published figures, drawn geometry, names of places. No table with a person in it.
grant usage on schema komsu, published, tile to komsu_map;
grant select on all tables in schema published, tile to komsu_map;
grant select on komsu.province, komsu.district, komsu.neighbourhood, komsu.street, komsu.area_population, komsu.boundary_vintage,
  komsu.point, komsu.data_version to komsu_map;

-- The publisher reads casework to count it, and of it only what is counted: no name, number, address, form or amount given.
-- It writes only what is published.
grant usage on schema komsu, published to komsu_publisher;
grant select on komsu.parameter, komsu.data_version to komsu_publisher;
grant select (id, neighbourhood_id, street_id, formed_on, dissolved_on, is_synthetic) on komsu.household to komsu_publisher;
grant select (household_id, born_on, died_on) on komsu.person to komsu_publisher;
grant select (id, household_id, person_id, source, monthly_kurus, valid_from, valid_to, recorded_at) on komsu.income to komsu_publisher;
grant select (id, household_id, status, received_on, closed_on) on komsu.application to komsu_publisher;
grant select (id, application_id, household_id, visited_on) on komsu.inspection to komsu_publisher;
grant select (id, inspection_id, household_id, total, scored_on) on komsu.need_score to komsu_publisher;
grant select (application_id, household_id, outcome, months, decided_on) on komsu.decision to komsu_publisher;
grant select (household_id, given_on, giver) on komsu.aid to komsu_publisher;
grant select, insert, update, delete on all tables in schema published to komsu_publisher;
grant update (version, changed_at) on komsu.data_version to komsu_publisher;

-- Casework, as far as the map needs it; the next issues widen this table by table.
do $$
declare officer_role text;
begin
  foreach officer_role in array array['intake', 'chief', 'inspector', 'commission', 'fulfilment'] loop
    execute format('grant select on komsu.household, komsu.person, komsu.address, komsu.application, komsu.request, komsu.inspection,
      komsu.need_score, komsu.decision, komsu.aid to komsu_%I', officer_role);
  end loop;
  foreach officer_role in array array['intake', 'inspector', 'commission'] loop
    execute format('grant select on komsu.income, komsu.dwelling_fact, komsu.health_fact, komsu.schooling_fact, komsu.asset_fact to komsu_%I', officer_role);
  end loop;
end $$;

grant select on komsu.audit_event, komsu.officer, komsu.officer_role, komsu.officer_district to komsu_auditor;
revoke select on komsu.officer from komsu_auditor;
grant select (id, username, display_name, is_active, is_demo, created_at) on komsu.officer to komsu_auditor;
grant select (id, username, display_name, is_active, is_demo, created_at), insert, update (display_name, password_hash, is_active) on komsu.officer to komsu_admin;
grant select, insert, update, delete on komsu.officer_role, komsu.officer_district to komsu_admin;
grant select, insert on komsu.parameter to komsu_admin;
grant select on komsu.import_batch to komsu_admin;
