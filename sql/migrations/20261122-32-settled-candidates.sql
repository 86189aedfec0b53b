alter table komsu.duplicate_candidate add column settled_at timestamptz;
comment on column komsu.duplicate_candidate.settled_at is 'When one of the files ended (joined into another, dissolved): nothing is left to decide or to join.';
drop index komsu.duplicate_open_idx;
create index duplicate_open_idx on komsu.duplicate_candidate (state, probability desc) where settled_at is null;
