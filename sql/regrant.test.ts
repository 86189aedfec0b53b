import { expect, test } from 'vitest'
import { onFreshDatabase } from '../api/platform/testing/databases.ts'
import { migrate } from './migrate.ts'

onFreshDatabase('grants after a migration', db => {
  test('are those of this version: what was granted before is taken back, whichever file changed', async () => {
    const { pool } = db()
    for (const file of ['policies/20-grants.sql', 'views/area.sql', 'tiles/30-household.sql']) {
      await pool.query(`
        grant select on komsu.person, komsu.address_salt to komsu_publisher;
        grant select (national_id) on komsu.person to komsu_map;
        grant execute on function tile.household(integer, integer, integer) to komsu_map, public;
        grant delete on komsu.audit_event to komsu_admin`)
      await pool.query("update public.komsu_definition set sha256 = 'former' where name = $1", [file])
      const { definitions } = await migrate(pool)
      expect(definitions).toContain(file)
      expect(definitions.filter(name => name.startsWith('policies/')).length).toBeGreaterThan(3)
      const { rows } = await pool.query(`select
        has_column_privilege('komsu_publisher', 'komsu.person', 'national_id', 'select') as publisher,
        has_table_privilege('komsu_publisher', 'komsu.address_salt', 'select') as salt,
        has_column_privilege('komsu_map', 'komsu.person', 'national_id', 'select') as map,
        has_function_privilege('komsu_map', 'tile.household(integer, integer, integer)', 'execute') as tile,
        has_table_privilege('komsu_admin', 'komsu.audit_event', 'delete') as audit`)
      expect(rows).toEqual([{ publisher: false, salt: false, map: false, tile: false, audit: false }])
    }
    expect(await migrate(pool)).toEqual({ migrations: [], definitions: [] })
  })
})
