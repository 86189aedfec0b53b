import { expect, test } from 'vitest'
import { codingFor, encoded } from './content-coding.ts'
import { geometryVersionOf } from './geometry-version.ts'
import { SingleFlight } from './single-flight.ts'
import { addressesIn, parseAddress } from './tile-address.ts'

test.each([
  ['0', '0', '0', { z: 0, x: 0, y: 0 }],
  ['10', '589', '394', { z: 10, x: 589, y: 394 }],
  ['22', '4194303', '4194303', { z: 22, x: 4194303, y: 4194303 }],
  ['10', '1024', '0', undefined],
  ['10', '0', '1024', undefined],
  ['23', '0', '0', undefined],
  ['-1', '0', '0', undefined],
  ['1', '-1', '0', undefined],
  ['1.0', '0', '0', undefined],
  ['1e1', '0', '0', undefined],
  ['01', '0', '0', undefined],
  [' 1', '0', '0', undefined],
  ['', '0', '0', undefined],
  ['1', '٠', '0', undefined],
  ['99999999999999999999', '0', '0', undefined],
])('address %s/%s/%s', (z, x, y, expected) => {
  expect(parseAddress(z, x, y)).toEqual(expected)
})

test('the tiles of a box are those that touch it', () => {
  expect(addressesIn([-180, -85.0511, 180, 85.0511], 1)).toEqual([
    { z: 1, x: 0, y: 0 },
    { z: 1, x: 1, y: 0 },
    { z: 1, x: 0, y: 1 },
    { z: 1, x: 1, y: 1 },
  ])
  expect(addressesIn([27.14, 38.42, 27.1401, 38.4201], 12)).toEqual([{ z: 12, x: 2356, y: 1573 }])
  expect(addressesIn([26.2, 37.8, 28.5, 39.4], 10)).toHaveLength(8 * 7)
})

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate', 'gzip'],
  ['gzip, deflate, br, zstd', 'gzip'],
  ['br', 'br'],
  ['gzip;q=0.5, br;q=1.0', 'br'],
  ['gzip;q=0, br;q=0', 'identity'],
  ['*', 'gzip'],
  ['*;q=0', 'identity'],
  ['deflate', 'identity'],
  ['GZIP', 'gzip'],
] as const)('Accept-Encoding %s is answered in %s', (accepted, coding) => {
  expect(codingFor(accepted)).toBe(coding)
})

test('small tiles are not compressed', async () => {
  expect((await encoded(Buffer.alloc(50), 'gzip')).coding).toBe('identity')
  expect((await encoded(Buffer.alloc(5000), 'gzip')).coding).toBe('gzip')
})

const never = new AbortController().signal

test('who asks for the same at once shares the work', async () => {
  const flights = new SingleFlight<number>()
  let runs = 0
  const work = async () => {
    await Promise.resolve()
    return ++runs
  }
  expect(await Promise.all([1, 2, 3].map(() => flights.run('a', never, work)))).toEqual([1, 1, 1])
  expect(await flights.run('a', never, work)).toBe(2)
  expect(flights.size).toBe(0)
})

test('work goes on while one still waits, and is stopped when the last has gone', async () => {
  const flights = new SingleFlight<string>()
  const askers = [new AbortController(), new AbortController()]
  let stopped = false
  let finish = (_: string) => {}
  const work = (signal: AbortSignal) => {
    signal.addEventListener('abort', () => {
      stopped = true
    })
    return new Promise<string>(done => {
      finish = done
    })
  }
  const answers = askers.map(asker => flights.run('a', asker.signal, work))
  const refused = answers.map(answer => expect(answer).rejects.toThrow())
  askers[0]?.abort()
  await refused[0]
  expect(stopped).toBe(false)
  askers[1]?.abort()
  await refused[1]
  expect(stopped).toBe(true)
  const again = flights.run('a', never, work)
  finish('anew')
  expect(await again).toBe('anew')
})

test('a failure reaches everybody and is not kept', async () => {
  const flights = new SingleFlight<number>()
  const fail = () => Promise.reject(new Error('no'))
  await expect(flights.run('a', never, fail)).rejects.toThrow('no')
  expect(await flights.run('a', never, async () => 1)).toBe(1)
})

test('the version is read at most once a second', async () => {
  let [version, reads, now] = [7, 0, 0]
  const db = {
    kysely: {
      transaction: () => ({
        execute: async () => {
          reads++
          return version
        },
      }),
    },
  }
  const versionOf = geometryVersionOf(db as never, () => now)
  expect(await Promise.all([versionOf(), versionOf()])).toEqual([7, 7])
  version = 8
  now = 999
  expect(versionOf()).toBe(7)
  now = 1000
  expect(await versionOf()).toBe(8)
  expect(reads).toBe(2)
})
