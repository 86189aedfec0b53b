-- The household file: what happens to it, who lived in it, who may open it, what is proposed, what looks double.
create table komsu.household_event (
  id bigint generated always as identity primary key,
  request_id uuid,
  household_id bigint not null references komsu.household,
  kind text not null check (kind in ('opened', 'person_added', 'person_left', 'person_corrected', 'death', 'guardian', 'moved', 'joined', 'split', 'note', 'duplicate_decided')),
  person_id bigint references komsu.person,
  happened_on date not null,
  detail jsonb not null default '{}',
  recorded_by bigint references komsu.officer,
  recorded_at timestamptz not null default now()
);
comment on table komsu.household_event is 'What happened to a household, in its timeline. Only ever added.';
comment on column komsu.household_event.id is 'Key.';
comment on column komsu.household_event.request_id is 'Client-made id of the deed.';
comment on column komsu.household_event.household_id is 'Household.';
comment on column komsu.household_event.kind is 'What happened.';
comment on column komsu.household_event.person_id is 'Person it concerns.';
comment on column komsu.household_event.happened_on is 'Day it happened (not the day it was written).';
comment on column komsu.household_event.detail is 'Before and after, other file, reason.';
comment on column komsu.household_event.recorded_by is 'Officer.';
comment on column komsu.household_event.recorded_at is 'When it was written down.';
create index on komsu.household_event (household_id);
create index on komsu.household_event (request_id);
create trigger only_added before update or delete or truncate on komsu.household_event
  for each statement execute function komsu.refuse_change();

alter table komsu.person add column version integer not null default 1, add column added_by bigint references komsu.officer;
comment on column komsu.person.version is 'Counts changes.';
comment on column komsu.person.added_by is 'Officer who added them; null for imports and the generator.';

create table komsu.household_membership (
  id bigint generated always as identity primary key,
  person_id bigint not null references komsu.person,
  household_id bigint not null references komsu.household,
  household_role text not null,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  reason text not null check (reason in ('joined', 'split', 'moved', 'left', 'duplicate', 'correction')),
  recorded_by bigint references komsu.officer,
  recorded_at timestamptz not null default now()
);
comment on table komsu.household_membership is 'Where a person lived before; where they live now is person.household_id. Only ever added.';
comment on column komsu.household_membership.id is 'Key.';
comment on column komsu.household_membership.person_id is 'Person.';
comment on column komsu.household_membership.household_id is 'Household they left.';
comment on column komsu.household_membership.household_role is 'Their role in it.';
comment on column komsu.household_membership.from_day is 'First day in it, as far as known.';
comment on column komsu.household_membership.to_day is 'Day they left.';
comment on column komsu.household_membership.reason is 'Why.';
comment on column komsu.household_membership.recorded_by is 'Officer.';
comment on column komsu.household_membership.recorded_at is 'When it was written down.';
create index on komsu.household_membership (person_id);
create index on komsu.household_membership (household_id);

create table komsu.guardian (
  id bigint generated always as identity primary key,
  request_id uuid not null unique,
  person_id bigint not null references komsu.person,
  household_id bigint not null references komsu.household,
  guardian_person_id bigint references komsu.person,
  guardian_name text not null check (length(guardian_name) <= 200),
  guardian_national_id text check (guardian_national_id ~ '^[1-9][0-9]{10}$'),
  kind text not null check (kind in ('parent', 'court_guardian', 'trustee', 'foster')),
  paper text not null check (length(paper) <= 200),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  recorded_by bigint references komsu.officer,
  recorded_at timestamptz not null default now()
);
comment on table komsu.guardian is 'Who acts for a person who cannot (a minor, a ward).';
comment on column komsu.guardian.id is 'Key.';
comment on column komsu.guardian.request_id is 'Client-made id of the deed.';
comment on column komsu.guardian.person_id is 'Person acted for.';
comment on column komsu.guardian.household_id is 'Their household.';
comment on column komsu.guardian.guardian_person_id is 'Guardian, where known to us.';
comment on column komsu.guardian.guardian_name is 'Name of the guardian.';
comment on column komsu.guardian.guardian_national_id is 'T.C. number of the guardian.';
comment on column komsu.guardian.kind is 'parent, court_guardian (vasi), trustee (kayyım), foster.';
comment on column komsu.guardian.paper is 'Ruling or record that proves it.';
comment on column komsu.guardian.valid_from is 'First day.';
comment on column komsu.guardian.valid_to is 'First day it no longer holds.';
comment on column komsu.guardian.recorded_by is 'Officer.';
comment on column komsu.guardian.recorded_at is 'When it was written down.';
create index on komsu.guardian (person_id);
create index on komsu.guardian (household_id);

create table komsu.proposed_change (
  id bigint generated always as identity primary key,
  request_id uuid not null,
  household_id bigint not null references komsu.household,
  application_id bigint references komsu.application,
  person_id bigint references komsu.person,
  kind text not null check (kind in ('fact', 'fact_end', 'person', 'person_add', 'person_leave', 'address', 'contact', 'request_add', 'request_withdraw')),
  proposal jsonb not null,
  current jsonb,
  source text not null check (source in ('inspector', 'registry', 'citizen', 'intake')),
  reason text check (length(reason) <= 1000),
  state text not null default 'open' check (state in ('open', 'accepted', 'refused')),
  version integer not null default 1,
  proposed_by bigint references komsu.officer,
  proposed_at timestamptz not null default now(),
  decided_by bigint references komsu.officer,
  decided_at timestamptz,
  decision_reason text check (length(decision_reason) <= 500)
);
comment on table komsu.proposed_change is 'A change of the file somebody proposes (inspector on the spot, a registry); a person accepts or refuses it.';
comment on column komsu.proposed_change.id is 'Key.';
comment on column komsu.proposed_change.request_id is 'Client-made id of the deed.';
comment on column komsu.proposed_change.household_id is 'Household.';
comment on column komsu.proposed_change.application_id is 'Application in whose course it was proposed.';
comment on column komsu.proposed_change.person_id is 'Person it concerns.';
comment on column komsu.proposed_change.kind is 'What would change.';
comment on column komsu.proposed_change.proposal is 'The change: for fact { fact, values }, for person { field: value }, for address the address.';
comment on column komsu.proposed_change.current is 'What stood there when it was proposed; shown beside it, checked again when accepted.';
comment on column komsu.proposed_change.source is 'Who says so.';
comment on column komsu.proposed_change.reason is 'Why.';
comment on column komsu.proposed_change.state is 'open, accepted, refused.';
comment on column komsu.proposed_change.version is 'Counts changes.';
comment on column komsu.proposed_change.proposed_by is 'Officer who proposed it.';
comment on column komsu.proposed_change.proposed_at is 'When.';
comment on column komsu.proposed_change.decided_by is 'Officer who decided.';
comment on column komsu.proposed_change.decided_at is 'When.';
comment on column komsu.proposed_change.decision_reason is 'Why it was refused.';
create index on komsu.proposed_change (household_id);
create index proposed_change_open_idx on komsu.proposed_change (proposed_at) where state = 'open';

create table komsu.duplicate_candidate (
  id bigint generated always as identity primary key,
  household_a bigint not null references komsu.household,
  household_b bigint not null references komsu.household,
  person_a bigint references komsu.person,
  person_b bigint references komsu.person,
  kind text not null check (kind in ('same_person', 'similar_names', 'same_address', 'same_phone')),
  weight double precision not null,
  probability double precision not null check (probability between 0 and 1),
  because jsonb not null default '[]',
  parameters_version text,
  state text not null default 'open' check (state in ('open', 'later', 'same', 'different')),
  version integer not null default 1,
  found_at timestamptz not null default now(),
  decided_by bigint references komsu.officer,
  decided_at timestamptz,
  reason text check (length(reason) <= 500),
  check (household_a < household_b)
);
comment on table komsu.duplicate_candidate is 'Two files that may be one household: a task for a person. Nobody loses aid while it is open.';
comment on column komsu.duplicate_candidate.id is 'Key.';
comment on column komsu.duplicate_candidate.household_a is 'File with the smaller key.';
comment on column komsu.duplicate_candidate.household_b is 'The other file.';
comment on column komsu.duplicate_candidate.person_a is 'Person of file a that resembles person_b; null when only the address does.';
comment on column komsu.duplicate_candidate.person_b is 'Person of file b.';
comment on column komsu.duplicate_candidate.kind is 'What is alike.';
comment on column komsu.duplicate_candidate.weight is 'Match weight, bits (log2 of the Bayes factor).';
comment on column komsu.duplicate_candidate.probability is 'Probability of being the same, Fellegi–Sunter.';
comment on column komsu.duplicate_candidate.because is 'Weight of each comparison.';
comment on column komsu.duplicate_candidate.parameters_version is 'Version of the m and u used.';
comment on column komsu.duplicate_candidate.state is 'open, later, same, different.';
comment on column komsu.duplicate_candidate.version is 'Counts changes.';
comment on column komsu.duplicate_candidate.found_at is 'When it was found.';
comment on column komsu.duplicate_candidate.decided_by is 'Officer who decided.';
comment on column komsu.duplicate_candidate.decided_at is 'When.';
comment on column komsu.duplicate_candidate.reason is 'Why.';
create unique index duplicate_pair_idx on komsu.duplicate_candidate (household_a, household_b, coalesce(person_a, 0), coalesce(person_b, 0));
create index on komsu.duplicate_candidate (household_b);
create index duplicate_open_idx on komsu.duplicate_candidate (probability desc) where state in ('open', 'later');

create table komsu.file_access (
  id bigint generated always as identity primary key,
  officer_id bigint not null references komsu.officer,
  acting_role text not null,
  household_id bigint not null references komsu.household,
  ground text not null check (ground in ('petition_received', 'call_received', 'new_file', 'duplicate_check', 'audit')),
  reason text check (length(reason) <= 500),
  opened_at timestamptz not null default now(),
  expires_at timestamptz not null
);
comment on table komsu.file_access is 'A ground on which an officer opened a file that is not otherwise theirs to see; it runs out. Given by komsu.open_file alone.';
comment on column komsu.file_access.id is 'Key.';
comment on column komsu.file_access.officer_id is 'Officer.';
comment on column komsu.file_access.acting_role is 'Role they acted in.';
comment on column komsu.file_access.household_id is 'Household.';
comment on column komsu.file_access.ground is 'Why it may be opened.';
comment on column komsu.file_access.reason is 'In words.';
comment on column komsu.file_access.opened_at is 'From.';
comment on column komsu.file_access.expires_at is 'Until.';
create index on komsu.file_access (officer_id, household_id, expires_at);

-- Typo-tolerant names: a small dictionary of name words is asked by likeness, the large table by exact words.
create table komsu.name_token (
  token text primary key,
  people integer not null default 0
);
comment on table komsu.name_token is 'Every word of a person''s name key, with how often it was seen: resemblance is asked here, not of millions of people.';
comment on column komsu.name_token.token is 'Word of person.name_key.';
comment on column komsu.name_token.people is 'About how many people bear it (only ever counted up).';
create index name_token_trgm_idx on komsu.name_token using gin (token gin_trgm_ops);
create function komsu.name_tokens(key text) returns text[]
language sql immutable strict parallel safe as $$ select string_to_array(key, ' ') $$;
comment on function komsu.name_tokens is 'Words of a name key, as indexed.';
drop index komsu.person_name_trgm_idx;
create index person_name_tokens_idx on komsu.person using gin (komsu.name_tokens(name_key));
create function komsu.count_name_tokens() returns trigger language plpgsql security definer set search_path = komsu, pg_temp as $$
begin
  insert into name_token as known (token, people)
  select word, count(*) from added, unnest(komsu.name_tokens(name_key)) word where word <> '' group by word order by word
  on conflict (token) do update set people = known.people + excluded.people;
  return null;
end $$;
comment on function komsu.count_name_tokens is 'Keeps komsu.name_token in step with people added or renamed, a statement at a time.';
create trigger counts_name_tokens after insert on komsu.person
  referencing new table as added for each statement execute function komsu.count_name_tokens();
create trigger counts_new_names after update on komsu.person
  referencing new table as added for each statement execute function komsu.count_name_tokens();
insert into komsu.name_token (token, people)
  select word, count(*) from komsu.person, unnest(komsu.name_tokens(name_key)) word where word <> '' group by word;
create index street_name_trgm_idx on komsu.street using gin (name_key gin_trgm_ops);
