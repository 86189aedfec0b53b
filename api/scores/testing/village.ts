import { sql } from 'kysely'
import type { Database } from '../../platform/database.ts'

/**
 * Households of district 1, all inspected and scored: one adult without income in a worn home heated by a stove. Every
 * second pays rent (52 points), the others own their home (43). Three of the owners have a disability of 40 % and a car (45).
 */
export async function fillVillage(db: Database, households: number): Promise<void> {
  await db.kysely.transaction().execute(async trx => {
    const run = (text: string) => sql.raw(text).execute(trx)
    await run(`insert into komsu.address (id, district_id, neighbourhood_id, quality) values (900, 1, 1, 'described')`)
    await run(`insert into komsu.household (id, file_no, address_id, district_id, neighbourhood_id, formed_on)
      select 10000 + n, 'V-' || n, 900, 1, 1, '2020-01-01' from generate_series(1, ${households}) n`)
    await run(`insert into komsu.person (id, household_id, national_id, given_name, family_name, name_key, sex, born_on, household_role)
      select 10000 + n, 10000 + n, (81000000000 + n)::text, 'Deniz', 'Deniz', 'deniz deniz', 'female', '1980-01-01', 'head'
      from generate_series(1, ${households}) n`)
    await run(`insert into komsu.income (household_id, person_id, source, monthly_kurus, valid_from, provenance)
      select 10000 + n, 10000 + n, 'none', 0, '2026-01-01', 'inspection' from generate_series(1, ${households}) n`)
    await run(`insert into komsu.dwelling_fact (household_id, tenure, kind, condition, heating, rooms, valid_from, provenance)
      select 10000 + n, case when n % 2 = 0 then 'tenant' else 'owner' end, 'flat', 'worn', 'stove', 1 + n % 2, '2026-01-01', 'inspection'
      from generate_series(1, ${households}) n`)
    await run(`insert into komsu.health_fact (household_id, person_id, kind, degree_percent, valid_from, provenance)
      select 10000 + n, 10000 + n, 'disability', 40, '2026-01-01', 'inspection' from generate_series(1, 5, 2) n`)
    await run(`insert into komsu.asset_fact (household_id, kind, valid_from, provenance)
      select 10000 + n, 'vehicle', '2026-01-01', 'inspection' from generate_series(1, 5, 2) n`)
    await run(`insert into komsu.application (id, household_id, district_id, channel, status, received_on)
      select 10000 + n, 10000 + n, 1, 'web', 'granted', '2026-01-01' from generate_series(1, ${households}) n`)
    await run(`insert into komsu.inspection (id, application_id, household_id, visited_on)
      select 10000 + n, 10000 + n, 10000 + n, '2026-06-01' from generate_series(1, ${households}) n`)
    await run(`insert into komsu.need_score (inspection_id, household_id, scheme_version, total, parts, scored_on)
      select 10000 + n, 10000 + n, 'default-1', 50, '{}', '2026-06-02' from generate_series(1, ${households}) n`)
  })
}
