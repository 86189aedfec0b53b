import { request } from 'node:http'

/** Headers of a browser; the API compresses, MapServer and nginx do not look. */
export const BROWSER = { 'accept-encoding': 'gzip, deflate, br, zstd', accept: '*/*', 'user-agent': 'komsu-bench' }

export type Answer = Readonly<{ status: number; encoding: string; body: Buffer }>

/** One GET on a loopback port, not timed; the body stays as encoded as it came. */
export function get(port: number, path: string, headers: Record<string, string> = BROWSER): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, path, headers }, answer => {
      const chunks: Buffer[] = []
      answer.on('data', chunk => chunks.push(chunk))
      answer.once('error', fail)
      answer.once('end', () => {
        const encoding = answer.headers['content-encoding'] ?? 'identity'
        done({ status: answer.statusCode ?? 0, encoding, body: Buffer.concat(chunks) })
      })
    })
    asked.once('error', fail)
    asked.end()
  })
}

/** A JSON document. @throws when the answer is not 200 */
export async function getJson<T>(port: number, path: string): Promise<T> {
  const { status, body } = await get(port, path, { accept: 'application/json' })
  if (status !== 200) throw new Error(`${path} answered ${status}: ${body.subarray(0, 500)}`)
  return JSON.parse(body.toString())
}
