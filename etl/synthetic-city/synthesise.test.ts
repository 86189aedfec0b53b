import { expect, it } from 'vitest'
import { evaluate } from '../../api/inspections/form.rules.ts'
import { Answers } from '../../api/inspections/form-answers.contract.ts'
import { SOCIAL_INQUIRY_FORM } from '../../api/inspections/social-inquiry-form.rules.ts'
import { InputError } from '../../api/platform/command.ts'
import type { Database } from '../../api/platform/database.ts'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { turkishKey } from '../../api/platform/turkish.ts'
import { WebApplication } from '../../api/web-applications/web-application.contract.ts'
import { findWebIssues } from '../../api/web-applications/web-application.rules.ts'
import { assignOpenApplications } from './assign-open-applications.ts'
import { type SynthesiseAnswer, type SynthesiseOptions, synthesiseCity } from './synthesise.ts'

const SMALL: SynthesiseOptions = { households: 2000, seed: 5, streets: 400, districts: ['Balçova', 'Karşıyaka'] }
const quiet = () => {}
/** A whole city is built: time enough on a busy machine. */
const BUILDS = { timeout: 300_000 }

onFreshDatabase('the demo city in a database', db => {
  let first: SynthesiseAnswer

  it('is loaded with everything that belongs to it', BUILDS, async () => {
    first = await synthesiseCity(db(), SMALL, quiet)
    expect(first).toMatchObject({
      city: 'demo',
      unchanged: false,
      replaced: false,
      places: 'schematic',
      counts: { household: 2000, district: 2, point: 15 },
    })
    for (const [table, count] of Object.entries(first.counts))
      expect(await one(db(), `select count(*) from komsu.${table}`), table).toBe(count)
    expect(await one(db(), 'select count(*) from komsu.street_line')).toBe(first.counts.street)
    expect(await one(db(), `select count(*) from komsu.planted_truth where kind = 'silent_area'`)).toBeGreaterThan(0)
    expect(await one(db(), 'select is_schematic from komsu.province where id = 35')).toBe(true)
  })

  it('has valid outlines that do not overlap, marked as schematic', async () => {
    expect(
      await one(
        db(),
        `select count(*) from komsu.neighbourhood_boundary where not st_isvalid(geom) or not is_approximate or geom_source <> 'schematic'`,
      ),
    ).toBe(0)
    expect(await one(db(), 'select count(*) from komsu.district_boundary where not st_isvalid(geom)')).toBe(0)
    expect(await one(db(), `select bool_and(st_isvalid(geom)) from komsu.water where kind = 'sea'`)).toBe(true)
    const overlapping = `select count(*) from komsu.neighbourhood_boundary a join komsu.neighbourhood_boundary b
      on a.neighbourhood_id < b.neighbourhood_id and a.geom && b.geom and st_overlaps(a.geom, b.geom)`
    expect(await one(db(), overlapping)).toBe(0)
  })

  it('has addresses that lie on their street, in their neighbourhood', async () => {
    const lost = `select count(*) from komsu.address a join komsu.neighbourhood_boundary n using (neighbourhood_id) join komsu.street_line s using (street_id)
      where not st_intersects(n.geom, a.geom) or st_distance(s.geom::geography, a.geom::geography) > 12`
    expect(await one(db(), lost)).toBe(0)
  })

  it('has search keys as the screens make them', async () => {
    const { rows } = await db().pool.query('select name, name_key from komsu.street limit 300')
    for (const { name, name_key } of rows) expect(name_key).toBe(turkishKey(name))
  })

  it('tells stories that hold together', async () => {
    for (const [what, sql] of Object.entries(CONTRADICTIONS)) expect(await one(db(), sql), what).toBe(0)
    for (const status of ['granted', 'ineligible', 'awaiting_inquiry', 'refused'])
      expect(
        await one(db(), `select count(*) from komsu.application where status = '${status}'`),
        status,
      ).toBeGreaterThan(0)
  })

  it('knows every word of a name, whichever way people came in', async () => {
    const unknown = `select count(*) from (select distinct unnest(komsu.name_tokens(name_key)) as word from komsu.person) w
      where word <> '' and not exists (select from komsu.name_token t where t.token = w.word)`
    expect(await one(db(), unknown)).toBe(0)
    expect(await one(db(), 'select count(*) from komsu.name_token')).toBeGreaterThan(100)
    expect(
      await one(
        db(),
        'select sum(people) from komsu.name_token where token in (select distinct split_part(name_key, $$ $$, 1) from komsu.person)',
      ),
    ).toBeGreaterThan(0)
  })

  it('gives a phone nobody has, receipts and papers to those who apply', async () => {
    expect(await one(db(), `select count(*) from komsu.contact where value_key !~ '^580[0-9]{7}$'`)).toBe(0)
    expect(
      await one(
        db(),
        'select count(*) = count(distinct value_key) from komsu.contact c where not exists (select from komsu.planted_duplicate d where c.household_id in (d.household_a, d.household_b))',
      ),
    ).toBe(true)
    expect(
      await one(
        db(),
        `select count(*) from komsu.application a where not exists (select from komsu.application_receipt r where r.application_id = a.id and r.channel = a.channel)`,
      ),
    ).toBe(0)
    expect(await one(db(), `select count(*) from komsu.application_document where state = 'missing'`)).toBeGreaterThan(
      0,
    )
  })

  it('has applications of citizens waiting, as the public form would take them', async () => {
    const { rows } = await db().pool.query(
      'select payload, district_id, received_at from komsu.web_application order by id',
    )
    expect(rows).toHaveLength(30)
    const known = { today: '2026-10-31', districts: rows.map(row => row.district_id), consentVersions: ['2026-11'] }
    for (const { payload } of rows) {
      const form = WebApplication.parse({ ...payload, seconds: 60 })
      expect(findWebIssues(form, known)).toEqual([])
    }
    const people = `select count(*) from komsu.web_application w join komsu.person p on p.national_id = w.payload->>'nationalId'`
    expect(await one(db(), people)).toBe(15)
  })

  it('has second files of some families, which carry no income', async () => {
    expect(first.counts.planted_duplicate).toBeGreaterThan(2)
    expect(
      await one(
        db(),
        'select count(*) from komsu.planted_duplicate d join komsu.income i on i.household_id = d.household_b',
      ),
    ).toBe(0)
  })

  it('has forms the product itself finds complete', async () => {
    const { rows } =
      await db().pool.query(`select i.id, i.form, i.visited_on, i.mode, a.kind, (select json_agg(json_build_object('ref', 'p' || p.id, 'name', p.given_name,
        'bornOn', p.born_on, 'sex', p.sex, 'role', p.household_role, 'isNew', false) order by p.id) from komsu.person p where p.household_id = i.household_id) as members
      from komsu.inspection i join komsu.application a on a.id = i.application_id where i.form_version = 'sif-1' and i.control <> 'open'`)
    expect(rows.length).toBeGreaterThan(3)
    for (const { form, visited_on, mode, kind, members } of rows) {
      const { errors } = evaluate(
        SOCIAL_INQUIRY_FORM,
        { visitedOn: visited_on, mode, kind, members },
        Answers.parse(form),
      )
      expect(errors.map(error => error.path)).toEqual([])
    }
  })

  it('gives open work to the demo inspectors once there are any', async () => {
    await db().pool.query(`with o as (insert into komsu.officer (username, display_name, password_hash, is_demo) values ('inspector', 'Demo', 'x', true) returning id)
      insert into komsu.officer_role (officer_id, role, all_districts) select id, 'inspector', true from o`)
    const open = `status in ('assigned', 'in_inspection', 'inspected')`
    expect(await assignOpenApplications(db().pool)).toBe(
      await one(db(), `select count(*) from komsu.application where ${open}`),
    )
    expect(
      await one(db(), `select count(*) from komsu.application where (assigned_officer_id is not null) <> (${open})`),
    ).toBe(0)
    expect(
      await one(db(), `select count(*) from komsu.inspection where (inspector_id is null) <> (control = 'passed')`),
    ).toBe(0)
    expect(await assignOpenApplications(db().pool)).toBe(0)
  })

  it('is left alone when asked for again', async () => {
    const again = await synthesiseCity(db(), SMALL, quiet)
    expect(again).toMatchObject({ unchanged: true, counts: first.counts })
  })

  it('is replaced by another one, which new records can join', BUILDS, async () => {
    const next = await synthesiseCity(db(), { ...SMALL, seed: 6, households: 1500 }, quiet)
    expect(next).toMatchObject({ unchanged: false, replaced: true, counts: { household: 1500, district: 2 } })
    for (const table of ['household', 'person', 'street', 'address', 'district', 'neighbourhood'] as const)
      expect(await one(db(), `select count(*) from komsu.${table}`), table).toBe(next.counts[table])
    await db().pool.query('begin')
    const address = await one(
      db(),
      `insert into komsu.address (district_id, neighbourhood_id, quality) select district_id, id, 'described' from komsu.neighbourhood limit 1 returning id`,
    )
    expect(address).toBe(next.counts.address + 1)
    await db().pool.query('rollback')
  })

  it('refuses to stand among real households', async () => {
    await db().pool.query(`insert into komsu.household (file_no, address_id, district_id, neighbourhood_id, formed_on)
      select 'G-1', id, district_id, neighbourhood_id, '2026-01-01' from komsu.address limit 1`)
    await expect(synthesiseCity(db(), SMALL, quiet)).rejects.toThrow(InputError)
    expect(await one(db(), 'select count(*) from komsu.household where is_synthetic')).toBe(1500)
  })
})

/** Each counts what must not be. */
const CONTRADICTIONS = {
  'a decision without a score before it': `select count(*) from komsu.decision d where not exists (select from komsu.inspection i join komsu.need_score s on s.inspection_id = i.id
    where i.application_id = d.application_id and s.scored_on < d.decided_on)`,
  'a visit before the petition': `select count(*) from komsu.inspection i join komsu.application a on a.id = i.application_id where i.visited_on <= a.received_on`,
  'a score before its visit': `select count(*) from komsu.need_score s join komsu.inspection i on i.id = s.inspection_id where s.scored_on < i.visited_on`,
  'aid before its decision': `select count(*) from komsu.aid g join komsu.decision d on d.id = g.decision_id where g.given_on <= d.decided_on or d.outcome <> 'grant'`,
  'a grant without a grant': `select count(*) from komsu.application a where (status in ('granted', 'terminated', 'expired')) <> exists (select from komsu.decision d where d.application_id = a.id and d.outcome = 'grant')`,
  'a refusal without a refusal': `select count(*) from komsu.application a where (status = 'refused') <> exists (select from komsu.decision d where d.application_id = a.id and d.outcome = 'refuse')`,
  'an eligible file below the minimum': `select count(*) from komsu.application a where status in ('eligible', 'before_commission', 'granted', 'refused')
    and not exists (select from komsu.inspection i join komsu.need_score s on s.inspection_id = i.id where i.application_id = a.id and s.total >= 50)`,
  'an ineligible file at or above the minimum': `select count(*) from komsu.application a where status = 'ineligible'
    and (select s.total from komsu.inspection i join komsu.need_score s on s.inspection_id = i.id where i.application_id = a.id order by s.scored_on desc, s.id desc limit 1) >= 50`,
  'an inspected file without a visit': `select count(*) from komsu.application a where status in ('inspected', 'eligible', 'before_commission') and not exists (select from komsu.inspection i where i.application_id = a.id)`,
  'an untouched file with a visit': `select count(*) from komsu.application a join komsu.inspection i on i.application_id = a.id where status in ('awaiting_inquiry', 'assigned', 'withdrawn')`,
  'an end without a day': `select count(*) from komsu.application where (status in ('ineligible', 'withdrawn', 'terminated', 'expired')) <> (closed_on is not null)`,
  'anything after the last day': `select count(*) from komsu.aid where given_on > '2026-10-31'`,
  'two open applications of one household': `select count(*) from (select household_id from komsu.application where closed_on is null group by 1 having count(*) > 1) x`,
  'incomes of one earner and source that overlap': `select count(*) from komsu.income a join komsu.income b on a.household_id = b.household_id and a.id < b.id and a.person_id = b.person_id and a.source = b.source
    and daterange(a.valid_from, a.valid_to) && daterange(b.valid_from, b.valid_to) and a.source <> 'wage'`,
  'a household nobody asked about income': `select count(*) from komsu.household h where not exists (select from komsu.income i where i.household_id = h.id and i.valid_to is null)
    and not exists (select from komsu.planted_duplicate d where d.household_b = h.id)`,
  'an inspection under control that is scored': `select count(*) from komsu.inspection i join komsu.need_score s on s.inspection_id = i.id where i.control <> 'passed'`,
  'a file in inspection with nothing begun': `select count(*) from komsu.application a where status = 'in_inspection' and not exists (select from komsu.inspection i where i.application_id = a.id and i.control = 'open')`,
  'a file under control whose inspection is not': `select count(*) from komsu.application a where status = 'inspected' and not exists (select from komsu.inspection i where i.application_id = a.id and i.control in ('awaiting', 'returned'))`,
}

async function one(db: Database, sql: string): Promise<unknown> {
  const { rows } = await db.pool.query({ text: sql, rowMode: 'array' })
  return rows[0]?.[0]
}
