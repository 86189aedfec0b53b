import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Problem, type ProblemType, problem, problemBody } from '../problem.ts'
import { languageOf } from './language.ts'
import type { App } from './slice.ts'

/** Answers whatever is thrown as application/problem+json; what is not in the catalogue is logged whole, answered blank. */
export function answerProblems(app: App): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const known = asProblem(error, request)
    if (known) return sendProblem(known, request, reply)
    request.log.error({ err: error }, 'bug')
    return sendProblem(problem('internal', '', { request: request.id }), request, reply)
  })
}

/** Sends a problem in the language of the request. */
export function sendProblem(of: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const wait = of.details.retryAfterSeconds
  if (typeof wait === 'number') reply.header('retry-after', String(wait))
  return reply
    .code(of.status)
    .type('application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-language', languageOf(request))
    .serializer(JSON.stringify)
    .send(problemBody(of, languageOf(request)))
}

function asProblem(error: FastifyError, request: FastifyRequest): Problem | undefined {
  if (error instanceof Problem) return error
  if (hasZodFastifySchemaValidationErrors(error)) return invalidInput(error, languageOf(request))
  if (isDatabaseAway(error)) {
    request.log.error({ err: error }, 'database away')
    return problem('unavailable')
  }
  const type = BY_STATUS[error.statusCode ?? 500]
  return type && problem(type, type === 'invalid-input' ? error.message : '')
}

// What Fastify itself refuses: malformed JSON, a body too large, a content type nobody reads.
const BY_STATUS: Record<number, ProblemType> = {
  400: 'invalid-input',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-type',
  429: 'too-many-requests',
  503: 'busy',
}

type Invalid = { validation: readonly { keyword: string; instancePath: string; message?: string; params: unknown }[] }

const LOCALES = { tr: z.locales.tr().localeError, en: z.locales.en().localeError }

function invalidInput(error: Invalid & { validationContext?: unknown }, language: 'tr' | 'en'): Problem {
  const fields = error.validation.map(one => ({
    field: one.instancePath.slice(1).replaceAll('/', '.'),
    why: why(one, language),
  }))
  const where = String(error.validationContext ?? 'body')
  return problem('invalid-input', fields.map(one => `${one.field}: ${one.why}`).join('; '), { where, fields })
}

/** The message again in the asked language; our own messages (`custom`) stay as they were written. */
function why(one: Invalid['validation'][number], language: 'tr' | 'en'): string {
  const said = one.message ?? ''
  if (one.keyword === 'custom' || !one.params || typeof one.params !== 'object') return said
  const issue = { ...one.params, code: one.keyword, path: [], input: undefined }
  const again = LOCALES[language](issue as unknown as Parameters<typeof LOCALES.tr>[0])
  const text = typeof again === 'string' ? again : (again?.message ?? said)
  return text.replace(/, (alınan|received) undefined$/, '')
}

const AWAY = /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0[123]|08\d\d\d|53300)$/

function isDatabaseAway(error: Error & { code?: string }): boolean {
  if (/Connection terminated|timeout exceeded when trying to connect/.test(error.message)) return true
  return AWAY.test(error.code ?? '') && (error.code !== 'ENOENT' || /PGSQL/.test(error.message))
}
