-- A relative is declared by T.C. number: they count from the day they come into the registry, not only if they are in it today.
drop table komsu.officer_relative;
create table komsu.officer_relative (
  officer_id bigint not null references komsu.officer on delete cascade,
  national_id text not null check (national_id ~ '^[1-9][0-9]{10}$'),
  relation text not null check (relation in ('spouse', 'parent', 'child', 'sibling', 'other')),
  declared_at timestamptz not null default now(),
  primary key (officer_id, national_id)
);
comment on table komsu.officer_relative is 'Relatives an officer declared: nobody acts on a relative''s file (DOMAIN.md §1).';
comment on column komsu.officer_relative.officer_id is 'Officer.';
comment on column komsu.officer_relative.national_id is 'T.C. number of the relative.';
comment on column komsu.officer_relative.relation is 'How they are related.';
comment on column komsu.officer_relative.declared_at is 'When it was declared.';
create index on komsu.officer_relative (national_id);
