import { expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { openNative } from '../database.ts'
import { buildApp } from './app.ts'
import { networkOf } from './network-of.ts'

test.each([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:DB8:0001:2::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network))

test('another address of the same /64 is not another asker', async () => {
  const db = openNative('postgres://nobody@127.0.0.1:1/none')
  const config = readConfig({ LOG_LEVEL: 'silent', KOMSU_REQUESTS_PER_MINUTE: '2' })
  const app = await buildApp({ db, config }, { slices: [child => void child.get('/api/me', () => ({}))] })
  const from = async (remoteAddress: string) => (await app.inject({ url: '/api/me', remoteAddress })).statusCode
  expect([await from('2001:db8::1'), await from('2001:db8::2'), await from('2001:db8::3')]).toEqual([200, 200, 429])
  expect(await from('2001:db8:0:1::1')).toBe(200)
  await app.close()
  await db.close()
})
