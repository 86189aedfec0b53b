-- Two boundary files may come in on one day: the first vintage then ends the day it began, and stays.
alter table komsu.boundary_vintage drop constraint boundary_vintage_level_province_id_valid_from_key;
create unique index boundary_vintage_in_force_idx on komsu.boundary_vintage (level, province_id, valid_from) where valid_to is null or valid_to > valid_from;
comment on column komsu.boundary_vintage.valid_to is 'First day it no longer holds; null for the one in force, valid_from for one replaced on its own day.';
