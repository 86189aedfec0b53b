-- Tasks follow the files they are about.
create or replace function komsu.keep_candidate_districts() returns trigger
language plpgsql security definer set search_path = komsu, pg_temp
as $$
begin
  select district_id into new.district_a from household where id = new.household_a;
  select district_id into new.district_b from household where id = new.household_b;
  return new;
end $$;
comment on function komsu.keep_candidate_districts is 'Gives a duplicate candidate the districts of its files.';
drop trigger if exists keeps_districts on komsu.duplicate_candidate;
create trigger keeps_districts before insert on komsu.duplicate_candidate for each row execute function komsu.keep_candidate_districts();

create or replace function komsu.follow_household() returns trigger
language plpgsql security definer set search_path = komsu, pg_temp
as $$
declare ended timestamptz := case when new.joined_into_id is not null or new.dissolved_on is not null then now() end;
begin
  update duplicate_candidate set district_a = new.district_id, settled_at = case when ended is null
      and exists (select from household where id = household_b and (joined_into_id is not null or dissolved_on is not null)) then settled_at else ended end
    where household_a = new.id;
  update duplicate_candidate set district_b = new.district_id, settled_at = case when ended is null
      and exists (select from household where id = household_a and (joined_into_id is not null or dissolved_on is not null)) then settled_at else ended end
    where household_b = new.id;
  return null;
end $$;
comment on function komsu.follow_household is 'Keeps the districts of a duplicate candidate those of its files, and settles it when one of them ends.';
drop trigger if exists moves_candidates on komsu.household;
create trigger moves_candidates after update of district_id, joined_into_id, dissolved_on on komsu.household for each row
  when (old.district_id is distinct from new.district_id or old.joined_into_id is distinct from new.joined_into_id
    or old.dissolved_on is distinct from new.dissolved_on) execute function komsu.follow_household();

-- A list of tasks before a file is opened: enough to know what it is about, masked, and less outside the officer's districts.
create or replace function komsu.candidate_files(files bigint[]) returns table (
  household_id bigint, file_no text, given_name text, family_name text, members integer, district_id bigint, neighbourhood_id bigint,
  joined_into_id bigint, dissolved_on date, in_scope boolean)
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select h.id, h.file_no, p.given_name, case when s.near then p.family_name else left(p.family_name, 1) || '.' end,
    (select count(*)::integer from person m where m.household_id = h.id and m.died_on is null),
    h.district_id, case when s.near then h.neighbourhood_id end, h.joined_into_id, h.dissolved_on, s.near
  from household h
  cross join lateral (select h.district_id = any (scope_districts()) as near) s
  left join lateral (select m.* from person m where m.household_id = h.id
    order by m.household_role <> 'head', m.died_on is not null, m.born_on, m.id limit 1) p on true
  where h.id = any (files) and h.id <> all (relatives_files())
    and exists (select from duplicate_candidate d where h.id in (d.household_a, d.household_b)
      and (d.district_a = any (scope_districts()) or d.district_b = any (scope_districts())))
$$;
comment on function komsu.candidate_files is 'What a list of duplicate tasks may show of the files in it: only of files that are in a task of the officer''s districts.';
