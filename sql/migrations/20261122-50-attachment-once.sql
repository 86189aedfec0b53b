-- The same file put in the same place twice is one attachment: a retried upload, a double click, two phones.
create unique index attachment_once_idx on komsu.attachment
  (household_id, sha256, coalesce(application_id, 0), coalesce(inspection_id, 0), coalesce(document_code, ''))
  where removed_at is null;
comment on index komsu.attachment_once_idx is 'The same bytes in the same place stand once, as long as they are not removed.';
