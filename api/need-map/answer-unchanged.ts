import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../platform/database.ts'
import { asService } from '../platform/officer.ts'
import { RULES_VERSION } from './indicators.rules.ts'
import { getVersions } from './need-map.queries.ts'

// Shapes, words and rules of answers change with the program, not only with the data.
const PACKAGE: { version: string } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
)
const BUILD = `${PACKAGE.version}-r${RULES_VERSION}`

/**
 * Runs before the handler: names the state of the data in the ETag and answers 304 when the asker has it already.
 * A browser may keep an answer half a minute without asking; after a publish no screen is older than that.
 */
export function answerUnchanged(db: Database) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const { geometry, published } = await asService(db, 'map', getVersions)
    const etag = `W/"${BUILD}-g${geometry}-p${published}"`
    reply.header('etag', etag).header('cache-control', 'public, max-age=30, must-revalidate')
    if (hasTag(request.headers['if-none-match'], etag)) return reply.code(304).send()
    return undefined
  }
}

/** RFC 9110 §13.1.2: a list of tags or *, compared weakly. */
function hasTag(asked: string | undefined, etag: string): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  return (asked?.split(',') ?? []).some(tag => tag.trim() === '*' || opaque(tag) === opaque(etag))
}
