-- For the admin, who sees no person: whether a declared relative is someone we know.
create or replace function komsu.is_registered(number text) returns boolean
language sql stable security definer set search_path = komsu, pg_temp
as $$ select exists (select from person where national_id = number) $$;
comment on function komsu.is_registered is 'Whether a person with this T.C. number is in the registry; nothing else about them.';
revoke all on function komsu.is_registered from public;
