-- Where a tile lies and how metres become tile units. A set of one row, so that the planner inlines it into the layers'
-- functions (a plain SQL function cost 40 µs a call); `offset 0` keeps its figures from being computed again for each feature.
drop function if exists tile.frame(integer, integer, integer);
create function tile.frame(z integer, x integer, y integer)
returns table (box geometry, scale double precision, west double precision, north double precision)
language sql immutable parallel safe rows 1
as $$
  select ST_TileEnvelope(z, x, y, margin => 64.0 / 4096), 4096 * (1 << z) / 40075016.685578488,
    -20037508.342789244 + x * 40075016.685578488 / (1 << z), 20037508.342789244 - y * 40075016.685578488 / (1 << z)
  offset 0
$$;
comment on function tile.frame is 'Box of a tile with a margin of 64 units (EPSG:3857), units per metre, and its north-west corner. A tile is 4096 units wide.';
revoke all on function tile.frame from public;
grant execute on function tile.frame to komsu_map, komsu_intake, komsu_chief, komsu_inspector, komsu_commission, komsu_fulfilment;
