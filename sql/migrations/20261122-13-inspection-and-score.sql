-- The Social Inquiry Form, its control, and the versioned score scheme.
create table komsu.form_definition (
  version text primary key check (version ~ '^[a-z0-9][a-z0-9.-]{0,40}$'),
  document jsonb not null,
  valid_from date not null,
  recorded_by bigint references komsu.officer,
  recorded_at timestamptz not null default now()
);
comment on table komsu.form_definition is 'Versions of the Social Inquiry Form an office added to the one that ships; never changed.';
comment on column komsu.form_definition.version is 'Name of the version.';
comment on column komsu.form_definition.document is 'The definition (api/inspections/form-definition.contract.ts).';
comment on column komsu.form_definition.valid_from is 'First day it is used for new inspections.';
comment on column komsu.form_definition.recorded_by is 'Officer who added it.';
comment on column komsu.form_definition.recorded_at is 'When.';

alter table komsu.inspection
  add column form_version text,
  add column version integer not null default 1,
  add column control text not null default 'passed' check (control in ('open', 'awaiting', 'returned', 'passed')),
  add column started_at timestamptz,
  add column sent_at timestamptz,
  add column passed_at timestamptz,
  add column passed_by bigint references komsu.officer,
  add column second_inspector_id bigint references komsu.officer,
  add column second_confirmed_at timestamptz,
  add column phone_reason text check (length(phone_reason) <= 500),
  add column place_accuracy_m real check (place_accuracy_m >= 0),
  add column answered_at timestamptz;
comment on column komsu.inspection.form_version is 'Version of the form; null for imported and synthetic ones.';
comment on column komsu.inspection.version is 'Counts saves.';
comment on column komsu.inspection.control is 'open (being filled in), awaiting the chief''s control, returned with questions, passed.';
comment on column komsu.inspection.started_at is 'When it was begun.';
comment on column komsu.inspection.sent_at is 'When it was last sent to the chief.';
comment on column komsu.inspection.passed_at is 'When the chief passed it on.';
comment on column komsu.inspection.passed_by is 'Chief who passed it on.';
comment on column komsu.inspection.second_inspector_id is 'Second inspector, where two visited.';
comment on column komsu.inspection.second_confirmed_at is 'When the second inspector confirmed.';
comment on column komsu.inspection.phone_reason is 'Why it was made by telephone (19.10).';
comment on column komsu.inspection.place_accuracy_m is 'Accuracy of the place captured, metres.';
comment on column komsu.inspection.answered_at is 'When an answer last changed.';
-- One inspection is open for an application at a time.
create unique index inspection_one_open_idx on komsu.inspection (application_id) where control in ('open', 'awaiting', 'returned');

create table komsu.inspection_control (
  id bigint generated always as identity primary key,
  request_id uuid not null unique,
  inspection_id bigint not null references komsu.inspection,
  action text not null check (action in ('send', 'return', 'pass', 'confirm')),
  questions jsonb not null default '[]',
  note text check (length(note) <= 2000),
  officer_id bigint not null references komsu.officer,
  at timestamptz not null default now()
);
comment on table komsu.inspection_control is 'Each time an inspection was sent, returned with questions, confirmed by the second inspector, or passed on. Only ever added.';
comment on column komsu.inspection_control.id is 'Key.';
comment on column komsu.inspection_control.request_id is 'Client-made id of the deed.';
comment on column komsu.inspection_control.inspection_id is 'Inspection.';
comment on column komsu.inspection_control.action is 'send, return, pass, confirm.';
comment on column komsu.inspection_control.questions is 'Questions of the chief: [{ path, question }].';
comment on column komsu.inspection_control.note is 'In words.';
comment on column komsu.inspection_control.officer_id is 'Who.';
comment on column komsu.inspection_control.at is 'When.';
create index on komsu.inspection_control (inspection_id);
create trigger only_added before update or delete or truncate on komsu.inspection_control
  for each statement execute function komsu.refuse_change();

create table komsu.score_scheme (
  version text primary key check (version ~ '^[a-z0-9][a-z0-9.-]{0,40}$'),
  document jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'adopted', 'withdrawn')),
  edition integer not null default 1,
  minimum double precision not null check (minimum between 0 and 100),
  effective_from date,
  decision_no text,
  decision_on date,
  based_on text references komsu.score_scheme,
  drafted_by bigint references komsu.officer,
  drafted_at timestamptz not null default now(),
  adopted_by bigint references komsu.officer,
  adopted_at timestamptz,
  simulation jsonb,
  check (state <> 'adopted' or (effective_from is not null and decision_no is not null and decision_on is not null))
);
comment on table komsu.score_scheme is 'Versions of the score scheme. A draft is edited; adopted ones never change and hold from a date on.';
comment on column komsu.score_scheme.version is 'Name of the version; need_score.scheme_version names it.';
comment on column komsu.score_scheme.document is 'The scheme (api/scores/score-scheme.contract.ts).';
comment on column komsu.score_scheme.state is 'draft, adopted, withdrawn.';
comment on column komsu.score_scheme.edition is 'Counts saves of the draft; who writes says which one they read.';
comment on column komsu.score_scheme.minimum is 'Minimum score of eligibility (19.12).';
comment on column komsu.score_scheme.effective_from is 'First day it is used; past files keep their version.';
comment on column komsu.score_scheme.decision_no is 'Number of the commission''s decision (19.15).';
comment on column komsu.score_scheme.decision_on is 'Day of that decision.';
comment on column komsu.score_scheme.based_on is 'Version it was drafted from.';
comment on column komsu.score_scheme.drafted_by is 'Officer who drafted it.';
comment on column komsu.score_scheme.drafted_at is 'When.';
comment on column komsu.score_scheme.adopted_by is 'Officer who entered its adoption.';
comment on column komsu.score_scheme.adopted_at is 'When.';
comment on column komsu.score_scheme.simulation is 'Last simulation of it, disclosure-safe aggregates only.';

alter table komsu.need_score
  add column application_id bigint references komsu.application,
  add column low double precision,
  add column high double precision,
  add column points jsonb,
  add column missing jsonb,
  add column facts_hash text,
  add column minimum double precision,
  add column scored_by bigint references komsu.officer,
  add column scored_at timestamptz;
comment on column komsu.need_score.application_id is 'Application it was made for.';
comment on column komsu.need_score.low is 'Lowest total the missing facts allow.';
comment on column komsu.need_score.high is 'Highest total the missing facts allow.';
comment on column komsu.need_score.points is 'Every point with its reason and the facts behind it.';
comment on column komsu.need_score.missing is 'Questions whose facts are missing or could not be reached.';
comment on column komsu.need_score.facts_hash is 'SHA-256 over the facts used.';
comment on column komsu.need_score.minimum is 'Minimum in force.';
comment on column komsu.need_score.scored_by is 'Officer whose deed caused it.';
comment on column komsu.need_score.scored_at is 'When.';
