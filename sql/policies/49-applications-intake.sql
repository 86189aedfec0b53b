-- Intake and the public form: what 40-… and 41-… leave to this slice.
revoke execute on function komsu.known_people(text[]), komsu.neighbourhood_at(double precision, double precision), komsu.address_at(bigint, text),
  komsu.street_middle(bigint), komsu.web_application_state(text), komsu.web_tracking_no(uuid), komsu.knock(bytea, text, integer, integer) from public;
grant execute on function komsu.known_people(text[]), komsu.neighbourhood_at(double precision, double precision), komsu.address_at(bigint, text),
  komsu.street_middle(bigint) to komsu_intake;
grant execute on function komsu.web_application_state(text), komsu.web_tracking_no(uuid), komsu.knock(bytea, text, integer, integer) to komsu_counter;
grant select on komsu.consent_text to komsu_intake, komsu_chief, komsu_inspector, komsu_commission, komsu_auditor, komsu_counter;
grant update (withdrawn_reason, consent_version, consented_at) on komsu.application to komsu_intake;
grant select on komsu.document_type, komsu.document_rule to komsu_counter;
-- Adding a person computes what the search finds them by.
grant execute on function komsu.person_words(text, date) to komsu_intake;
