import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ownBlocks, visitPairs } from './blocking.rules.ts'
import { comparisonsOf, tabler } from './compare-pairs.rules.ts'
import { levelShares } from './em.rules.ts'
import type { LinkProblem } from './link.contract.ts'
import { linkRecords } from './link-records.rules.ts'
import { plantPeople } from './testing/planted-people.ts'

const VECTORS = resolve(import.meta.dirname, '../../../shared/vectors')
const hasVectors = existsSync(VECTORS)
if (!hasVectors) console.warn(`quality.test: ${VECTORS} is absent, Febrl 1 and Splink are not compared with`)

/** Share of answered pairs that are right, and share of the right pairs that are answered. */
function judge(pairs: readonly { a: number; b: number }[], truth: readonly (string | number)[]) {
  const sizes = new Map<string | number, number>()
  for (const one of truth) sizes.set(one, (sizes.get(one) ?? 0) + 1)
  const all = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  const right = pairs.filter(({ a, b }) => truth[a] === truth[b]).length
  return { precision: right / pairs.length, recall: right / all, pairs: pairs.length, all }
}

describe.skipIf(!hasVectors)('Febrl 1 (f03)', () => {
  const { records, truth, expected } = hasVectors ? readFebrl() : { records: [], truth: [], expected: null }

  test('with the comparisons and blocks of Splink: its precision and recall at 0.9 within 0.005, its m and u', () => {
    const compare: LinkProblem['compare'] = [
      ...['given_name', 'surname', 'suburb'].map(field => ({ field, kind: 'exact' as const, levels: [2] })),
      ...['date_of_birth', 'postcode', 'soc_sec_id'].map(field => ({ field, kind: 'exact' as const, levels: [1] })),
    ]
    const block = ['soc_sec_id', 'date_of_birth', 'surname', ['given_name', 'postcode']]
    const { pairs, parameters } = linkRecords({ records, compare, block })
    const { precision, recall } = judge(pairs, truth)
    const splink = expected.accuracy.find((one: { threshold: number }) => one.threshold === 0.9)
    expect(precision).toBeGreaterThanOrEqual(splink.precision - 0.005)
    expect(recall).toBeGreaterThanOrEqual(splink.recall - 0.005)
    for (const { field, levels } of parameters.comparisons)
      levels.forEach(({ m }, i) => {
        expect(Math.abs(m - expected.parameters[field][i].m), `m of ${field} ${i}`).toBeLessThan(0.03)
      })
    console.info(`Febrl 1, Splink's comparisons: precision ${precision}, recall ${recall} (Splink 1, 0.992)`)
  })

  test('u of every pair agrees with the random sampling of Splink', () => {
    const fields = Object.keys(expected.parameters)
    const near = (field: string) => (['given_name', 'surname', 'suburb'].includes(field) ? 2 : 1)
    const comparisons = comparisonsOf(
      records,
      fields.map(field => ({ field, kind: 'exact' as const, levels: [near(field)] })),
    )
    const table = tabler(comparisons).fill(visit => visitPairs(ownBlocks([], records.length), visit))
    const weight = new Float64Array(table.patterns.length)
    for (const pattern of table.pattern) weight[pattern] = (weight[pattern] ?? 0) + 1
    const u = levelShares(table.patterns, weight, { shape: comparisons.map(({ levels }) => levels.map(() => 0)) })
    fields.forEach((field, i) => {
      u[i]?.forEach((share, level) => {
        expect(Math.abs(share / expected.parameters[field][level].u - 1), `u of ${field} ${level}`).toBeLessThan(0.15)
      })
    })
  })

  test('with own comparisons and no block: precision at least 0.999 at recall 0.98', () => {
    const compare: LinkProblem['compare'] = [
      ...['given_name', 'surname', 'suburb', 'address_1'].map(field => ({ field, kind: 'name' as const })),
      { field: 'date_of_birth', kind: 'date' },
      { field: 'soc_sec_id', kind: 'national-id' },
      { field: 'postcode', kind: 'exact', levels: [1] },
    ]
    const { precision, recall } = judge(linkRecords({ records, compare }).pairs, truth)
    console.info(`Febrl 1, own comparisons: precision ${precision}, recall ${recall}`)
    expect(precision).toBeGreaterThanOrEqual(0.999)
    expect(recall).toBeGreaterThanOrEqual(0.98)
  })
})

describe('planted Turkish duplicates: 4 000 people, 1 000 doubles with one to three mishaps each', () => {
  const compare: LinkProblem['compare'] = [
    { field: 'given_name', kind: 'name' },
    { field: 'family_name', kind: 'name' },
    { field: 'born_on', kind: 'date' },
    { field: 'national_id', kind: 'national-id' },
    { field: 'phone', kind: 'exact' },
    { field: 'address', kind: 'exact' },
  ]
  /** The aim is met with a T.C. no on nine of ten doubles; without any, recall is what the other fields allow. */
  test.each([
    { withoutId: 0, precision: 0.999, recall: 0.98 },
    { withoutId: 0.1, precision: 0.999, recall: 0.98 },
    { withoutId: 0.3, precision: 0.998, recall: 0.96 },
    { withoutId: 1, precision: 0.99, recall: 0.9 },
  ])('T.C. no missing in $withoutId of the doubles: at least $precision and $recall', aim => {
    const { records, truth } = plantPeople({ people: 4000, doubles: 1000, withoutId: aim.withoutId, seed: 7 })
    const found = judge(linkRecords({ records, compare }).pairs, truth)
    console.info(`planted, ${aim.withoutId} without T.C. no: precision ${found.precision}, recall ${found.recall}`)
    expect(found.precision).toBeGreaterThanOrEqual(aim.precision)
    expect(found.recall).toBeGreaterThanOrEqual(aim.recall)
  })
})

function readFebrl() {
  const [head = '', ...lines] = readFileSync(resolve(VECTORS, 'f03_febrl1_input.csv'), 'utf8').trim().split('\n')
  const fields = head.split(',').map(one => one.trim())
  const records = lines.map(line => {
    const cells = line.split(',')
    return Object.fromEntries(fields.map((field, i) => [field, cells[i]?.trim() ?? '']))
  })
  const truth = records.map(record => record.rec_id?.split('-')[1] ?? '')
  return {
    records,
    truth,
    expected: JSON.parse(readFileSync(resolve(VECTORS, 'f03_febrl1_dedup.json'), 'utf8')).expected.splink,
  }
}
