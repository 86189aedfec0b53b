import helmet from '@fastify/helmet'
import Fastify, { type FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { problem } from '../problem.ts'
import type { App } from './slice.ts'

/** Security headers, a Content-Security-Policy without `unsafe-…`, and the refusal of writes that come from other sites. */
export async function secure(app: App, config: Config): Promise<void> {
  const ofHelmet = await helmetHeaders(config)
  const page = { ...ofHelmet, 'permissions-policy': 'camera=(), microphone=(), geolocation=(self)' }
  const data = Object.fromEntries(Object.entries(ofHelmet).filter(([name]) => OF_DATA.includes(name)))
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.routeOptions.config.isData ? data : page)
    reply.header('x-request-id', request.id)
    done(isOwnSite(request) ? undefined : problem('foreign-origin'))
  })
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answers that are never shown as a page, many and small: they do without the headers only pages need. */
    isData?: boolean
  }
}

/** What matters for data too: not to be taken for a page, not to be read by other sites, https for ever. */
const OF_DATA = ['x-content-type-options', 'cross-origin-resource-policy', 'strict-transport-security']

/**
 * The headers helmet sets, which are the same in every answer. Helmet words them anew for each request; that took half of
 * the processor time of a kept tile, so they are asked for once, of an application that does nothing else.
 */
async function helmetHeaders(config: Config): Promise<Record<string, string>> {
  const model = Fastify()
  await model.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentPolicy(config) },
    strictTransportSecurity: config.secureCookies ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'same-origin' }, // the view is in the URL; it is nobody else's business
    xFrameOptions: { action: 'deny' },
  })
  model.get('/', (_request, reply) => reply.code(204).send())
  const { headers } = await model.inject('/')
  await model.close()
  const ofTheAnswer = ['connection', 'date']
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (ofTheAnswer.includes(name) ? [] : [[name, String(value)]])),
  )
}

/**
 * Everything from this server, nothing inline, no eval. Libraries that need more are set up so that they do not:
 * MapLibre's worker comes from a file (`setWorkerUrl`), Vega runs its interpreter, style elements are bundled.
 */
function contentPolicy(config: Config): Record<string, string[] | null> {
  return {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    workerSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: config.secureCookies ? [] : null,
  }
}

/**
 * Whether a write comes from our own pages or from a program. Browsers say where a request comes from in Sec-Fetch-Site,
 * older ones at least in Origin; programs send neither. The cookie is SameSite besides.
 */
function isOwnSite(request: FastifyRequest): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = request.headers.origin
  return origin === undefined || hostOf(origin) === request.host
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
