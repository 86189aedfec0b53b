-- What casework may touch, table by table; which rows, 41-… and the files of each slice (43–48) say.
do $$
declare officer_role text;
begin
  foreach officer_role in array array['manager', 'intake', 'chief', 'inspector', 'commission', 'auditor', 'admin', 'fulfilment',
    'planner', 'analyst', 'warehouse', 'dispatcher', 'secretary', 'psychologist'] loop
    execute format('grant execute on function komsu.acting_role(), komsu.opened_files(), komsu.relatives_files(), komsu.parameter_on(text, date) to komsu_%I', officer_role);
  end loop;
  -- A deed is claimed by its key and its answer kept; notices are read.
  foreach officer_role in array array['manager', 'intake', 'chief', 'inspector', 'commission', 'auditor', 'admin'] loop
    execute format('grant select, insert (officer_id, key, action, body_hash), update (answer) on komsu.idempotency to komsu_%I', officer_role);
    execute format('grant select, update (read_at) on komsu.notification to komsu_%I', officer_role);
  end loop;
  -- Who reads a file reads all of it.
  foreach officer_role in array array['intake', 'chief', 'inspector', 'commission'] loop
    execute format('grant select on komsu.application_receipt, komsu.document_type, komsu.document_rule, komsu.application_document,
      komsu.contact, komsu.employment_fact, komsu.expense_fact, komsu.status_fact, komsu.fact_end, komsu.household_event,
      komsu.household_membership, komsu.guardian, komsu.proposed_change, komsu.attachment, komsu.attachment_content, komsu.assignment,
      komsu.inspection_control, komsu.form_definition, komsu.application_step to komsu_%I', officer_role);
    execute format('grant select (id, display_name) on komsu.officer to komsu_%I', officer_role);
  end loop;
  -- Facts are added by the counter, and by the chief when an inspection is passed on.
  foreach officer_role in array array['intake', 'chief'] loop
    execute format('grant insert on komsu.income, komsu.dwelling_fact, komsu.health_fact, komsu.schooling_fact, komsu.asset_fact,
      komsu.employment_fact, komsu.expense_fact, komsu.status_fact, komsu.contact, komsu.fact_end to komsu_%I', officer_role);
    execute format('grant usage on sequence komsu.income_id_seq, komsu.dwelling_fact_id_seq, komsu.health_fact_id_seq, komsu.schooling_fact_id_seq,
      komsu.asset_fact_id_seq, komsu.employment_fact_id_seq, komsu.expense_fact_id_seq, komsu.status_fact_id_seq, komsu.contact_id_seq to komsu_%I', officer_role);
    execute format('grant update (state, decided_by, decided_at, decision_reason) on komsu.proposed_change to komsu_%I', officer_role);
    execute format('grant execute on function komsu.open_file(bigint, text, text) to komsu_%I', officer_role);
    execute format('grant insert on komsu.notification to komsu_%I', officer_role);
  end loop;
  foreach officer_role in array array['intake', 'chief', 'inspector'] loop
    execute format('grant insert on komsu.household_event to komsu_%I', officer_role);
  end loop;
end $$;
grant select on komsu.income, komsu.dwelling_fact, komsu.health_fact, komsu.schooling_fact, komsu.asset_fact to komsu_chief;
grant insert on komsu.proposed_change to komsu_intake, komsu_inspector;

-- Intake: applications, households, people, papers.
grant usage on sequence komsu.household_id_seq, komsu.person_id_seq, komsu.address_id_seq, komsu.application_id_seq, komsu.request_id_seq to komsu_intake;
grant insert on komsu.household, komsu.person, komsu.address, komsu.application, komsu.application_receipt, komsu.request,
  komsu.application_document, komsu.household_membership, komsu.guardian to komsu_intake;
grant update (address_id, district_id, neighbourhood_id, street_id, flat_no, dissolved_on, joined_into_id) on komsu.household to komsu_intake;
grant update (household_id, household_role, national_id, given_name, family_name, name_key, sex, born_on, died_on) on komsu.person to komsu_intake;
grant update (valid_to) on komsu.guardian to komsu_intake;
grant update (household_id, district_id, kind, status, reply_by, closed_on, is_urgent, assigned_officer_id, second_officer_id, event, note, appeal_reason, appealed_on,
  needs_two_inspectors, wanted_inspector_sex) on komsu.application to komsu_intake;
grant update (withdrawn_on, withdrawn_by, withdrawn_reason) on komsu.request to komsu_intake;
grant update (state, attachment_id, reason, recorded_by, recorded_at) on komsu.application_document to komsu_intake;
grant select, insert, delete, update (payload, updated_at, application_id) on komsu.intake_draft to komsu_intake;
grant select, update (state, answer, application_id, reviewed_by, reviewed_at) on komsu.web_application to komsu_intake;

-- Chief and inspector move applications on; which way, the step trigger says.
grant update (status, assigned_officer_id, second_officer_id, is_urgent, closed_on, needs_two_inspectors, wanted_inspector_sex) on komsu.application to komsu_chief;
grant update (status, is_urgent) on komsu.application to komsu_inspector;

-- The public form: puts something down and reads nothing.
grant usage on schema komsu to komsu_counter;
grant insert (request_id, tracking_no, district_id, payload) on komsu.web_application to komsu_counter;
grant select on komsu.district, komsu.neighbourhood, komsu.aid_type to komsu_counter;

-- The scorer: facts of households by number, without names, for the simulation of a scheme.
grant usage on schema komsu to komsu_scorer;
grant execute on function komsu.parameter_on(text, date) to komsu_scorer;
grant select on komsu.parameter, komsu.score_scheme, komsu.district to komsu_scorer;
grant select (id, district_id, formed_on, dissolved_on) on komsu.household to komsu_scorer;
grant select (id, household_id, sex, born_on, died_on, household_role) on komsu.person to komsu_scorer;
grant select (id, household_id, status, kind, received_on) on komsu.application to komsu_scorer;
grant select (id, application_id, household_id, visited_on, control) on komsu.inspection to komsu_scorer;
grant select (id, inspection_id, application_id, household_id, scheme_version, total, low, high, scored_on) on komsu.need_score to komsu_scorer;
grant select (household_id, outcome, amount_kurus, months, decided_on) on komsu.decision to komsu_scorer;
do $$
declare t text;
begin
  foreach t in array array['income', 'dwelling_fact', 'health_fact', 'schooling_fact', 'asset_fact', 'employment_fact', 'expense_fact', 'status_fact'] loop
    execute format('grant select on komsu.%I to komsu_scorer', t);
  end loop;
end $$;

-- The auditor sees who opened what; the admin keeps what bears on assigning.
grant select on komsu.file_access, komsu.application_step to komsu_auditor;
grant select, insert, update on komsu.officer_interest to komsu_admin;
grant select, insert, delete on komsu.officer_relative to komsu_admin;
grant select, insert on komsu.document_type, komsu.document_rule to komsu_admin;
