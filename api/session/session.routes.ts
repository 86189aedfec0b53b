import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Config } from '../platform/config.ts'
import type { Deps, Slice } from '../platform/http/slice.ts'
import { asService } from '../platform/officer.ts'
import { closeSession } from './close-session.ts'
import { openSession } from './open-session.ts'
import { hashToken } from './secrets.ts'
import { Session, type SessionOfficer, SignIn } from './session.contract.ts'
import { findOfficerOf, listDemoAccounts } from './session.queries.ts'
import { SESSION_HOURS } from './session.rules.ts'

/** /api/session, and `request.officer` for every slice after this one. */
export const sessionRoutes: Slice = (app, deps) => {
  const door = makeDoor(deps)
  // By callback: whoever has no cookie, as everybody at an open map, costs no promise.
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.headers.cookie === undefined) return done()
    door.whoIs(request).then(officer => {
      request.officer = officer
      done()
    }, done)
  })
  app.get(
    '/api/session',
    {
      schema: {
        summary: 'Who is signed in',
        tags: ['session'],
        response: { 200: Session.meta({ examples: [EXAMPLE] }) },
      },
    },
    (request, reply) => door.show(request, reply),
  )
  app.post(
    '/api/session',
    {
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        summary: 'Sign in',
        description: 'Sets the session cookie. After five failures the wait doubles from 30 s (429 with Retry-After).',
        tags: ['session'],
        body: SignIn.meta({ examples: [{ username: 'manager', password: 'komsu' }] }),
        response: { 200: Session.meta({ examples: [EXAMPLE] }) },
      },
    },
    (request, reply) => door.open(request, request.body, reply),
  )
  app.delete(
    '/api/session',
    { schema: { summary: 'Sign out', tags: ['session'], response: { 204: z.undefined().describe('Signed out') } } },
    (request, reply) => door.close(request, reply),
  )
}

const EXAMPLE: Session = {
  officer: {
    id: 1,
    username: 'manager',
    displayName: 'Yasemin Aydın (yönetici)',
    roles: ['manager'],
    districts: null,
  },
  demoAccounts: [{ username: 'manager', displayName: 'Yasemin Aydın (yönetici)' }],
}

const REMEMBERED_MS = 2_000

/** Cookie in, officer out; remembers an answer for two seconds, so that a screenful of tiles asks once. */
function makeDoor({ db, config }: Deps) {
  const known = new LRUCache<string, { officer: Promise<SessionOfficer | undefined> }>({
    max: 10_000,
    ttl: REMEMBERED_MS,
  })
  const allowDemo = !config.isProduction
  const look = (token: string) => asService(db, 'gate', trx => findOfficerOf(trx, hashToken(token), allowDemo))

  function remembered(token: string): Promise<SessionOfficer | undefined> {
    const before = known.get(token)
    if (before) return before.officer
    const officer = look(token)
    known.set(token, { officer })
    officer.catch(() => known.delete(token))
    return officer
  }

  async function whoIs(request: FastifyRequest): Promise<SessionOfficer | null> {
    const token = tokenOf(request, config)
    return token === undefined ? null : ((await remembered(token)) ?? null)
  }

  async function answer(officer: SessionOfficer | null, reply: FastifyReply): Promise<Session> {
    reply.header('cache-control', 'no-store')
    return { officer, demoAccounts: allowDemo ? await asService(db, 'gate', listDemoAccounts) : [] }
  }

  async function end(request: FastifyRequest): Promise<void> {
    const token = tokenOf(request, config)
    if (token === undefined) return
    known.delete(token)
    await asService(db, 'gate', trx => closeSession(trx, token))
  }

  return {
    whoIs,
    show: async (request: FastifyRequest, reply: FastifyReply) => answer(await whoIs(request), reply),
    async open(request: FastifyRequest, signIn: SignIn, reply: FastifyReply): Promise<Session> {
      const token = await openSession(db, signIn, { address: request.ip, allowDemo })
      await end(request)
      reply.setCookie(cookieName(config), token, { ...cookieRules(config), maxAge: SESSION_HOURS * 3600 })
      return answer((await look(token)) ?? null, reply)
    },
    async close(request: FastifyRequest, reply: FastifyReply): Promise<undefined> {
      await end(request)
      reply.clearCookie(cookieName(config), cookieRules(config)).header('cache-control', 'no-store').code(204)
    },
  }
}

/** `__Host-`: the browser takes it only over https, for this host alone (RFC 6265bis). */
function cookieName(config: Config): string {
  return config.secureCookies ? '__Host-komsu_session' : 'komsu_session'
}

function cookieRules(config: Config) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: config.secureCookies } as const
}

function tokenOf(request: FastifyRequest, config: Config): string | undefined {
  const token = request.cookies[cookieName(config)]
  return token && /^[\w-]{43}$/.test(token) ? token : undefined
}
