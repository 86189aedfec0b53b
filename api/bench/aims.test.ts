import { expect, test } from 'vitest'
import { type Found, judged, judgedOne } from './aims.ts'
import type { Case } from './measure-tiles.ts'

const of = (name: Case, clients: number, rate: number, p95 = 1) => ({
  case: name,
  clients,
  summary: { n: 10, p50: 1, p95, max: p95, rate },
})

const good: Found = {
  layer: 'neighbourhood',
  z: 10,
  largest: 150 * 1024,
  measured: [
    of('sql', 4, 1000),
    of('api cold', 4, 800),
    of('mapserver', 4, 200),
    of('api warm', 4, 5000),
    of('nginx', 4, 10_000),
  ],
}

function verdicts(found: readonly Found[]): Record<string, unknown> {
  return Object.fromEntries(judged(found).map(line => [String(line.aim), line.met]))
}

test('an aim is met exactly at its target, and missed just beside it', () => {
  expect(verdicts([good])).toMatchObject({
    'cold API / raw SQL, requests per second': true,
    'cold choropleth z10, API / MapServer': true,
    'warm API / nginx, same bytes': true,
    'p95 of the cold API': true,
    'largest tile, compressed': true,
  })
  const worse: Found = { ...good, largest: 150 * 1024 + 1, measured: [of('sql', 4, 1000), of('api cold', 4, 789, 60)] }
  expect(verdicts([good, worse])).toMatchObject({
    'cold API / raw SQL, requests per second': false,
    'p95 of the cold API': false,
    'largest tile, compressed': false,
  })
})

test('an aim nobody measured is not met, and the worst figure is named with its place', () => {
  const lines = judged([
    good,
    { ...good, layer: 'street', z: 14, measured: [of('sql', 1, 1000), of('api cold', 1, 500)] },
  ])
  expect(lines.find(line => line.aim === 'cold streets z10, API / MapServer')).toMatchObject({
    met: false,
    figures: 0,
    value: null,
  })
  expect(lines.find(line => line.aim === 'cold API / raw SQL, requests per second')).toMatchObject({
    value: 0.5,
    missed: 1,
    worst: { layer: 'street', z: 14, clients: 1 },
  })
  expect(judgedOne({ aim: 'a', value: 10, unit: 'ms', target: 10 }).met).toBe(false)
  expect(judgedOne({ aim: 'a', value: 9.99, unit: 'ms', target: 10 }).met).toBe(true)
})
