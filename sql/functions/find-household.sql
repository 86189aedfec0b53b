-- Search among all files: definer's rights, because a file must be found before it may be opened; each function answers only
-- komsu.household_hit. Names and addresses only in the officer's districts; whole numbers in the whole province, with less
-- shown, so that no second file is opened. Inspectors and commission find only files they work on.

create or replace function komsu.works_on_file(wanted bigint) returns boolean
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select case komsu.acting_role()
    when 'intake' then true
    when 'chief' then true
    when 'inspector' then exists (select from application a where a.household_id = wanted and a.status in ('assigned', 'in_inspection', 'inspected')
      and current_officer_id() in (a.assigned_officer_id, a.second_officer_id))
    when 'commission' then exists (select from application a where a.household_id = wanted
      and a.status in ('before_commission', 'granted', 'refused', 'terminated') and a.district_id = any (scope_districts()))
    else false end
$$;
comment on function komsu.works_on_file is 'Whether the acting role may find a file by searching; intake and chief find every one.';

-- For the functions below alone: granted to nobody.
create or replace function komsu.describe_hits(files bigint[], people bigint[]) returns setof komsu.household_hit
language sql stable security definer rows 21 set search_path = komsu, pg_temp
as $$
  with scope as materialized (select scope_districts() as districts, relatives_files() as relatives)
  select h.id, h.file_no, p.id, p.given_name,
    case when s.near then p.family_name else left(p.family_name, 1) || '.' end,
    case when s.near then extract(year from p.born_on)::integer end,
    p.died_on is not null,
    overlay(p.national_id placing '******' from 4 for 6),
    (select count(*)::integer from person m where m.household_id = h.id and m.died_on is null),
    -- Of a relative's file only that there is one: not where they live, nor how far their application is.
    h.district_id, case when s.near and not s.kin then h.neighbourhood_id end, case when not s.kin then a.status end,
    case when not s.kin then a.id end, s.near, s.kin, h.joined_into_id, h.dissolved_on
  from scope, unnest(files, people) with ordinality as found (file, someone, place)
  join household h on h.id = found.file
  cross join lateral (select h.district_id = any (scope.districts), h.id = any (scope.relatives)) as s (near, kin)
  left join lateral (
    select m.* from person m where m.household_id = h.id and (found.someone is null or m.id = found.someone)
    order by m.household_role <> 'head', m.died_on is not null, m.born_on, m.id limit 1) p on true
  left join lateral (
    select one.id, one.status from application one where one.household_id = h.id order by one.received_on desc, one.id desc limit 1) a on true
  order by found.place
$$;
comment on function komsu.describe_hits is 'What may be shown of files found, in their order, with the person found (null: the head).';
revoke all on function komsu.describe_hits from public;

-- words: one array of spellings for each word typed, as jsonb; places: neighbourhoods, or null for all districts of the officer.
create or replace function komsu.find_by_name(words jsonb, whole text, places bigint[], most integer)
returns table (candidates integer, files bigint[], people bigint[])
language plpgsql stable security definer rows 1 set search_path = komsu, public, pg_temp set jit = off
as $$
declare
  wanted text;
  has_place boolean := places is not null;
begin
  select string_agg(format('person_words(p.name_key, p.born_on) && %L::text[]', array(select jsonb_array_elements_text(word))::text), ' and ')
    into wanted from jsonb_array_elements(words) word;
  -- Candidates first and bounded, without their households: the index alone answers how many there are.
  return query execute format($q$
    with candidate as materialized (
      select p.id, p.household_id, p.name_key, p.died_on, p.born_on from person p %s where %s %s limit $1 + 1),
    here as (
      select c.* from candidate c join household h on h.id = c.household_id
      where h.district_id = any ($2) and works_on_file(h.id)),
    best as (
      select here.id, here.household_id,
        row_number() over (order by name_key <> $3, died_on is not null, similarity(name_key, $3) desc, name_key, born_on, id) as place
      from here)
    select (select count(*)::integer from candidate),
      coalesce(array_agg(household_id order by place) filter (where place <= 21), '{}'),
      coalesce(array_agg(id order by place) filter (where place <= 21), '{}')
    from best$q$,
    case when has_place then 'join household l on l.id = p.household_id and l.neighbourhood_id = any ($4)' else '' end,
    wanted, '')
    using most, scope_districts(), whole, places;
end $$;
comment on function komsu.find_by_name is 'People whose name holds each word in one of its spellings, best first, in the officer''s districts; candidates above "most" mean too many to say.';
revoke all on function komsu.find_by_name from public;

create or replace function komsu.hits_by_name(words jsonb, whole text, places bigint[], most integer)
returns table (candidates integer, hits komsu.household_hit[])
language sql stable security definer rows 1 set search_path = komsu, pg_temp
as $$
  select f.candidates, array(select d from describe_hits(f.files, f.people) d) from find_by_name(words, whole, places, most) f
$$;
comment on function komsu.hits_by_name is 'komsu.find_by_name with what may be shown of each.';

create or replace function komsu.hits_by_national_id(wanted text) returns setof komsu.household_hit
language sql stable security definer rows 1 set search_path = komsu, pg_temp
as $$
  select d.* from person p, describe_hits(array[p.household_id], array[p.id]) d where p.national_id = wanted and works_on_file(p.household_id)
$$;
comment on function komsu.hits_by_national_id is 'The file of the person with this whole T.C. number, anywhere in the province.';

create or replace function komsu.hits_by_phone(wanted text, most integer) returns setof komsu.household_hit
language sql stable security definer rows 20 set search_path = komsu, pg_temp
as $$
  with found as (
    select household_id, max(person_id) as person_id, bool_or(valid_to is null) as holds from contact
    where value_key = wanted and works_on_file(household_id) group by household_id order by holds desc, household_id limit most)
  select d.* from (select array_agg(household_id order by holds desc, household_id) files, array_agg(person_id order by holds desc, household_id) people
    from found) f, describe_hits(f.files, f.people) d
$$;
comment on function komsu.hits_by_phone is 'Files reached by this phone (contact.value_key), anywhere in the province; those that still are first.';

create or replace function komsu.hits_by_number(wanted text, most integer) returns setof komsu.household_hit
language sql stable security definer rows 20 set search_path = komsu, pg_temp
as $$
  with found as (
    select id as file, 1 as rank from household where file_no = wanted
    union all select household_id, 2 from application where wanted ~ '^[1-9][0-9]{0,14}$' and id = case when wanted ~ '^[1-9][0-9]{0,14}$' then wanted::bigint end
    union all select household_id, 3 from application where reference_no = wanted
    union all select a.household_id, 3 from application_receipt r join application a on a.id = r.application_id where r.reference_no = wanted
    union all select a.household_id, 3 from web_application w join application a on a.id = w.application_id where w.tracking_no = wanted),
  best as (select file, min(rank) as rank from found where works_on_file(file) group by file order by 2, 1 limit most)
  select d.* from (select array_agg(file order by rank, file) files from best) f, describe_hits(f.files, array_fill(null::bigint, array[coalesce(cardinality(f.files), 0)])) d
$$;
comment on function komsu.hits_by_number is 'Files with this file, application, reference or tracking number, anywhere in the province.';

create or replace function komsu.hits_by_address(streets bigint[], door text, flat text, most integer)
returns table (candidates integer, hits komsu.household_hit[])
language sql stable security definer rows 1 set search_path = komsu, pg_temp
as $$
  with scope as materialized (select scope_districts() as districts),
  candidate as materialized (
    select h.id, (h.flat_no is distinct from flat) as other_flat from scope, household h join address a on a.id = h.address_id
    where h.street_id = any (streets) and h.district_id = any (scope.districts) and h.dissolved_on is null
      and (door is null or upper(a.door_no) = upper(door)) and works_on_file(h.id)
    order by 2, 1 limit most + 1)
  select (select count(*)::integer from candidate),
    array(select d from (select array_agg(id order by other_flat, id) files from (select * from candidate order by other_flat, id limit 21) first) f,
      describe_hits(f.files, array_fill(null::bigint, array[coalesce(cardinality(f.files), 0)])) d)
$$;
comment on function komsu.hits_by_address is 'Households living at a door (null: anywhere) of these streets, in the officer''s districts; the flat asked for first.';

create or replace function komsu.files_last_read(most integer) returns table (household_id bigint, seen_at timestamptz)
language sql stable security definer rows 10 set search_path = komsu, pg_temp
as $$
  select subject_id::bigint, max(at) from (
    select subject_id, at from audit_event where officer_id = current_officer_id() and action = 'household.read'
    order by at desc limit 200) newest
  group by subject_id order by 2 desc limit most
$$;
comment on function komsu.files_last_read is 'Files the acting officer read last, from the audit.';

create or replace function komsu.opening_of(wanted bigint) returns table (ground text, until timestamptz)
language sql stable security definer rows 1 set search_path = komsu, pg_temp
as $$
  select ground, expires_at from file_access
  where officer_id = current_officer_id() and acting_role = komsu.acting_role() and household_id = wanted and expires_at > now()
  order by expires_at desc limit 1
$$;
comment on function komsu.opening_of is 'The ground on which the acting officer has a file open, and until when.';

create or replace function komsu.person_elsewhere(number text) returns setof komsu.household_hit
language sql stable security definer rows 1 set search_path = komsu, pg_temp
as $$ select d.* from person p, describe_hits(array[p.household_id], array[p.id]) d where p.national_id = number $$;
comment on function komsu.person_elsewhere is 'The file a person with this T.C. number already is in: nobody is in two households.';

create or replace function komsu.open_duplicates_of(files bigint[]) returns table (id bigint, other_id bigint, other_file_no text, kind text, probability double precision)
language sql stable security definer rows 3 set search_path = komsu, pg_temp
as $$
  select c.id, h.id, h.file_no, c.kind, c.probability
  from duplicate_candidate c join household h on h.id = case when c.household_a = any (files) then c.household_b else c.household_a end
  where (c.household_a = any (files) or c.household_b = any (files)) and c.state in ('open', 'later')
    and komsu.acting_role() in ('intake', 'chief') and h.id <> all (files)
  order by c.probability desc limit 20
$$;
comment on function komsu.open_duplicates_of is 'Candidates still to be decided that name one of these files: the number of the other file and nothing of its people.';
