-- Files that may be one household: what finding them needs, and how far a search through the whole registry came.
create table komsu.linkage_parameters (
  version text primary key,
  learnt_on date not null,
  is_learnt boolean not null,
  people bigint not null,
  lambda double precision not null check (lambda > 0 and lambda < 1),
  kin_lambda double precision not null check (kin_lambda > 0 and kin_lambda < 1),
  shares jsonb not null,
  least_probability double precision not null default 0.5 check (least_probability between 0 and 1),
  note text not null default '',
  made_at timestamptz not null default now()
);
comment on table komsu.linkage_parameters is 'Versions of the m and u by which files are compared (Fellegi–Sunter, api/linkage). Only ever added; the newest is in force.';
comment on column komsu.linkage_parameters.version is 'Name of the version, kept with every candidate found by it.';
comment on column komsu.linkage_parameters.learnt_on is 'Day it was learnt or written down.';
comment on column komsu.linkage_parameters.is_learnt is 'False for the first version, which is belief and not learnt from this registry.';
comment on column komsu.linkage_parameters.people is 'People looked at when it was learnt.';
comment on column komsu.linkage_parameters.lambda is 'Share of pairs of people in different files that are one person.';
comment on column komsu.linkage_parameters.kin_lambda is 'Share of pairs of people in different files that share family name, address or phone as kin do.';
comment on column komsu.linkage_parameters.shares is 'Of each field the share of each level among matches (m), strangers (u) and kin: { field: [{ level, m, u, kin }] }.';
comment on column komsu.linkage_parameters.least_probability is 'From this probability on a pair of files becomes a task.';
comment on column komsu.linkage_parameters.note is 'How it was made.';
comment on column komsu.linkage_parameters.made_at is 'When it was written down.';
create trigger only_added before update or delete or truncate on komsu.linkage_parameters
  for each statement execute function komsu.refuse_change();

create table komsu.duplicate_run (
  id bigint generated always as identity primary key,
  parameters_version text not null references komsu.linkage_parameters,
  up_to_household bigint not null,
  last_household bigint not null default 0,
  households bigint not null default 0,
  found bigint not null default 0,
  started_at timestamptz not null default now(),
  finished_at timestamptz
);
comment on table komsu.duplicate_run is 'A search for duplicates through all files (komsu find-duplicates); one that was stopped goes on where it was.';
comment on column komsu.duplicate_run.id is 'Key.';
comment on column komsu.duplicate_run.parameters_version is 'Parameters it compares by.';
comment on column komsu.duplicate_run.up_to_household is 'Newest file when it began; later ones are looked at when they are entered.';
comment on column komsu.duplicate_run.last_household is 'File it came to.';
comment on column komsu.duplicate_run.households is 'Files looked at so far.';
comment on column komsu.duplicate_run.found is 'Candidates found so far.';
comment on column komsu.duplicate_run.started_at is 'When it began.';
comment on column komsu.duplicate_run.finished_at is 'When it was through.';

-- One task for each pair of files, whichever of their people resemble each other most.
drop index komsu.duplicate_pair_idx;
create unique index duplicate_pair_idx on komsu.duplicate_candidate (household_a, household_b);
alter table komsu.duplicate_candidate
  add column district_a bigint references komsu.district,
  add column district_b bigint references komsu.district,
  add column request_id uuid;
comment on column komsu.duplicate_candidate.district_a is 'District of file a; with district_b the scope of who sees the task.';
comment on column komsu.duplicate_candidate.district_b is 'District of file b.';
comment on column komsu.duplicate_candidate.request_id is 'Client-made id of the deciding deed.';
create index duplicate_person_a_idx on komsu.duplicate_candidate (person_a);
create index duplicate_person_b_idx on komsu.duplicate_candidate (person_b);

-- Born the same day with the same first letters: the block most duplicates share.
create index person_born_name_idx on komsu.person (born_on, left(name_key, 2));
