-- The law of states (DOMAIN.md §3), the same as STEPS in api/applications/application.workflow.ts; a test compares them.
delete from komsu.application_step;
insert into komsu.application_step (action, from_status, to_status, role) values
  ('submit', 'draft', 'awaiting_inquiry', 'intake'),
  ('assign', 'awaiting_inquiry', 'assigned', 'chief'),
  ('assign', 'awaiting_inquiry', 'assigned', 'manager'),
  ('start', 'assigned', 'in_inspection', 'inspector'),
  ('send', 'in_inspection', 'inspected', 'inspector'),
  ('score', 'inspected', 'eligible', 'chief'),
  ('score', 'inspected', 'ineligible', 'chief'),
  ('find_false_statement', 'inspected', 'ineligible', 'chief'),
  ('put_on_agenda', 'eligible', 'before_commission', 'commission'),
  ('grant', 'before_commission', 'granted', 'commission'),
  ('refuse', 'before_commission', 'refused', 'commission'),
  ('ask_more', 'before_commission', 'in_inspection', 'commission'),
  ('expire', 'granted', 'expired', 'system'),
  ('terminate', 'granted', 'terminated', 'commission'),
  ('appeal', 'ineligible', 'awaiting_inquiry', 'intake'),
  ('appeal', 'refused', 'awaiting_inquiry', 'intake');
insert into komsu.application_step (action, from_status, to_status, role)
  select 'withdraw', status, 'withdrawn', 'intake'
  from unnest(array['awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'before_commission']) status;
