-- The day an application is due has one home, so that every list sorts by the same lateness and an index can hold it.
alter table komsu.application add column due_on date generated always as (coalesce(reply_by, received_on + 30)) stored;
comment on column komsu.application.due_on is 'Day an answer is due: what the channel asked for, else 30 days after it was received (Law 3071, art. 7).';
create index application_due_idx on komsu.application (status, due_on, id) include (district_id)
  where status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'before_commission');
create index weekly_plan_state_idx on komsu.weekly_plan (state, week_start);
create index assignment_second_idx on komsu.assignment (second_inspector_id) where second_inspector_id is not null;
create index notification_unread_idx on komsu.notification (officer_id, id) where read_at is null;
create index inspection_inspector_idx on komsu.inspection (inspector_id, control) where control in ('open', 'awaiting', 'returned');
