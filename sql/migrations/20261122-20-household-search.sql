-- Search first: a name with a year of birth is one question of the index, the last files read are found without the whole audit.
create function komsu.person_words(key text, born_on date) returns text[]
language sql immutable strict parallel safe as $$ select string_to_array(key || ' ' || extract(year from born_on)::integer, ' ') $$;
comment on function komsu.person_words is 'Words of a name key and the year of birth, as indexed: "ayse yilmaz" of 1985 has three.';
drop index komsu.person_name_tokens_idx;
create index person_words_idx on komsu.person using gin (komsu.person_words(name_key, born_on));
create index audit_event_files_read_idx on komsu.audit_event (officer_id, at desc) where action = 'household.read';

create sequence komsu.file_no_seq;
comment on sequence komsu.file_no_seq is 'Running number in file numbers of new households.';

-- What a search answers of a household: enough to know it, not to read it.
create type komsu.household_hit as (
  household_id bigint,
  file_no text,
  person_id bigint,
  given_name text,
  family_name text,
  birth_year integer,
  has_died boolean,
  national_id text,
  members integer,
  district_id bigint,
  neighbourhood_id bigint,
  status text,
  application_id bigint,
  in_scope boolean,
  is_relative boolean,
  joined_into_id bigint,
  dissolved_on date
);
comment on type komsu.household_hit is 'One file found: file number, a person of it (outside the officer''s districts name and initial only), masked T.C. number, area, state of the newest application.';
