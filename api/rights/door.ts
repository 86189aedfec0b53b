import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Database, Trx } from '../platform/database.ts'
import { languageOf } from '../platform/http/language.ts'
import type { Slice } from '../platform/http/slice.ts'
import { asOfficer, type Officer } from '../platform/officer.ts'
import { Problem, problem } from '../platform/problem.ts'
import type { Role } from '../platform/role.ts'
import { auditDeed } from './audit-deed.ts'
import { claimKey, storeAnswer } from './deed.queries.ts'
import { type Action, RIGHTS, roleFor } from './rights.rules.ts'

/** Who acts in a request, in which role; `requestId` is the client-made key of a write. */
export type Actor = Readonly<{ officer: Officer; role: Role; requestId: string | null; language: 'tr' | 'en' }>

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Action of the matrix this route takes; every route behind `officeDoor` names one. */
    action?: Action
  }
}

/**
 * Slices of casework. Every route names its action (`config: { action: 'application.submit' }`); who may not take it is
 * refused before anything else is looked at. Answers with personal data are never kept by a cache.
 */
export function officeDoor(slices: readonly Slice[]): Slice {
  return async (app, deps) => {
    await app.register(async child => {
      child.addHook('onRoute', route => {
        if (!route.config?.action) throw new Error(`${String(route.method)} ${route.url} names no action of RIGHTS`)
      })
      child.addHook('onRequest', async request => void actorOf(request)) // before a body is read: an upload nobody may make costs nothing
      child.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))
      for (const slice of slices) await slice(child.withTypeProvider<ZodTypeProvider>(), deps)
    })
  }
}

/** The officer in the role that may take the route's action. @throws not-signed-in, not-allowed (with who may) */
export function actorOf(request: FastifyRequest): Actor {
  const action = actionOf(request)
  if (!request.officer) throw problem('not-signed-in')
  const wanted = request.headers['acting-role']
  const role = roleFor(action, request.officer.roles, typeof wanted === 'string' ? wanted : undefined)
  if (!role) throw problem('not-allowed', '', { action, roles: RIGHTS[action] })
  return { officer: request.officer, role, requestId: null, language: languageOf(request) }
}

/** Reads in one transaction as the actor: row-level security knows who reads. */
export function read<T>(
  db: Database,
  request: FastifyRequest,
  work: (trx: Trx, actor: Actor) => Promise<T>,
): Promise<T> {
  const actor = actorOf(request)
  return asOfficer(db, actor, trx => work(trx, actor))
}

/**
 * Writes in one transaction as the actor, once for each Idempotency-Key: a retry with the same body gets the stored
 * answer, also when both come at the same time. The answer is stored in the transaction of the deed, so a server killed
 * in between leaves neither. `body` stands for the request's body where that is a stream (uploads): give its hash.
 * @throws key-missing, key-reused; whatever `work` throws (nothing is kept then, and the key is free again)
 */
export function write<T>(
  db: Database,
  request: FastifyRequest,
  work: (trx: Trx, actor: Actor) => Promise<T>,
  body: unknown = request.body,
): Promise<T> {
  const action = actionOf(request)
  const actor = { ...actorOf(request), requestId: keyOf(request) }
  const deed = { officerId: actor.officer.id, key: actor.requestId, action, bodyHash: hashOf(request, body) }
  const done = asOfficer(db, actor, async trx => {
    const before = await claimKey(trx, deed)
    if (before) {
      if (before.action !== action || !before.isSameBody) throw problem('key-reused')
      return before.answer as T
    }
    const answer = await work(trx, actor)
    await storeAnswer(trx, deed, answer)
    return answer
  })
  return done.catch(async error => {
    if (error instanceof Problem && error.type === 'known-person') await keepTold(db, actor, error)
    throw error
  })
}

/** Who is told that people are known, and in which files, has read: that stays written down when the deed itself does not. */
function keepTold(db: Database, actor: Actor, { details }: Problem): Promise<void> {
  const people = Array.isArray(details.people) ? (details.people as { householdId?: number }[]) : []
  return asOfficer(db, actor, async trx => {
    for (const id of new Set(people.flatMap(one => one.householdId ?? [])))
      await auditDeed(
        trx,
        { ...actor, requestId: null },
        { action: 'person.known', subject: { type: 'household', id }, ground: 'casework' },
      )
  })
}

function actionOf(request: FastifyRequest): Action {
  const { action } = request.routeOptions.config
  if (!action) throw new Error(`${request.routeOptions.url} names no action of RIGHTS`)
  return action
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  const text = typeof key === 'string' ? key.toLowerCase() : ''
  if (!UUID.test(text)) throw problem('key-missing')
  return text
}

function hashOf(request: FastifyRequest, body: unknown): Buffer {
  const text = `${request.method} ${request.url}\n${JSON.stringify(body ?? null)}`
  return createHash('sha256').update(text).digest()
}
