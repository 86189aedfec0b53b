-- Points, zoom 10–15. The margin lets an icon on the edge be whole.
drop function if exists tile.point(integer, integer, integer);
create function tile.point(z integer, x integer, y integer)
returns table (part text, shapes bytea, ids bytea, names bytea, marks text)
language sql stable parallel safe
as $$
  select '', ST_AsTWKB(array_agg(shape), array_agg(0::bigint), 0), string_agg(int8send(id), ''), convert_to(string_agg(name, E'\x1f'), 'UTF8'), string_agg(mark, '')
  from (
    select p.id, p.name, p.mark, ST_TransScale(p.geom, -f.west, -f.north, f.scale, -f.scale) as shape
    from tile.frame(z, x, y) f, tile.point p
    where p.from_zoom <= z and p.geom && f.box
  ) placed
  having count(*) > 0
$$;
comment on function tile.point is 'Tile content of layer point: points, tile units of 1/4096.';
revoke all on function tile.point from public;
grant execute on function tile.point to komsu_map;
