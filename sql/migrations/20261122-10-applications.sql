-- From the petition to the scored inspection (DOMAIN.md §3): what an application carries beyond its state.
alter table komsu.household add column version integer not null default 1,
  add column joined_into_id bigint references komsu.household;
comment on column komsu.household.version is 'Counts changes of the file; who writes says which one they read.';
comment on column komsu.household.joined_into_id is 'File this one was joined to, when two files proved to be one household.';

alter table komsu.application
  add column version integer not null default 1,
  add column received_by bigint references komsu.officer,
  add column submitted_at timestamptz,
  add column applicant_kind text not null default 'self' check (applicant_kind in ('self', 'proxy', 'muhtar', 'ngo', 'guardian', 'official')),
  add column applicant_name text,
  add column applicant_paper text,
  add column event jsonb,
  add column note text check (length(note) <= 4000),
  add column consent_version text,
  add column consented_at timestamptz,
  add column previous_id bigint references komsu.application,
  add column appeal_reason text,
  add column appealed_on date,
  add column needs_two_inspectors boolean not null default false,
  add column wanted_inspector_sex text check (wanted_inspector_sex in ('female', 'male')),
  add column second_officer_id bigint references komsu.officer;
comment on column komsu.application.version is 'Counts changes; who writes says which one they read.';
comment on column komsu.application.received_by is 'Officer who took it; sees it whatever the district.';
comment on column komsu.application.submitted_at is 'When it was submitted; null for imported and synthetic ones.';
comment on column komsu.application.applicant_kind is 'Who applies: self with signed petition, notarised proxy, muhtar, NGO, guardian, or official letter (police, fire) for a victim.';
comment on column komsu.application.applicant_name is 'Name of an applicant who is no member of the household.';
comment on column komsu.application.applicant_paper is 'Number of the proxy, guardianship ruling, police record or official letter; "petition" for a signed petition.';
comment on column komsu.application.event is 'For a victim: { kind, occurred_on, statement }.';
comment on column komsu.application.note is 'What the intake officer wrote down.';
comment on column komsu.application.consent_version is 'Version of the KVKK text read out and accepted.';
comment on column komsu.application.consented_at is 'When it was accepted.';
comment on column komsu.application.previous_id is 'Application before this one that it follows up.';
comment on column komsu.application.appeal_reason is 'Reason of the one appeal (ineligible or refused).';
comment on column komsu.application.appealed_on is 'Day of the appeal; there is one.';
comment on column komsu.application.needs_two_inspectors is 'Two inspectors must visit.';
comment on column komsu.application.wanted_inspector_sex is 'Sex of inspector the household asked for, where it did.';
comment on column komsu.application.second_officer_id is 'Second inspector, where two visit.';

-- A second open application of the same household is joined to the first (DOMAIN.md §3): the database lets no second one in.
create unique index application_one_open_idx on komsu.application (household_id)
  where status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'before_commission');
create index application_received_by_idx on komsu.application (received_by) where received_by is not null;
create index application_reference_idx on komsu.application (reference_no);
create index application_work_idx on komsu.application (district_id, status, reply_by)
  where status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'before_commission');
create index application_second_idx on komsu.application (second_officer_id) where second_officer_id is not null;

create table komsu.application_receipt (
  id bigint generated always as identity primary key,
  request_id uuid not null unique,
  application_id bigint not null references komsu.application,
  channel text not null check (channel in ('solidarity_point', 'him', 'cimer', 'acik_kapi', 'web', 'field_finding', 'disaster', 'media_report', 'third_party', 'death_notice')),
  reference_no text,
  received_on date not null,
  reply_by date,
  received_by bigint references komsu.officer,
  note text check (length(note) <= 4000),
  recorded_at timestamptz not null default now()
);
comment on table komsu.application_receipt is 'Each time an application was received: the first, and every later one of the same household that joined it while it was open.';
comment on column komsu.application_receipt.id is 'Key.';
comment on column komsu.application_receipt.request_id is 'Client-made id: a retry is the same receipt.';
comment on column komsu.application_receipt.application_id is 'Application it belongs to.';
comment on column komsu.application_receipt.channel is 'How it came.';
comment on column komsu.application_receipt.reference_no is 'Number the channel gave it.';
comment on column komsu.application_receipt.received_on is 'Day received.';
comment on column komsu.application_receipt.reply_by is 'Day by which that channel wants an answer.';
comment on column komsu.application_receipt.received_by is 'Officer who took it.';
comment on column komsu.application_receipt.note is 'What was said.';
comment on column komsu.application_receipt.recorded_at is 'When it was written down.';
create index on komsu.application_receipt (application_id);
create index on komsu.application_receipt (reference_no);

alter table komsu.request
  add column note text check (length(note) <= 1000),
  add column added_by bigint references komsu.officer,
  add column withdrawn_by bigint references komsu.officer,
  add column withdrawn_reason text check (length(withdrawn_reason) <= 500);
comment on column komsu.request.note is 'What exactly is asked for.';
comment on column komsu.request.added_by is 'Officer who added it.';
comment on column komsu.request.withdrawn_by is 'Officer who withdrew it.';
comment on column komsu.request.withdrawn_reason is 'Why it was withdrawn.';
-- Aid types are found again in a request while they stand: the same thing is not asked for twice at once.
create unique index request_once_idx on komsu.request (application_id, aid_type_code) where withdrawn_on is null;

create table komsu.document_type (
  code text primary key,
  name_tr text not null,
  name_en text not null,
  how_tr text not null,
  how_en text not null
);
comment on table komsu.document_type is 'Papers that may be asked for.';
comment on column komsu.document_type.code is 'Key.';
comment on column komsu.document_type.name_tr is 'Turkish name.';
comment on column komsu.document_type.name_en is 'English name.';
comment on column komsu.document_type.how_tr is 'Where the applicant gets it, in Turkish.';
comment on column komsu.document_type.how_en is 'Where the applicant gets it, in English.';
insert into komsu.document_type values
  ('petition', 'İmzalı dilekçe', 'Signed petition', 'Noktada birlikte doldurulur.', 'Filled in together at the point.'),
  ('proxy_deed', 'Noter vekâletnamesi', 'Notarised proxy', 'Noterden alınır.', 'From a notary.'),
  ('guardianship_ruling', 'Vasilik kararı', 'Guardianship ruling', 'Sulh hukuk mahkemesinden alınır.', 'From the civil court of peace.'),
  ('muhtar_letter', 'Muhtar yazısı', 'Letter of the muhtar', 'Mahalle muhtarlığından alınır.', 'From the muhtar of the neighbourhood.'),
  ('ngo_letter', 'Kuruluş yazısı', 'Letter of the organisation', 'Başvuran kuruluş verir.', 'Given by the organisation.'),
  ('disability_report', 'Engelli sağlık kurulu raporu', 'Disability report', 'Yetkili hastaneden veya e-Devlet''ten alınır.', 'From an authorised hospital or e-Devlet.'),
  ('medical_report', 'Sağlık raporu', 'Medical report', 'Tedavi eden hekimden alınır.', 'From the treating physician.'),
  ('veteran_card', 'Gazi / şehit yakını kartı', 'Veteran or martyr''s kin card', 'Kişinin kendisinde bulunur.', 'Held by the person.'),
  ('fire_report', 'Yangın raporu', 'Fire report', 'İtfaiye dairesinden alınır.', 'From the fire department.'),
  ('police_record', 'Kolluk tutanağı', 'Police record', 'Karakoldan alınır.', 'From the police station.'),
  ('damage_report', 'Hasar tespit belgesi', 'Damage assessment', 'AFAD veya belediyeden alınır.', 'From AFAD or the municipality.'),
  ('birth_record', 'Doğum belgesi', 'Birth record', 'Hastaneden veya nüfus müdürlüğünden alınır.', 'From the hospital or population office.'),
  ('school_record', 'Öğrenci belgesi', 'Student record', 'Okuldan veya e-Devlet''ten alınır.', 'From the school or e-Devlet.'),
  ('rent_contract', 'Kira sözleşmesi', 'Rent contract', 'Kiracıda bulunur.', 'Held by the tenant.'),
  ('death_record', 'Ölüm belgesi', 'Death record', 'Nüfus müdürlüğünden veya e-Devlet''ten alınır.', 'From the population office or e-Devlet.');

create table komsu.document_rule (
  document_code text not null references komsu.document_type,
  because text not null check (because in ('aid_type', 'applicant_kind', 'event_kind')),
  value text not null,
  is_required boolean not null default true,
  primary key (document_code, because, value)
);
comment on table komsu.document_rule is 'Which paper is asked for because of what: the aid asked for, who applies, the event of a victim. Listed, not guessed.';
comment on column komsu.document_rule.document_code is 'Paper.';
comment on column komsu.document_rule.because is 'aid_type, applicant_kind or event_kind.';
comment on column komsu.document_rule.value is 'Its code.';
comment on column komsu.document_rule.is_required is 'False: helps, but the application goes on without it.';
insert into komsu.document_rule values
  ('petition', 'applicant_kind', 'self', true), ('proxy_deed', 'applicant_kind', 'proxy', true),
  ('guardianship_ruling', 'applicant_kind', 'guardian', true), ('muhtar_letter', 'applicant_kind', 'muhtar', true),
  ('ngo_letter', 'applicant_kind', 'ngo', true), ('police_record', 'applicant_kind', 'official', true),
  ('fire_report', 'event_kind', 'fire', true), ('damage_report', 'event_kind', 'disaster', true),
  ('police_record', 'event_kind', 'accident', true),
  ('birth_record', 'aid_type', 'diapers', false), ('birth_record', 'aid_type', 'milk', false),
  ('disability_report', 'aid_type', 'home_care', true), ('medical_report', 'aid_type', 'home_care', false),
  ('rent_contract', 'aid_type', 'cash_support', false), ('school_record', 'aid_type', 'cash_support', false);

create table komsu.application_document (
  application_id bigint not null references komsu.application,
  document_code text not null references komsu.document_type,
  is_required boolean not null,
  state text not null default 'missing' check (state in ('missing', 'seen', 'attached', 'waived')),
  attachment_id bigint,
  reason text check (length(reason) <= 500),
  recorded_by bigint references komsu.officer,
  recorded_at timestamptz not null default now(),
  primary key (application_id, document_code),
  check (state <> 'waived' or reason is not null)
);
comment on table komsu.application_document is 'Papers asked for in an application and how far they are.';
comment on column komsu.application_document.application_id is 'Application.';
comment on column komsu.application_document.document_code is 'Paper.';
comment on column komsu.application_document.is_required is 'As the rule said when it was asked for.';
comment on column komsu.application_document.state is 'missing, seen (shown, no copy kept), attached, or waived with a reason.';
comment on column komsu.application_document.attachment_id is 'The copy kept.';
comment on column komsu.application_document.reason is 'Why it was waived.';
comment on column komsu.application_document.recorded_by is 'Officer who last changed it.';
comment on column komsu.application_document.recorded_at is 'When.';

create table komsu.intake_draft (
  id uuid primary key,
  officer_id bigint not null references komsu.officer,
  payload jsonb not null check (pg_column_size(payload) < 200000),
  version integer not null default 1,
  application_id bigint references komsu.application,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table komsu.intake_draft is 'An application being typed (state draft): saved as it is typed, seen by its author alone.';
comment on column komsu.intake_draft.id is 'Client-made key.';
comment on column komsu.intake_draft.officer_id is 'Author.';
comment on column komsu.intake_draft.payload is 'What was typed so far.';
comment on column komsu.intake_draft.version is 'Counts saves.';
comment on column komsu.intake_draft.application_id is 'Application it became.';
comment on column komsu.intake_draft.created_at is 'Begun.';
comment on column komsu.intake_draft.updated_at is 'Last saved.';
create index on komsu.intake_draft (officer_id, updated_at);

create table komsu.web_application (
  id bigint generated always as identity primary key,
  request_id uuid not null unique,
  tracking_no text not null unique check (tracking_no ~ '^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$'),
  district_id bigint references komsu.district,
  payload jsonb not null check (pg_column_size(payload) < 20000),
  state text not null default 'new' check (state in ('new', 'in_review', 'taken', 'declined')),
  answer text check (length(answer) <= 1000),
  application_id bigint references komsu.application,
  reviewed_by bigint references komsu.officer,
  reviewed_at timestamptz,
  version integer not null default 1,
  received_at timestamptz not null default now()
);
comment on table komsu.web_application is 'What a citizen sent on the public form, until an intake officer reviews it. Proves nothing about who sent it.';
comment on column komsu.web_application.id is 'Key.';
comment on column komsu.web_application.request_id is 'Client-made id: a retry is the same application.';
comment on column komsu.web_application.tracking_no is 'Random number given to the citizen; tells the state and nothing else.';
comment on column komsu.web_application.district_id is 'District the citizen named; scope of row-level security; null: all.';
comment on column komsu.web_application.payload is 'What was sent.';
comment on column komsu.web_application.state is 'new, in_review, taken (became an application) or declined with an answer.';
comment on column komsu.web_application.answer is 'What the citizen is told.';
comment on column komsu.web_application.application_id is 'Application it became or joined.';
comment on column komsu.web_application.reviewed_by is 'Officer who reviewed it.';
comment on column komsu.web_application.reviewed_at is 'When.';
comment on column komsu.web_application.version is 'Counts changes.';
comment on column komsu.web_application.received_at is 'When it came.';
create index on komsu.web_application (state, district_id, received_at);

-- The law of states, the same table as api/applications/application.workflow.ts (a test compares them).
create table komsu.application_step (
  action text not null,
  from_status text not null,
  to_status text not null,
  role text not null,
  primary key (action, from_status, to_status, role)
);
comment on table komsu.application_step is 'Which role may move an application from which state to which; a trigger refuses every other change.';
comment on column komsu.application_step.action is 'Name of the step.';
comment on column komsu.application_step.from_status is 'State before.';
comment on column komsu.application_step.to_status is 'State after.';
comment on column komsu.application_step.role is 'Role that may take it; system for jobs of the owner.';
