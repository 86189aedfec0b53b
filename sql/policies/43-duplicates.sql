-- Duplicate tasks: seen by intake and chief of either file's district, never of a relative's file; found by the linker.
do $$
declare officer_role text; t text;
begin
  foreach officer_role in array array['intake', 'chief'] loop
    execute format('grant select, update (state, decided_by, decided_at, reason, request_id) on komsu.duplicate_candidate to komsu_%I', officer_role);
    execute format('grant execute on function komsu.candidate_files(bigint[]) to komsu_%I', officer_role);
    execute format('drop policy if exists %I on komsu.duplicate_candidate', officer_role || '_sees');
    execute format('create policy %I on komsu.duplicate_candidate for select to komsu_%I
      using ((district_a = any ((select komsu.scope_districts())::bigint[]) or district_b = any ((select komsu.scope_districts())::bigint[]))
        and household_a <> all ((select komsu.relatives_files())::bigint[]) and household_b <> all ((select komsu.relatives_files())::bigint[]))',
      officer_role || '_sees', officer_role);
    -- Decided once: "different" is remembered, "same" stands; "later" stays open. Only in one's own name.
    execute format('drop policy if exists %I on komsu.duplicate_candidate', officer_role || '_decides');
    execute format('create policy %I on komsu.duplicate_candidate for update to komsu_%I using (state in (''open'', ''later'')
        and (district_a = any ((select komsu.scope_districts())::bigint[]) or district_b = any ((select komsu.scope_districts())::bigint[])))
      with check (decided_by = (select komsu.current_officer_id()))', officer_role || '_decides', officer_role);
  end loop;

  -- The linker compares: it reads who lives where, no income, illness or decision, and writes only candidates.
  execute 'grant usage on schema komsu to komsu_linker';
  execute 'grant select (id, address_id, district_id, neighbourhood_id, street_id, flat_no, dissolved_on, joined_into_id) on komsu.household to komsu_linker';
  execute 'grant select (id, household_id, given_name, family_name, name_key, born_on) on komsu.person to komsu_linker';
  execute 'grant select (household_id, kind, value_key, valid_to) on komsu.contact to komsu_linker';
  execute 'grant select on komsu.name_token, komsu.linkage_parameters to komsu_linker';
  execute 'grant select, insert, update (person_a, person_b, kind, weight, probability, because, parameters_version, found_at) on komsu.duplicate_candidate to komsu_linker';
  execute 'grant execute on function komsu.person_words(text, date) to komsu_linker';
  foreach t in array array['household', 'person', 'contact'] loop
    execute format('drop policy if exists linker_compares on komsu.%I', t);
    execute format('create policy linker_compares on komsu.%I for select to komsu_linker using (true)', t);
  end loop;
  execute 'drop policy if exists linker_finds on komsu.duplicate_candidate';
  execute 'create policy linker_finds on komsu.duplicate_candidate to komsu_linker using (true) with check (state = ''open'')';
end $$;
