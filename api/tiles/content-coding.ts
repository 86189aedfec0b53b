import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib'

/** How the bytes of a tile travel. */
export type Coding = 'gzip' | 'br' | 'identity'

const gzipAsync = promisify(gzip)
const brotliAsync = promisify(brotliCompress)
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** Below this many bytes compression gains less than its header and its time cost. */
const WORTH_IT = 400

/**
 * The coding to answer with (RFC 9110 §12.5.3): the acceptable one with the highest q. On a tie gzip: at the levels used
 * on a miss it is as small as brotli and a third faster (README, Decisions).
 */
export function codingFor(accepted: string | undefined): Coding {
  if (accepted === undefined || accepted === '') return 'identity'
  const weights = weightsOf(accepted)
  const weight = (coding: string) => weights.get(coding) ?? weights.get('*') ?? 0
  const [gzipWeight, brotliWeight] = [weight('gzip'), weight('br')]
  if (gzipWeight <= 0 && brotliWeight <= 0) return 'identity'
  return brotliWeight > gzipWeight ? 'br' : 'gzip'
}

function weightsOf(accepted: string): Map<string, number> {
  const weights = new Map<string, number>()
  for (const part of accepted.split(',')) {
    const [coding = '', ...parameters] = part.split(';')
    const q = parameters.map(one => /^\s*q\s*=\s*([\d.]+)\s*$/i.exec(one)?.[1]).find(one => one !== undefined)
    weights.set(coding.trim().toLowerCase(), q === undefined ? 1 : Number(q))
  }
  return weights
}

/** Up to this many bytes compressing takes less time than handing the work to another thread and back (100 µs). */
const WORTH_A_THREAD = 16_384

/** The bytes in a coding; large ones are compressed outside the event loop, small ones stay as they are. */
export async function encoded(bytes: Buffer, coding: Coding): Promise<{ bytes: Buffer; coding: Coding }> {
  if (coding === 'identity' || bytes.length < WORTH_IT) return { bytes, coding: 'identity' }
  if (coding === 'br') return { bytes: await brotliAsync(bytes, BROTLI), coding }
  const isSmall = bytes.length <= WORTH_A_THREAD
  return {
    bytes: isSmall ? gzipSync(bytes, { level: 1, chunkSize: 4096 }) : await gzipAsync(bytes, { level: 1 }),
    coding,
  }
}
