-- Drawn geometry: rebuilt whole by etl/draw-geometry, never edited. EPSG:3857, generalised to half a pixel of its zoom.
-- Partitioned by zoom so that the index of a zoom holds nothing else, and so that other map servers can read one table a zoom.
create table tile.district (
  zoom smallint not null,
  id bigint not null,
  name text not null,
  mark text not null,
  geom geometry(MultiPolygon, 3857) not null
) partition by list (zoom);
comment on table tile.district is 'Outlines of districts in force, generalised for one zoom; neighbours share their borders.';
comment on column tile.district.zoom is 'Zoom it is drawn at.';
comment on column tile.district.id is 'District.';
comment on column tile.district.name is 'Name in Turkish spelling.';
comment on column tile.district.mark is 'One letter for its properties in a tile: a approximate, s surveyed.';
comment on column tile.district.geom is 'Outline, Web Mercator metres.';

create table tile.neighbourhood (like tile.district) partition by list (zoom);
comment on table tile.neighbourhood is 'Outlines of neighbourhoods in force, generalised for one zoom; neighbours share their borders.';
comment on column tile.neighbourhood.zoom is 'Zoom it is drawn at.';
comment on column tile.neighbourhood.id is 'Neighbourhood.';
comment on column tile.neighbourhood.name is 'Name in Turkish spelling.';
comment on column tile.neighbourhood.mark is 'One letter for its properties in a tile: a approximate, s surveyed.';
comment on column tile.neighbourhood.geom is 'Outline, Web Mercator metres.';

create table tile.water (
  zoom smallint not null,
  name text not null,
  mark text not null,
  geom geometry(MultiPolygon, 3857) not null
) partition by list (zoom);
comment on table tile.water is 'Water generalised for one zoom with the shores of the districts, cut into small pieces.';
comment on column tile.water.zoom is 'Zoom it is drawn at.';
comment on column tile.water.name is 'Name, empty where it has none.';
comment on column tile.water.mark is 'One letter for its kind: s sea, l lake, r river.';
comment on column tile.water.geom is 'Piece of a water body, Web Mercator metres.';

create table tile.street (
  zoom smallint not null,
  from_zoom smallint not null,
  id bigint not null,
  name text not null,
  mark text not null,
  geom geometry(MultiLineString, 3857) not null
) partition by list (zoom);
comment on table tile.street is 'Street lines generalised for a band of two zooms.';
comment on column tile.street.zoom is 'Upper zoom of the band: 9, 11, 13 or 15.';
comment on column tile.street.from_zoom is 'First zoom it is drawn at: the important streets of a place first, all from 14.';
comment on column tile.street.id is 'Street.';
comment on column tile.street.name is 'Name in Turkish spelling.';
comment on column tile.street.mark is 'One letter: m main, o other; upper case where approximate.';
comment on column tile.street.geom is 'Line, Web Mercator metres.';

create table tile.point (
  from_zoom smallint not null,
  id bigint not null,
  name text not null,
  mark text not null,
  geom geometry(Point, 3857) not null
);
comment on table tile.point is 'Points in service, with the zoom from which there is room for them.';
comment on column tile.point.from_zoom is 'First zoom it is drawn at.';
comment on column tile.point.id is 'Point.';
comment on column tile.point.name is 'Name.';
comment on column tile.point.mark is 'One letter for its kind (tiles/layers/point/contract.ts).';
comment on column tile.point.geom is 'Place, Web Mercator metres.';

create table tile.area (
  level text not null check (level in ('province', 'district', 'neighbourhood', 'street')),
  id bigint not null,
  name text not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  geom_source text not null,
  is_approximate boolean not null,
  neighbours bigint[] not null default '{}',
  label_from_zoom smallint,
  label geometry(Point, 3857),
  primary key (level, id)
);
comment on table tile.area is 'What a screen asks of a drawn area beside its outline: its box, its neighbours, the place of its label.';
comment on column tile.area.level is 'Level of the area.';
comment on column tile.area.id is 'Province, district, neighbourhood or street.';
comment on column tile.area.name is 'Name in Turkish spelling.';
comment on column tile.area.west is 'Box, degrees.';
comment on column tile.area.south is 'Box, degrees.';
comment on column tile.area.east is 'Box, degrees.';
comment on column tile.area.north is 'Box, degrees.';
comment on column tile.area.geom_source is 'How the geometry was obtained, as in the boundary tables.';
comment on column tile.area.is_approximate is 'True where it was not surveyed.';
comment on column tile.area.neighbours is 'Areas of the level that share a border with it; empty for streets and provinces.';
comment on column tile.area.label_from_zoom is 'First zoom at which its name fits inside; null for provinces and streets.';
comment on column tile.area.label is 'Point inside, farthest from the border; null for provinces and streets.';

create table tile.drawing (
  layer text primary key check (layer in ('district', 'neighbourhood', 'street', 'water', 'point')),
  fingerprint text not null,
  features integer not null,
  approximate integer not null,
  is_schematic boolean not null,
  west double precision,
  south double precision,
  east double precision,
  north double precision,
  drawn_at timestamptz not null default now()
);
comment on table tile.drawing is 'What is drawn now, a row a layer; its fingerprint tells whether the record changed since.';
comment on column tile.drawing.layer is 'Map layer.';
comment on column tile.drawing.fingerprint is 'Hash of the rows it was drawn from and of the way of drawing.';
comment on column tile.drawing.features is 'Areas, streets or points drawn.';
comment on column tile.drawing.approximate is 'How many of them are approximate.';
comment on column tile.drawing.is_schematic is 'True where a province of it was made by the demo generator.';
comment on column tile.drawing.west is 'Box, degrees; null when empty.';
comment on column tile.drawing.south is 'Box, degrees.';
comment on column tile.drawing.east is 'Box, degrees.';
comment on column tile.drawing.north is 'Box, degrees.';
comment on column tile.drawing.drawn_at is 'When.';

-- Empty partitions, so that tiles answer "nothing" before the first drawing; draw-geometry replaces them.
do $$
declare z integer;
begin
  for z in 4..12 loop execute format('create table tile.district_%s partition of tile.district for values in (%s)', z, z); end loop;
  for z in 7..14 loop execute format('create table tile.neighbourhood_%s partition of tile.neighbourhood for values in (%s)', z, z); end loop;
  for z in 4..14 loop execute format('create table tile.water_%s partition of tile.water for values in (%s)', z, z); end loop;
  foreach z in array array[9, 11, 13, 15] loop execute format('create table tile.street_%s partition of tile.street for values in (%s)', z, z); end loop;
end $$;
