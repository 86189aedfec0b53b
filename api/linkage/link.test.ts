import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { InputError } from '../platform/command.ts'
import { link, verb } from './link.command.ts'
import { linkRecords } from './link-records.rules.ts'
import { plantPeople } from './testing/planted-people.ts'

const NAMES = [
  { field: 'given', kind: 'name' },
  { field: 'family', kind: 'name' },
  { field: 'born', kind: 'date' },
] as const
const compare = [...NAMES]

const FEW = [
  { given: 'Ayşe', family: 'Yılmaz', born: '1980-05-17' },
  { given: 'Mehmet', family: 'Kaya', born: '1971-02-03' },
  { given: 'AYSE', family: 'YILMAZ', born: '17.05.1980' },
  { given: 'Zeynep', family: 'Demir', born: '1990-11-30' },
  { given: 'Ali', family: 'Çelik', born: '2001-07-09' },
]

describe('few records', () => {
  test('five records with one double: that pair, explained, and nothing else', () => {
    const { pairs, clusters } = linkRecords({ records: FEW, compare })
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([[0, 2]])
    expect(clusters).toEqual([[0, 2]])
    const [pair] = pairs
    expect(pair?.because.map(({ level }) => level)).toEqual(['prior', 'same', 'same', 'same', 'kin'])
    expect(pair?.because.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(pair?.weight ?? 0, 9)
    expect(pair?.probability).toBeCloseTo(1 / (1 + 2 ** -(pair?.weight ?? 0)), 12)
    expect(pair?.because[3]).toMatchObject({ field: 'born', tr: expect.stringContaining('aynı') })
  })

  test.each([0, 1, 2])('%i records do not break it', count => {
    const { pairs, clusters, parameters } = linkRecords({ records: FEW.slice(0, count), compare })
    expect([pairs, clusters]).toEqual([[], []])
    expect(parameters.lambda).toBeGreaterThan(0)
  })

  test('records with nothing in common stay apart', () => {
    expect(linkRecords({ records: FEW.filter((_, i) => i !== 2), compare }).pairs).toEqual([])
  })

  test('five copies of one person are one cluster', () => {
    const records = [...Array.from({ length: 5 }, () => ({ ...FEW[0] })), ...FEW.slice(3)]
    expect(linkRecords({ records, compare }).clusters).toEqual([[0, 1, 2, 3, 4]])
  })
})

test('a missing value neither joins nor parts', () => {
  const records = [...FEW, { given: 'Ayşe', family: 'Yılmaz', born: null }, { given: '', family: undefined, born: '' }]
  const { pairs } = linkRecords({ records, compare, threshold: 0 })
  const pair = pairs.find(({ a, b }) => a === 0 && b === 5)
  expect(pair?.because.find(({ field }) => field === 'born')).toMatchObject({ level: 'missing', weight: 0 })
  const empty = pairs.find(({ a, b }) => a === 0 && b === 6)
  expect(empty?.probability).toBeLessThan(0.2)
})

test('names swapped between the fields are told once', () => {
  const records = [...FEW, { given: 'Kaya', family: 'Mehmet', born: '1971-02-03' }]
  const { pairs } = linkRecords({ records, compare })
  expect(pairs.map(({ a, b }) => [a, b])).toContainEqual([1, 5])
  const levels = pairs.find(({ b }) => b === 5)?.because.map(({ level }) => level)
  expect(levels).toEqual(['prior', 'swapped', 'missing', 'same', 'kin'])
})

test('people of one household are not taken for one person', () => {
  const { records, truth } = plantPeople({ people: 600, doubles: 60, withoutId: 0.5, seed: 11 })
  const { pairs } = linkRecords({ records, compare: TOWN })
  const wrong = pairs.filter(({ a, b }) => truth[a] !== truth[b])
  expect(pairs.length).toBeGreaterThan(40)
  expect(wrong).toEqual([])
})

const TOWN = [
  { field: 'given_name', kind: 'name' as const },
  { field: 'family_name', kind: 'name' as const },
  { field: 'born_on', kind: 'date' as const },
  { field: 'national_id', kind: 'national-id' as const },
  { field: 'phone', kind: 'exact' as const },
  { field: 'address', kind: 'exact' as const },
]

test('the same problem has the same answer, and blocking only ever loses pairs', () => {
  const { records } = plantPeople({ people: 300, doubles: 40, withoutId: 0.2, seed: 3 })
  const whole = linkRecords({ records, compare: TOWN })
  expect(linkRecords({ records, compare: TOWN })).toEqual(whole)
  const blocked = linkRecords({ records, compare: TOWN, block: ['born_on', ['given_name', 'family_name']] })
  expect(blocked.parameters.compared).toBeLessThan(whole.parameters.compared)
  expect(blocked.parameters.blocking.map(({ rule }) => rule)).toEqual([['born_on'], ['given_name', 'family_name']])
  expect(blocked.pairs.length).toBeGreaterThan(0)
})

test('levels may be asked for: thresholds, or how many of the own ones', () => {
  const levelsWith = (levels: number | number[]) => {
    const { parameters } = linkRecords({ records: FEW, compare: [{ ...NAMES[0], levels }, NAMES[1]] })
    return parameters.comparisons[0]?.levels.map(({ level }) => level)
  }
  expect(levelsWith(2)).toEqual(['same', 'different'])
  expect(levelsWith(3)).toEqual(['same', 'close', 'different'])
  expect(levelsWith([0.92, 2])).toEqual(['same', 'similarity>=0.92', 'edits<=2', 'different'])
})

test('a block too coarse to compare is refused by name', () => {
  const records = Array.from({ length: 6000 }, (_, i) => ({ given: `a${i}`, family: 'b', born: null }))
  expect(() => linkRecords({ records, compare, block: ['family'] })).toThrow(/"family".*pairs/)
})

describe('bad input is refused with what, where and how', () => {
  test.each([
    ['', /empty/],
    ['{"records":', /not JSON/],
    ['[]', /not as/],
    [JSON.stringify({ records: FEW, compare: [] }), /compare/],
    [JSON.stringify({ records: FEW, compare: [{ field: 'given', kind: 'soundex' }] }), /kind/],
    [JSON.stringify({ records: [1], compare }), /records/],
    [JSON.stringify({ records: FEW, compare: [{ field: 'gven', kind: 'name' }] }), /"gven".*given, family/],
    [JSON.stringify({ records: FEW, compare, block: ['city'] }), /block.*"city"/],
    [JSON.stringify({ records: FEW, compare, threshold: 2 }), /threshold/],
    [JSON.stringify({ records: FEW, compare: [compare[0], compare[0]] }), /twice/],
  ])('%s', (source, message) => {
    expect(() => link(source)).toThrow(InputError)
    expect(() => link(source)).toThrow(message)
  })

  test('an input file that is not there', async () => {
    const context = { note: () => undefined, progress: () => undefined, config: {} as never }
    await expect(verb.run(['--input', '/nowhere/x.json'], context)).rejects.toThrow(/cannot be read/)
  })
})

test('the command reads standard input and writes one JSON document; exits 1 and 2', () => {
  const run = (args: string[], input: string) => {
    const cwd = new URL('../../', import.meta.url).pathname
    return execFileSync(process.execPath, ['--import', 'tsx', 'api/komsu.ts', 'link', ...args], {
      cwd,
      input,
      stdio: 'pipe',
    })
  }
  const answer = JSON.parse(run([], JSON.stringify({ records: FEW, compare })).toString())
  expect(answer.clusters).toEqual([[0, 2]])
  expect(() => run([], '{')).toThrow(expect.objectContaining({ status: 1 }))
  expect(() => run(['--nonsense'], '{}')).toThrow(expect.objectContaining({ status: 2 }))
})
