-- For the auditor, who sees no household: from a file or T.C. number to the keys its audit events are kept under.
create or replace function komsu.find_file(term text) returns bigint
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select coalesce(
    (select id from household where file_no = term),
    (select household_id from person where national_id = term),
    (select id from household where id::text = term))
$$;
comment on function komsu.find_file is 'Key of the file with this file number, T.C. number of a member, or key; null when there is none.';
revoke all on function komsu.find_file from public;

create or replace function komsu.subjects_of_file(wanted bigint) returns table (subject_type text, subject_id text)
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select 'household', wanted::text
  union all select 'person', id::text from person where household_id = wanted
  union all select 'application', id::text from application where household_id = wanted
  union all select 'inspection', id::text from inspection where household_id = wanted
  union all select 'need_score', id::text from need_score where household_id = wanted
  union all select 'attachment', id::text from attachment where household_id = wanted
  union all select 'proposed_change', id::text from proposed_change where household_id = wanted
$$;
comment on function komsu.subjects_of_file is 'Everything of a file under which audit events are kept; keys only.';
revoke all on function komsu.subjects_of_file from public;
