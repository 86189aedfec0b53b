-- Who was born on a day, with names, from the index alone: 190 people a day are no 190 pages of the table.
drop index komsu.person_born_name_idx;
create index person_born_name_idx on komsu.person (born_on, name_key) include (household_id, id);
