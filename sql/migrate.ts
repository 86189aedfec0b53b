import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

export type Migrated = Readonly<{ migrations: string[]; definitions: string[] }>

/** Definitions are applied again, folder by folder in this order, whenever a text among them changes. */
const DEFINITION_FOLDERS = ['functions', 'views', 'tiles', 'policies'] as const
/**
 * Grants build on each other (the first file takes all back, later ones narrow it), and what is made anew begins with
 * PostgreSQL's own grants. So these are applied all together, after any change of anything.
 */
const TOGETHER = 'policies/'
const LOCK = 7_203_541 // advisory lock: one migrator at a time

/**
 * Brings a database to the state of this folder: roles, dated migrations once each, then functions, views, tile
 * functions and policies whose text changed. One transaction; safe to repeat and to run twice at once.
 * @throws when an applied migration's text was changed afterwards, or a statement fails (nothing is applied then)
 */
export async function migrate(pool: pg.Pool, options: { appPassword?: string | undefined } = {}): Promise<Migrated> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    await client.query(read('roles/roles.sql'))
    await client.query(BOOKS)
    const migrations = await applyMigrations(client)
    const definitions = await applyDefinitions(client, migrations.length > 0)
    if (options.appPassword) await letAppLogIn(client, options.appPassword)
    await client.query('commit')
    return { migrations, definitions }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** What `migrate` would apply; empty lists when the database is up to date. */
export async function pending(pool: pg.Pool): Promise<Migrated> {
  const there = await pool.query("select to_regclass('public.komsu_migration') is not null as there")
  const done = there.rows[0].there ? await applied(pool) : { migrations: new Map(), definitions: new Map() }
  return {
    migrations: listSql('migrations').filter(name => !done.migrations.has(name)),
    definitions: definitionFiles().filter(name => done.definitions.get(name) !== hash(read(name))),
  }
}

const BOOKS = `
  create table if not exists public.komsu_migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
  comment on table public.komsu_migration is 'Dated migrations applied, once each.';
  comment on column public.komsu_migration.name is 'File name.';
  comment on column public.komsu_migration.sha256 is 'Hash of its text when applied.';
  comment on column public.komsu_migration.applied_at is 'When.';
  create table if not exists public.komsu_definition (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
  comment on table public.komsu_definition is 'Functions, views, tile functions and policies as last applied.';
  comment on column public.komsu_definition.name is 'File name with its folder.';
  comment on column public.komsu_definition.sha256 is 'Hash of its text when applied.';
  comment on column public.komsu_definition.applied_at is 'When.';`

async function applied(client: pg.Pool | pg.PoolClient) {
  const migrations = await client.query('select name, sha256 from public.komsu_migration')
  const definitions = await client.query('select name, sha256 from public.komsu_definition')
  const asMap = (rows: { name: string; sha256: string }[]) => new Map(rows.map(row => [row.name, row.sha256]))
  return { migrations: asMap(migrations.rows), definitions: asMap(definitions.rows) }
}

async function applyMigrations(client: pg.PoolClient): Promise<string[]> {
  const { migrations: done } = await applied(client)
  const fresh: string[] = []
  for (const name of listSql('migrations')) {
    const text = read(name)
    const before = done.get(name)
    if (before && before !== hash(text))
      throw new Error(`${name} was changed after it was applied; add a new migration instead.`)
    if (before) continue
    await run(client, name, text)
    await client.query('insert into public.komsu_migration (name, sha256) values ($1, $2)', [name, hash(text)])
    fresh.push(name)
  }
  return fresh
}

async function applyDefinitions(client: pg.PoolClient, hasNewTables: boolean): Promise<string[]> {
  const { definitions: done } = await applied(client)
  const files = definitionFiles()
  const changed = new Set(files.filter(name => done.get(name) !== hash(read(name))))
  const isAnyNew = hasNewTables || changed.size > 0
  await announceFunctions(client, [...changed])
  const fresh: string[] = []
  for (const name of files) {
    if (!changed.has(name) && !(isAnyNew && name.startsWith(TOGETHER))) continue
    const text = read(name)
    await run(client, name, text)
    await client.query(
      'insert into public.komsu_definition (name, sha256) values ($1, $2) on conflict (name) do update set sha256 = excluded.sha256, applied_at = now()',
      [name, hash(text)],
    )
    fresh.push(name)
  }
  return fresh
}

/** Functions may call each other whatever their files are called: all are made once unchecked, then again checked. */
async function announceFunctions(client: pg.PoolClient, changed: string[]): Promise<void> {
  await client.query('set local check_function_bodies = off')
  for (const name of changed.filter(one => one.startsWith('functions/'))) await run(client, name, read(name))
  await client.query('set local check_function_bodies = on')
}

async function run(client: pg.PoolClient, name: string, text: string): Promise<void> {
  try {
    await client.query(text)
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

async function letAppLogIn(client: pg.PoolClient, password: string): Promise<void> {
  await client.query(`alter role komsu_app login password ${client.escapeLiteral(password)}`)
}

function definitionFiles(): string[] {
  return DEFINITION_FOLDERS.flatMap(folder => listSql(folder))
}

function listSql(folder: string): string[] {
  return readdirSync(join(import.meta.dirname, folder))
    .filter(name => name.endsWith('.sql'))
    .sort()
    .map(name => `${folder}/${name}`)
}

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8')
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
