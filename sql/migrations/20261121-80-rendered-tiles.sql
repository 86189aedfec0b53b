-- Tiles made when the geometry is drawn, so that nobody waits for their making (TILES.md, rule 4). Written by
-- etl/draw-geometry on native databases; on the embedded one tiles are made when asked for.
create table tile.rendered (
  layer text not null,
  z smallint not null,
  x integer not null,
  y integer not null,
  body bytea not null,
  primary key (layer, z, x, y)
);
-- Already compressed, and read whole.
alter table tile.rendered alter column body set storage external;
comment on table tile.rendered is 'Tiles that hold anything, of layers and zooms that are wholly rendered (tile.drawing.rendered_to).';
comment on column tile.rendered.layer is 'Map layer.';
comment on column tile.rendered.z is 'Zoom.';
comment on column tile.rendered.x is 'Column of the tile, from the west.';
comment on column tile.rendered.y is 'Row of the tile, from the north.';
comment on column tile.rendered.body is 'The tile as it is sent: gzip, or the bare MVT where it is too small to gain by compression.';

alter table tile.drawing add column rendered_to smallint;
comment on column tile.drawing.rendered_to is 'Every tile of the layer up to this zoom is in tile.rendered, or empty; null where none is.';
