-- The one home of what a household counts as at the end of a month (definitions: api/need-map/README.md).
-- Only publish reads it. Each function is one set-based pass, so that 1 500 000 households take seconds.

create or replace function komsu.parameter_on(wanted text, day date) returns double precision
language sql stable parallel safe
as $$ select value from komsu.parameter where code = wanted and valid_from <= day order by valid_from desc limit 1 $$;
comment on function komsu.parameter_on is 'A dated figure as in force on a day; null before its first day.';

-- Income facts are corrected by adding: of those in force of one person and source the latest says.
create or replace function komsu.household_income_on(day date) returns table (household_id bigint, monthly_kurus double precision)
language sql stable parallel safe
as $$
  select latest.household_id, sum(latest.monthly_kurus)::double precision
  from (
    select distinct on (i.household_id, i.person_id, i.source) i.household_id, i.monthly_kurus
    from komsu.income i
    where i.valid_from <= day and (i.valid_to is null or i.valid_to > day)
    order by i.household_id, i.person_id, i.source, i.valid_from desc, i.recorded_at desc, i.id desc
  ) latest
  group by latest.household_id
$$;
comment on function komsu.household_income_on is 'Net monthly income of each household from all sources on a day, kuruş; no row where none is recorded.';

-- Neediness (001 · 3.1.22): income of all sources ÷ members < ⅓ of the net monthly minimum wage.
create or replace function komsu.household_gap_on(day date) returns table (household_id bigint, gap double precision)
language sql stable parallel safe
as $$
  with line as materialized (select komsu.parameter_on('net_minimum_wage_kurus', day) / 3 as z),
  members as (
    select p.household_id, count(*) as n
    from komsu.person p
    where p.born_on <= day and (p.died_on is null or p.died_on > day)
    group by p.household_id
  )
  select i.household_id, (line.z - i.monthly_kurus / m.n) / line.z
  from komsu.household_income_on(day) i join members m on m.household_id = i.household_id cross join line
  where i.monthly_kurus / m.n < line.z
$$;
comment on function komsu.household_gap_on is 'Households below the threshold on a day, with how far: (line − income per member) ÷ line, above 0, at most 1.';

-- An application waits until it is granted or refused, scored too low, or closed.
create or replace function komsu.application_answers() returns table (
  application_id bigint, household_id bigint, received_on date, answered_on date, closed_on date)
language sql stable parallel safe
as $$
  select a.id, a.household_id, a.received_on,
    least(a.closed_on, d.decided_on, case when a.status = 'ineligible' then s.scored_on end), a.closed_on
  from komsu.application a
  left join (select application_id, min(decided_on) as decided_on from komsu.decision where outcome in ('grant', 'refuse')
             group by application_id) d on d.application_id = a.id
  left join (select i.application_id, max(n.scored_on) as scored_on from komsu.need_score n
             join komsu.inspection i on i.id = n.inspection_id group by i.application_id) s on s.application_id = a.id
  where a.status <> 'draft'
$$;
comment on function komsu.application_answers is 'Every application received, with the day it was answered; answered_on is null while it waits.';

-- Latest score within its 24 months of validity (001 · 19.14), against the minimum in force on the day scored (19.12).
create or replace function komsu.household_score_on(day date) returns table (household_id bigint, total double precision, is_eligible boolean)
language sql stable parallel safe
as $$
  with minimum as materialized (
    select value, valid_from, coalesce(lead(valid_from) over (order by valid_from), 'infinity') as until
    from komsu.parameter where code = 'minimum_need_score'
  )
  select s.household_id, s.total, coalesce(s.total >= m.value, false)
  from (
    select distinct on (n.household_id) n.household_id, n.total, n.scored_on
    from komsu.need_score n
    where n.scored_on <= day and n.scored_on > day - interval '24 months'
    order by n.household_id, n.scored_on desc, n.id desc
  ) s
  left join minimum m on s.scored_on >= m.valid_from and s.scored_on < m.until
$$;
comment on function komsu.household_score_on is 'Latest need score of each household that is still valid on a day, and whether it reaches the minimum.';

-- What the office did for a household: only households it touched have a row.
create or replace function komsu.household_reach_on(day date) returns table (
  household_id bigint, applied boolean, inspected boolean, granted boolean, served boolean, waiting_days double precision)
language sql stable parallel safe
as $$
  select touched.household_id, bool_or(is_applied), bool_or(is_inspected), bool_or(is_granted), bool_or(is_served), max(waited)
  from (
    select household_id, answered_on is null or answered_on > day
        or received_on >= date_trunc('month', day) - interval '11 months' as is_applied,
      false as is_inspected, false as is_granted, false as is_served,
      case when answered_on is null or answered_on > day then day - received_on
        when answered_on >= date_trunc('month', day) then answered_on - received_on end::double precision as waited
    from komsu.application_answers() where received_on <= day
    union all
    select household_id, false, true, false, false, null from komsu.inspection
    where visited_on <= day and visited_on > day - interval '24 months'
    union all
    select d.household_id, true, false, true, false, null
    from komsu.decision d join komsu.application a on a.id = d.application_id
    where d.outcome = 'grant' and d.decided_on <= day and d.decided_on + make_interval(months => d.months) > day
      and (a.closed_on is null or a.closed_on > day)
    union all
    select household_id, false, false, false, true, null from komsu.aid
    where given_on <= day and given_on >= date_trunc('month', day) - interval '2 months' and giver = 'municipality'
  ) touched
  group by touched.household_id
$$;
comment on function komsu.household_reach_on is 'Households that applied, were inspected, granted or served as of a day, and how long they waited (days).';

create or replace function komsu.household_month(month_end date) returns table (
  household_id bigint, neighbourhood_id bigint, street_id bigint, gap double precision, applied boolean, inspected boolean,
  score double precision, eligible boolean, granted boolean, served boolean, unmet boolean, waiting_days double precision)
language sql stable parallel safe
as $$
  select h.id, h.neighbourhood_id, h.street_id, g.gap, coalesce(r.applied, false),
    coalesce(r.inspected, false) or s.total is not null, s.total,
    coalesce(s.is_eligible, false), coalesce(r.granted, false), coalesce(r.served, false),
    coalesce(s.is_eligible, false) and not coalesce(r.served, false), r.waiting_days
  from komsu.household h
  left join komsu.household_gap_on(month_end) g on g.household_id = h.id
  left join komsu.household_score_on(month_end) s on s.household_id = h.id
  left join komsu.household_reach_on(month_end) r on r.household_id = h.id
  where h.formed_on <= month_end and (h.dissolved_on is null or h.dissolved_on > month_end)
$$;
comment on function komsu.household_month is 'Every household there is at the end of a month, with what it counts as; gap is null at or above the threshold or with no income recorded.';

create or replace function komsu.street_month(month_end date) returns table (
  neighbourhood_id bigint, street_id bigint, households bigint, below bigint, applied bigint, inspected bigint, scored bigint,
  eligible bigint, granted bigint, served bigint, unmet bigint, waiting bigint,
  gap double precision, gap2 double precision, gap4 double precision, score double precision, score2 double precision,
  days double precision, days2 double precision)
language sql stable parallel safe
as $$
  select neighbourhood_id, street_id, count(*), count(gap), count(*) filter (where applied), count(*) filter (where inspected),
    count(score), count(*) filter (where eligible), count(*) filter (where granted), count(*) filter (where served),
    count(*) filter (where unmet), count(waiting_days),
    coalesce(sum(gap), 0), coalesce(sum(gap * gap), 0), coalesce(sum(gap * gap * gap * gap), 0),
    coalesce(sum(score), 0), coalesce(sum(score * score), 0), coalesce(sum(waiting_days), 0), coalesce(sum(waiting_days * waiting_days), 0)
  from komsu.household_month(month_end)
  group by neighbourhood_id, street_id
$$;
comment on function komsu.street_month is 'Sums of household_month by street; street_id is null for households whose street is not known. Confidential: read by publish only.';
