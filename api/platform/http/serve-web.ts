import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { problem } from '../problem.ts'
import { sendProblem } from './answer-problems.ts'
import type { App } from './slice.ts'

const YEAR = 'public, max-age=31536000, immutable'

/**
 * Serves the built screens: hashed files for ever, everything else asked again each time (ETag). A page address the
 * browser opens gets index.html; any other unknown address is a problem.
 */
export async function serveWeb(app: App, folder: string): Promise<void> {
  const index = join(folder, 'index.html')
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    schemaHide: true,
    cacheControl: false,
    setHeaders: (response, path) => {
      response.setHeader('cache-control', path.includes('/assets/') ? YEAR : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    if (!isPage(request)) return sendProblem(problem('not-found', notFoundDetail(request)), request, reply)
    if (existsSync(index)) return sendIndex(reply)
    return sendProblem(problem('not-found', 'web/dist: npm run build'), request, reply)
  })
}

function sendIndex(reply: FastifyReply): FastifyReply {
  return reply.sendFile('index.html')
}

function isPage(request: FastifyRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  const path = request.url.split('?')[0] ?? ''
  if (/^\/(api|tiles|health)(\/|$)/.test(path) || /\.[a-z0-9]+$/i.test(path)) return false
  return (request.headers.accept ?? '').includes('text/html')
}

function notFoundDetail(request: FastifyRequest): string {
  return `${request.method} ${request.url.split('?')[0]}`
}
