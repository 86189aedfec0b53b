import type { Verb } from '../platform/command.ts'
import { InputError } from '../platform/command.ts'
import { openDatabase } from '../platform/database.ts'
import { ensureDemoOfficers } from './ensure-demo-officers.ts'

export const verb: Verb = {
  summary: 'make the demo accounts of a demo city (never in production)',
  help: `komsu demo-officers

Makes one account for each role, named as the role, password "komsu", in the database of KOMSU_OWNER_URL (or
DATABASE_URL, or the embedded one). Safe to repeat. Refused when NODE_ENV=production.

Answer: { "accounts": [usernames] }`,
  async run(_args, { config }) {
    if (config.isProduction) throw new InputError('Demo hesapları gerçek kurulumda açılmaz. · Not in production.')
    const db = await openDatabase(config, 'owner')
    try {
      return { accounts: await ensureDemoOfficers(db, config) }
    } finally {
      await db.close()
    }
  },
}
