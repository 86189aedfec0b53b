-- First screens: counts and places of what the role sees anyway, taken in one pass.
grant execute on function komsu.eligible_by_district() to komsu_commission;
grant execute on function komsu.pool_areas(text, bigint) to komsu_chief;
grant execute on function komsu.work_sections(), komsu.application_places(bigint[]) to komsu_intake, komsu_chief, komsu_inspector, komsu_commission;
grant execute on function komsu.open_proposals() to komsu_intake, komsu_chief;
