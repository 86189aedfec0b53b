/** The crowd: its own process, sending applications at their times over kept-alive connections. Jobs come and go by IPC. */
import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Sending, Sent, SurgeJob, SurgeOutcome } from './surge.ts'

process.on('message', (job: SurgeJob) => {
  surge(job).then(
    outcome => process.send?.({ outcome }),
    (error: Error) => process.send?.({ error: error.message }),
  )
})
process.on('disconnect', () => process.exit(0))

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

async function surge(job: SurgeJob): Promise<SurgeOutcome> {
  const start = performance.now()
  const sent = job.pace === 'as timed' ? await asTimed(job, start) : await oneAfterAnother(job, job.pace.connections)
  return { sent: sent.list, seconds: (performance.now() - start) / 1000, latest: sent.latest }
}

type Done = { list: Sent[]; latest: number }

async function asTimed({ sendings, ports }: SurgeJob, start: number): Promise<Done> {
  const going: Promise<Sent>[] = []
  let latest = 0
  for (const [i, sending] of sendings.entries()) {
    const early = start + sending.at - performance.now()
    if (early > 1) await sleep(early)
    latest = Math.max(latest, performance.now() - start - sending.at)
    going.push(send(sending, { port: portOf(ports, i), due: start + sending.at }))
  }
  return { list: await Promise.all(going), latest }
}

async function oneAfterAnother({ sendings, ports }: SurgeJob, connections: number): Promise<Done> {
  const list: Sent[] = []
  let next = 0
  const work = async () => {
    for (let i = next++; i < sendings.length; i = next++) {
      const sending = sendings[i]
      if (sending) list.push(await send(sending, { port: portOf(ports, i), due: performance.now() }))
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  return { list, latest: 0 }
}

function portOf(ports: readonly number[], i: number): number {
  return ports[i % ports.length] ?? 0
}

const MOST_RETRIES = 5

/** Sends until there is an answer, as the office's screens do: the same key, so that nothing happens twice. */
async function send(sending: Sending, at: { port: number; due: number }): Promise<Sent> {
  const twin = sending.again === 'at once' ? post(sending, at.port) : undefined
  let answer = await post(sending, at.port)
  let retries = 0
  while (isTransient(answer) && retries < MOST_RETRIES) {
    retries++
    await sleep(50 * 2 ** retries)
    answer = await post(sending, at.port)
  }
  const milliseconds = performance.now() - at.due
  const second = twin ? await twin : sending.again === 'afterwards' ? await post(sending, at.port) : null
  const { status, text } = answer
  const shown = second && { status: second.status, answer: idOf(second.text) }
  return {
    key: sending.key,
    path: sending.path,
    status,
    milliseconds,
    answer: idOf(text),
    second: shown,
    retries,
    problem: status === 200 || status === 201 ? null : text.slice(0, 300),
  }
}

function isTransient({ status, text }: Answer): boolean {
  return status === 0 || status >= 500 || (status === 409 && text.includes('"conflict"'))
}

type Answer = Readonly<{ status: number; text: string }>

function post({ path, headers, body }: Sending, port: number): Promise<Answer> {
  return new Promise(done => {
    const length = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }
    const asked = request(
      { host: '127.0.0.1', port, path, method: 'POST', agent, headers: { ...headers, ...length } },
      answer => {
        const chunks: Buffer[] = []
        answer.on('data', chunk => chunks.push(chunk))
        answer.once('error', error => done({ status: 0, text: error.message }))
        answer.once('end', () => done({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }))
      },
    )
    asked.once('error', error => done({ status: 0, text: error.message }))
    asked.end(body)
  })
}

function idOf(text: string): string | null {
  try {
    const { id, trackingNo } = JSON.parse(text) as { id?: number; trackingNo?: string }
    return trackingNo ?? (id === undefined ? null : String(id))
  } catch {
    return null
  }
}
