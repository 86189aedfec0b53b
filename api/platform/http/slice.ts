import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Config } from '../config.ts'
import type { Database } from '../database.ts'
import type { Officer } from '../officer.ts'
import { problem } from '../problem.ts'
import type { Role } from '../role.ts'

export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

/** What every slice gets: the database and the configuration. Nothing global. */
export type Deps = Readonly<{
  db: Database
  config: Config
  /** Folder of the built screens, for the slice that fills a page of them in. */
  webFolder?: string
}>

/** A slice's routes: `export const needMapRoutes: Slice = (app, { db }) => { app.get(…) }`. */
export type Slice = (app: App, deps: Deps) => void | Promise<void>

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is signed in; null for nobody. Set by the session plugin before any handler. */
    officer: Officer | null
  }
}

/** The officer acting in the first of the given roles they hold. @throws not-signed-in, not-allowed */
export function actingAs(request: FastifyRequest, roles: readonly Role[]): { officer: Officer; role: Role } {
  const officer = request.officer
  if (!officer) throw problem('not-signed-in')
  const role = roles.find(one => officer.roles.includes(one))
  if (!role) throw problem('not-allowed', '', { roles })
  return { officer, role }
}
