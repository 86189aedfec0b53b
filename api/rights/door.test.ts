import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readConfig } from '../platform/config.ts'
import type { Database, Trx } from '../platform/database.ts'
import { buildApp } from '../platform/http/app.ts'
import type { Slice } from '../platform/http/slice.ts'
import type { Officer } from '../platform/officer.ts'
import { problem } from '../platform/problem.ts'
import type { Role } from '../platform/role.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { auditDeed } from './audit-deed.ts'
import { officeDoor, read, write } from './door.ts'

const KEY = '3f0c0f7e-6a54-4f0e-9a44-0f3a6c1b2d11'
const Body = z.object({ text: z.string() })

/** A slice that notes a word in the audit: the smallest deed there is. */
function slice(run: { times: number; fails: boolean }): Slice {
  return (app, { db }) => {
    app.post('/api/trial', { config: { action: 'household.note' }, schema: { body: Body } }, request =>
      write(db, request, async (trx, actor) => {
        run.times++
        await auditDeed(trx, actor, { action: 'trial.note', subject: { type: 'trial', id: run.times } })
        if (run.fails) throw problem('conflict')
        return { times: run.times, as: actor.role }
      }),
    )
    app.get('/api/trial', { config: { action: 'household.read' } }, request =>
      read(db, request, async (_trx, actor) => ({ as: actor.role })),
    )
  }
}

onFreshDatabase('the door of casework', db => {
  test('nobody passes without signing in, nobody whose role the matrix does not name', async () => {
    const { ask } = await house(db(), ['planner'])
    expect((await ask({ method: 'GET', signedIn: false })).statusCode).toBe(401)
    const refused = await ask({ method: 'GET' })
    expect(refused.statusCode).toBe(403)
    expect(refused.json().details.roles).toContain('intake')
    expect((await ask({ method: 'POST', body: 'no JSON at all' })).statusCode).toBe(403)
  })

  test('of several roles the one asked for acts, and never one that is not held', async () => {
    const { ask } = await house(db(), ['chief', 'inspector'])
    expect((await ask({ method: 'GET' })).json()).toEqual({ as: 'chief' })
    expect((await ask({ method: 'GET', acting: 'inspector' })).json()).toEqual({ as: 'inspector' })
    expect((await ask({ method: 'GET', acting: 'intake' })).statusCode).toBe(403)
  })

  test('a write without a key is refused, with a clear problem', async () => {
    const { ask } = await house(db(), ['intake'])
    const answer = await ask({ method: 'POST', body: { text: 'a' } })
    expect([answer.statusCode, answer.json().type]).toEqual([400, 'key-missing'])
  })

  test('the same key and body give the same answer and one effect, one after the other and at once', async () => {
    const { ask, run, count } = await house(db(), ['intake'])
    const first = await ask({ method: 'POST', body: { text: 'a' }, key: KEY })
    const again = await ask({ method: 'POST', body: { text: 'a' }, key: KEY })
    expect(again.json()).toEqual(first.json())
    const other = crypto.randomUUID()
    const both = await Promise.all([1, 2, 3].map(() => ask({ method: 'POST', body: { text: 'b' }, key: other })))
    expect(new Set(both.map(one => one.body)).size).toBe(1)
    expect(run.times).toBe(2)
    expect(await count()).toBe(2)
  })

  test('the same key with another body is told apart', async () => {
    const { ask } = await house(db(), ['intake'])
    const key = crypto.randomUUID()
    await ask({ method: 'POST', body: { text: 'a' }, key })
    const answer = await ask({ method: 'POST', body: { text: 'b' }, key })
    expect([answer.statusCode, answer.json().type]).toEqual([422, 'key-reused'])
  })

  test('a deed that fails leaves nothing, and its key is free again', async () => {
    const { ask, run, count } = await house(db(), ['intake'])
    const key = crypto.randomUUID()
    run.fails = true
    const before = await count()
    expect((await ask({ method: 'POST', body: { text: 'a' }, key })).statusCode).toBe(409)
    expect(await count()).toBe(before)
    run.fails = false
    expect((await ask({ method: 'POST', body: { text: 'a' }, key })).statusCode).toBe(200)
  })

  test('answers of casework are kept by no cache', async () => {
    const { ask } = await house(db(), ['intake'])
    expect((await ask({ method: 'GET' })).headers['cache-control']).toBe('no-store')
  })

  test('a route that names no action is not even registered', async () => {
    const nameless: Slice = app => void app.get('/api/nameless', () => ({}))
    await expect(buildApp({ db: db(), config: config() }, { slices: [officeDoor([nameless])] })).rejects.toThrow(
      /names no action/,
    )
  })
})

type Asking = { method: 'GET' | 'POST'; signedIn?: boolean; acting?: string; body?: unknown; key?: string }

async function house(db: Database, roles: Role[]) {
  const run = { times: 0, fails: false }
  const officer = await makeOfficer(db, roles)
  const identify: Slice = app => {
    app.addHook('onRequest', async request => {
      request.officer = request.headers['x-nobody'] ? null : officer
    })
  }
  const app = await buildApp({ db, config: config() }, { slices: [identify, officeDoor([slice(run)])] })
  const ask = ({ method, signedIn = true, acting, body, key }: Asking) =>
    app.inject({
      method,
      url: '/api/trial',
      headers: {
        ...(signedIn ? {} : { 'x-nobody': '1' }),
        ...(acting ? { 'acting-role': acting } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const count = async () => {
    const { rows } = await db.pool.query(
      `select count(*)::int as n from komsu.audit_event where action = 'trial.note' and officer_id = ${officer.id}`,
    )
    return rows[0].n as number
  }
  return { ask, run, count }
}

function config() {
  return { ...readConfig({}), requestsPerMinute: 0, logLevel: 'silent' }
}

function makeOfficer(db: Database, roles: Role[]): Promise<Officer> {
  const username = `door.${Math.random().toString(36).slice(2, 10)}`
  return db.kysely.transaction().execute(async (trx: Trx) => {
    const { id } = await trx
      .insertInto('officer')
      .values({ username, display_name: username, password_hash: 'x' })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const role of roles) await sql`insert into komsu.officer_role values (${id}, ${role}, true)`.execute(trx)
    return { id, username, displayName: username, roles }
  })
}
