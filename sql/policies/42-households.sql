-- Search and changes of the household file (continues 40 and 41).
do $$
declare officer_role text; t text;
begin
  foreach officer_role in array array['intake', 'chief', 'inspector', 'commission'] loop
    execute format('grant select on komsu.name_token to komsu_%I', officer_role);
    execute format('grant execute on function komsu.hits_by_name(jsonb, text, bigint[], integer), komsu.hits_by_national_id(text),
      komsu.hits_by_phone(text, integer), komsu.hits_by_number(text, integer), komsu.hits_by_address(bigint[], text, text, integer),
      komsu.files_last_read(integer), komsu.opening_of(bigint),
      komsu.open_duplicates_of(bigint[]) to komsu_%I', officer_role);
    -- A file joined into another is read with it: whoever sees an application of the one sees the other.
    execute format('drop policy if exists %I on komsu.household', officer_role || '_joined');
    execute format('create policy %I on komsu.household for select to komsu_%I using (joined_into_id is not null and (
      exists (select from komsu.application a where a.household_id = household.joined_into_id)
      or joined_into_id = any ((select komsu.opened_files())::bigint[])))', officer_role || '_joined', officer_role);
  end loop;
  foreach officer_role in array array['intake', 'chief'] loop
    execute format('grant execute on function komsu.person_elsewhere(text), komsu.count_open_applications(bigint[]) to komsu_%I', officer_role);
  end loop;
end $$;

-- Facts about people go where the people go: only the household (and, of two records of one human being, the person) of a
-- fact changes, only between files the officer sees. The chief does what accepting a proposal needs, and makes no files.
do $$
declare officer_role text; t text;
begin
  foreach officer_role in array array['intake', 'chief'] loop
    foreach t in array array['income', 'health_fact', 'schooling_fact', 'asset_fact', 'employment_fact', 'expense_fact', 'status_fact', 'contact', 'guardian'] loop
      execute format('grant update (household_id) on komsu.%I to komsu_%I', t, officer_role);
      execute format('drop policy if exists %I on komsu.%I', officer_role || '_carries', t);
      execute format('create policy %I on komsu.%I for update to komsu_%I
        using (exists (select from komsu.household h where h.id = %I.household_id))
        with check (exists (select from komsu.household h where h.id = %I.household_id))', officer_role || '_carries', t, officer_role, t, t);
    end loop;
    foreach t in array array['income', 'health_fact', 'schooling_fact', 'employment_fact', 'status_fact', 'contact'] loop
      execute format('grant update (person_id) on komsu.%I to komsu_%I', t, officer_role);
    end loop;
  end loop;
end $$;
grant update (address_id, district_id, neighbourhood_id, street_id, flat_no, dissolved_on) on komsu.household to komsu_chief;
drop policy if exists chief_changes on komsu.household;
create policy chief_changes on komsu.household for update to komsu_chief
  using (id = any ((select komsu.opened_files())::bigint[]) or exists (select from komsu.application a where a.household_id = household.id))
  with check (joined_into_id is null);
drop policy if exists chief_makes on komsu.household;
create policy chief_makes on komsu.household for insert to komsu_chief with check (joined_into_id is null and dissolved_on is null and not is_synthetic);
grant insert on komsu.household, komsu.person, komsu.address, komsu.household_membership to komsu_chief;
grant usage on sequence komsu.household_id_seq, komsu.person_id_seq, komsu.address_id_seq to komsu_chief;
grant update (household_id, household_role, national_id, given_name, family_name, name_key, sex, born_on, died_on) on komsu.person to komsu_chief;
drop policy if exists chief_makes on komsu.address;
create policy chief_makes on komsu.address for insert to komsu_chief with check (true);
drop policy if exists chief_adds on komsu.person;
create policy chief_adds on komsu.person for insert to komsu_chief with check (added_by = (select komsu.current_officer_id())
  and exists (select from komsu.household h where h.id = person.household_id));
drop policy if exists chief_changes on komsu.person;
create policy chief_changes on komsu.person for update to komsu_chief using (exists (select from komsu.household h where h.id = person.household_id))
  with check (exists (select from komsu.household h where h.id = person.household_id));
drop policy if exists chief_adds on komsu.household_membership;
create policy chief_adds on komsu.household_membership for insert to komsu_chief with check (recorded_by = (select komsu.current_officer_id())
  and exists (select from komsu.household h where h.id = household_membership.household_id));
grant update (district_id) on komsu.application to komsu_chief;
grant execute on function komsu.person_words(text, date) to komsu_intake, komsu_chief;
grant execute on function komsu.known_people(text[]), komsu.neighbourhood_at(double precision, double precision), komsu.address_at(bigint, text),
  komsu.street_middle(bigint) to komsu_chief;

-- Files joined into one that is joined now are pointed to the last one.
drop policy if exists intake_redirects on komsu.household;
create policy intake_redirects on komsu.household for update to komsu_intake
  using (joined_into_id is not null and (exists (select from komsu.application a where a.household_id = household.joined_into_id)
    or joined_into_id = any ((select komsu.opened_files())::bigint[]))) with check (joined_into_id is not null);
