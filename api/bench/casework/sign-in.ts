import { request } from 'node:http'

/** Somebody of the office, signed in. */
export type Seat = Readonly<{ username: string; id: number; cookie: string }>

/** Signs a demo account in on a server. @throws when it may not */
export function signIn(port: number, username: string): Promise<Seat> {
  const body = JSON.stringify({ username, password: 'komsu' })
  return new Promise((done, fail) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port,
        path: '/api/session',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
      },
      answer => {
        const chunks: Buffer[] = []
        answer.on('data', chunk => chunks.push(chunk))
        answer.once('error', fail)
        answer.once('end', () => {
          const text = Buffer.concat(chunks).toString()
          const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0]
          if (answer.statusCode !== 200 || !cookie) return fail(new Error(`${username} could not sign in: ${text}`))
          done({ username, id: JSON.parse(text).officer.id, cookie })
        })
      },
    )
    asked.once('error', fail)
    asked.end(body)
  })
}
