import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { createOfficer } from '../../api/officers/create-officer.ts'
import { readConfig } from '../../api/platform/config.ts'
import { type Database, openNative } from '../../api/platform/database.ts'
import { examine } from '../../api/platform/doctor/examine.ts'
import { buildApp } from '../../api/platform/http/app.ts'
import { asOwner, asService } from '../../api/platform/officer.ts'
import { type Cluster, findPostgres, startCluster } from '../../api/platform/testing/native-cluster.ts'
import { ROUTES } from '../../api/routes.ts'
import { migrate, pending } from '../migrate.ts'

const OWNER_PASSWORD = 'sahip-parolası-41'
const APP_PASSWORD = 'uygulama-parolası-42'
const PASSWORD = 'yönetici parolası 43'
const bin = findPostgres()

/** What an operator does on a new cluster whose passwords are checked (api/OPERATING.md), step by step. */
describe.skipIf(!bin || !inject('nativeUrl'))('a municipality sets up its own PostGIS', () => {
  const clusters: Cluster[] = []
  const open: Database[] = []
  const folder = mkdtempSync(join(tmpdir(), 'komsu-setup-'))
  let first: Cluster

  beforeAll(async () => {
    first = await newCluster(clusters)
  })
  afterAll(async () => {
    await Promise.all(open.map(db => db.close()))
    await Promise.all(clusters.map(cluster => cluster.stop()))
    rmSync(folder, { recursive: true, force: true })
  })
  const opened = (url: string) => {
    const db = openNative(url, 3)
    open.push(db)
    return db
  }

  test('the owner, no superuser, migrates twice; the second time nothing is left to do', async () => {
    const owner = opened(ownerUrl(first))
    const applied = await migrate(owner.pool, { appPassword: APP_PASSWORD })
    expect(applied.migrations.length).toBeGreaterThan(5)
    expect(await migrate(owner.pool, { appPassword: APP_PASSWORD })).toEqual({ migrations: [], definitions: [] })
  })

  test('a wrong password is refused', async () => {
    const wrong = opened(appUrl(first).replace(/:[^:@]*@/, ':wrong@'))
    await expect(wrong.pool.query('select 1')).rejects.toThrow(/password authentication failed/)
  })

  test('the server logs in as a role that owns nothing and sees nothing until it becomes somebody', async () => {
    const app = opened(appUrl(first))
    await expect(app.pool.query('select from komsu.person')).rejects.toThrow(/permission denied/)
    await expect(app.pool.query('create table public.mine ()')).rejects.toThrow(/permission denied/)
    await expect(app.pool.query('drop table public.komsu_migration')).rejects.toThrow(/must be owner/)
    await expect(app.pool.query('set role komsu_owner')).rejects.toThrow(/permission denied/)
    await expect(asService(app, 'gate', trx => trx.selectFrom('officer').select('id').execute())).resolves.toEqual([])
    expect(await pending(app.pool)).toEqual({ migrations: [], definitions: [] })
  })

  test('the first administrator signs in through the server', async () => {
    await asOwner(opened(ownerUrl(first)), trx =>
      createOfficer(trx, { username: 'ayse', displayName: 'Ayşe', password: PASSWORD, role: 'admin', districts: [] }),
    )
    const app = await buildApp({ db: opened(appUrl(first)), config: config(first) }, { slices: ROUTES })
    expect((await app.inject('/health')).json()).toEqual({ status: 'ok', database: 'ok', kind: 'native' })
    const payload = { username: 'ayse', password: PASSWORD }
    const signedIn = await app.inject({ method: 'POST', url: '/api/session', payload })
    expect(signedIn.json().officer).toMatchObject({ username: 'ayse', roles: ['admin'] })
    await app.close()
  })

  test('doctor has nothing to mend but what only data can bring', async () => {
    const { findings } = await examine(config(first))
    const amiss = findings.filter(one => one.state !== 'ok').map(one => one.check)
    expect(amiss.filter(check => !['published', 'web', 'disk', 'durability'].includes(check))).toEqual([])
    expect(findings.find(one => one.check === 'login')?.says.en).toBe('komsu_app owns nothing')
    expect(findings.find(one => one.check === 'durability')?.state).toBe('warn') // this cluster runs without fsync
  })

  test('a backup restored on another cluster has every row and lets the same people in', async () => {
    const file = join(folder, 'komsu.dump')
    execFileSync(program('pg_dump'), ['--format=custom', `--file=${file}`, ownerUrl(first)])
    const second = await newCluster(clusters)
    psql(['--file', join(import.meta.dirname, '../roles/roles.sql'), ownerUrl(second)])
    execFileSync(program('pg_restore'), ['--exit-on-error', `--dbname=${second.url('komsu')}`, file])
    const restored = opened(ownerUrl(second))
    expect((await migrate(restored.pool, { appPassword: APP_PASSWORD })).migrations).toEqual([])
    const before = await rowCounts(opened(ownerUrl(first)).pool)
    expect(before.officer).toBe(1)
    expect(await rowCounts(restored.pool)).toEqual(before)
    const app = await buildApp({ db: opened(appUrl(second)), config: config(second) }, { slices: ROUTES })
    const payload = { username: 'ayse', password: PASSWORD }
    expect((await app.inject({ method: 'POST', url: '/api/session', payload })).statusCode).toBe(200)
    await app.close()
  })
})

async function newCluster(all: Cluster[]): Promise<Cluster> {
  const cluster = await startCluster(bin ?? '')
  all.push(cluster)
  const env = { ...process.env, KOMSU_OWNER_PASSWORD: OWNER_PASSWORD }
  psql(['--file', join(import.meta.dirname, 'create-owner.sql'), cluster.url('postgres')], env)
  await checkPasswords(cluster)
  return cluster
}

/** From now on everybody but the superuser must know a password. */
async function checkPasswords(cluster: Cluster): Promise<void> {
  const admin = openNative(cluster.url('postgres'), 1)
  const { rows } = await admin.pool.query("select current_setting('hba_file') as file")
  writeFileSync(rows[0].file, 'host all postgres 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n')
  await admin.pool.query('select pg_reload_conf()')
  await admin.close()
}

function config(cluster: Cluster) {
  return readConfig({
    NODE_ENV: 'production',
    LOG_LEVEL: 'silent',
    DATABASE_URL: appUrl(cluster),
    KOMSU_OWNER_URL: ownerUrl(cluster),
  })
}

function ownerUrl(cluster: Cluster): string {
  return as(cluster, 'komsu_owner', OWNER_PASSWORD)
}

function appUrl(cluster: Cluster): string {
  return as(cluster, 'komsu_app', APP_PASSWORD)
}

function as(cluster: Cluster, user: string, password: string): string {
  return cluster.url('komsu').replace('postgres@', `${user}:${encodeURIComponent(password)}@`)
}

function program(name: string): string {
  return join(bin ?? '', name)
}

function psql(args: string[], env = process.env): void {
  execFileSync(program('psql'), ['--no-psqlrc', '--quiet', '-v', 'ON_ERROR_STOP=1', ...args], { env, stdio: 'pipe' })
}

async function rowCounts(pool: pg.Pool): Promise<Record<string, number>> {
  const { rows } = await pool.query(`
    select format('%I.%I', n.nspname, c.relname) as name, n.nspname as schema, c.relname as "table" from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('komsu', 'published', 'tile') and c.relkind in ('r', 'p')`)
  const counts: Record<string, number> = {}
  for (const { name, schema, table } of rows) {
    const counted = await pool.query(`select count(*)::int as n from ${name}`)
    counts[schema === 'komsu' ? table : name] = counted.rows[0].n
  }
  return counts
}
