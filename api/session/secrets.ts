import { createHash, createHmac } from 'node:crypto'
import { networkOf } from '../platform/http/network-of.ts'

/** What the database keeps of a session's token. The token has 256 random bits, so a fast hash is enough. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** What the database keeps of a network address; of IPv6 the /64, which one person holds whole. */
export function hashAddress(address: string, salt: Buffer): Buffer {
  return createHmac('sha256', salt).update(networkOf(address)).digest()
}
