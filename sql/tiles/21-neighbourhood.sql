-- Neighbourhoods, zoom 7–14, and their labels.
-- One row a part of the tile: part is the end of the MVT layer's name, shapes a TWKB collection in tile units,
-- ids eight bytes each (TWKB's own ids are cut to 32 bits), names (UTF-8) joined by U+001F and one mark a feature, all in the same order. No row where there is nothing.
drop function if exists tile.neighbourhood(integer, integer, integer);
create function tile.neighbourhood(z integer, x integer, y integer)
returns table (part text, shapes bytea, ids bytea, names bytea, marks text)
language sql stable parallel safe
as $$
  select '', ST_AsTWKB(array_agg(shape), array_agg(0::bigint), 0), string_agg(int8send(id), ''), convert_to(string_agg(name, E'\x1f'), 'UTF8'), string_agg(mark, '')
  from (
    select a.id, a.name, a.mark, ST_TransScale(ST_ClipByBox2D(a.geom, f.box), -f.west, -f.north, f.scale, -f.scale) as shape
    from tile.frame(z, x, y) f, tile.neighbourhood a
    where a.zoom = z and a.geom && f.box
    offset 0
  ) clipped
  where not ST_IsEmpty(shape)
  having count(*) > 0
  union all
  select '_label', ST_AsTWKB(array_agg(shape), array_agg(0::bigint), 0), string_agg(int8send(id), ''), convert_to(string_agg(name, E'\x1f'), 'UTF8'), string_agg(case when label_from_zoom <= z then 's' else 'n' end, '')
  from (
    select a.id, a.name, a.label_from_zoom, ST_TransScale(a.label, -f.west, -f.north, f.scale, -f.scale) as shape
    from tile.frame(z, x, y) f, tile.area a
    where a.level = 'neighbourhood' and a.label && ST_TileEnvelope(z, x, y)
  ) placed
  having count(*) > 0
$$;
comment on function tile.neighbourhood is 'Tile content of layer neighbourhood: outlines and labels, tile units of 1/4096.';
revoke all on function tile.neighbourhood from public;
grant execute on function tile.neighbourhood to komsu_map;
