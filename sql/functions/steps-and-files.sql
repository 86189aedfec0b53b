-- What the policies and triggers of casework ask. Definer's rights where the acting role itself may not look.

create or replace function komsu.acting_role() returns text
language sql stable parallel safe
as $$ select replace(nullif(current_setting('role', true), 'none'), 'komsu_', '') $$;
comment on function komsu.acting_role is 'Role the transaction acts in (also inside a definer function); null for the owner: migrations, imports, the generator.';

create or replace function komsu.opened_files() returns bigint[]
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select coalesce(array_agg(household_id), '{}') from file_access
  where officer_id = current_officer_id() and acting_role = komsu.acting_role() and expires_at > now()
$$;
comment on function komsu.opened_files is 'Files the acting officer opened on a ground that has not run out.';

create or replace function komsu.relatives_files() returns bigint[]
language sql stable security definer set search_path = komsu, pg_temp
as $$
  select coalesce(array_agg(distinct p.household_id), '{}') from officer_relative r join person p on p.national_id = r.national_id
  where r.officer_id = current_officer_id()
$$;
comment on function komsu.relatives_files is 'Files of relatives of the acting officer: neither seen nor acted on.';

-- Opens a file that is not otherwise the officer's to see, for three hours, on a ground that is written down with it.
create or replace function komsu.open_file(wanted bigint, because text, said text default null) returns timestamptz
language plpgsql volatile security definer set search_path = komsu, pg_temp
as $$
declare
  me bigint := current_officer_id();
  as_role text := komsu.acting_role();
  until timestamptz := now() + interval '3 hours';
begin
  if me is null or as_role not in ('intake', 'chief') or (as_role = 'chief' and because not in ('duplicate_check', 'new_file')) or because = 'audit' then
    raise exception 'a % may not open a file for %', coalesce(as_role, 'nobody'), because using errcode = 'insufficient_privilege';
  end if;
  -- "new_file" is said of a file made in this very transaction, so that it cannot be said of another.
  if not exists (select from household where id = wanted and (because <> 'new_file' or xmin = pg_current_xact_id()::xid)) then
    raise exception 'no such file' using errcode = 'no_data_found';
  end if;
  -- A chief works in their districts: a file beyond them opens only where a task of theirs sets it beside one of their own.
  if as_role = 'chief' and because = 'duplicate_check' and not exists (
      select from household where id = wanted and district_id = any (scope_districts())) and not exists (
      select from duplicate_candidate where wanted in (household_a, household_b)
        and (district_a = any (scope_districts()) or district_b = any (scope_districts()))) then
    raise exception 'a chief may not open a file of another district' using errcode = 'insufficient_privilege';
  end if;
  if wanted = any (relatives_files()) then
    raise exception 'a relative''s file' using errcode = 'insufficient_privilege', hint = 'own-relative';
  end if;
  insert into file_access (officer_id, acting_role, household_id, ground, reason, expires_at) values (me, as_role, wanted, because, said, until);
  insert into audit_event (officer_id, acting_role, action, subject_type, subject_id, ground, detail)
    values (me, as_role, 'household.open', 'household', wanted::text, because, jsonb_build_object('reason', said));
  return until;
end $$;
comment on function komsu.open_file is 'Gives the acting officer a ground to see a file for three hours, and audits it. Intake: petition_received, call_received, new_file (made in this transaction), duplicate_check; chief: duplicate_check (in their districts, or a file of a duplicate task there), new_file.';

-- The law of states, whatever the application says: only the steps of komsu.application_step, each by its role.
create or replace function komsu.keep_application_lawful() returns trigger
language plpgsql security definer set search_path = komsu, pg_temp
as $$
declare as_role text := komsu.acting_role();
begin
  if as_role is null then return new; end if; -- the owner loads whole histories
  if tg_op = 'INSERT' then
    if new.status not in ('draft', 'awaiting_inquiry') then
      raise exception 'an application begins as awaiting_inquiry, not %', new.status using errcode = 'check_violation', constraint = 'application_step';
    end if;
    return new;
  end if;
  new.version := old.version + 1;
  -- It follows its household into a file the counter sees; an application is no key to any other.
  if new.household_id <> old.household_id and (as_role <> 'intake' or not (new.household_id = any (opened_files())
      or exists (select from application where household_id = new.household_id
        and (district_id = any (scope_districts()) or received_by = current_officer_id())))) then
    raise exception 'an application stays with its household' using errcode = 'check_violation', constraint = 'application_step';
  end if;
  if new.status is distinct from old.status then
    if not exists (select from application_step where from_status = old.status and to_status = new.status and role = as_role) then
      raise exception 'a % may not take an application from % to %', as_role, old.status, new.status
        using errcode = 'check_violation', constraint = 'application_step';
    end if;
    if new.status = 'awaiting_inquiry' and (old.appealed_on is not null or new.appealed_on is null or new.appeal_reason is null) then
      raise exception 'an appeal is made once, with its reason' using errcode = 'check_violation', constraint = 'application_step';
    end if;
    if new.status = 'assigned' and new.assigned_officer_id is null then
      raise exception 'assigned to whom?' using errcode = 'check_violation', constraint = 'application_step';
    end if;
  end if;
  return new;
end $$;
comment on function komsu.keep_application_lawful is 'Refuses every change of state that is not a step of DOMAIN.md §3 taken by its role; counts the version.';
drop trigger if exists keeps_lawful on komsu.application;
create trigger keeps_lawful before insert or update on komsu.application for each row execute function komsu.keep_application_lawful();

create or replace function komsu.count_version() returns trigger language plpgsql as $$
begin
  new.version := old.version + 1;
  return new;
end $$;
comment on function komsu.count_version is 'Counts every change of a row, so that who writes can say which one they read.';
do $$
declare t text;
begin
  foreach t in array array['household', 'person', 'inspection', 'proposed_change', 'duplicate_candidate', 'weekly_plan', 'web_application', 'intake_draft'] loop
    execute format('drop trigger if exists counts_version on komsu.%I', t);
    execute format('create trigger counts_version before update on komsu.%I for each row execute function komsu.count_version()', t);
  end loop;
end $$;

-- Ending a fact closes it; nobody but this trigger changes a fact.
create or replace function komsu.close_fact() returns trigger
language plpgsql security definer set search_path = komsu, pg_temp
as $$
declare closed integer;
begin
  execute format('update komsu.%I set valid_to = case when $1 = ''wrong'' then valid_from else greatest(valid_from, $2) end
    where id = $3 and household_id = $4 and (valid_to is null or valid_to > case when $1 = ''wrong'' then valid_from else $2 end)', new.fact)
    using new.kind, new.ended_on, new.fact_id, new.household_id;
  get diagnostics closed = row_count;
  if closed = 0 then
    raise exception '% % does not hold', new.fact, new.fact_id using errcode = 'check_violation', constraint = 'fact_end_open';
  end if;
  return new;
end $$;
comment on function komsu.close_fact is 'Closes the fact a fact_end names: from its first day when it was wrong, from ended_on when it no longer holds.';
drop trigger if exists closes_fact on komsu.fact_end;
create trigger closes_fact after insert on komsu.fact_end for each row execute function komsu.close_fact();

-- A paper whose copy was removed is asked for again, whoever removed it.
create or replace function komsu.ask_for_paper_again() returns trigger
language plpgsql security definer set search_path = komsu, pg_temp
as $$
begin
  update application_document set state = 'missing', attachment_id = null, recorded_by = new.removed_by, recorded_at = now()
  where attachment_id = new.id;
  return null;
end $$;
comment on function komsu.ask_for_paper_again is 'Puts papers back to missing when the copy kept of them is marked as removed.';
drop trigger if exists asks_for_paper_again on komsu.attachment;
create trigger asks_for_paper_again after update on komsu.attachment for each row
  when (old.removed_at is null and new.removed_at is not null) execute function komsu.ask_for_paper_again();
