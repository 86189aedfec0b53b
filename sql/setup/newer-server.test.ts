import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Database, openOnEmbedded } from '../../api/platform/database.ts'
import { openEmbedded } from '../../api/platform/embedded/open-embedded.ts'

// The embedded server is newer than Debian's (≥ 16), where CREATEROLE no longer lets a role become what it made.
describe.skipIf(!inject('embeddedFolder'))('roles on PostgreSQL 16 and newer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'komsu-roles-'))
  let db: Database
  beforeAll(async () => {
    cpSync(inject('embeddedTemplate'), folder, { recursive: true })
    db = openOnEmbedded(await openEmbedded(folder))
  })
  afterAll(async () => {
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('an owner without superuser makes them, twice, and may become them', async () => {
    const { rows } = await db.pool.query("select current_setting('server_version_num')::int as version")
    expect(rows[0].version).toBeGreaterThanOrEqual(160_000)
    const roles = readFileSync(join(import.meta.dirname, '../roles/roles.sql'), 'utf8')
    await db.pool.query(`
      create role komsu_owner login createrole;
      begin;
      set local session authorization komsu_owner;
      ${roles};
      ${roles};
      set local role komsu_publisher;
      set local role komsu_map;
      commit;`)
    const member = await db.pool.query(
      "select pg_has_role('komsu_app', 'komsu_gate', 'SET') as may, pg_has_role('komsu_app', 'komsu_gate', 'USAGE') as inherits",
    )
    expect(member.rows[0]).toEqual({ may: true, inherits: false })
  })
})
