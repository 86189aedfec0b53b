-- Where a tile lies and how metres become tile units. Inlined into the layers' functions.
create or replace function tile.frame(z integer, x integer, y integer, out box geometry, out scale double precision, out west double precision, out north double precision)
language sql immutable parallel safe
as $$
  select ST_TileEnvelope(z, x, y, margin => 64.0 / 4096), 4096 * (1 << z) / 40075016.685578488,
    -20037508.342789244 + x * 40075016.685578488 / (1 << z), 20037508.342789244 - y * 40075016.685578488 / (1 << z)
$$;
comment on function tile.frame is 'Box of a tile with a margin of 64 units (EPSG:3857), units per metre, and its north-west corner. A tile is 4096 units wide.';
