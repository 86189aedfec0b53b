-- Least privilege: what each role may touch at all. Rows are narrowed further by row-level security (30-…).
revoke all on schema komsu, published, tile from public;
revoke all on all tables in schema komsu, published, tile from public;
revoke execute on all functions in schema komsu, tile from public;

do $$
declare officer_role text;
begin
  foreach officer_role in array array['manager', 'planner', 'analyst', 'intake', 'chief', 'inspector', 'commission', 'fulfilment',
    'warehouse', 'dispatcher', 'secretary', 'psychologist', 'auditor', 'admin'] loop
    execute format('grant usage on schema komsu, published to komsu_%I', officer_role);
    execute format('grant select on komsu.province, komsu.district, komsu.neighbourhood, komsu.street, komsu.area_population,
      komsu.boundary_vintage, komsu.aid_type, komsu.parameter, komsu.point, komsu.data_version to komsu_%I', officer_role);
    execute format('grant select on all tables in schema published to komsu_%I', officer_role);
    execute format('grant insert on komsu.audit_event to komsu_%I', officer_role);
    execute format('grant execute on function komsu.current_officer_id(), komsu.works_in_all_districts(), komsu.scope_districts() to komsu_%I', officer_role);
  end loop;
end $$;

-- The gate: signing in and out. Nothing of casework.
grant usage on schema komsu to komsu_gate;
grant select on komsu.officer, komsu.officer_role, komsu.officer_district, komsu.district to komsu_gate;
grant select, insert, update, delete on komsu.session to komsu_gate;
grant select, insert, delete on komsu.login_attempt to komsu_gate;
grant insert on komsu.audit_event to komsu_gate;
grant execute on function komsu.current_officer_id() to komsu_gate;

-- The map: published figures, drawn geometry, names of places. No table with a person in it.
grant usage on schema komsu, published, tile to komsu_map;
grant select on all tables in schema published, tile to komsu_map;
grant execute on all functions in schema tile to komsu_map;
grant select on komsu.province, komsu.district, komsu.neighbourhood, komsu.street, komsu.area_population, komsu.boundary_vintage,
  komsu.point, komsu.data_version to komsu_map;

-- The publisher reads casework to count it and writes only what is published.
grant usage on schema komsu, published to komsu_publisher;
grant select on all tables in schema komsu to komsu_publisher;
revoke select on komsu.officer, komsu.officer_role, komsu.officer_district, komsu.session, komsu.login_attempt, komsu.audit_event from komsu_publisher;
grant select, insert, update, delete on all tables in schema published to komsu_publisher;
grant update on komsu.data_version to komsu_publisher;

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
do $$ begin execute format('grant temporary on database %I to komsu_publisher', current_database()); end $$;
