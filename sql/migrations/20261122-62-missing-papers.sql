-- Intake's first screen asks which required papers are missing; most are there.
create index application_document_missing_idx on komsu.application_document (application_id) where is_required and state = 'missing';
