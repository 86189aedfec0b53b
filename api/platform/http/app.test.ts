import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readConfig } from '../config.ts'
import { openNative } from '../database.ts'
import { problem } from '../problem.ts'
import { onEachDatabase } from '../testing/databases.ts'
import { buildApp } from './app.ts'
import type { App, Slice } from './slice.ts'

const nowhere = openNative('postgres://nobody@127.0.0.1:1/none')
const webFolder = mkdtempSync(join(tmpdir(), 'komsu-web-'))
const BIG = 'x'.repeat(5000)

const slice: Slice = app => {
  app.get(
    '/api/things',
    { schema: { querystring: z.object({ level: z.enum(['a', 'b']), n: z.coerce.number().max(9) }) } },
    () => ({ items: [BIG] }),
  )
  app.post('/api/things', { schema: { body: z.object({ name: z.string() }) } }, request => request.body)
  app.get('/api/bug', () => {
    throw new Error('the secret is 42')
  })
  app.get('/api/wait', () => {
    throw problem('too-many-requests', '', { retryAfterSeconds: 30 })
  })
  app.get('/api/database', () => nowhere.pool.query('select 1'))
  app.get(
    '/api/lie',
    { schema: { response: { 200: z.object({ n: z.number() }) } } },
    () => ({ n: 'no number' }) as never,
  )
}

let app: App
beforeAll(async () => {
  mkdirSync(join(webFolder, 'assets'))
  writeFileSync(join(webFolder, 'index.html'), '<!doctype html><title>Komşu</title>')
  writeFileSync(join(webFolder, 'assets/app-1a2b.js'), BIG)
  writeFileSync(join(webFolder, 'assets/app-1a2b.js.br'), brotliCompressSync(BIG))
  app = await appWith({})
})
afterAll(async () => {
  await app.close()
  await nowhere.close()
  rmSync(webFolder, { recursive: true })
})

describe('problems', () => {
  test('wrong input names every field, in Turkish first', async () => {
    const answer = await app.inject('/api/things?level=c&n=12')
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
    expect(answer.headers['content-language']).toBe('tr')
    const body = answer.json()
    expect(body).toMatchObject({ type: 'invalid-input', title: 'Gönderilen bilgi hatalı', status: 400 })
    expect(body.details.where).toBe('querystring')
    expect(body.details.fields).toEqual([
      { field: 'level', why: 'Geçersiz seçenek: aşağıdakilerden biri olmalı: "a"|"b"' },
      { field: 'n', why: 'Çok büyük: beklenen number <=9' },
    ])
  })

  test.each([
    ['en', 'The input is not valid', 'en'],
    ['en-GB,en;q=0.9,tr;q=0.5', 'The input is not valid', 'en'],
    ['tr-TR,tr;q=0.9,en;q=0.8', 'Gönderilen bilgi hatalı', 'tr'],
    ['de', 'Gönderilen bilgi hatalı', 'tr'],
  ])('Accept-Language %s', async (language, title, tag) => {
    const answer = await app.inject({ url: '/api/things', headers: { 'accept-language': language } })
    expect([answer.json().title, answer.headers['content-language']]).toEqual([title, tag])
  })

  test('a bug is answered blank, with the id it is logged under', async () => {
    const answer = await app.inject('/api/bug')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('secret') // the id may well hold 42
    expect(answer.json().details.request).toBe(answer.headers['x-request-id'])
    expect((await app.inject('/api/lie')).json()).toMatchObject({ type: 'internal', status: 500 })
  })

  test.each([
    ['POST', '/api/things', '{"name": ', 'application/json', 400, 'invalid-input'],
    ['POST', '/api/things', 'name=x', 'application/x-www-form-urlencoded', 415, 'unsupported-type'],
    ['POST', '/api/things', `"${'x'.repeat(1_100_000)}"`, 'application/json', 413, 'too-large'],
    ['GET', '/api/nothing', '', 'text/plain', 404, 'not-found'],
    ['DELETE', '/api/things', '', 'text/plain', 404, 'not-found'],
    ['GET', '/tiles/nothing', '', 'text/plain', 404, 'not-found'],
    ['GET', '/%E0%A4%A', '', 'text/plain', 400, 'invalid-input'],
    ['GET', '/api/database', '', 'text/plain', 503, 'unavailable'],
  ] as const)('%s %s with a fault', async (method, url, payload, contentType, status, type) => {
    const headers = { 'content-type': contentType, accept: 'text/html' }
    const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json().type).toBe(type)
    expect([answer.statusCode, answer.json().status]).toEqual([status, status])
  })

  test('who must wait is told how long', async () => {
    expect((await app.inject('/api/wait')).headers['retry-after']).toBe('30')
  })

  test('too many requests from one address', async () => {
    const strict = await appWith({ KOMSU_REQUESTS_PER_MINUTE: '3' })
    const ask = () => strict.inject({ url: '/api/wait', remoteAddress: '203.0.113.1' })
    for (let i = 0; i < 3; i++) expect((await ask()).headers['retry-after']).toBe('30')
    const fourth = await ask()
    expect([fourth.statusCode, fourth.json().type]).toEqual([429, 'too-many-requests'])
    expect((await strict.inject({ url: '/api/wait', remoteAddress: '203.0.113.2' })).headers['retry-after']).toBe('30')
    await strict.close()
  })
})

describe('security headers', () => {
  test('allow nothing inline, no eval and no other host, on pages and problems alike', async () => {
    for (const url of ['/', '/api/things', '/api/nothing', '/assets/app-1a2b.js']) {
      const { headers } = await app.inject({ url, headers: { accept: 'text/html' } })
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self';")
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('same-origin')
      expect(headers['strict-transport-security']).toBeUndefined()
    }
  })

  test('over https browsers are told to stay there', async () => {
    const secure = await appWith({ KOMSU_SECURE_COOKIES: 'true' })
    expect((await secure.inject('/')).headers['strict-transport-security']).toContain('max-age=31536000')
    await secure.close()
  })
})

describe('the screens', () => {
  const page = (url: string, accept = 'text/html,*/*;q=0.8') => app.inject({ url, headers: { accept } })

  test('any page address opens them; what is no page is a problem', async () => {
    for (const url of ['/', '/map/district/5?indicator=unmet', '/giris']) {
      const answer = await page(url)
      expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache'])
      expect(answer.body).toContain('<title>Komşu</title>')
    }
    for (const url of ['/api/x', '/assets/gone-9.js', '/favicon.png']) expect((await page(url)).statusCode).toBe(404)
    expect((await page('/map', 'application/json')).statusCode).toBe(404)
    expect((await page('/../../package.json')).statusCode).not.toBe(200)
    expect((await page('/..%2f..%2fpackage.json')).body).not.toContain('devDependencies')
  })

  test('hashed files stay in the browser for ever and travel as they were compressed at build time', async () => {
    const answer = await app.inject({ url: '/assets/app-1a2b.js', headers: { 'accept-encoding': 'br' } })
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(answer.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(answer.rawPayload).toString()).toBe(BIG)
    expect((await app.inject('/assets/app-1a2b.js')).body).toBe(BIG)
  })

  test('answers are compressed', async () => {
    const headers = { 'accept-encoding': 'br' }
    const answer = await app.inject({ url: '/api/things?level=a&n=1', headers })
    expect(answer.headers['content-encoding']).toBe('br')
    expect(JSON.parse(brotliDecompressSync(answer.rawPayload).toString())).toEqual({ items: [BIG] })
  })
})

describe('health', () => {
  test('503 when the database is away', async () => {
    const answer = await app.inject('/health')
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ type: 'unavailable', details: { database: 'away' } })
  })

  test('503 when the database takes the connection and never answers', async () => {
    const mute = createServer(() => {}).listen(0, '127.0.0.1')
    await new Promise(done => mute.once('listening', done))
    const address = mute.address()
    const db = openNative(`postgres://x@127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/x`)
    const hanging = await buildApp({ db, config: readConfig({ LOG_LEVEL: 'silent' }) })
    expect((await hanging.inject('/health')).statusCode).toBe(503)
    await hanging.close()
    mute.close()
  })
})

onEachDatabase('health', (db, kind) => {
  test('200 while the database answers', async () => {
    const healthy = await buildApp({ db: db(), config: readConfig({ LOG_LEVEL: 'silent' }) })
    const answer = await healthy.inject('/health')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ status: 'ok', database: 'ok', kind })
    await healthy.close()
  })
})

function appWith(env: Record<string, string>): Promise<App> {
  const config = readConfig({ LOG_LEVEL: 'silent', KOMSU_REQUESTS_PER_MINUTE: '0', ...env })
  return buildApp({ db: nowhere, config }, { slices: [slice], webFolder })
}
