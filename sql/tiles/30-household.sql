-- Households with a case, zoom 15–16, for officers who work on them. Invoker's rights: row-level security of the acting role
-- decides what there is; the publisher or the map role see nothing here. No name, no file number: id and state only.
drop function if exists tile.household(integer, integer, integer);
create function tile.household(z integer, x integer, y integer)
returns table (part text, shapes bytea, ids bytea, names bytea, marks text)
language sql stable
as $$
  select '', ST_AsTWKB(array_agg(shape), array_agg(0::bigint), 0), string_agg(int8send(id), ''), convert_to(repeat(E'\x1f', count(*)::int - 1), 'UTF8'), string_agg(mark, '')
  from (
    select h.id, ST_TransScale(ST_Transform(a.geom, 3857), -f.west, -f.north, f.scale, -f.scale) as shape,
      (select case p.status
          when 'draft' then 'd' when 'awaiting_inquiry' then 'w' when 'assigned' then 'a' when 'in_inspection' then 'i'
          when 'inspected' then 's' when 'eligible' then 'e' when 'ineligible' then 'n' when 'before_commission' then 'c'
          when 'granted' then 'g' when 'refused' then 'r' when 'expired' then 'x' when 'terminated' then 't' else 'q' end
        from komsu.application p where p.household_id = h.id order by p.received_on desc, p.id desc limit 1) as mark
    from tile.frame(z, x, y) f, komsu.address a join komsu.household h on h.address_id = a.id
    where z between 15 and 16 and h.dissolved_on is null and a.geom && ST_Transform(f.box, 4326)
  ) seen
  where mark is not null
  having count(*) > 0
$$;
comment on function tile.household is 'Tile content of layer household as the acting officer may see it: points with id and state of the newest application.';
revoke all on function tile.household from public;
grant execute on function tile.household to komsu_intake, komsu_chief, komsu_inspector, komsu_commission, komsu_fulfilment;
