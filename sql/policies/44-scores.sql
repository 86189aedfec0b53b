-- Scores are made when the chief passes an inspection on, and never changed; schemes are drafted and adopted by the admin.
do $$
declare officer_role text;
begin
  -- Who looks at a score or a preview needs the scheme that holds.
  foreach officer_role in array array['admin', 'manager', 'commission', 'chief', 'auditor', 'intake', 'inspector'] loop
    execute format('grant select on komsu.score_scheme to komsu_%I', officer_role);
  end loop;
end $$;

grant usage on sequence komsu.need_score_id_seq to komsu_chief;
grant insert on komsu.need_score to komsu_chief;
drop policy if exists chief_scores on komsu.need_score;
create policy chief_scores on komsu.need_score for insert to komsu_chief with check (scored_by = (select komsu.current_officer_id())
  and exists (select from komsu.inspection i where i.id = inspection_id and i.control = 'passed'
    and i.application_id = need_score.application_id and i.household_id = need_score.household_id));

grant insert (version, document, minimum, based_on, drafted_by),
  update (document, minimum, state, effective_from, decision_no, decision_on, adopted_by, adopted_at, simulation) on komsu.score_scheme to komsu_admin;

-- The scorer also needs to know what was asked: without it the absence of a fact says nothing.
grant select (is_synthetic) on komsu.household to komsu_scorer;
grant select (form_version) on komsu.inspection to komsu_scorer;
grant select (missing) on komsu.need_score to komsu_scorer;
grant select on komsu.neighbourhood to komsu_scorer;

-- Reasons name health, care and shocks: who pays or delivers needs the score, not what it is made of.
revoke select on komsu.need_score from komsu_fulfilment;
grant select (id, inspection_id, household_id, application_id, scheme_version, total, scored_on) on komsu.need_score to komsu_fulfilment;
