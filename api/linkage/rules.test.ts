import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasRightCheckDigits } from '../platform/national-id.ts'
import { clustersOf } from './clusters.rules.ts'
import { DATE_LEVELS, KINDS, NAME_LEVELS, NATIONAL_ID_LEVELS } from './levels.rules.ts'
import { dateDigits, readColumn } from './ready-values.rules.ts'
import { isOneEditApart, osa } from './similarity.rules.ts'
import { nameWords } from './turkish-name.rules.ts'

test('one edit apart is OSA of exactly 1', () => {
  const short = fc.stringMatching(/^[abc]{0,6}$/)
  fc.assert(
    fc.property(short, short, (a, b) => isOneEditApart(a, b) === (osa(a, b) === 1)),
    { numRuns: 3000 },
  )
})

describe('names made comparable', () => {
  test.each([
    ['ŞÜKRÜ', 'sukru'],
    ['IŞIK', 'ışık'],
    ['İrem', 'irem'],
    ['I\u0307rem', 'İREM'],
    ['Kâzım', 'KAZIM'],
    ['Fatma Nur', 'Fatmanur'],
    ['Ahmed', 'AHMET'],
    ['Zeyneb', 'zeynep'],
    ['S\u0327u\u0308kru\u0308', 'Şükrü'],
    ['Аyşе', 'Ayşe'],
  ])('%s is compared as %s', (a, b) => {
    expect(nameWords(a).join('')).toBe(nameWords(b).join(''))
  })

  test('names in other scripts keep their letters, and a Russian name is not read as Latin', () => {
    expect(nameWords('محمد')).toEqual(['محمد'])
    expect(nameWords('Иван')).toEqual(['иван'])
    expect(nameWords(' - ')).toEqual([])
  })
})

/** Code of the level of two raw values. */
function levelOf(kind: 'name' | 'date' | 'national-id', a: unknown, b: unknown): string {
  const { values, of } = readColumn([a, b], kind)
  const [x, y] = [values[of[0] ?? -1], values[of[1] ?? -1]]
  if (!x || !y) return 'missing'
  const levels = { name: NAME_LEVELS, date: DATE_LEVELS, 'national-id': NATIONAL_ID_LEVELS }[kind]
  return levels[x === y ? 0 : KINDS[kind].level(x, y)]?.code ?? 'none'
}

describe('levels', () => {
  test.each([
    ['name', 'Mehmet', 'Muhammed', 'close'],
    ['name', 'Fatma', 'Fatma Nur', 'part'],
    ['name', 'Kaya Demir', 'Demir', 'part'],
    ['name', 'Hüseyin', 'Hüseyn', 'close'],
    ['name', 'Ali', 'Ata', 'different'],
    ['name', 'Ali', '', 'missing'],
    ['date', '1980-05-12', '12.05.1980', 'same'],
    ['date', '1980-05-12', '1980-12-05', 'swapped'],
    ['date', '1980-05-12', '1980-05-13', 'close'],
    ['date', '1980-05-12', '1980-05-28', 'part'],
    ['date', '1980-05-12', '1962-11-30', 'different'],
    ['national-id', '10000000146', '10000000146', 'same'],
    ['national-id', '10000000146', '10000000147', 'slip'],
    ['national-id', '10000000146', '11111111111', 'missing'],
    ['national-id', '10000000146', '10000000078', 'contradicting'],
    ['national-id', '10000000146', '12345', 'different'],
  ] as const)('%s %s ~ %s: %s', (kind, a, b, level) => {
    expect(levelOf(kind, a, b)).toBe(level)
    expect(levelOf(kind, b, a)).toBe(level)
  })

  test('a foreigner who became a citizen has had two valid numbers', () => {
    const foreign = Array.from({ length: 1000 }, (_, i) => `990000${String(i).padStart(5, '0')}`).find(
      hasRightCheckDigits,
    )
    expect(levelOf('national-id', '10000000146', foreign)).toBe('changed')
  })
})

test('days are read as Turks and machines write them', () => {
  expect(['17.05.1980', '1980-05-17', '17/5/1980', '19800517', '1980-05-17T00:00:00Z'].map(dateDigits)).toEqual(
    Array(5).fill('19800517'),
  )
  expect([dateDigits(''), dateDigits(null), dateDigits('0000-00-00')]).toEqual([null, null, null])
})

describe('clusters', () => {
  test('a chain is one group, strangers are none', () => {
    const links = [
      { a: 4, b: 5, weight: 9 },
      { a: 0, b: 1, weight: 5 },
      { a: 1, b: 2, weight: 4 },
    ]
    expect(clustersOf(links, 10)).toEqual({
      clusters: [
        [0, 1, 2],
        [4, 5],
      ],
      cut: 0,
    })
  })

  test('the weakest link of too long a chain is cut', () => {
    const links = [
      { a: 0, b: 1, weight: 5 },
      { a: 1, b: 2, weight: 1 },
      { a: 2, b: 3, weight: 4 },
    ]
    expect(clustersOf(links, 2)).toEqual({
      clusters: [
        [0, 1],
        [2, 3],
      ],
      cut: 1,
    })
  })
})
