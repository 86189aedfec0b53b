create table komsu.planted_duplicate (
  household_a bigint not null references komsu.household,
  household_b bigint not null references komsu.household,
  kind text not null check (kind in ('typo', 'maiden_name', 'moved')),
  primary key (household_a, household_b),
  check (household_a < household_b)
);
comment on table komsu.planted_duplicate is 'Demo city only: second files of one family the generator planted, kept so that tests can ask how many linkage finds.';
comment on column komsu.planted_duplicate.household_a is 'File opened first.';
comment on column komsu.planted_duplicate.household_b is 'Second file of the same family.';
comment on column komsu.planted_duplicate.kind is 'typo (names or dates mistyped, same door), maiden_name (the wife applied by hers, with the children), moved (within the neighbourhood).';
create index on komsu.planted_duplicate (household_b);
