import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { jaro, jaroWinkler, levenshtein, osa } from './similarity.rules.ts'

const FILE = resolve(import.meta.dirname, '../../../shared/vectors/f02_string_similarity_tr.json')
const hasVectors = existsSync(FILE)
if (!hasVectors) console.warn(`similarity.test: ${FILE} is absent, jellyfish and stringdist are not compared with`)

type Pair = { a: string; b: string; jaro: number; jaro_winkler: number; levenshtein: number; osa: number }

describe.skipIf(!hasVectors)('f02: as jellyfish and R stringdist', () => {
  const pairs: Pair[] = hasVectors ? JSON.parse(readFileSync(FILE, 'utf8')).pairs : []
  test.each(pairs)('$a ~ $b', pair => {
    const { a, b } = pair
    expect(Math.abs(jaro(a, b) - pair.jaro)).toBeLessThan(1e-9)
    expect(Math.abs(jaroWinkler(a, b) - pair.jaro_winkler)).toBeLessThan(1e-9)
    expect(levenshtein(a, b)).toBe(pair.levenshtein)
    expect(osa(a, b)).toBe(pair.osa)
  })
})

test('the same either way round, and equal texts are 1', () => {
  for (const [a, b] of [
    ['gülnur', 'gülsüm'],
    ['a', 'b'],
    ['', 'ali'],
  ] as const) {
    expect(jaro(a, b)).toBe(jaro(b, a))
    expect(levenshtein(a, b)).toBe(levenshtein(b, a))
    expect(jaroWinkler(a, a)).toBe(1)
  }
})

test('the boost stands only above 0.7', () => {
  expect(jaro('abcd', 'abxyzwvu')).toBeLessThanOrEqual(0.7)
  expect(jaroWinkler('abcd', 'abxyzwvu')).toBe(jaro('abcd', 'abxyzwvu'))
})

test('a swap of neighbours is one step of OSA, and no part is edited twice', () => {
  expect(osa('ahmet', 'amhet')).toBe(1)
  expect(osa('ca', 'abc')).toBe(3)
})

test('letters outside the basic plane are one letter', () => {
  expect(levenshtein('a😀b', 'ab')).toBe(1)
})
