-- The auditor's first screen asks for today's looks; the audit is only ever appended to, so a block range index is enough.
create index audit_event_at_idx on komsu.audit_event using brin (at);
