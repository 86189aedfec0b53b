-- Cluster-wide roles. None of them owns anything; the owner is whoever runs `komsu migrate`.
-- komsu_app is what the server logs in as; it may only *become* the others, one transaction at a time.
do $$
declare role_name text;
begin
  foreach role_name in array array[
    'komsu_app', 'komsu_gate', 'komsu_map', 'komsu_publisher', 'komsu_counter', 'komsu_scorer', 'komsu_linker', 'komsu_manager', 'komsu_planner', 'komsu_analyst',
    'komsu_intake', 'komsu_chief', 'komsu_inspector', 'komsu_commission', 'komsu_fulfilment', 'komsu_warehouse',
    'komsu_dispatcher', 'komsu_secretary', 'komsu_psychologist', 'komsu_auditor', 'komsu_admin'
  ] loop
    begin
      if not exists (select from pg_roles where rolname = role_name) then
        execute format('create role %I nologin noinherit', role_name);
      end if;
    exception when duplicate_object or unique_violation then
      null; -- another database of the cluster was faster
    end;
    if role_name <> 'komsu_app' and not pg_has_role('komsu_app', role_name, 'member') then
      execute format('grant %I to komsu_app', role_name);
    end if;
    if current_setting('server_version_num')::int >= 160000 then
      -- Since 16 whoever makes a role may hand it on, but may not become it without a grant that says so.
      if not pg_has_role(current_user, role_name, 'SET') then
        execute format('grant %I to %I with set true, inherit false', role_name, current_user);
      end if;
    elsif not pg_has_role(current_user, role_name, 'member') then
      execute format('grant %I to %I', role_name, current_user);
    end if;
  end loop;
  -- A temporary table would be found before the real one of its name; only the owner's loaders need any. Here, because what
  -- a database itself grants comes with no backup and no template.
  execute format('revoke temporary on database %I from public, komsu_publisher', current_database());
end $$;
