-- What the need map needs beside the figures: search by name, and whether the city is made up.
alter table published.release add column is_synthetic boolean not null default false;
comment on column published.release.is_synthetic is 'True when every household counted was made up by the demo generator.';

create index district_name_key_trgm_idx on komsu.district using gin (name_key gin_trgm_ops);
create index neighbourhood_name_key_trgm_idx on komsu.neighbourhood using gin (name_key gin_trgm_ops);
create index street_name_key_trgm_idx on komsu.street using gin (name_key gin_trgm_ops);
-- Exact names and their beginnings without a trip through the trigrams of every "… sokak".
create index street_name_key_idx on komsu.street (name_key text_pattern_ops);
