-- Adopted schemes stay as adopted (replaces what migration 20261122-40 began with: storing a simulation is no new edition).
create or replace function komsu.keep_scheme() returns trigger language plpgsql as $$
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
  new.edition := old.edition + (new.document is distinct from old.document or new.minimum <> old.minimum)::integer;
  return new;
end $$;
comment on function komsu.keep_scheme is 'Refuses changes of an adopted or withdrawn scheme, and adoption for today or a past day; counts the editions of a draft.';
