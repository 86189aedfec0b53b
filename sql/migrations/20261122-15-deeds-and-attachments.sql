-- A deed done once is done once: its answer is stored in its own transaction. Copies of papers and photos.
create table komsu.idempotency (
  officer_id bigint not null references komsu.officer on delete cascade,
  key uuid not null,
  action text not null,
  body_hash bytea not null,
  answer jsonb,
  made_at timestamptz not null default now(),
  primary key (officer_id, key)
);
comment on table komsu.idempotency is 'Writes by their client-made key: the same key and body get the same answer, never a second effect. Kept 30 days.';
comment on column komsu.idempotency.officer_id is 'Who wrote.';
comment on column komsu.idempotency.key is 'Idempotency-Key of the request.';
comment on column komsu.idempotency.action is 'Action of the matrix.';
comment on column komsu.idempotency.body_hash is 'SHA-256 of action, address and body.';
comment on column komsu.idempotency.answer is 'What was answered.';
comment on column komsu.idempotency.made_at is 'When.';
create index on komsu.idempotency (made_at);

create table komsu.attachment (
  id bigint generated always as identity primary key,
  request_id uuid not null unique,
  household_id bigint not null references komsu.household,
  application_id bigint references komsu.application,
  inspection_id bigint references komsu.inspection,
  kind text not null check (kind in ('document', 'photo')),
  document_code text references komsu.document_type,
  caption text check (length(caption) <= 300),
  file_name text not null check (length(file_name) <= 200),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
  bytes integer not null check (bytes > 0),
  sha256 bytea not null,
  width integer,
  height integer,
  taken_on date,
  removed_at timestamptz,
  removed_by bigint references komsu.officer,
  removed_reason text check (length(removed_reason) <= 500),
  added_by bigint references komsu.officer,
  added_at timestamptz not null default now()
);
comment on table komsu.attachment is 'Copy of a paper, or a photo. Never deleted by an officer; a removal is a mark with a reason.';
comment on column komsu.attachment.id is 'Key.';
comment on column komsu.attachment.request_id is 'Client-made id: a retry is the same attachment.';
comment on column komsu.attachment.household_id is 'Household; row-level security follows it.';
comment on column komsu.attachment.application_id is 'Application it belongs to.';
comment on column komsu.attachment.inspection_id is 'Inspection it was made in.';
comment on column komsu.attachment.kind is 'document or photo.';
comment on column komsu.attachment.document_code is 'Which paper it is.';
comment on column komsu.attachment.caption is 'What it shows.';
comment on column komsu.attachment.file_name is 'Name it came with, cleaned.';
comment on column komsu.attachment.media_type is 'What its content was found to be.';
comment on column komsu.attachment.bytes is 'Size as kept.';
comment on column komsu.attachment.sha256 is 'Hash of what is kept.';
comment on column komsu.attachment.width is 'Pixels.';
comment on column komsu.attachment.height is 'Pixels.';
comment on column komsu.attachment.taken_on is 'Day the photo was taken, as said by who added it.';
comment on column komsu.attachment.removed_at is 'When it was marked as removed.';
comment on column komsu.attachment.removed_by is 'Who marked it.';
comment on column komsu.attachment.removed_reason is 'Why.';
comment on column komsu.attachment.added_by is 'Who added it.';
comment on column komsu.attachment.added_at is 'When.';
create index on komsu.attachment (household_id);
create index on komsu.attachment (inspection_id) where inspection_id is not null;
create index on komsu.attachment (application_id) where application_id is not null;

create table komsu.attachment_content (
  attachment_id bigint primary key references komsu.attachment,
  content bytea not null,
  thumbnail bytea
);
comment on table komsu.attachment_content is 'Bytes of an attachment: in the database, so that they are written, backed up and guarded with the rest.';
comment on column komsu.attachment_content.attachment_id is 'Attachment.';
comment on column komsu.attachment_content.content is 'The bytes, photos without EXIF.';
comment on column komsu.attachment_content.thumbnail is 'Small JPEG of a photo.';
alter table komsu.attachment_content alter column content set storage external;
alter table komsu.application_document add foreign key (attachment_id) references komsu.attachment;
