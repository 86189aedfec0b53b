create table komsu.synthetic_city (
  province_id smallint primary key references komsu.province,
  seed integer not null,
  households integer not null check (households > 0),
  streets integer not null check (streets > 0),
  until date not null,
  places text not null check (places in ('schematic', 'imported')),
  fingerprint text not null,
  first_area_id bigint,
  last_area_id bigint,
  first_address_id bigint not null,
  last_address_id bigint not null,
  counts jsonb not null,
  made_at timestamptz not null default now()
);
comment on table komsu.synthetic_city is 'The demo city standing in this database: what it was made of, so that it can be left alone or replaced whole.';
comment on column komsu.synthetic_city.province_id is 'Province it stands in.';
comment on column komsu.synthetic_city.seed is 'Seed: the same seed gives the same city.';
comment on column komsu.synthetic_city.households is 'Households asked for.';
comment on column komsu.synthetic_city.streets is 'Streets asked for, about.';
comment on column komsu.synthetic_city.until is 'Last day of its two years.';
comment on column komsu.synthetic_city.places is 'Whether it stands on schematic places of its own or on imported boundaries.';
comment on column komsu.synthetic_city.fingerprint is 'Version of the generator, boundaries and parameters it was made from; another one means another city.';
comment on column komsu.synthetic_city.first_area_id is 'First id of the areas and streets it added; null when none.';
comment on column komsu.synthetic_city.last_area_id is 'Last id of the areas and streets it added.';
comment on column komsu.synthetic_city.first_address_id is 'First id of its addresses.';
comment on column komsu.synthetic_city.last_address_id is 'Last id of its addresses.';
comment on column komsu.synthetic_city.counts is 'Rows written, by table.';
comment on column komsu.synthetic_city.made_at is 'When it was made.';
