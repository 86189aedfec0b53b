/**
 * Compares sql/schema.generated.ts with a freshly migrated embedded database; with --write, rewrites it.
 * Exit 1 when they differ or when a table or column has no comment (partitions are introduced by their table).
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openOnEmbedded } from '../api/platform/database.ts'
import { openEmbedded } from '../api/platform/embedded/open-embedded.ts'
import { typesOf, writeTypes } from './generate-types.ts'
import { migrate } from './migrate.ts'

const folder = mkdtempSync(join(tmpdir(), 'komsu-types-'))
const db = openOnEmbedded(await openEmbedded(folder))
try {
  await migrate(db.pool)
  if (process.argv.includes('--write')) await writeTypes(db.pool)
  const written = readFileSync(join(import.meta.dirname, 'schema.generated.ts'), 'utf8')
  if (written !== (await typesOf(db.pool))) {
    console.error('sql/schema.generated.ts is not what the migrations make; run `npm run types`.')
    process.exitCode = 1
  }
  const silent = await db.pool.query(`
    select n.nspname || '.' || c.relname || coalesce('.' || a.attname, '') as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname in ('komsu', 'published', 'tile') and c.relkind in ('r', 'v', 'p', 'm') and not c.relispartition
      and (obj_description(c.oid) is null or col_description(c.oid, a.attnum) is null)`)
  for (const { name } of silent.rows) {
    console.error(`${name} does not introduce itself: add a comment on its table or column.`)
    process.exitCode = 1
  }
} finally {
  await db.close()
  rmSync(folder, { recursive: true, force: true })
}
