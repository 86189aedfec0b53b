-- Lists, searches and pools name many households in one event: "who saw this family" must find those too.
create index audit_event_households_idx on komsu.audit_event using gin ((detail -> 'households') jsonb_path_ops);
comment on index komsu.audit_event_households_idx is 'Events that showed a household among others, for the auditor''s question about one file.';
