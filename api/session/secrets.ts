import { createHash, createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'

/** What the database keeps of a session's token. The token has 256 random bits, so a fast hash is enough. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** What the database keeps of a network address; of IPv6 the /64, which one person holds whole. */
export function hashAddress(address: string, salt: Buffer): Buffer {
  return createHmac('sha256', salt)
    .update(isIPv6(address) ? networkOf(address) : address)
    .digest()
}

function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - left.length - right.length }, () => '0')
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}
