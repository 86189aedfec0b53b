create table komsu.officer (
  id bigint generated always as identity primary key,
  username text not null unique check (username = lower(username) and username ~ '^[a-z0-9._-]{2,60}$'),
  display_name text not null,
  password_hash text not null,
  is_active boolean not null default true,
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table komsu.officer is 'A person who works in Komşu.';
comment on column komsu.officer.id is 'Key.';
comment on column komsu.officer.username is 'Name used to sign in, lower case ASCII.';
comment on column komsu.officer.display_name is 'Name shown to colleagues.';
comment on column komsu.officer.password_hash is 'argon2id hash (RFC 9106).';
comment on column komsu.officer.is_active is 'False ends every session and refuses sign-in.';
comment on column komsu.officer.is_demo is 'True for the accounts of the demo city, refused in production.';
comment on column komsu.officer.created_at is 'When the account was made.';

create table komsu.officer_role (
  officer_id bigint not null references komsu.officer on delete cascade,
  role text not null check (role in ('manager', 'planner', 'analyst', 'intake', 'chief', 'inspector', 'commission', 'fulfilment',
    'warehouse', 'dispatcher', 'secretary', 'psychologist', 'auditor', 'admin')),
  all_districts boolean not null default false,
  primary key (officer_id, role)
);
comment on table komsu.officer_role is 'Roles an officer holds; in each request one of them acts.';
comment on column komsu.officer_role.officer_id is 'Officer.';
comment on column komsu.officer_role.role is 'Role code of DOMAIN.md §1.';
comment on column komsu.officer_role.all_districts is 'True where the role is not limited to the districts of officer_district.';

create table komsu.officer_district (
  officer_id bigint not null references komsu.officer on delete cascade,
  district_id bigint not null references komsu.district,
  primary key (officer_id, district_id)
);
comment on table komsu.officer_district is 'Districts in which an officer works (scope of row-level security).';
comment on column komsu.officer_district.officer_id is 'Officer.';
comment on column komsu.officer_district.district_id is 'District.';

create table komsu.session (
  token_hash bytea primary key,
  officer_id bigint not null references komsu.officer on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
comment on table komsu.session is 'Open sign-ins. The cookie holds the token, the database only its hash.';
comment on column komsu.session.token_hash is 'SHA-256 of the random token in the cookie.';
comment on column komsu.session.officer_id is 'Officer signed in.';
comment on column komsu.session.created_at is 'When it began.';
comment on column komsu.session.last_seen_at is 'Last request.';
comment on column komsu.session.expires_at is 'After this it is worthless.';
create index on komsu.session (officer_id);

create table komsu.login_attempt (
  id bigint generated always as identity primary key,
  username text not null,
  address_hash bytea not null,
  succeeded boolean not null,
  at timestamptz not null default now()
);
comment on table komsu.login_attempt is 'Tries to sign in, counted to slow down guessing; kept a day.';
comment on column komsu.login_attempt.id is 'Key.';
comment on column komsu.login_attempt.username is 'Name tried.';
comment on column komsu.login_attempt.address_hash is 'Salted hash of the network address.';
comment on column komsu.login_attempt.succeeded is 'Whether it worked.';
comment on column komsu.login_attempt.at is 'When.';
create index on komsu.login_attempt (username, at);
create index on komsu.login_attempt (address_hash, at);

create table komsu.audit_event (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  officer_id bigint references komsu.officer,
  acting_role text not null,
  action text not null check (action ~ '^[a-z_]+(\.[a-z_]+)+$'),
  subject_type text not null,
  subject_id text,
  ground text,
  detail jsonb not null default '{}',
  request_id text
);
comment on table komsu.audit_event is 'Who did or saw what, on what ground. Only ever added to, in the transaction of the deed.';
comment on column komsu.audit_event.id is 'Key, in order of writing.';
comment on column komsu.audit_event.at is 'Wall-clock time.';
comment on column komsu.audit_event.officer_id is 'Who; null for the system.';
comment on column komsu.audit_event.acting_role is 'Role in which it was done, or system.';
comment on column komsu.audit_event.action is 'thing.verb, as household.read or session.open.';
comment on column komsu.audit_event.subject_type is 'Table of the thing.';
comment on column komsu.audit_event.subject_id is 'Key of the thing.';
comment on column komsu.audit_event.ground is 'Legal or casework ground of a read of personal data (KVKK).';
comment on column komsu.audit_event.detail is 'What changed; never more personal data than needed to prove the deed.';
comment on column komsu.audit_event.request_id is 'Client-made id, so that a retry is one event.';
create index on komsu.audit_event (subject_type, subject_id);
create index on komsu.audit_event (officer_id, at);
create unique index on komsu.audit_event (request_id, action) where request_id is not null;
create function komsu.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to', tg_table_name using errcode = 'insufficient_privilege';
end $$;
comment on function komsu.refuse_change is 'Keeps history: refuses update, delete and truncate even to the owner.';
create trigger only_added before update or delete or truncate on komsu.audit_event
  for each statement execute function komsu.refuse_change();

create table komsu.parameter (
  code text not null,
  valid_from date not null,
  value double precision not null,
  unit text not null,
  source text not null,
  primary key (code, valid_from)
);
comment on table komsu.parameter is 'Dated figures rules depend on; the one in force is the latest not after the day asked about.';
comment on column komsu.parameter.code is 'Name: net_minimum_wage_kurus, minimum_need_score, …';
comment on column komsu.parameter.valid_from is 'First day it holds.';
comment on column komsu.parameter.value is 'Figure in its unit.';
comment on column komsu.parameter.unit is 'kuruş per month, points, households, …';
comment on column komsu.parameter.source is 'Law, decision or office it comes from.';
insert into komsu.parameter values
  ('net_minimum_wage_kurus', '2024-01-01', 1700212, 'kuruş per month', 'net minimum wage 2024'),
  ('net_minimum_wage_kurus', '2025-01-01', 2210467, 'kuruş per month', 'net minimum wage 2025'),
  ('minimum_need_score', '2024-01-01', 50, 'points', 'default until the commission decides (001 · 19.12)'),
  ('disclosure_minimum', '2024-01-01', 5, 'households', 'DOMAIN.md §4');
