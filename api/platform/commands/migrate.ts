import { migrate } from '../../../sql/migrate.ts'
import type { Verb } from '../command.ts'
import { openDatabase } from '../database.ts'

export const verb: Verb = {
  summary: 'bring the database to this version',
  help: `komsu migrate

Applies roles, dated migrations, functions, tile functions, views and policies to the database of
KOMSU_OWNER_URL (or DATABASE_URL, or the embedded one). Safe to repeat.
KOMSU_APP_PASSWORD, when set, lets the role komsu_app log in with it: give that login to the server.

Answer: { "migrations": [names], "definitions": [names] } as applied now.`,
  async run(_args, { config }) {
    const db = await openDatabase(config, 'owner')
    try {
      return await migrate(db.pool, { appPassword: config.appPassword })
    } finally {
      await db.close()
    }
  },
}
