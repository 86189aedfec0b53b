import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { estimate, expectMatches, patternBits, probabilityOf, type Rows } from './em.rules.ts'

const VECTORS = resolve(import.meta.dirname, '../../../shared/vectors')
const hasVectors = existsSync(VECTORS)
if (!hasVectors) console.warn(`em.test: ${VECTORS} is absent, the reference vectors of Splink are not checked`)

type Pattern = { gamma: number[]; count: number }

/** gamma 1 is agreement; here level 0 is the strongest. */
function rowsOf(patterns: Pattern[]): Rows {
  return {
    patterns: patterns.map(({ gamma }) => gamma.map(agrees => (agrees ? 0 : 1))),
    pattern: patterns.map((_, index) => index),
    count: patterns.map(({ count }) => count),
  }
}

function start(columns: number, lambda: number) {
  const each = <T>(value: T) => Array.from({ length: columns }, () => value)
  return { lambda, m: each([0.9, 0.1]), u: each([0.1, 0.9]) }
}

const everything = { lambda: true, m: true, u: true }

describe.skipIf(!hasVectors)('reference vectors', () => {
  test('f01: EM with everything free recovers the parameters the pairs were made with', () => {
    const { input, expected, tolerance } = read('f01_fellegi_sunter_known_params.json')
    expect(tolerance.m_u).toBe('abs 0.01')
    const rows = rowsOf(input.patterns)
    const found = estimate(rows, start(3, 0.3), { free: everything, tolerance: 1e-10, limit: 5000 })
    expect(Math.abs(found.lambda / expected.lambda_ - 1)).toBeLessThan(0.01)
    found.m.forEach((levels, i) => {
      expect(Math.abs((levels[0] ?? 0) - expected.m[i])).toBeLessThan(0.01)
    })
    found.u.forEach((levels, i) => {
      expect(Math.abs((levels[0] ?? 0) - expected.u[i])).toBeLessThan(0.01)
    })
    const bits = patternBits(found, rows.patterns)
    expected.pattern_match_probability.forEach((one: { p: number }, i: number) => {
      expect(Math.abs(probabilityOf(bits[i] ?? 0) / one.p - 1)).toBeLessThan(0.01)
    })
  })

  test('f03: EM on the patterns of Febrl 1 agrees with the ECM classifier of recordlinkage', () => {
    const { patterns, columns, ecm, predicted_links } = read('f03_febrl1_dedup.json').expected.ecm_on_patterns
    const rows = rowsOf(patterns)
    const found = estimate(rows, start(columns.length, 0.2), { free: everything, tolerance: 1e-12, limit: 5000 })
    expect(Math.abs(found.lambda - ecm.p)).toBeLessThan(1e-3)
    columns.forEach((name: string, i: number) => {
      expect(Math.abs((found.m[i]?.[0] ?? 0) - ecm.m[name])).toBeLessThan(1e-3)
      if (ecm.u[name] > 1e-4) expect(Math.abs((found.u[i]?.[0] ?? 0) - ecm.u[name])).toBeLessThan(1e-3)
    })
    const bits = patternBits(found, rows.patterns)
    const links = patterns.reduce((n: number, { count }: Pattern, i: number) => n + ((bits[i] ?? 0) > 0 ? count : 0), 0)
    expect(links).toBe(predicted_links)
  })
})

test('a missing value weighs nothing', () => {
  const parameters = start(2, 0.5)
  const [told = 0, untold = 0] = patternBits(parameters, [
    [0, 0],
    [0, -1],
  ])
  expect(untold).toBeCloseTo(Math.log2(9), 12)
  expect(told).toBeCloseTo(2 * Math.log2(9), 12)
})

test('what is held fast stays, and pairs outside the rows lower lambda', () => {
  const rows = rowsOf([
    { gamma: [1], count: 10 },
    { gamma: [0], count: 90 },
  ])
  const found = estimate(rows, start(1, 0.1), { free: { lambda: true, m: false, u: false }, outside: 900 })
  expect(found.m).toEqual(start(1, 0.1).m)
  expect(found.u).toEqual(start(1, 0.1).u)
  expect(found.lambda).toBeLessThan(0.01)
})

test('bits of term frequencies move the expectation of their row only', () => {
  const rows: Rows = { patterns: [[0]], pattern: [0, 0], offset: [0, 3] }
  const { matches } = expectMatches(rows, { lambda: 0.5, m: [[0.5, 0.5]], u: [[0.5, 0.5]] })
  expect(matches[0]).toBeCloseTo(0.5 + 8 / 9, 12)
})

test('with no pair at all the start comes back', () => {
  const begin = start(2, 0.01)
  expect(estimate({ patterns: [], pattern: [] }, begin, { free: { ...everything, lambda: false } })).toMatchObject(
    begin,
  )
})

function read(file: string) {
  return JSON.parse(readFileSync(resolve(VECTORS, file), 'utf8'))
}
