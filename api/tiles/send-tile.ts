import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Coding } from './content-coding.ts'
import type { StoredTile } from './tile-store.ts'

const MVT = 'application/vnd.mapbox-vector-tile'
const FOR_EVER = 'public, max-age=31536000, immutable'
const FOR_A_MINUTE = 'public, max-age=60, must-revalidate'

/** Sends a public tile: 304 when the client has it, 204 when there is nothing in it. */
export function sendTile(
  request: FastifyRequest,
  reply: FastifyReply,
  { tile, version }: { tile: StoredTile; version: number },
): FastifyReply {
  const asked = (request.query as { v?: string }).v
  reply.header('cache-control', asked === String(version) ? FOR_EVER : FOR_A_MINUTE)
  reply.header('vary', 'accept-encoding')
  reply.header('etag', tile.etag)
  if (isKnown(request.headers['if-none-match'], tile.etag)) return reply.code(304).send()
  return sendBytes(reply, tile)
}

/** Sends an officer's own tile, which nobody may keep. */
export function sendPrivateTile(reply: FastifyReply, tile: { bytes: Buffer; coding: Coding }): FastifyReply {
  reply.header('cache-control', 'private, no-store')
  return sendBytes(reply, tile)
}

function sendBytes(reply: FastifyReply, { bytes, coding }: { bytes: Buffer; coding: Coding }): FastifyReply {
  if (bytes.length === 0) return reply.code(204).send()
  reply.header('content-type', MVT)
  if (coding !== 'identity') reply.header('content-encoding', coding)
  return reply.send(bytes)
}

/** If-None-Match (RFC 9110 §13.1.2): compared weakly, `*` matches anything. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false
  return ifNoneMatch.split(',').some(one => one.trim() === '*' || one.trim().replace(/^W\//, '') === etag)
}
