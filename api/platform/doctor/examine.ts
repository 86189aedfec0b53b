import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { type Database, openDatabase } from '../database.ts'
import { DATABASE_CHECKS } from './database-checks.ts'
import { amiss, type Check, type Finding, ok } from './finding.ts'
import { MACHINE_CHECKS } from './machine-checks.ts'

export type Report = Readonly<{ state: Finding['state']; findings: Finding[] }>

const ROOT = resolve(import.meta.dirname, '../../..')

/** Looks at configuration, machine and database as the server would see them. Never throws for what it finds. */
export async function examine(config: Config, root = ROOT): Promise<Report> {
  const findings = await all(MACHINE_CHECKS, { config, root })
  findings.push(...(await examineDatabase(config)))
  const worst = (['fail', 'warn', 'ok'] as const).find(state => findings.some(one => one.state === state))
  return { state: worst ?? 'ok', findings }
}

async function examineDatabase(config: Config): Promise<Finding[]> {
  let db: Database | undefined
  try {
    db = await openDatabase(config, 'app')
    await db.pool.query('select 1')
    const how =
      db.kind === 'native'
        ? ['Veritabanına ulaşılıyor', 'The database answers']
        : ['Gömülü veritabanı açıldı', 'The embedded database opened']
    return [ok('database', how[0] ?? '', how[1] ?? ''), ...(await all(DATABASE_CHECKS, { config, db }))]
  } catch (error) {
    return [unreachable(config, error)]
  } finally {
    await db?.close()
  }
}

function unreachable(config: Config, error: unknown): Finding {
  const why = error instanceof Error ? error.message || String((error as { code?: string }).code) : String(error)
  return amiss('fail', 'database', {
    says: [`Veritabanına ulaşılamıyor: ${why}`, `The database is out of reach: ${why}`],
    mend: config.databaseUrl
      ? [
          'DATABASE_URL adresini, parolayı ve pg_hba.conf satırını denetleyin',
          'Check DATABASE_URL, its password and pg_hba.conf',
        ]
      : [
          'KOMSU_DATA klasörünü denetleyin; yedekten geri koyun',
          'Check the folder of KOMSU_DATA; restore it from a copy',
        ],
  })
}

async function all<Context>(checks: readonly Check<Context>[], context: Context): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of checks) findings.push(await tried(check, context))
  return findings
}

/** A check that cannot even look (a table missing before the first migrate) is a finding, not an end. */
async function tried<Context>(check: Check<Context>, context: Context): Promise<Finding> {
  try {
    return await check(context)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return amiss('fail', 'database', {
      says: [`Bakılamadı: ${why}`, `Could not look: ${why}`],
      mend: ['npm run komsu -- migrate', 'npm run komsu -- migrate'],
    })
  }
}
