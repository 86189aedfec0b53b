-- Points, zoom 10–15. The margin lets an icon on the edge be whole.
create or replace function tile.point(z integer, x integer, y integer)
returns table (part text, shapes bytea, names text, marks text)
language sql stable parallel safe
as $$
  select '', ST_AsTWKB(array_agg(shape), array_agg(id), 0), string_agg(name, E'\x1f'), string_agg(mark, '')
  from (
    select p.id, p.name, p.mark, ST_TransScale(p.geom, -f.west, -f.north, f.scale, -f.scale) as shape
    from tile.frame(z, x, y) f, tile.point p
    where p.from_zoom <= z and p.geom && f.box
  ) placed
  having count(*) > 0
$$;
comment on function tile.point is 'Tile content of layer point: points, tile units of 1/4096.';
