import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COUNTS, type Counts, NO_DATA, SHOWN, WITHHELD, withhold } from './disclosure.rules.ts'
import { childrenOf, walkDown } from './hierarchy.rules.ts'
import { ASSUMED, attackFigures } from './testing/attack-figures.ts'
import { type Known, withAttacker } from './testing/linear-attack.ts'
import { type CityShape, randomCity } from './testing/random-city.ts'

const MINIMUM = 5

function decide(shape: CityShape) {
  const city = randomCity(shape)
  return { ...city, withheld: withhold(city.hierarchy, city.counts, MINIMUM) }
}

const SMALL = Array.from({ length: 16 }, (_, seed) => ({ seed, fanOut: [3, 3, 4], households: 20 }))
const MEDIUM = Array.from({ length: 6 }, (_, i) => ({ seed: 100 + i, fanOut: [4, 4, 6], households: 40 }))
const SPARSE = Array.from({ length: 5 }, (_, i) => ({ seed: 200 + i, fanOut: [2, 3, 6], households: 4 }))
const WIDE = Array.from({ length: 1 }, (_, i) => ({ seed: 300 + i, fanOut: [8, 8, 8], households: 30 }))

test('what hangs under no province is withheld whole', () => {
  const hierarchy = { parent: Int32Array.from([-1, 0, 9, 2]), mayBeEmpty: new Uint8Array(4) }
  const counts = Object.fromEntries(COUNTS.map(name => [name, Float64Array.from([50, 50, 3, 3])])) as unknown as Counts
  const { households } = withhold(hierarchy, counts, MINIMUM)
  expect([...households]).toEqual([SHOWN, SHOWN, WITHHELD, WITHHELD])
})

describe('an attacker with linear programming', () => {
  test.each([...SMALL, ...MEDIUM, ...SPARSE, ...WIDE])(
    'learns no count under five, nor a withheld one ($fanOut, seed $seed)',
    async shape => {
      expect(await attackFigures(decide(shape), MINIMUM)).toEqual([])
    },
  )

  // What an outsider takes for granted though the definitions do not say so. Where the province itself withholds one of
  // these counts, the promise ends at the definitions (README.md, Decisions).
  const tidy = [...SMALL, ...MEDIUM].map(shape => ({ ...shape, tidy: true, households: 80 })).map(decide)
  const whole = tidy.filter(city => COUNTS.every(count => city.withheld[count][0] === SHOWN))
  test('has tidy cities to attack', () => expect(whole.length).toBeGreaterThan(9))
  test.each(whole)(
    'who assumes served ⊆ granted ⊆ eligible, inspected ⊆ applied, proves no small count (%#)',
    async city => {
      const leaks = await attackFigures(city, MINIMUM, ASSUMED)
      expect(leaks.filter(leak => leak.high < MINIMUM)).toEqual([])
    },
  )

  test('would find what a naive threshold leaves open', async () => {
    const { hierarchy, counts } = randomCity({ seed: 1, fanOut: [3, 3, 4], households: 20 })
    const naive = Object.fromEntries(
      COUNTS.map(count => [count, Uint8Array.from(counts[count], value => (value < MINIMUM ? WITHHELD : SHOWN))]),
    ) as Parameters<typeof attackFigures>[0]['withheld']
    expect((await attackFigures({ hierarchy, counts, withheld: naive }, MINIMUM)).length).toBeGreaterThan(0)
  })
})

const E02 = resolve(import.meta.dirname, '../../../shared/vectors/e02_cell_suppression_sdcTable.json')

describe.skipIf(!existsSync(E02))('the trap of two suppressions a line (e02)', () => {
  test('is found by the attacker, and gone after one more', async () => {
    const trap = JSON.parse(readFileSync(E02, 'utf8')).examples[1]
    const rows = Object.keys(trap.table)
    const columns = Object.keys(trap.table[rows[0] ?? ''])
    const cells = rows.flatMap(row => columns.map(column => `${row}${column}`))
    const values = cells.map(cell => Number(trap.table[cell.charAt(0)][cell.charAt(1)]))
    const boundsOf = async (hidden: Set<string>) => {
      const found: Record<string, [number, number]> = {}
      const exactly = (which: number[]): Known => {
        const total = which.reduce((sum, i) => sum + (values[i] ?? 0), 0)
        return { terms: which.map(i => [i, 1]), lower: total, upper: total }
      }
      const lines = [...rows, ...columns].map(line => cells.flatMap((cell, i) => (cell.includes(line) ? [i] : [])))
      const shown = cells.flatMap((cell, i) => (hidden.has(cell) ? [] : [[i]]))
      await withAttacker(cells.length, [...lines, ...shown].map(exactly), bounds => {
        for (const cell of hidden) found[cell] = bounds([[cells.indexOf(cell), 1]]).map(Math.round) as [number, number]
      })
      return found
    }
    const primary = new Set<string>(trap.primary.map((pair: string[]) => pair.join('')))
    expect(await boundsOf(primary)).toEqual(trap.expected.attacker_bounds_before)
    const after = await boundsOf(new Set([...primary, trap.expected.extra_secondary.join('')]))
    expect(after.wb).toEqual(trap.expected.wb_bounds_after)
  })
})

describe('what is withheld', () => {
  const cities = [...SMALL, ...MEDIUM, ...SPARSE].map(decide)

  test('every count under the minimum, and every count that leaves fewer', () => {
    for (const { counts, withheld } of cities)
      for (const count of COUNTS)
        counts[count].forEach((value, area) => {
          const rest = (counts.households[area] ?? 0) - value
          const isSmall =
            value < MINIMUM ||
            (count !== 'households' && count !== 'scored' && count !== 'waiting' && count !== 'unmet' && rest < MINIMUM)
          if (isSmall) expect(withheld[count][area]).not.toBe(SHOWN)
        })
  })

  test('everything below a withheld area, so that its parts do not bound it', () => {
    for (const { hierarchy, withheld } of cities) {
      const children = childrenOf(hierarchy.parent)
      for (const count of COUNTS)
        walkDown(0, children, area => {
          if (withheld[count][area] !== SHOWN)
            for (const child of children[area] ?? []) expect(withheld[count][child]).toBe(withheld[count][area])
        })
    }
  })

  test('a zero looks like any other withheld count', () => {
    const zeros = cities.flatMap(({ counts, withheld }) =>
      Array.from(counts.below_threshold).flatMap((value, area) =>
        value === 0 && (counts.below_threshold[0] ?? 0) > 0 ? [withheld.below_threshold[area]] : [],
      ),
    )
    expect(new Set(zeros)).toEqual(new Set([WITHHELD]))
  })

  test('nothing, in a city where every street is large', () => {
    const { hierarchy, counts } = randomCity({ seed: 5, fanOut: [3, 3, 3], households: 1 })
    const large = Object.fromEntries(
      COUNTS.map((count, i) => [count, new Float64Array(counts[count].length).fill(1000 - 60 * i)]),
    )
    const withheld = withhold(hierarchy, large as unknown as typeof counts, MINIMUM)
    for (const count of COUNTS) expect(new Set(withheld[count])).toEqual(new Set([SHOWN]))
  })

  test('no figure at all where a register is not kept', () => {
    const city = randomCity({ seed: 7, fanOut: [3, 3, 3], households: 60 })
    const counts = { ...city.counts, applied: new Float64Array(city.hierarchy.parent.length) }
    const withheld = withhold(city.hierarchy, counts, MINIMUM)
    expect(new Set(withheld.applied)).toEqual(new Set([NO_DATA]))
    expect(withheld.inspected[0]).toBe(SHOWN)
  })
})
