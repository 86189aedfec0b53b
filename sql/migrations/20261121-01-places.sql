create extension if not exists postgis;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create schema komsu;
comment on schema komsu is 'Casework and places: the record of the office. Read through row-level security.';
create schema published;
comment on schema published is 'Disclosure-safe aggregates. The only source of numbers seen outside casework.';
create schema tile;
comment on schema tile is 'Geometry generalised for drawing, and one function per map layer.';

create table komsu.data_version (
  scope text primary key check (scope in ('geometry', 'published')),
  version bigint not null default 1,
  changed_at timestamptz not null default now()
);
comment on table komsu.data_version is 'Counters that go up when drawn geometry or published figures change; part of every ETag.';
comment on column komsu.data_version.scope is 'What the counter is about: geometry or published.';
comment on column komsu.data_version.version is 'Grows by one at each change.';
comment on column komsu.data_version.changed_at is 'When it last grew.';
insert into komsu.data_version (scope) values ('geometry'), ('published');

create table komsu.province (
  id smallint primary key,
  name text not null,
  name_key text not null,
  is_schematic boolean not null default false
);
comment on table komsu.province is 'A province (il); a metropolitan municipality serves one.';
comment on column komsu.province.id is 'Plate code, 35 = İzmir.';
comment on column komsu.province.name is 'Name in Turkish spelling.';
comment on column komsu.province.name_key is 'Search key made by turkishKey (api/platform/turkish.ts).';
comment on column komsu.province.is_schematic is 'True while its geometry was made by the demo generator and is not official.';

create sequence komsu.area_id_seq start 9000000001;
comment on sequence komsu.area_id_seq is 'Ids for areas whose source carries no registry code; above every registry code.';

create table komsu.district (
  id bigint primary key default nextval('komsu.area_id_seq'),
  province_id smallint not null references komsu.province,
  name text not null,
  name_key text not null,
  seat text,
  valid_from date not null default '1900-01-01',
  valid_to date
);
comment on table komsu.district is 'İlçe: identity through time; its outline is in district_boundary.';
comment on column komsu.district.id is 'Registry code, or one from area_id_seq.';
comment on column komsu.district.province_id is 'Province it belongs to.';
comment on column komsu.district.name is 'Name in Turkish spelling.';
comment on column komsu.district.name_key is 'Search key made by turkishKey.';
comment on column komsu.district.seat is 'Name of the settlement where the district is governed.';
comment on column komsu.district.valid_from is 'First day the district exists.';
comment on column komsu.district.valid_to is 'First day it no longer exists; null while it does.';
create index on komsu.district (province_id);

create table komsu.neighbourhood (
  id bigint primary key default nextval('komsu.area_id_seq'),
  district_id bigint not null references komsu.district,
  name text not null,
  name_key text not null,
  valid_from date not null default '1900-01-01',
  valid_to date
);
comment on table komsu.neighbourhood is 'Mahalle: identity through time; its outline is in neighbourhood_boundary.';
comment on column komsu.neighbourhood.id is 'Registry (UAVT) code, or one from area_id_seq.';
comment on column komsu.neighbourhood.district_id is 'District it belongs to.';
comment on column komsu.neighbourhood.name is 'Name in Turkish spelling.';
comment on column komsu.neighbourhood.name_key is 'Search key made by turkishKey.';
comment on column komsu.neighbourhood.valid_from is 'First day the neighbourhood exists.';
comment on column komsu.neighbourhood.valid_to is 'First day it no longer exists; null while it does.';
create index on komsu.neighbourhood (district_id);

create table komsu.street (
  id bigint primary key default nextval('komsu.area_id_seq'),
  neighbourhood_id bigint not null references komsu.neighbourhood,
  name text not null,
  name_key text not null,
  kind text not null default 'sokak',
  valid_from date not null default '1900-01-01',
  valid_to date
);
comment on table komsu.street is 'Cadde, sokak, bulvar, meydan (CSBM): identity through time; its line, where known, is in street_line.';
comment on column komsu.street.id is 'Registry (CSBM) code, or one from area_id_seq.';
comment on column komsu.street.neighbourhood_id is 'Neighbourhood it belongs to; a street crossing two has one row in each.';
comment on column komsu.street.name is 'Name in Turkish spelling.';
comment on column komsu.street.name_key is 'Search key made by turkishKey.';
comment on column komsu.street.kind is 'Lower-case CSBM kind: sokak, cadde, bulvar, meydan, küme evler, …';
comment on column komsu.street.valid_from is 'First day the street exists.';
comment on column komsu.street.valid_to is 'First day it no longer exists; null while it does.';
create index on komsu.street (neighbourhood_id);

create table komsu.boundary_vintage (
  id bigint generated always as identity primary key,
  level text not null check (level in ('district', 'neighbourhood', 'street')),
  province_id smallint not null references komsu.province,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  reason text not null check (reason in ('first_import', 'merge', 'split', 'rename', 'redigitised', 'correction', 'new_area', 'schematic')),
  source text not null,
  file_sha256 text,
  created_at timestamptz not null default now(),
  unique (level, province_id, valid_from)
);
comment on table komsu.boundary_vintage is 'One edition of the outlines (or street lines) of one province, and why it replaced the one before.';
comment on column komsu.boundary_vintage.id is 'Key.';
comment on column komsu.boundary_vintage.level is 'Level whose geometry the edition holds.';
comment on column komsu.boundary_vintage.province_id is 'Province it covers.';
comment on column komsu.boundary_vintage.valid_from is 'First day it holds.';
comment on column komsu.boundary_vintage.valid_to is 'First day it no longer holds; null for the one in force.';
comment on column komsu.boundary_vintage.reason is 'Why it was opened; re-digitised is not a real change on the ground.';
comment on column komsu.boundary_vintage.source is 'File or office it came from.';
comment on column komsu.boundary_vintage.file_sha256 is 'Hash of the imported file, so that the same file changes nothing.';
comment on column komsu.boundary_vintage.created_at is 'When it was recorded.';

create table komsu.district_boundary (
  vintage_id bigint not null references komsu.boundary_vintage on delete cascade,
  district_id bigint not null references komsu.district,
  geom geometry(MultiPolygon, 4326) not null,
  geom_source text not null,
  is_approximate boolean not null default false,
  primary key (vintage_id, district_id)
);
comment on table komsu.district_boundary is 'Outline of a district in one boundary vintage.';
comment on column komsu.district_boundary.vintage_id is 'Boundary vintage.';
comment on column komsu.district_boundary.district_id is 'District.';
comment on column komsu.district_boundary.geom is 'Valid multipolygon, WGS 84, degrees.';
comment on column komsu.district_boundary.geom_source is 'How the outline was obtained, in the words of its file.';
comment on column komsu.district_boundary.is_approximate is 'True where the outline was not surveyed; drawn as approximate.';
create index on komsu.district_boundary using gist (geom);
create index on komsu.district_boundary (district_id);

create table komsu.neighbourhood_boundary (
  vintage_id bigint not null references komsu.boundary_vintage on delete cascade,
  neighbourhood_id bigint not null references komsu.neighbourhood,
  geom geometry(MultiPolygon, 4326) not null,
  geom_source text not null,
  is_approximate boolean not null default false,
  primary key (vintage_id, neighbourhood_id)
);
comment on table komsu.neighbourhood_boundary is 'Outline of a neighbourhood in one boundary vintage.';
comment on column komsu.neighbourhood_boundary.vintage_id is 'Boundary vintage.';
comment on column komsu.neighbourhood_boundary.neighbourhood_id is 'Neighbourhood.';
comment on column komsu.neighbourhood_boundary.geom is 'Valid multipolygon, WGS 84, degrees.';
comment on column komsu.neighbourhood_boundary.geom_source is 'How the outline was obtained: surveyed_…, voronoi_…, schematic.';
comment on column komsu.neighbourhood_boundary.is_approximate is 'True where the outline was not surveyed; drawn as approximate.';
create index on komsu.neighbourhood_boundary using gist (geom);
create index on komsu.neighbourhood_boundary (neighbourhood_id);

create table komsu.street_line (
  vintage_id bigint not null references komsu.boundary_vintage on delete cascade,
  street_id bigint not null references komsu.street,
  geom geometry(MultiLineString, 4326) not null,
  geom_source text not null,
  is_approximate boolean not null default false,
  primary key (vintage_id, street_id)
);
comment on table komsu.street_line is 'Centre line of a street in one boundary vintage.';
comment on column komsu.street_line.vintage_id is 'Boundary vintage.';
comment on column komsu.street_line.street_id is 'Street.';
comment on column komsu.street_line.geom is 'Centre line, WGS 84, degrees; ends meet at junctions.';
comment on column komsu.street_line.geom_source is 'Where the line came from: osm, municipality, schematic.';
comment on column komsu.street_line.is_approximate is 'True where the line was not surveyed.';
create index on komsu.street_line using gist (geom);
create index on komsu.street_line (street_id);

create table komsu.boundary_crosswalk (
  from_vintage_id bigint not null references komsu.boundary_vintage on delete cascade,
  to_vintage_id bigint not null references komsu.boundary_vintage on delete cascade,
  from_area_id bigint not null,
  to_area_id bigint not null,
  addresses integer not null check (addresses > 0),
  share double precision not null check (share > 0 and share <= 1),
  primary key (from_vintage_id, to_vintage_id, from_area_id, to_area_id)
);
comment on table komsu.boundary_crosswalk is 'How an area of one vintage is shared among areas of another, by address points; shares of one from_area sum to 1.';
comment on column komsu.boundary_crosswalk.from_vintage_id is 'Vintage the figures are in.';
comment on column komsu.boundary_crosswalk.to_vintage_id is 'Vintage they are wanted in.';
comment on column komsu.boundary_crosswalk.from_area_id is 'Area in the first vintage.';
comment on column komsu.boundary_crosswalk.to_area_id is 'Area in the second vintage.';
comment on column komsu.boundary_crosswalk.addresses is 'Address points in both.';
comment on column komsu.boundary_crosswalk.share is 'Part of the first area''s address points, 0–1.';

create table komsu.area_population (
  level text not null check (level in ('district', 'neighbourhood')),
  area_id bigint not null,
  year smallint not null check (year between 1900 and 2100),
  population integer not null check (population >= 0),
  source text not null,
  primary key (level, area_id, year)
);
comment on table komsu.area_population is 'Registered residents (ADNKS) of an area at the end of a year.';
comment on column komsu.area_population.level is 'district or neighbourhood.';
comment on column komsu.area_population.area_id is 'District or neighbourhood id.';
comment on column komsu.area_population.year is 'Year; the figure is of 31 December.';
comment on column komsu.area_population.population is 'Residents, persons.';
comment on column komsu.area_population.source is 'Where the figure came from.';

create table komsu.water (
  id bigint generated always as identity primary key,
  province_id smallint not null references komsu.province,
  kind text not null check (kind in ('sea', 'lake', 'river')),
  name text,
  geom geometry(MultiPolygon, 4326) not null,
  source text not null
);
comment on table komsu.water is 'Water bodies drawn under the need map.';
comment on column komsu.water.id is 'Key.';
comment on column komsu.water.province_id is 'Province whose map it belongs to.';
comment on column komsu.water.kind is 'sea, lake or river.';
comment on column komsu.water.name is 'Name, where it has one.';
comment on column komsu.water.geom is 'Valid multipolygon, WGS 84.';
comment on column komsu.water.source is 'Where it came from: schematic, or the file.';
create index on komsu.water using gist (geom);

create table komsu.address (
  id bigint generated by default as identity primary key,
  district_id bigint not null references komsu.district,
  neighbourhood_id bigint not null references komsu.neighbourhood,
  street_id bigint references komsu.street,
  door_no text,
  uavt_code text unique,
  description text,
  quality text not null check (quality in ('uavt', 'door', 'building', 'street', 'pin', 'described')),
  geom geometry(Point, 4326)
);
comment on table komsu.address is 'A building or described place, with how well it is known (quality rung).';
comment on column komsu.address.id is 'Key.';
comment on column komsu.address.district_id is 'District, kept with the address so that scope and sums need no geometry.';
comment on column komsu.address.neighbourhood_id is 'Neighbourhood the address lies in today.';
comment on column komsu.address.street_id is 'Street it stands on, where known.';
comment on column komsu.address.door_no is 'Outer door number (dış kapı).';
comment on column komsu.address.uavt_code is 'National address code, where known.';
comment on column komsu.address.description is 'The place in words where there is no door number.';
comment on column komsu.address.quality is 'Rung, best first: uavt, door, building, street, pin, described.';
comment on column komsu.address.geom is 'Point, WGS 84; null for a place only described.';
create index on komsu.address (neighbourhood_id);
create index on komsu.address (street_id);
create index on komsu.address using gist (geom);

create table komsu.point (
  id bigint generated by default as identity primary key,
  kind text not null check (kind in ('solidarity_point', 'assembly_area', 'bus_stop', 'rail_stop', 'municipal_building', 'school', 'health_centre', 'other')),
  code text not null,
  name text not null,
  name_key text not null,
  province_id smallint not null references komsu.province,
  district_id bigint references komsu.district,
  neighbourhood_id bigint references komsu.neighbourhood,
  geom geometry(Point, 4326) not null,
  attributes jsonb not null default '{}',
  source text not null,
  valid_from date not null default '1900-01-01',
  valid_to date,
  unique (kind, province_id, code)
);
comment on table komsu.point is 'A place that serves people: solidarity points, assembly areas, stops, buildings.';
comment on column komsu.point.id is 'Key.';
comment on column komsu.point.kind is 'What it is.';
comment on column komsu.point.code is 'Its code in the source; with kind and province the natural key of an import.';
comment on column komsu.point.name is 'Name.';
comment on column komsu.point.name_key is 'Search key made by turkishKey.';
comment on column komsu.point.province_id is 'Province.';
comment on column komsu.point.district_id is 'District it lies in, where known.';
comment on column komsu.point.neighbourhood_id is 'Neighbourhood it lies in, where known.';
comment on column komsu.point.geom is 'Point, WGS 84.';
comment on column komsu.point.attributes is 'What else the source says (area in m², lines at a stop).';
comment on column komsu.point.source is 'Where it came from.';
comment on column komsu.point.valid_from is 'First day it serves.';
comment on column komsu.point.valid_to is 'First day it no longer serves; null while it does.';
create index on komsu.point using gist (geom);

create table komsu.import_batch (
  id bigint generated always as identity primary key,
  kind text not null,
  file_name text not null,
  file_sha256 text not null,
  started_at timestamptz not null default now(),
  result jsonb not null default '{}'
);
comment on table komsu.import_batch is 'One run of `komsu import`: what was read, loaded and rejected.';
comment on column komsu.import_batch.id is 'Key.';
comment on column komsu.import_batch.kind is 'Kind of import: districts, neighbourhoods, …';
comment on column komsu.import_batch.file_name is 'File name without its folder.';
comment on column komsu.import_batch.file_sha256 is 'Hash of the file.';
comment on column komsu.import_batch.started_at is 'When it began.';
comment on column komsu.import_batch.result is 'The counts and rejected lines without values of people.';
