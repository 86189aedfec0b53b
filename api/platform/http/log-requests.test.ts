import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { errorWithoutValues, loggerOptions, logRequests } from './log-requests.ts'
import type { App } from './slice.ts'

async function logOf(ask: (app: App) => Promise<unknown>): Promise<Record<string, unknown>[]> {
  const lines: string[] = []
  const stream = { write: (line: string) => void lines.push(line) }
  const app = Fastify({ logger: { ...loggerOptions('debug'), stream } }) as unknown as App
  logRequests(app)
  app.get('/api/people/:id', (request, reply) => {
    const failure = Object.assign(new Error('duplicate key "national_id"=(80000000001) for \'Ayşe\''), {
      code: '23505',
      constraint: 'person_national_id_key',
      detail: 'Key (national_id)=(80000000001) already exists.',
    })
    request.log.error({ err: failure }, 'bug')
    return reply.send('ok')
  })
  await ask(app)
  await app.close()
  return lines.map(line => JSON.parse(line)).filter(line => line.msg === 'request' || line.msg === 'bug')
}

test('a log line tells the route and the time, nothing of the person who asked or is asked about', async () => {
  const log = await logOf(app =>
    app.inject({
      url: '/api/people/80000000001?q=Ay%C5%9Fe',
      headers: { cookie: 'komsu_session=secret', authorization: 'Bearer secret' },
      remoteAddress: '203.0.113.7',
    }),
  )
  expect(log.find(line => line.msg === 'request')).toMatchObject({
    method: 'GET',
    route: '/api/people/:id',
    status: 200,
  })
  expect(log.find(line => line.msg === 'bug')?.err).toMatchObject({
    constraint: 'person_national_id_key',
    code: '23505',
  })
  expect(JSON.stringify(log.filter(line => line.msg === 'request'))).not.toMatch(/80000000001|Ay|secret|203\.0/)
  expect(JSON.stringify(log)).not.toMatch(/Ayşe|secret|203\.0|already exists/)
})

test('an ordinary error keeps its words and its cause', () => {
  const kept = errorWithoutValues(new Error('cannot "read" x', { cause: new TypeError('because') }))
  expect(kept).toMatchObject({
    type: 'Error',
    message: 'cannot "read" x',
    cause: { type: 'TypeError', message: 'because' },
  })
  expect(kept.stack).toContain('log-requests.test.ts')
})
