-- What intake and the public form ask of rows they may not see themselves: each answers the least that serves.

create or replace function komsu.known_people(ids text[]) returns table (national_id text, household_id bigint, file_no text)
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select p.national_id, p.household_id, h.file_no from person p join household h on h.id = p.household_id
  where p.national_id = any (ids)
    and p.household_id <> all (relatives_files())
$$;
comment on function komsu.known_people is 'Which of these numbers are known, and in which file: so that nobody gets a second one. Not of relatives of the asking officer.';

create or replace function komsu.neighbourhood_at(lon double precision, lat double precision) returns bigint
language sql stable security definer set search_path = komsu, public, pg_temp
as $$
  select b.neighbourhood_id
  from neighbourhood_boundary b join boundary_vintage v on v.id = b.vintage_id join neighbourhood n on n.id = b.neighbourhood_id
  where v.level = 'neighbourhood' and v.valid_to is null and n.valid_to is null
    and st_intersects(b.geom, st_setsrid(st_makepoint(lon, lat), 4326))
  order by v.valid_from desc, b.neighbourhood_id limit 1
$$;
comment on function komsu.neighbourhood_at is 'Neighbourhood of today a point lies in; null outside the province.';

create or replace function komsu.address_at(wanted_street bigint, wanted_door text) returns bigint
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select id from address where street_id = wanted_street and lower(door_no) = lower(btrim(wanted_door))
  order by (uavt_code is not null) desc, (geom is not null) desc, id limit 1
$$;
comment on function komsu.address_at is 'Address of a door of a street, where one is known: two households of a building share it.';

create or replace function komsu.street_middle(wanted bigint) returns geometry
language sql stable security definer set search_path = komsu, public, pg_temp
as $$
  select st_closestpoint(l.geom, st_centroid(l.geom))
  from street_line l join boundary_vintage v on v.id = l.vintage_id
  where l.street_id = wanted order by v.valid_to is null desc, v.valid_from desc limit 1
$$;
comment on function komsu.street_middle is 'Where a street is, for an address whose door is not located; null without a drawn line.';

create or replace function komsu.web_application_state(wanted text) returns table (state text, since date, answer text)
language sql stable security definer set search_path = komsu, pg_temp
as $$
  -- Anybody can send the form with a neighbour's number: that the neighbour's household has applied is told to nobody. What was
  -- asked for was added to the open application, which is what "taken" says.
  select case when w.answer = 'already_applied' then 'taken' else w.state end, coalesce(w.reviewed_at, w.received_at)::date,
    nullif(w.answer, 'already_applied')
  from web_application w where w.tracking_no = wanted
$$;
comment on function komsu.web_application_state is 'Of a tracking number: the word of its state, since when, and the code of the answer of a declined one. Nothing of what was sent.';

create or replace function komsu.web_tracking_no(wanted uuid) returns text
language sql stable security definer set search_path = komsu, pg_temp
as $$ select tracking_no from web_application where request_id = wanted $$;
comment on function komsu.web_tracking_no is 'Tracking number given to a client-made id before: a retry gets the same.';

-- Counts first, so that a knock that is refused adds nothing and the wait ends.
create or replace function komsu.knock(hash bytea, wanted text, in_ten_minutes integer, in_a_day integer) returns integer
language plpgsql volatile security definer set search_path = komsu, pg_temp
as $$
declare soon integer; today integer;
begin
  perform pg_advisory_xact_lock(hashtextextended('komsu.knock ' || encode(hash, 'hex') || wanted, 0));
  delete from web_knock where at < now() - interval '25 hours' and random() < 0.02;
  select count(*) filter (where at > now() - interval '10 minutes'), count(*) into soon, today
    from web_knock where address_hash = hash and kind = wanted and at > now() - interval '1 day';
  if soon >= in_ten_minutes then return 600; end if;
  if today >= in_a_day then return 21600; end if;
  insert into web_knock (address_hash, kind) values (hash, wanted);
  return 0;
end $$;
comment on function komsu.knock is 'Seconds to wait before knocking at the public form again; 0: come in (and the knock is counted).';
