import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { officeClient } from './client.ts'

type Sent = { address: string; method: string; key: string | null; role: string | null; body: unknown }
type Reply = number | 'offline' | { status: number; body: unknown }

let sent: Sent[]

/** Answers requests one after the other; the last answer stays. */
function serverSays(...replies: Reply[]): void {
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    const headers = new Headers(init.headers)
    sent.push({
      address,
      method: init.method ?? 'GET',
      key: headers.get('idempotency-key'),
      role: headers.get('acting-role'),
      body: init.body && JSON.parse(String(init.body)),
    })
    const reply = (replies.length > 1 ? replies.shift() : replies[0]) ?? 200
    if (reply === 'offline') throw new TypeError('Failed to fetch')
    const { status, body } = typeof reply === 'number' ? { status: reply, body: { type: TYPES[reply] } } : reply
    return new Response(JSON.stringify(body), { status })
  })
}

const TYPES: Record<number, string> = { 401: 'not-signed-in', 409: 'conflict', 500: 'internal', 503: 'unavailable' }

function client(answers: { signIn?: boolean; connection?: boolean[] } = {}) {
  const connection = [...(answers.connection ?? [])]
  const asked = { signIn: 0, connection: 0 }
  const made = officeClient({
    language: () => 'tr',
    actingRole: () => 'intake',
    signInAgain: async () => {
      asked.signIn++
      return answers.signIn ?? true
    },
    awaitConnection: async () => {
      asked.connection++
      return connection.shift() ?? false
    },
  })
  return { ...made, asked }
}

beforeEach(() => {
  sent = []
  vi.useFakeTimers({ shouldAdvanceTime: true, advanceTimeDelta: 500 })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

test('a writing carries its key, role and body', async () => {
  serverSays({ status: 200, body: { id: 7 } })
  await expect(client().write('/api/drafts', { a: 1 })).resolves.toEqual({ id: 7 })
  expect(sent).toEqual([
    {
      address: '/api/drafts',
      method: 'POST',
      key: expect.stringMatching(/^[0-9a-f-]{36}$/),
      role: 'intake',
      body: { a: 1 },
    },
  ])
})

test('an ended session asks for the password and repeats the same action', async () => {
  serverSays(401, { status: 200, body: 'done' })
  const { write, asked } = client()
  await expect(write('/api/x', { a: 1 })).resolves.toBe('done')
  expect(asked.signIn).toBe(1)
  expect(sent).toHaveLength(2)
  expect(sent[0]).toEqual(sent[1])
})

test('who puts signing in off gets the problem, and the next try is still the same action', async () => {
  serverSays(401)
  const { write } = client({ signIn: false })
  await expect(write('/api/x', {})).rejects.toMatchObject({ type: 'not-signed-in' })
  await expect(write('/api/x', {})).rejects.toMatchObject({ type: 'not-signed-in' })
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
})

test('a double click is one writing', async () => {
  serverSays({ status: 200, body: 1 })
  const { write } = client()
  await Promise.all([write('/api/x', { a: 1 }), write('/api/x', { a: 1 })])
  expect(sent).toHaveLength(1)
})

test('the same once more after an answer is another action', async () => {
  serverSays({ status: 200, body: 1 })
  const { write } = client()
  await write('/api/x', { a: 1 })
  await write('/api/x', { a: 1 })
  expect(new Set(sent.map(({ key }) => key)).size).toBe(2)
})

test('a broken line is tried again, then waited for, always with the same key', async () => {
  serverSays('offline', 503, 'offline', { status: 200, body: 'done' })
  const { write, asked } = client({ connection: [true] })
  await expect(write('/api/x', { a: 1 })).resolves.toBe('done')
  expect(asked.connection).toBe(1)
  expect(sent).toHaveLength(4)
  expect(new Set(sent.map(({ key }) => key)).size).toBe(1)
})

test('given up, and done by hand later: the same key', async () => {
  serverSays('offline')
  const { write } = client({ connection: [false] })
  await expect(write('/api/x', { a: 1 })).rejects.toMatchObject({ type: 'offline' })
  serverSays({ status: 200, body: 'done' })
  await write('/api/x', { a: 1 })
  await write('/api/x', { a: 2 })
  const keys = sent.map(({ key }) => key)
  expect(new Set(keys.slice(0, -1)).size).toBe(1)
  expect(keys.at(-1)).not.toBe(keys[0])
})

test('saving in the background fails at once', async () => {
  serverSays('offline')
  const { write, asked } = client()
  await expect(write('/api/x', {}, { isPatient: false, method: 'PUT' })).rejects.toMatchObject({ type: 'offline' })
  expect(sent.map(({ method }) => method)).toEqual(['PUT'])
  expect(asked.connection).toBe(0)
})

test('an answer that would not change is not asked for again, and its details are told', async () => {
  serverSays({ status: 409, body: { type: 'conflict', title: 'Kayıt bu arada değişti', details: { current: 4 } } })
  await expect(client().write('/api/x', {})).rejects.toMatchObject({
    type: 'conflict',
    status: 409,
    message: 'Kayıt bu arada değişti',
    details: { current: 4 },
  })
  expect(sent).toHaveLength(1)
})

test('a reading is tried again, not for ever', async () => {
  serverSays('offline')
  await expect(client().read('/api/x')).rejects.toMatchObject({ type: 'offline' })
  expect(sent).toHaveLength(3)
  expect(sent[0]?.key).toBeNull()
})

test("a proxy's page in place of an answer is a problem too", async () => {
  vi.stubGlobal('fetch', async () => new Response('<h1>Bad gateway</h1>', { status: 502 }))
  await expect(client().read('/api/x')).rejects.toMatchObject({ type: 'internal', status: 502 })
})
