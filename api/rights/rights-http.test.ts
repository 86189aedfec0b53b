import { expect, test } from 'vitest'
import { ensureDemoOfficers } from '../officers/ensure-demo-officers.ts'
import { readConfig } from '../platform/config.ts'
import type { Database } from '../platform/database.ts'
import { buildApp } from '../platform/http/app.ts'
import type { Slice } from '../platform/http/slice.ts'
import { ROLES, type Role } from '../platform/role.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { ROUTES } from '../routes.ts'
import { type Action, isAllowed } from './rights.rules.ts'

type Route = { method: string; url: string; action: Action }

onFreshDatabase('every address of casework × every role', db => {
  test('who the matrix does not name is refused before anything is looked at; who it names is not', async () => {
    const { routes, ask } = await office(db())
    expect(routes.length).toBeGreaterThan(40)
    const wrong: string[] = []
    for (const route of routes) {
      for (const role of ROLES) {
        const status = await ask(route, role)
        const isRefused = status === 403
        if (isRefused === isAllowed(role, route.action)) wrong.push(`${role} ${route.method} ${route.url}: ${status}`)
        if (status >= 500) wrong.push(`${role} ${route.method} ${route.url}: ${status}`)
      }
      if ((await ask(route, null)) !== 401) wrong.push(`nobody ${route.method} ${route.url}`)
    }
    expect(wrong).toEqual([])
  })
})

/** The whole API with its routes listed, and requests with nothing sensible in them. */
async function office(db: Database) {
  const routes: Route[] = []
  await ensureDemoOfficers(db, { isProduction: false })
  const { rows } = await db.pool.query<{ id: number; username: string }>('select id, username from komsu.officer')
  const officers = new Map(rows.map(one => [one.username, one.id]))
  const listen: Slice = app => {
    app.addHook('onRequest', async request => {
      const role = request.headers['x-role'] as Role | undefined
      request.officer = role ? { id: officers.get(role) ?? 0, username: role, displayName: role, roles: [role] } : null
    })
  }
  const config = { ...readConfig({}), requestsPerMinute: 0, logLevel: 'silent' }
  const app = await buildApp({ db, config }, { slices: [listen, catching(routes), ...ROUTES] })
  const ask = async ({ method, url }: Route, role: Role | null): Promise<number> => {
    const address = url.replace(/:(\w+)/g, (_, name) => (/uuid|draft/i.test(name) ? crypto.randomUUID() : '999999999'))
    const answer = await app.inject({
      method: method as 'GET',
      url: address,
      headers: { ...(role ? { 'x-role': role } : {}), 'idempotency-key': crypto.randomUUID() },
    })
    return answer.statusCode
  }
  return { routes, ask }
}

function catching(routes: Route[]): Slice {
  return app => {
    app.addHook('onRoute', ({ method, url, config }) => {
      const action = config?.action
      for (const one of [method].flat()) if (action && one !== 'HEAD') routes.push({ method: one, url, action })
    })
  }
}
