import { afterAll, describe, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { openNative } from '../database.ts'
import { buildApp } from './app.ts'
import type { Slice } from './slice.ts'
import { trustedProxy } from './trusted-proxy.ts'

const nowhere = openNative('postgres://nobody@127.0.0.1:1/none')
afterAll(() => nowhere.close())

const slice: Slice = app => {
  app.get('/api/me', request => ({ ip: request.ip, host: request.host, protocol: request.protocol }))
}

async function me(trust: string, peer: string, forwarded: string) {
  const config = readConfig({ LOG_LEVEL: 'silent', KOMSU_TRUST_PROXY: trust })
  const app = await buildApp({ db: nowhere, config }, { slices: [slice] })
  const answer = await app.inject({
    url: '/api/me',
    remoteAddress: peer,
    headers: {
      host: 'komsu.bel.tr',
      'x-forwarded-for': forwarded,
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'evil',
    },
  })
  await app.close()
  return answer.json()
}

describe('who is asking', () => {
  test('is who is connected, while no proxy is named', async () => {
    expect(await me('', '198.51.100.7', '203.0.113.1')).toEqual({
      ip: '198.51.100.7',
      host: 'komsu.bel.tr',
      protocol: 'http',
    })
  })

  test('is who the proxy names, not who the asker names', async () => {
    const trusts = ['uniquelocal', '172.18.0.1', '172.16.0.0/12', 'loopback, 172.18.0.1']
    for (const trust of trusts)
      expect(await me(trust, '172.18.0.1', '203.0.113.1, 198.51.100.7'), trust).toMatchObject({
        ip: '198.51.100.7',
        protocol: 'https',
      })
  })

  test('an asker in the private network of the office does not name another either', async () => {
    expect((await me('uniquelocal', '172.18.0.1', '203.0.113.1, 10.1.2.3')).ip).toBe('10.1.2.3')
    expect((await me('uniquelocal', '::ffff:172.18.0.1', '8.8.8.8, 192.168.1.20')).ip).toBe('192.168.1.20')
  })

  test('two proxies named by address are both believed', async () => {
    expect((await me('172.18.0.1,10.0.0.5', '172.18.0.1', '203.0.113.1, 10.1.2.3, 10.0.0.5')).ip).toBe('10.1.2.3')
  })

  test('a stranger who connects directly names nobody', async () => {
    expect((await me('loopback', '198.51.100.7', '127.0.0.1')).ip).toBe('198.51.100.7')
    expect((await me('uniquelocal', '198.51.100.7', '10.0.0.1')).ip).toBe('198.51.100.7')
  })
})

test.each(['proxy', '10.0.0.0/33', '10.0.0.0/0', '::1/129', '10.0.0.1/8/8', '10.0.0.0/', '1', 'uniquelocal,'])(
  'KOMSU_TRUST_PROXY=%s is refused by name',
  text => expect(() => trustedProxy(text)).toThrow(/KOMSU_TRUST_PROXY/),
)
