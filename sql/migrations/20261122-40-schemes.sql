-- The scheme that ships stands in the program (api/scores/default-scheme.rules.ts), not in the table: drafts may be based on it.
alter table komsu.score_scheme drop constraint score_scheme_based_on_fkey,
  add constraint score_scheme_not_shipped check (version not like 'default-%');
comment on column komsu.score_scheme.based_on is 'Version it was drafted from: one of this table, or one that ships (default-…).';
-- From each day on one version holds.
create unique index score_scheme_one_from_a_day_idx on komsu.score_scheme (effective_from) where state = 'adopted';

-- What was adopted stays as it was adopted, whoever writes; and it is adopted for a day to come, never for a past one.
create function komsu.keep_scheme() returns trigger language plpgsql as $$
begin
  if old.state <> 'draft' then
    raise exception 'scheme % is % and does not change', old.version, old.state using errcode = 'check_violation', constraint = 'score_scheme_kept';
  end if;
  if new.version <> old.version then
    raise exception 'a scheme keeps its name' using errcode = 'check_violation', constraint = 'score_scheme_kept';
  end if;
  if new.state = 'adopted' and new.effective_from <= (now() at time zone 'Europe/Istanbul')::date then
    raise exception 'a scheme holds from a day to come' using errcode = 'check_violation', constraint = 'score_scheme_to_come';
  end if;
  new.edition := old.edition + 1;
  return new;
end $$;
comment on function komsu.keep_scheme is 'Refuses changes of an adopted or withdrawn scheme, and adoption for today or a past day; counts the saves of a draft.';
create trigger keeps_scheme before update on komsu.score_scheme for each row execute function komsu.keep_scheme();
