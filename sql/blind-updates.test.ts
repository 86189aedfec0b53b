import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Trx } from '../api/platform/database.ts'
import { ROLES, type Role } from '../api/platform/role.ts'
import { asOwnerAgain, asPerson, onEachDatabase, rolledBack } from '../api/platform/testing/databases.ts'

// Naming no column of the row keeps PostgreSQL from asking the policies of select: those of update must hold alone.
/** Tables an officer may see in part: an update or delete that names no row must not reach the rest. */
onEachDatabase('an update without WHERE reaches no row the officer does not see', db => {
  for (const role of ROLES)
    test(role, () =>
      rolledBack(db(), async trx => {
        await elsewhere(trx)
        const tables = await guarded(trx)
        expect(tables.length).toBeGreaterThan(20)
        await asPerson(trx, role, [1])
        for (const { table, columns, mayDelete } of await changeable(trx, role, tables)) {
          for (const column of columns) {
            const touched = await rows(trx, sql`update ${sql.table(table)} set ${sql.ref(column)} = default`)
            expect(touched, `${role} update ${table}.${column}`).toBe(0)
          }
          if (mayDelete)
            expect(await rows(trx, sql`delete from ${sql.table(table)}`), `${role} delete ${table}`).toBe(0)
        }
      }),
    )
})

async function rows(trx: Trx, statement: ReturnType<typeof sql>): Promise<number> {
  return Number((await statement.execute(trx)).numAffectedRows ?? 0n)
}

async function guarded(trx: Trx): Promise<string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select 'komsu.' || relname as name from pg_class where relnamespace = 'komsu'::regnamespace and relkind = 'r' and relrowsecurity
    order by 1`.execute(trx)
  return tables.map(one => one.name)
}

async function changeable(trx: Trx, role: Role, tables: string[]) {
  const found: { table: string; columns: string[]; mayDelete: boolean }[] = []
  for (const table of tables) {
    const { rows: granted } = await sql<{ column: string }>`
      select attname as column from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
        and has_column_privilege(${`komsu_${role}`}, ${table}, attname, 'update')`.execute(trx)
    const { rows: may } = await sql<{
      may: boolean
    }>`select has_table_privilege(${`komsu_${role}`}, ${table}, 'delete') as may`.execute(trx)
    const mayDelete = may[0]?.may ?? false
    if (granted.length > 0 || mayDelete) found.push({ table, columns: granted.map(one => one.column), mayDelete })
  }
  return found
}

/** Files of every state in district 2, with something in every table that hangs on them. */
async function elsewhere(trx: Trx): Promise<void> {
  await asOwnerAgain(trx)
  await sql
    .raw(`
    insert into komsu.province (id, name, name_key) values (35, 'İzmir', 'izmir');
    insert into komsu.district (id, province_id, name, name_key) values (1, 35, 'Bir', 'bir'), (2, 35, 'İki', 'iki');
    insert into komsu.neighbourhood (id, district_id, name, name_key) values (1, 1, 'Bir', 'bir'), (2, 2, 'İki', 'iki');
    insert into komsu.officer (id, username, display_name, password_hash) overriding system value values (1000000, 'someone', 'x', 'x');
    insert into komsu.officer_role values (1000000, 'inspector', false);
    insert into komsu.officer_district values (1000000, 2);
    insert into komsu.address (id, district_id, neighbourhood_id, quality) values (1, 2, 2, 'described');
    insert into komsu.household (id, file_no, address_id, district_id, neighbourhood_id, formed_on)
      select n, 'F-' || n, 1, 2, 2, '2026-01-01' from generate_series(1, 12) n;
    insert into komsu.person (id, household_id, national_id, given_name, family_name, name_key, sex, born_on, household_role)
      select n, n, (80000000000 + n)::text, 'A', 'B', 'a b', 'female', '1990-01-01', 'head' from generate_series(1, 12) n;
    insert into komsu.application (id, household_id, district_id, channel, status, received_on, assigned_officer_id)
      select n, n, 2, 'him', (array['awaiting_inquiry','assigned','in_inspection','inspected','eligible','ineligible','before_commission',
        'granted','refused','expired','terminated','withdrawn'])[n], '2026-05-01', 1000000 from generate_series(1, 12) n;
    insert into komsu.request (application_id, aid_type_code, added_on) select n, 'coal', '2026-05-01' from generate_series(1, 12) n;
    insert into komsu.application_document (application_id, document_code, is_required) select n, 'petition', true from generate_series(1, 12) n;
    insert into komsu.inspection (application_id, household_id, inspector_id, visited_on, control)
      select n, n, 1000000, '2026-05-02', (array['passed','open','returned','awaiting'])[1 + n % 4] from generate_series(1, 12) n;
    insert into komsu.guardian (request_id, person_id, household_id, guardian_name, kind, paper, valid_from)
      select gen_random_uuid(), n, n, 'C', 'parent', 'x', '2026-01-01' from generate_series(1, 12) n;
    insert into komsu.proposed_change (request_id, household_id, kind, proposal, source)
      select gen_random_uuid(), n, 'fact', '{}', 'inspector' from generate_series(1, 12) n;
    insert into komsu.duplicate_candidate (household_a, household_b, kind, weight, probability)
      values (1, 2, 'same_address', 1, 0.5);
    insert into komsu.attachment (request_id, household_id, kind, file_name, media_type, bytes, sha256)
      select gen_random_uuid(), n, 'photo', 'x', 'image/jpeg', 1, '\\x00' from generate_series(1, 12) n;
    insert into komsu.intake_draft (id, officer_id, payload) values (gen_random_uuid(), 1000000, '{}');
    insert into komsu.idempotency (officer_id, key, action, body_hash) values (1000000, gen_random_uuid(), 'x', '\\x00');
    insert into komsu.notification (officer_id, kind, subject_type, subject_id) values (1000000, 'assigned', 'application', 1);
    insert into komsu.officer_absence (request_id, officer_id, from_day, to_day, kind, recorded_by)
      values (gen_random_uuid(), 1000000, '2026-06-01', '2026-06-02', 'leave', 1000000);
    insert into komsu.weekly_plan (request_id, week_start, district_ids, submitted_by) values (gen_random_uuid(), '2026-06-01', '{2}', 1000000);
    insert into komsu.web_application (request_id, tracking_no, district_id, payload) values (gen_random_uuid(), 'AAAA-BBBB-CCCC', 2, '{}');
  `)
    .execute(trx)
}
