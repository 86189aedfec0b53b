-- A file is read together with those joined into it. File numbers come from the key (api/applications), no sequence needed.
create index household_joined_idx on komsu.household (joined_into_id) where joined_into_id is not null;
drop sequence komsu.file_no_seq;
