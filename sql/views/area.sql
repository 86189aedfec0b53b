-- The four levels as one shape, so that a query names a level instead of a table.
create or replace view komsu.area as
  select 'province'::text as level, id::bigint, name, name_key, null::bigint as parent_id, null::date as valid_to from komsu.province
  union all
  select 'district', id, name, name_key, province_id::bigint, valid_to from komsu.district
  union all
  select 'neighbourhood', id, name, name_key, district_id, valid_to from komsu.neighbourhood
  union all
  select 'street', id, name, name_key, neighbourhood_id, valid_to from komsu.street;
comment on view komsu.area is 'Provinces, districts, neighbourhoods and streets in one shape.';
comment on column komsu.area.level is 'province, district, neighbourhood or street.';
comment on column komsu.area.id is 'Id at its level.';
comment on column komsu.area.name is 'Name in Turkish spelling.';
comment on column komsu.area.name_key is 'Search key made by turkishKey.';
comment on column komsu.area.parent_id is 'Area one level up; null for a province.';
comment on column komsu.area.valid_to is 'First day it no longer exists; null while it does.';
