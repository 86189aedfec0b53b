import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../../sql/migrate.ts'
import { openNative, openOnEmbedded } from '../database.ts'
import { openEmbedded } from '../embedded/open-embedded.ts'
import { findPostgres, startCluster } from './native-cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    nativeUrl: string | null
    embeddedFolder: string | null
    embeddedTemplate: string
  }
}

export const TEMPLATE_DATABASE = 'komsu_template'

/**
 * Once before all tests: a migrated native cluster (where PostGIS is installed) and a migrated embedded database.
 * KOMSU_TEST_DATABASES=native|embedded|none narrows it while working; what is left out is printed.
 */
export default async function prepareDatabases(project: TestProject): Promise<() => Promise<void>> {
  const wanted = process.env.KOMSU_TEST_DATABASES ?? 'both'
  const [native, embedded] = await Promise.all([
    wanted === 'both' || wanted === 'native' ? prepareNative() : undefined,
    wanted === 'both' || wanted === 'embedded' ? prepareEmbedded() : undefined,
  ])
  if (!native)
    console.warn(
      `LEFT OUT: tests on native PostGIS (${wanted === 'both' ? 'not installed' : `KOMSU_TEST_DATABASES=${wanted}`})`,
    )
  if (!embedded) console.warn(`LEFT OUT: tests on the embedded database (KOMSU_TEST_DATABASES=${wanted})`)
  if (!existsSync(SHARED))
    console.warn('LEFT OUT: tests on the real geodata and reference vectors (../shared is absent)')
  project.provide('nativeUrl', native?.url ?? null)
  project.provide('embeddedFolder', embedded?.folder ?? null)
  project.provide('embeddedTemplate', TEMPLATE_FOLDER)
  return async () => {
    await Promise.all([native?.stop(), embedded?.stop()])
  }
}

const SHARED = resolve(import.meta.dirname, '../../../../shared')
const TEMPLATE_FOLDER = resolve(import.meta.dirname, '../../../data/.local/test-template')

async function prepareNative() {
  const bin = findPostgres()
  if (!bin) return undefined
  const cluster = await startCluster(bin)
  const admin = openNative(cluster.url('postgres'), 1)
  await admin.pool.query(`create database ${TEMPLATE_DATABASE}`)
  const template = openNative(cluster.url(TEMPLATE_DATABASE), 1)
  await migrate(template.pool)
  await template.close()
  await admin.pool.query(`create database komsu_shared template ${TEMPLATE_DATABASE}`)
  await admin.close()
  return { url: cluster.url('komsu_shared'), stop: cluster.stop }
}

async function prepareEmbedded() {
  if (!existsSync(TEMPLATE_FOLDER)) await makeTemplate()
  const folder = mkdtempSync(join(tmpdir(), 'komsu-embedded-'))
  cpSync(TEMPLATE_FOLDER, folder, { recursive: true })
  const embedded = await openEmbedded(folder)
  const db = openOnEmbedded(embedded)
  await migrate(db.pool)
  return {
    folder,
    stop: async () => {
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

// Kept between runs: initdb and PostGIS without our schema, 10 s to make, under 1 s to copy.
async function makeTemplate(): Promise<void> {
  const folder = `${TEMPLATE_FOLDER}.making`
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const embedded = await openEmbedded(folder)
  await embedded.close()
  renameSync(folder, TEMPLATE_FOLDER)
}
