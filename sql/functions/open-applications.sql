-- What changes a household asks whether it holds all of its applications: one the officer does not see would be left behind.
create or replace function komsu.count_open_applications(households bigint[]) returns integer
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select count(*)::integer from application where household_id = any (households)
    and status in ('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'before_commission')
$$;
comment on function komsu.count_open_applications is 'How many applications of these households are open, seen by the acting officer or not.';
