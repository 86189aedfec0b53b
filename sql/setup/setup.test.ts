import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { readConfig } from '../../api/platform/config.ts'
import { type Database, openNative } from '../../api/platform/database.ts'
import { examine } from '../../api/platform/doctor/examine.ts'
import { HOUSE } from '../../api/platform/house/files.ts'
import { buildApp } from '../../api/platform/http/app.ts'
import { asService } from '../../api/platform/officer.ts'
import { type Cluster, findPostgres, freePort, startCluster } from '../../api/platform/testing/native-cluster.ts'
import { ROUTES } from '../../api/routes.ts'
import { migrate, pending } from '../migrate.ts'

const OWNER_PASSWORD = 'sahip-parolası-41'
const APP_PASSWORD = 'uygulama-parolası-42'
const PASSWORD = 'yönetici parolası 43'
const bin = findPostgres()
vi.setConfig({ testTimeout: 240_000 }) // a dozen processes, one after the other

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
    rmSync(config(first).dataFolder, { recursive: true, force: true })
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

  test('the command line makes the first administrator, and doctor finds no failure', () => {
    const env = environment(first)
    const made = komsu(['create-admin', '--username', 'ayse', '--name', 'Ayşe'], env, `${PASSWORD}\n`)
    expect(made).toMatchObject({ code: 0, answer: { username: 'ayse', role: 'admin' } })
    expect(komsu(['create-admin', '--username', 'ayse'], env, `${PASSWORD}\n`).code).toBe(1)
    expect(komsu(['create-admin', '--username', 'kisa'], env, 'short\n').code).toBe(1)
    expect(komsu(['create-admin', '--username', 'Ayşe'], env, `${PASSWORD}\n`).code).toBe(2)
    expect(komsu(['demo-officers'], env).code).toBe(1)
    const doctor = komsu(['doctor'], env)
    expect(doctor).toMatchObject({ code: 0, answer: { state: 'warn' } })
    const away = { ...env, DATABASE_URL: appUrl(first).replace(/:\d+\//, ':1/') }
    expect(komsu(['doctor'], away)).toMatchObject({ code: 1, answer: { state: 'fail' } })
  })

  test('the owner fills and publishes a city', () => {
    const env = environment(first)
    const city = komsu(['synthesise', '--households', '300', '--streets', '200'], env)
    expect(city).toMatchObject({ code: 0, answer: { counts: { household: 300 } } })
    expect(komsu(['publish'], env)).toMatchObject({
      code: 0,
      answer: { date: expect.stringMatching(/^20\d\d-\d\d-01$/) },
    })
  })

  test('the server starts, lets the administrator in, and stops in order', async () => {
    const port = await freePort()
    const args = ['--import', 'tsx', join(HOUSE, 'api/start.ts')]
    const env = { ...environment(first), PORT: String(port), KOMSU_SECURE_COOKIES: 'false' }
    const server = spawn(process.execPath, args, { cwd: HOUSE, env, stdio: 'pipe' })
    const out: string[] = []
    for (const stream of [server.stdout, server.stderr]) stream.on('data', chunk => out.push(String(chunk)))
    const exit = once(server, 'exit')
    await expect.poll(() => out.join(''), { timeout: 30_000 }).toContain(`http://127.0.0.1:${port}`)
    expect(await (await fetch(`http://127.0.0.1:${port}/health`)).json()).toMatchObject({
      status: 'ok',
      kind: 'native',
    })
    const body = JSON.stringify({ username: 'ayse', password: PASSWORD })
    const json = { 'content-type': 'application/json' }
    const signedIn = await fetch(`http://127.0.0.1:${port}/api/session`, { method: 'POST', headers: json, body })
    expect(await signedIn.json()).toMatchObject({ officer: { username: 'ayse', roles: ['admin'] }, demoAccounts: [] })
    const map = ['/tiles/district.json', '/tiles/district/8/147/98.mvt', '/api/need-map', '/api/need-map/indicators']
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    for (const path of map) {
      expect((await fetch(`http://127.0.0.1:${port}${path}`)).status, path).toBe(401) // the map is not public
      expect((await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } })).status, path).toBe(200)
    }
    server.kill('SIGTERM')
    expect(await exit).toEqual([0, null])
    expect(out.join('')).not.toMatch(/ayse|Ayşe|parola 43/)
  })

  test('doctor has nothing left to mend', async () => {
    const { findings } = await examine(config(first))
    const amiss = findings.filter(one => one.state !== 'ok').map(one => one.check)
    expect(amiss.filter(check => !['web', 'disk', 'durability'].includes(check))).toEqual([])
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

function environment(cluster: Cluster): NodeJS.ProcessEnv {
  const { PATH } = process.env
  const data = join(tmpdir(), `komsu-setup-data-${process.pid}`)
  const urls = { DATABASE_URL: appUrl(cluster), KOMSU_OWNER_URL: ownerUrl(cluster) }
  return { PATH, NODE_ENV: 'production', KOMSU_DATA: data, ...urls }
}

function config(cluster: Cluster) {
  return readConfig({ ...environment(cluster), LOG_LEVEL: 'silent' })
}

function komsu(args: string[], env: NodeJS.ProcessEnv, input = ''): { code: number | null; answer: unknown } {
  const command = ['--import', 'tsx', join(HOUSE, 'api/komsu.ts'), ...args]
  const run = spawnSync(process.execPath, command, { cwd: HOUSE, env, input, encoding: 'utf8' })
  return { code: run.status, answer: run.stdout ? JSON.parse(run.stdout) : undefined }
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
