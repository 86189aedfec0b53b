create table published.indicator (
  position smallint primary key check (position > 0),
  id text not null unique,
  definition jsonb not null
);
comment on table published.indicator is 'Catalogue of indicators; written by publish from api/need-map/indicators.rules.ts, the one home of their formulas.';
comment on column published.indicator.position is 'Place of the indicator in the arrays of area_month, from 1.';
comment on column published.indicator.id is 'Name in URLs: below_threshold, rate_below, …';
comment on column published.indicator.definition is 'Names (tr, en), unit, kind, direction, formula, source.';

create table published.release (
  month date primary key check (extract(day from month) = 1),
  published_at timestamptz not null default now(),
  rules_version text not null,
  areas integer not null,
  suppressed integer not null
);
comment on table published.release is 'One published month.';
comment on column published.release.month is 'First day of the month; figures are as of its last day.';
comment on column published.release.published_at is 'When it was computed.';
comment on column published.release.rules_version is 'Version of the indicators and the disclosure rules.';
comment on column published.release.areas is 'Areas with a row.';
comment on column published.release.suppressed is 'Figures withheld.';

create table published.area_month (
  level text not null check (level in ('province', 'district', 'neighbourhood', 'street')),
  month date not null references published.release on delete cascade,
  area_id bigint not null,
  parent_id bigint,
  value real[] not null,
  low real[] not null,
  high real[] not null,
  n_class smallint[] not null,
  state "char"[] not null,
  primary key (level, month, area_id)
);
comment on table published.area_month is 'Disclosure-safe figures of one area in one month; arrays are indexed by indicator.position.';
comment on column published.area_month.level is 'Level of the area.';
comment on column published.area_month.month is 'First day of the month.';
comment on column published.area_month.area_id is 'Province, district, neighbourhood or street id.';
comment on column published.area_month.parent_id is 'Area one level up.';
comment on column published.area_month.value is 'Figure, null unless state is o.';
comment on column published.area_month.low is 'Lower end of the 95 % interval, where the indicator has one.';
comment on column published.area_month.high is 'Upper end of the 95 % interval.';
comment on column published.area_month.n_class is 'Class of the number of households behind the figure: 0 withheld, 1: 5–9, 2: 10–19, 3: 20–49, 4: 50–99, 5: 100 and more.';
comment on column published.area_month.state is 'o ok, s suppressed, t too few, n no data.';
create index area_month_area_idx on published.area_month (level, area_id, month);
create index area_month_parent_idx on published.area_month (level, month, parent_id);
