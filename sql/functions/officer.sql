-- Who acts in this transaction (set by asOfficer), and where they may work.
create or replace function komsu.current_officer_id() returns bigint
language sql stable parallel safe
as $$ select nullif(current_setting('komsu.officer_id', true), '')::bigint $$;
comment on function komsu.current_officer_id is 'Officer of the transaction; null outside one.';

-- Definer's rights: scope is read from tables the acting role itself may not see.
create or replace function komsu.works_in_all_districts() returns boolean
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select exists (
    select from officer_role
    where officer_id = current_officer_id() and all_districts and 'komsu_' || role = current_setting('role', true)
  )
$$;
comment on function komsu.works_in_all_districts is 'Whether the acting role of the officer has no district limit.';

create or replace function komsu.scope_districts() returns bigint[]
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select case when works_in_all_districts()
    then (select coalesce(array_agg(id), '{}') from district)
    else (select coalesce(array_agg(district_id), '{}') from officer_district where officer_id = current_officer_id()) end
$$;
comment on function komsu.scope_districts is 'Districts the acting officer may work in; empty when none.';
