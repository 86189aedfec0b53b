import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { migrate } from '../../../sql/migrate.ts'
import { type Database, openNative, openOnEmbedded, type Trx } from '../database.ts'
import { openEmbedded } from '../embedded/open-embedded.ts'
import { become } from '../officer.ts'
import type { Role } from '../role.ts'
import { TEMPLATE_DATABASE } from './prepare-databases.ts'

type Kind = Database['kind']

/**
 * Runs a group of tests on every database there is, on one shared migrated database that must stay empty:
 * wrap each test in `rolledBack`.
 */
export function onEachDatabase(name: string, tests: (db: () => Database, kind: Kind) => void): void {
  eachKind(name, openShared, tests)
}

/** The same on a database of its own, for tests that must commit (HTTP, imports). Migrated, otherwise empty. */
export function onFreshDatabase(name: string, tests: (db: () => Database, kind: Kind) => void): void {
  eachKind(name, openFresh, tests)
}

function eachKind(
  name: string,
  open: (kind: Kind) => Promise<Database>,
  tests: (db: () => Database, kind: Kind) => void,
): void {
  for (const kind of kindsHere()) {
    describe(`${name} [${kind}]`, () => {
      let db: Database | undefined
      beforeAll(async () => {
        db = await open(kind)
      })
      afterAll(() => db?.close())
      tests(() => {
        if (!db) throw new Error('the database is open only inside a test')
        return db
      }, kind)
    })
  }
}

function kindsHere(): Kind[] {
  const kinds: Kind[] = []
  if (inject('nativeUrl')) kinds.push('native')
  if (inject('embeddedFolder')) kinds.push('embedded')
  return kinds
}

class RollBack extends Error {}

/** Runs `work` in a transaction that is always rolled back. */
export async function rolledBack(db: Database, work: (trx: Trx) => Promise<void>): Promise<void> {
  try {
    await db.kysely.transaction().execute(async trx => {
      await work(trx)
      throw new RollBack()
    })
  } catch (error) {
    if (!(error instanceof RollBack)) throw error
  }
}

/** Makes an officer with one role and the given districts (or all), and acts as them for the rest of the transaction. */
export async function asPerson(trx: Trx, role: Role, districts: number[] | 'all'): Promise<number> {
  const { id } = await trx
    .insertInto('officer')
    .values({
      username: `test.${role}.${Math.random().toString(36).slice(2, 8)}`,
      display_name: role,
      password_hash: 'x',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('officer_role')
    .values({ officer_id: id, role, all_districts: districts === 'all' })
    .execute()
  if (districts !== 'all') {
    for (const district_id of districts)
      await trx.insertInto('officer_district').values({ officer_id: id, district_id }).execute()
  }
  await become(trx, role, id)
  return id
}

/** Goes back to the owner inside a test transaction. */
export async function asOwnerAgain(trx: Trx): Promise<void> {
  await sql`select set_config('role', 'none', true)`.execute(trx)
}

async function openShared(kind: Kind): Promise<Database> {
  if (kind === 'native') return openNative(inject('nativeUrl') ?? '', 4)
  return openOnEmbedded(await openEmbedded(inject('embeddedFolder') ?? ''))
}

async function openFresh(kind: Kind): Promise<Database> {
  return kind === 'native' ? freshNative() : freshEmbedded()
}

async function freshNative(): Promise<Database> {
  const shared = inject('nativeUrl') ?? ''
  const name = `fresh_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  const admin = openNative(shared.replace(/\/[^/]*$/, '/postgres'), 1)
  await admin.pool.query(`create database ${name} template ${TEMPLATE_DATABASE}`)
  const db = openNative(shared.replace(/\/[^/]*$/, `/${name}`), 4)
  return {
    ...db,
    close: async () => {
      await db.close()
      await admin.pool.query(`drop database ${name} with (force)`)
      await admin.close()
    },
  }
}

async function freshEmbedded(): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'komsu-fresh-'))
  cpSync(inject('embeddedTemplate'), folder, { recursive: true })
  const db = openOnEmbedded(await openEmbedded(folder))
  await migrate(db.pool)
  return {
    ...db,
    close: async () => {
      await db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
