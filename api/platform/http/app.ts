import { resolve } from 'node:path'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import Fastify, { LogController } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Config } from '../config.ts'
import { type Problem, problem } from '../problem.ts'
import { answerProblems, sendProblem } from './answer-problems.ts'
import { describeApi } from './describe-api.ts'
import { healthRoutes } from './health.routes.ts'
import { loggerOptions, logRequests } from './log-requests.ts'
import { networkOf } from './network-of.ts'
import { secure } from './secure.ts'
import { serveWeb } from './serve-web.ts'
import type { App, Deps, Slice } from './slice.ts'
import { trustedProxy } from './trusted-proxy.ts'

export type AppOptions = Readonly<{
  /** What to serve: `ROUTES` of api/routes.ts, or one slice in its test. */
  slices?: readonly Slice[]
  /** Folder of the built screens; default web/dist. */
  webFolder?: string
}>

const MiB = 1024 * 1024

/**
 * Builds the HTTP application, not yet listening: `await app.inject(…)` in tests, `await app.listen(…)` to serve.
 * Every slice gets the same `app` (a child context) and sees `request.officer`.
 */
export async function buildApp(deps: Deps, options: AppOptions = {}): Promise<App> {
  const app = bareApp(deps.config)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('officer', null)
  answerProblems(app)
  logRequests(app)
  await secure(app, deps.config)
  await app.register(cookie)
  await limitRequests(app, deps.config)
  await app.register(compress, { encodings: ['br', 'gzip'], customTypes: COMPRESSED, threshold: 1024 })
  await describeApi(app)
  healthRoutes(app, deps)
  const webFolder = options.webFolder ?? resolve(import.meta.dirname, '../../../web/dist')
  await app.register(async child => {
    for (const slice of options.slices ?? [])
      await slice(child.withTypeProvider<ZodTypeProvider>(), { ...deps, webFolder })
  })
  await serveWeb(app, webFolder)
  return app
}

// Tiles are compressed by their own slice, which keeps the bytes; their type is not in this list.
const COMPRESSED =
  /^(application\/([\w.+-]+\+)?json|text\/(html|css|javascript|plain)|application\/javascript|image\/svg\+xml)\b/

function bareApp(config: Config): App {
  const app = Fastify({
    logger: loggerOptions(config.logLevel),
    logController: new LogController({ disableRequestLogging: true }), // its lines would carry addresses and query strings
    genReqId: () => crypto.randomUUID(),
    bodyLimit: MiB,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false, // what arrives while we stop is still answered; the database closes last
    frameworkErrors: (error, request, reply) => void sendProblem(badAddress(error), request, reply),
    trustProxy: trustedProxy(config.trustProxy),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
  }).withTypeProvider<ZodTypeProvider>()
  app.removeContentTypeParser('text/plain') // a form of another site can send it without asking; JSON it cannot
  return app
}

/** An address that cannot even be read (`/%E0`), refused before any route is looked for. */
function badAddress(error: Error): Problem {
  return problem('invalid-input', error.message)
}

async function limitRequests(app: App, config: Config): Promise<void> {
  if (config.requestsPerMinute === 0) return
  await app.register(rateLimit, {
    max: config.requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: request => networkOf(request.ip),
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    allowList: request => request.url === '/health',
    errorResponseBuilder: () => problem('too-many-requests'),
  })
}
