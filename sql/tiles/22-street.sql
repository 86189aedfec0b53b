-- Streets, zoom 8–15: the important ones first (from_zoom), all from 14.
drop function if exists tile.street(integer, integer, integer);
create function tile.street(z integer, x integer, y integer)
returns table (part text, shapes bytea, ids bytea, names bytea, marks text)
language sql stable parallel safe
as $$
  select '', ST_AsTWKB(array_agg(shape), array_agg(0::bigint), 0), string_agg(int8send(id), ''), convert_to(string_agg(name, E'\x1f'), 'UTF8'), string_agg(mark, '')
  from (
    select s.id, s.name, s.mark, ST_TransScale(ST_ClipByBox2D(s.geom, f.box), -f.west, -f.north, f.scale, -f.scale) as shape
    from tile.frame(z, x, y) f, tile.street s
    where s.zoom = (z | 1) and s.from_zoom <= z and s.geom && f.box
    offset 0
  ) clipped
  where not ST_IsEmpty(shape)
  having count(*) > 0
$$;
comment on function tile.street is 'Tile content of layer street: lines, tile units of 1/4096.';
revoke all on function tile.street from public;
grant execute on function tile.street to komsu_map;
