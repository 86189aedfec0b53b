-- Search and changes of the household file (continues 40 and 41).
do $$
declare officer_role text; t text;
begin
  foreach officer_role in array array['intake', 'chief', 'inspector', 'commission'] loop
    execute format('grant select on komsu.name_token to komsu_%I', officer_role);
    execute format('grant execute on function komsu.hits_by_name(jsonb, text, bigint[], integer), komsu.hits_by_national_id(text),
      komsu.hits_by_phone(text, integer), komsu.hits_by_number(text, integer), komsu.hits_by_address(bigint[], text, text, integer),
      komsu.files_last_read(integer), komsu.opening_of(bigint) to komsu_%I', officer_role);
    -- A file joined into another is read with it: whoever sees an application of the one sees the other.
    execute format('drop policy if exists %I on komsu.household', officer_role || '_joined');
    execute format('create policy %I on komsu.household for select to komsu_%I using (joined_into_id is not null and (
      exists (select from komsu.application a where a.household_id = household.joined_into_id)
      or joined_into_id = any ((select komsu.opened_files())::bigint[])))', officer_role || '_joined', officer_role);
  end loop;
  foreach officer_role in array array['intake', 'chief'] loop
    execute format('grant execute on function komsu.person_elsewhere(text) to komsu_%I', officer_role);
  end loop;
end $$;
