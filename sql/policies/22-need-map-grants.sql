-- The need map: places and street lines are public, what a household counts as is the publisher's alone.
grant select on komsu.area to komsu_map, komsu_publisher;
grant select on komsu.street_line to komsu_map;

revoke execute on function komsu.parameter_on(text, date), komsu.household_income_on(date), komsu.household_gap_on(date),
  komsu.application_answers(), komsu.household_score_on(date), komsu.household_reach_on(date), komsu.household_month(date),
  komsu.street_month(date) from public;
grant execute on function komsu.parameter_on(text, date), komsu.household_income_on(date), komsu.household_gap_on(date),
  komsu.application_answers(), komsu.household_score_on(date), komsu.household_reach_on(date), komsu.household_month(date),
  komsu.street_month(date) to komsu_publisher;
