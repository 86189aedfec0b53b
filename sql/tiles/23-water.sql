-- Water, zoom 4–14: pieces without ids.
drop function if exists tile.water(integer, integer, integer);
create function tile.water(z integer, x integer, y integer)
returns table (part text, shapes bytea, ids bytea, names bytea, marks text)
language sql stable parallel safe
as $$
  select '', ST_AsTWKB(array_agg(shape), array_agg(0::bigint), 0), null::bytea, convert_to(string_agg(name, E'\x1f'), 'UTF8'), string_agg(mark, '')
  from (
    select w.name, w.mark, ST_TransScale(ST_ClipByBox2D(w.geom, f.box), -f.west, -f.north, f.scale, -f.scale) as shape
    from tile.frame(z, x, y) f, tile.water w
    where w.zoom = z and w.geom && f.box
    offset 0
  ) clipped
  where not ST_IsEmpty(shape)
  having count(*) > 0
$$;
comment on function tile.water is 'Tile content of layer water: polygons, tile units of 1/4096.';
revoke all on function tile.water from public;
grant execute on function tile.water to komsu_map;
