-- Who visits whom, when: assignments, plans, absences, conflicts, notices.
create table komsu.assignment (
  id bigint generated always as identity primary key,
  request_id uuid not null,
  application_id bigint not null references komsu.application,
  inspector_id bigint not null references komsu.officer,
  second_inspector_id bigint references komsu.officer,
  plan_id bigint,
  reason text check (length(reason) <= 500),
  assigned_by bigint not null references komsu.officer,
  assigned_at timestamptz not null default now(),
  unique (request_id, application_id),
  check (second_inspector_id <> inspector_id)
);
comment on table komsu.assignment is 'Each time an application was given to an inspector; the newest holds. Only ever added.';
comment on column komsu.assignment.id is 'Key.';
comment on column komsu.assignment.request_id is 'Client-made id of the deed.';
comment on column komsu.assignment.application_id is 'Application.';
comment on column komsu.assignment.inspector_id is 'Inspector.';
comment on column komsu.assignment.second_inspector_id is 'Second inspector, where two visit.';
comment on column komsu.assignment.plan_id is 'Weekly plan it came from.';
comment on column komsu.assignment.reason is 'Why it was given to another one.';
comment on column komsu.assignment.assigned_by is 'Officer who did it.';
comment on column komsu.assignment.assigned_at is 'When.';
create index on komsu.assignment (application_id);
create index on komsu.assignment (inspector_id);
create trigger only_added before update or delete or truncate on komsu.assignment
  for each statement execute function komsu.refuse_change();

create table komsu.weekly_plan (
  id bigint generated always as identity primary key,
  request_id uuid not null unique,
  week_start date not null check (extract(isodow from week_start) = 1),
  district_ids bigint[] not null,
  state text not null default 'submitted' check (state in ('submitted', 'approved', 'returned', 'withdrawn')),
  version integer not null default 1,
  settings jsonb not null default '{}',
  summary jsonb not null default '{}',
  note text check (length(note) <= 1000),
  submitted_by bigint not null references komsu.officer,
  submitted_at timestamptz not null default now(),
  decided_by bigint references komsu.officer,
  decided_at timestamptz,
  decision_note text check (length(decision_note) <= 1000),
  check (decided_by <> submitted_by)
);
comment on table komsu.weekly_plan is 'A week''s assignments the chief accepted, for the branch manager to approve (9.9).';
comment on column komsu.weekly_plan.id is 'Key.';
comment on column komsu.weekly_plan.request_id is 'Client-made id of the deed.';
comment on column komsu.weekly_plan.week_start is 'Monday of the week.';
comment on column komsu.weekly_plan.district_ids is 'Districts it covers.';
comment on column komsu.weekly_plan.state is 'submitted, approved, returned, withdrawn.';
comment on column komsu.weekly_plan.version is 'Counts changes.';
comment on column komsu.weekly_plan.settings is 'Loads and rules it was proposed with.';
comment on column komsu.weekly_plan.summary is 'Loads, pieces, balance; counts only, no household.';
comment on column komsu.weekly_plan.note is 'Words of the chief.';
comment on column komsu.weekly_plan.submitted_by is 'Chief.';
comment on column komsu.weekly_plan.submitted_at is 'When.';
comment on column komsu.weekly_plan.decided_by is 'Manager; never the one who submitted it.';
comment on column komsu.weekly_plan.decided_at is 'When.';
comment on column komsu.weekly_plan.decision_note is 'Words of the manager.';

create table komsu.weekly_plan_item (
  plan_id bigint not null references komsu.weekly_plan,
  application_id bigint not null references komsu.application,
  inspector_id bigint not null references komsu.officer,
  second_inspector_id bigint references komsu.officer,
  neighbourhood_id bigint not null references komsu.neighbourhood,
  outcome text check (outcome in ('assigned', 'not_awaiting', 'conflict', 'absent')),
  primary key (plan_id, application_id)
);
comment on table komsu.weekly_plan_item is 'One visit of a weekly plan.';
comment on column komsu.weekly_plan_item.plan_id is 'Plan.';
comment on column komsu.weekly_plan_item.application_id is 'Application.';
comment on column komsu.weekly_plan_item.inspector_id is 'Inspector.';
comment on column komsu.weekly_plan_item.second_inspector_id is 'Second inspector.';
comment on column komsu.weekly_plan_item.neighbourhood_id is 'Neighbourhood of the household, for the counts the manager sees.';
comment on column komsu.weekly_plan_item.outcome is 'What became of it at approval; null before.';
create index on komsu.weekly_plan_item (application_id);

create table komsu.officer_absence (
  id bigint generated always as identity primary key,
  request_id uuid not null unique,
  officer_id bigint not null references komsu.officer,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  kind text not null check (kind in ('leave', 'training', 'other')),
  cancelled_at timestamptz,
  recorded_by bigint not null references komsu.officer,
  recorded_at timestamptz not null default now()
);
comment on table komsu.officer_absence is 'Days an officer is away; never why in detail.';
comment on column komsu.officer_absence.id is 'Key.';
comment on column komsu.officer_absence.request_id is 'Client-made id of the deed.';
comment on column komsu.officer_absence.officer_id is 'Officer.';
comment on column komsu.officer_absence.from_day is 'First day away.';
comment on column komsu.officer_absence.to_day is 'Last day away.';
comment on column komsu.officer_absence.kind is 'leave, training, other; no health data.';
comment on column komsu.officer_absence.cancelled_at is 'When it was cancelled.';
comment on column komsu.officer_absence.recorded_by is 'Who entered it.';
comment on column komsu.officer_absence.recorded_at is 'When.';
create index on komsu.officer_absence (officer_id, from_day);

create table komsu.officer_interest (
  officer_id bigint primary key references komsu.officer on delete cascade,
  home_neighbourhood_id bigint references komsu.neighbourhood,
  sex text check (sex in ('female', 'male')),
  weekly_minimum smallint not null default 0 check (weekly_minimum >= 0),
  weekly_maximum smallint not null default 25 check (weekly_maximum >= weekly_minimum)
);
comment on table komsu.officer_interest is 'What bears on giving files to an officer: home neighbourhood (no files there), sex where a household asks, load.';
comment on column komsu.officer_interest.officer_id is 'Officer.';
comment on column komsu.officer_interest.home_neighbourhood_id is 'Neighbourhood they live in.';
comment on column komsu.officer_interest.sex is 'For households that ask for an inspector of their sex.';
comment on column komsu.officer_interest.weekly_minimum is 'Files a week, at least.';
comment on column komsu.officer_interest.weekly_maximum is 'Files a week, at most.';

create table komsu.officer_relative (
  officer_id bigint not null references komsu.officer on delete cascade,
  person_id bigint not null references komsu.person,
  declared_at timestamptz not null default now(),
  primary key (officer_id, person_id)
);
comment on table komsu.officer_relative is 'Relatives an officer declared: nobody acts on a relative''s file (DOMAIN.md §1).';
comment on column komsu.officer_relative.officer_id is 'Officer.';
comment on column komsu.officer_relative.person_id is 'Relative.';
comment on column komsu.officer_relative.declared_at is 'When it was declared.';
create index on komsu.officer_relative (person_id);

create table komsu.notification (
  id bigint generated always as identity primary key,
  officer_id bigint not null references komsu.officer,
  kind text not null check (kind in ('assigned', 'reassigned', 'returned', 'plan_submitted', 'plan_approved', 'plan_returned', 'urgent', 'proposal')),
  subject_type text not null,
  subject_id bigint not null,
  detail jsonb not null default '{}',
  made_at timestamptz not null default now(),
  read_at timestamptz
);
comment on table komsu.notification is 'What an officer is told inside Komşu. No name of a person in it.';
comment on column komsu.notification.id is 'Key.';
comment on column komsu.notification.officer_id is 'Who is told.';
comment on column komsu.notification.kind is 'What happened.';
comment on column komsu.notification.subject_type is 'Table of the thing.';
comment on column komsu.notification.subject_id is 'Key of the thing.';
comment on column komsu.notification.detail is 'Counts, dates, district; nothing personal.';
comment on column komsu.notification.made_at is 'When.';
comment on column komsu.notification.read_at is 'When it was read.';
create index on komsu.notification (officer_id, made_at desc);
