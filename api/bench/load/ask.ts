/** The load client: its own process, raw kept-alive sockets, one request at a time on each. Jobs come and go by IPC. */
import { connect, type Socket } from 'node:net'
import { AnswerReader } from './answer-reader.ts'
import type { Job, Outcome } from './load.ts'

process.on('message', (job: Job) => {
  ask(job).then(
    outcome => process.send?.({ outcome }),
    (error: Error) => process.send?.({ error: error.message }),
  )
})
process.on('disconnect', () => process.exit(0))

type State = { next: number; latencies: number[]; statuses: Record<string, number>; bytes: number }

async function ask(job: Job): Promise<Outcome> {
  const requests = job.paths.map((path, i) => Buffer.from(requestText(job, path, job.cookies?.[i]), 'latin1'))
  const state: State = { next: 0, latencies: [], statuses: {}, bytes: 0 }
  const sockets = await Promise.all(Array.from({ length: job.connections }, () => opened(job.port)))
  await Promise.all(sockets.map(socket => greet(socket, requestText(job, job.opening, job.cookies?.[0]))))
  const start = performance.now()
  const deadline = job.until === 'each once' ? Number.POSITIVE_INFINITY : start + job.until.seconds * 1000
  const last = job.until === 'each once' ? requests.length : Number.POSITIVE_INFINITY
  const next = () =>
    state.next < last && performance.now() < deadline ? requests[state.next++ % requests.length] : undefined
  await Promise.all(sockets.map(socket => converse(socket, state, next)))
  const seconds = (performance.now() - start) / 1000
  for (const socket of sockets) socket.destroy()
  return { seconds, latencies: state.latencies, statuses: state.statuses, bytes: state.bytes }
}

function requestText({ headers, port }: Job, path: string, cookie?: string): string {
  const all = { host: `127.0.0.1:${port}`, ...headers, ...(cookie === undefined ? {} : { cookie }) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`
}

function opened(port: number): Promise<Socket> {
  return new Promise((done, fail) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => done(socket))
    socket.once('error', fail)
  })
}

const OPENING_TURNS = 10

function greet(socket: Socket, request: string): Promise<void> {
  const text = Buffer.from(request, 'latin1')
  let left = OPENING_TURNS
  return converse(socket, { next: 0, latencies: [], statuses: {}, bytes: 0 }, () => (left-- > 0 ? text : undefined))
}

function converse(socket: Socket, state: State, next: () => Buffer | undefined): Promise<void> {
  return new Promise((done, fail) => {
    const reader = new AnswerReader()
    let asked = 0
    const askNext = () => {
      const request = next()
      if (!request) {
        socket.removeAllListeners().on('error', () => {}) // what happens to it now is nobody's answer
        return done()
      }
      asked = performance.now()
      socket.write(request)
    }
    socket.on('data', chunk => {
      try {
        const answer = reader.take(chunk)
        if (!answer) return
        state.latencies.push(performance.now() - asked)
        state.statuses[answer.status] = (state.statuses[answer.status] ?? 0) + 1
        state.bytes += answer.bytes
        askNext()
      } catch (error) {
        fail(error)
      }
    })
    socket.once('error', fail)
    socket.once('close', () => fail(new Error('the server closed the connection')))
    askNext()
  })
}
