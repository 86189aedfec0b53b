import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './slice.ts'

/**
 * Structured logs without personal data: a request is its method, its route as written in the code (no ids, no query),
 * its status and time. No network address, no cookie, no body, no officer.
 */
export function logRequests(app: App): void {
  app.addHook('onResponse', (request, reply, done) => {
    const level = levelOf(request, reply)
    request.log[level](
      {
        method: request.method,
        route: request.is404 ? '(none)' : request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    )
    done()
  })
}

/** Options of the logger (pino). */
export function loggerOptions(level: string) {
  return { level, base: null, timestamp: isoTime, serializers: { err: errorWithoutValues } }
}

function isoTime(): string {
  return `,"time":"${new Date().toISOString()}"`
}

function levelOf(request: FastifyRequest, reply: FastifyReply): 'error' | 'info' | 'debug' {
  if (reply.statusCode >= 500) return 'error'
  const isBulk = /^\/(tiles\/|\*|health$)/.test(request.routeOptions.url ?? '') // many, and all alike
  return isBulk && reply.statusCode < 400 ? 'debug' : 'info'
}

type Failure = Error & { code?: string; table?: string; column?: string; constraint?: string; cause?: unknown }

/**
 * An error as the log may keep it. PostgreSQL quotes values in `detail`, `where` and in messages of class 22 and 23
 * (bad data, broken constraint); those are left out, the stack and the constraint stay.
 */
export function errorWithoutValues(error: Failure): {
  [key: string]: unknown
  type: string
  message: string
  stack: string
} {
  const holdsValues = /^2[23]/.test(error.code ?? '')
  const clean = (text: string) => (holdsValues ? text.replace(/"[^"]*"|'[^']*'/g, '…') : text)
  return {
    type: error.constructor.name,
    message: clean(error.message),
    code: error.code,
    table: error.table,
    column: error.column,
    constraint: error.constraint,
    stack: clean(error.stack ?? ''),
    ...(error.cause instanceof Error ? { cause: errorWithoutValues(error.cause) } : {}),
  }
}
