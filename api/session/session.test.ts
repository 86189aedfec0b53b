import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createOfficer } from '../officers/create-officer.ts'
import { ensureDemoOfficers } from '../officers/ensure-demo-officers.ts'
import { readConfig } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'
import { buildApp } from '../platform/http/app.ts'
import type { App, Slice } from '../platform/http/slice.ts'
import { asOwner } from '../platform/officer.ts'
import { ROLES } from '../platform/role.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { mapDoor } from './map-door.ts'
import { sessionRoutes } from './session.routes.ts'

const PASSWORD = 'uzun bir parola 35'
const PEOPLE = ['wrong', 'slow', 'many', 'idle', 'old', 'gone', 'out', 'in'] as const

onFreshDatabase('session', db => {
  let app: App
  beforeAll(async () => {
    await ensureDemoOfficers(db(), { isProduction: false })
    for (const username of PEOPLE) await admin(db(), username)
  })
  beforeEach(async () => {
    app = await appOn(db())
  })
  afterEach(() => app.close())

  test('an officer signs in, is known by the cookie, and signs out', async () => {
    const opened = await signIn(app, 'in', PASSWORD)
    expect(opened.statusCode).toBe(200)
    expect(opened.json().officer).toMatchObject({ username: 'in', roles: ['admin'], districts: null })
    const [cookie] = opened.cookies
    expect(cookie).toMatchObject({
      name: 'komsu_session',
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
      maxAge: 43_200,
    })
    const cookies = { komsu_session: cookie?.value ?? '' }
    expect((await who(app, cookies)).officer.username).toBe('in')
    expect((await app.inject({ method: 'DELETE', url: '/api/session', cookies })).statusCode).toBe(204)
    expect((await who(app, cookies)).officer).toBeNull()
    expect(await audited(db(), 'in')).toEqual(['session.open', 'session.close'])
  })

  test('the database keeps neither the token nor the address', async () => {
    const token = await tokenOf(app, 'in')
    const kept = await db().kysely.selectFrom('session').select('token_hash').execute()
    expect(kept.every(row => row.token_hash.length === 32)).toBe(true)
    expect(kept.some(row => row.token_hash.equals(Buffer.from(token, 'base64url')))).toBe(false)
    const tries = await db().kysely.selectFrom('login_attempt').select('address_hash').execute()
    expect(tries.every(row => row.address_hash.length === 32)).toBe(true)
  })

  test('a wrong password, an unknown name and a name that cannot be are answered alike', async () => {
    const answers = [
      await signIn(app, 'wrong', 'not the password'),
      await signIn(app, 'nobody.here', PASSWORD),
      await signIn(app, 'Ş!', PASSWORD),
    ]
    for (const answer of answers) {
      expect(answer.statusCode).toBe(401)
      expect(answer.json()).toEqual({
        type: 'wrong-credentials',
        title: 'Kullanıcı adı veya parola yanlış',
        status: 401,
      })
      expect(answer.cookies).toEqual([])
    }
    expect(await audited(db(), 'wrong')).toEqual(['session.refused'])
  })

  test('the sixth try waits, even with the right password; from elsewhere the officer still gets in', async () => {
    for (let i = 0; i < 5; i++) expect((await signIn(app, 'slow', 'wrong')).statusCode).toBe(401)
    const sixth = await signIn(app, 'slow', PASSWORD)
    expect(sixth.statusCode).toBe(429)
    expect(sixth.json().type).toBe('too-many-requests')
    expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(20)
    expect((await signIn(app, 'slow', PASSWORD, '203.0.113.9')).statusCode).toBe(200)
    await shiftTries(db(), 'slow', '1 hour')
    expect((await signIn(app, 'slow', PASSWORD)).statusCode).toBe(200)
  })

  test('tries made at the same moment are all counted', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(app, 'many', 'wrong')))
    expect(answers.filter(answer => answer.statusCode === 401)).toHaveLength(5)
    expect(answers.filter(answer => answer.statusCode === 429)).toHaveLength(7)
  })

  test('a session ends when idle and after its day, and with the officer', async () => {
    const cases = [
      ['idle', { last_seen_at: ago(46) }],
      ['old', { expires_at: ago(1) }],
    ] as const
    for (const [username, change] of cases) {
      const token = await tokenOf(app, username)
      await db()
        .kysely.updateTable('session')
        .set(change)
        .where('officer_id', '=', await idOf(db(), username))
        .execute()
      expect(await whoAnew(db(), token)).toBeNull()
    }
    const token = await tokenOf(app, 'gone')
    expect(await whoAnew(db(), token)).toMatchObject({ username: 'gone' })
    await db().kysely.updateTable('officer').set({ is_active: false }).where('username', '=', 'gone').execute()
    expect(await whoAnew(db(), token)).toBeNull()
    expect((await signIn(app, 'gone', PASSWORD)).statusCode).toBe(401)
  })

  test('use keeps a session open', async () => {
    const token = await tokenOf(app, 'idle')
    const id = await idOf(db(), 'idle')
    await db()
      .kysely.updateTable('session')
      .set({ last_seen_at: ago(40) })
      .where('officer_id', '=', id)
      .execute()
    expect(await whoAnew(db(), token)).toMatchObject({ username: 'idle' })
    const { last_seen_at } = await db()
      .kysely.selectFrom('session')
      .select('last_seen_at')
      .where('officer_id', '=', id)
      .orderBy('last_seen_at', 'desc')
      .executeTakeFirstOrThrow()
    expect(Date.now() - last_seen_at.getTime()).toBeLessThan(10 * 60_000)
  })

  test('signing in again ends the session before', async () => {
    const first = await tokenOf(app, 'in')
    await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { username: 'in', password: PASSWORD },
      cookies: { komsu_session: first },
    })
    expect(await whoAnew(db(), first)).toBeNull()
  })

  test('every role has a demo account; listed and let in only outside production', async () => {
    const { demoAccounts } = await who(app)
    expect(demoAccounts.map((one: { username: string }) => one.username).sort()).toEqual([...ROLES].sort())
    for (const role of ROLES) {
      const opened = await signIn(app, role, 'komsu')
      expect(opened.json().officer.roles).toEqual([role])
    }
    const token = await tokenOf(app, 'manager', 'komsu')
    const inProduction = await appOn(db(), { NODE_ENV: 'production' })
    expect((await who(inProduction)).demoAccounts).toEqual([])
    expect((await signIn(inProduction, 'manager', 'komsu')).statusCode).toBe(401)
    expect((await who(inProduction, { '__Host-komsu_session': token })).officer).toBeNull()
    await inProduction.close()
    await expect(ensureDemoOfficers(db(), { isProduction: true })).rejects.toThrow(/production/)
  })

  test('over https the cookie is secure and bound to the host', async () => {
    const secure = await appOn(db(), { KOMSU_SECURE_COOKIES: 'true' })
    const opened = await signIn(secure, 'in', PASSWORD)
    expect(opened.cookies[0]).toMatchObject({ name: '__Host-komsu_session', secure: true, httpOnly: true, path: '/' })
    expect(opened.cookies[0]?.domain).toBeUndefined()
    await secure.close()
  })

  describe('writes from other sites', () => {
    const write = (headers: Record<string, string>) => app.inject({ method: 'DELETE', url: '/api/session', headers })
    test.each([
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example', host: 'komsu.example' },
      { origin: 'null', host: 'komsu.example' },
    ] as Record<string, string>[])('%o is refused', async headers => {
      const answer = await write(headers)
      expect(answer.statusCode).toBe(403)
      expect(answer.json().type).toBe('foreign-origin')
    })
    test.each([
      {},
      { 'sec-fetch-site': 'same-origin' },
      { origin: 'https://komsu.example', host: 'komsu.example' },
    ] as Record<string, string>[])('%o is let through', async headers => {
      expect((await write(headers)).statusCode).toBe(204)
    })
    test('a form cannot speak JSON', async () => {
      const form = { 'content-type': 'text/plain' }
      const answer = await app.inject({
        method: 'POST',
        url: '/api/session',
        headers: form,
        payload: '{"username":"in"}',
      })
      expect(answer.statusCode).toBe(415)
    })
  })

  test('a map that is not public needs a session and stays out of shared caches', async () => {
    const map: Slice = child => {
      child.get('/api/need-map/x', (_request, reply) => reply.header('cache-control', 'public, max-age=60').send('[]'))
    }
    const open = await appOn(db(), { KOMSU_PUBLIC_MAP: 'true' }, map)
    expect((await open.inject('/api/need-map/x')).headers['cache-control']).toBe('public, max-age=60')
    const shut = await appOn(db(), { KOMSU_PUBLIC_MAP: 'false' }, map)
    expect((await shut.inject('/api/need-map/x')).statusCode).toBe(401)
    const cookies = { komsu_session: await tokenOf(shut, 'in') }
    const seen = await shut.inject({ url: '/api/need-map/x', cookies })
    expect([seen.statusCode, seen.headers['cache-control']]).toEqual([200, 'private, max-age=60'])
    await Promise.all([open.close(), shut.close()])
  })
})

function appOn(db: Database, env: Record<string, string> = {}, map?: Slice): Promise<App> {
  const config = readConfig({ NODE_ENV: 'test', LOG_LEVEL: 'silent', KOMSU_REQUESTS_PER_MINUTE: '0', ...env })
  return buildApp({ db, config }, { slices: [sessionRoutes, mapDoor(map ? [map] : [])] })
}

function admin(db: Database, username: string): Promise<number> {
  const officer = { username, displayName: username, password: PASSWORD, role: 'admin', districts: [] } as const
  return asOwner(db, trx => createOfficer(trx, officer))
}

function signIn(app: App, username: string, password: string, remoteAddress = '127.0.0.1') {
  return app.inject({ method: 'POST', url: '/api/session', payload: { username, password }, remoteAddress })
}

async function tokenOf(app: App, username: string, password = PASSWORD): Promise<string> {
  const opened = await signIn(app, username, password)
  expect(opened.statusCode).toBe(200)
  return opened.cookies[0]?.value ?? ''
}

async function who(app: App, cookies: Record<string, string> = {}) {
  return (await app.inject({ url: '/api/session', cookies })).json()
}

/** Asks a server that remembers nothing yet. */
async function whoAnew(db: Database, token: string): Promise<unknown> {
  const app = await appOn(db)
  const { officer } = await who(app, { komsu_session: token })
  await app.close()
  return officer
}

async function idOf(db: Database, username: string): Promise<number> {
  const found = await db.kysely.selectFrom('officer').select('id').where('username', '=', username).executeTakeFirst()
  return found?.id ?? -1
}

async function audited(db: Database, username: string): Promise<string[]> {
  const events = db.kysely
    .selectFrom('audit_event')
    .select('action')
    .where('officer_id', '=', await idOf(db, username))
  return (await events.orderBy('id').execute()).map(event => event.action)
}

async function shiftTries(db: Database, username: string, by: string): Promise<void> {
  await db.pool.query('update komsu.login_attempt set at = at - $2::interval where username = $1', [username, by])
}

function ago(minutes: number): Date {
  return new Date(Date.now() - minutes * 60_000)
}
