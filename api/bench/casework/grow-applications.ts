import type { Bench } from '../bench.ts'
import { ask } from '../prepare-city.ts'

/**
 * Brings a city to so many applications (the generator makes about one for ten households): applications that are over,
 * with all that followed from them, are given a second time to households further on. Open ones stay as many as they are,
 * and nobody comes to have two. Deterministic; does nothing where there are enough.
 */
export async function growApplications({ note }: Bench, url: string, wanted: number): Promise<void> {
  for (let round = 1; round <= 12; round++) {
    const [counted] = await ask<{ count: number }>(url, 'select count(*)::integer as count from komsu.application')
    const missing = wanted - (counted?.count ?? 0)
    if (missing <= 0) return
    note(`growing the city's applications: ${counted?.count} of ${wanted}`)
    await ask(url, growth(missing))
  }
}

// One transaction: new keys are the old ones plus the highest, so that what hangs together stays together.
const growth = (most: number) => `
  begin;
  set local synchronous_commit = off;
  create temporary table top on commit drop as select
    (select max(id) from komsu.application) as application, (select max(id) from komsu.inspection) as inspection,
    (select max(id) from komsu.decision) as decision, (select max(id) from komsu.household) as households,
    (select min(id) from komsu.household) as first;
  create temporary table grown on commit drop as
    select a.id as old, a.id + top.application as id, h.id as household_id, h.district_id,
      (select p.id from komsu.person p where p.household_id = h.id order by p.id limit 1) as person_id
    from top, komsu.application a join komsu.household h
      on h.id = (select first + (a.household_id + 7919 - first) % (households - first + 1) from top)
    where a.status in ('granted', 'refused', 'ineligible', 'withdrawn', 'terminated', 'expired') and h.is_synthetic
    order by a.id limit ${most};
  create index on grown (old);
  insert into komsu.application (id, request_id, household_id, district_id, applicant_person_id, channel, reference_no, kind, status, received_on, reply_by, closed_on, is_urgent, applicant_paper)
    select g.id, md5('a' || g.id)::uuid, g.household_id, g.district_id, g.person_id, a.channel, left(a.channel, 3) || '-' || g.id, a.kind, a.status, a.received_on, a.reply_by, a.closed_on, a.is_urgent, a.applicant_paper
    from grown g join komsu.application a on a.id = g.old;
  insert into komsu.application_receipt (request_id, application_id, channel, reference_no, received_on, reply_by)
    select md5('r' || id)::uuid, id, channel, reference_no, received_on, reply_by from komsu.application where id in (select id from grown);
  insert into komsu.request (application_id, aid_type_code, added_on, withdrawn_on)
    select g.id, r.aid_type_code, r.added_on, r.withdrawn_on from grown g join komsu.request r on r.application_id = g.old;
  insert into komsu.inspection (id, request_id, application_id, household_id, visited_on, mode, at_household, form, control, sent_at, passed_at)
    select i.id + top.inspection, md5('i' || i.id + top.inspection)::uuid, g.id, g.household_id, i.visited_on, i.mode, i.at_household, i.form, i.control, i.sent_at, i.passed_at
    from top, grown g join komsu.inspection i on i.application_id = g.old;
  insert into komsu.need_score (inspection_id, household_id, application_id, scheme_version, total, parts, low, high, minimum, scored_on)
    select s.inspection_id + top.inspection, g.household_id, g.id, s.scheme_version, s.total, s.parts, s.low, s.high, s.minimum, s.scored_on
    from top, grown g join komsu.inspection i on i.application_id = g.old join komsu.need_score s on s.inspection_id = i.id;
  insert into komsu.decision (id, request_id, application_id, household_id, outcome, aid_type_code, amount_kurus, months, reason, decided_on)
    select d.id + top.decision, md5('d' || d.id + top.decision)::uuid, g.id, g.household_id, d.outcome, d.aid_type_code, d.amount_kurus, d.months, d.reason, d.decided_on
    from top, grown g join komsu.decision d on d.application_id = g.old;
  insert into komsu.aid (household_id, decision_id, aid_type_code, amount_kurus, given_on, giver)
    select g.household_id, x.decision_id + top.decision, x.aid_type_code, x.amount_kurus, x.given_on, x.giver
    from top, grown g join komsu.decision d on d.application_id = g.old join komsu.aid x on x.decision_id = d.id;
  select setval('komsu.application_id_seq', (select max(id) from komsu.application)), setval('komsu.inspection_id_seq', (select max(id) from komsu.inspection)),
    setval('komsu.decision_id_seq', (select max(id) from komsu.decision));
  commit;`
