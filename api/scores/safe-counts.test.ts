import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Flips, type SafeFlips, safeRows, safeSplit, safeWhole } from './safe-counts.rules.ts'

const MINIMUM = 5
const flips = (stay: number, lost: number, gained: number, out: number): Flips => ({
  households: stay + lost + gained + out,
  before: stay + lost,
  after: stay + gained,
  lost,
  gained,
})
const anyRow = fc
  .tuple(
    ...Array.from({ length: 4 }, () =>
      fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 300 })),
    ),
  )
  .map(([stay = 0, lost = 0, gained = 0, out = 0]) => flips(stay, lost, gained, out))
const sumOf = (rows: readonly Flips[]): Flips => {
  const total = (count: keyof Flips) => rows.reduce((sum, row) => sum + row[count], 0)
  return {
    households: total('households'),
    before: total('before'),
    after: total('after'),
    lost: total('lost'),
    gained: total('gained'),
  }
}
const COUNTS = ['households', 'before', 'after', 'lost', 'gained'] as const
const tables = fc.array(anyRow, { minLength: 1, maxLength: 12 })

describe('counts of a simulation', () => {
  it('tells large ones, and that nobody loses', () => {
    expect(safeWhole(flips(40, 0, 12, 100), MINIMUM)).toEqual({
      households: 152,
      before: 40,
      after: 52,
      lost: 0,
      gained: 12,
    })
    expect(safeWhole(flips(40, 3, 12, 100), MINIMUM)).toEqual({
      households: 155,
      before: 43,
      after: null,
      lost: null,
      gained: null,
    })
    expect(safeWhole(flips(3, 0, 0, 100), MINIMUM)).toMatchObject({ households: 103, before: null, after: null })
  })

  it('withholds a second row where one alone could be told from the line of all', () => {
    const rows = [flips(50, 10, 10, 50), flips(60, 2, 10, 50), flips(70, 20, 30, 90)]
    const safe = safeRows(rows, safeWhole(sumOf(rows), MINIMUM), MINIMUM)
    expect(safe.map(row => row.lost)).toEqual([null, null, 20])
    expect(safe.map(row => row.before)).toEqual([60, 62, 90])
  })

  it('never shows a count of 1–4, nor all but 1–4 of its whole', () => {
    fc.assert(
      fc.property(tables, rows => {
        const all = [safeWhole(sumOf(rows), MINIMUM), ...safeRows(rows, safeWhole(sumOf(rows), MINIMUM), MINIMUM)]
        const isSmall = (count: number | null) => count !== null && count > 0 && count < MINIMUM
        for (const row of all) {
          for (const count of COUNTS) expect(isSmall(row[count])).toBe(false)
          if (row.before === null) continue
          expect(isSmall((row.households ?? 0) - row.before)).toBe(false)
          if (row.lost !== null) expect(isSmall(row.before - row.lost)).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('what the rows withhold is not told by the line of all: never one alone, and never a small sum', () => {
    fc.assert(
      fc.property(tables, rows => {
        const whole = safeWhole(sumOf(rows), MINIMUM)
        const safe = safeRows(rows, whole, MINIMUM)
        for (const count of COUNTS) {
          if (whole[count] === null) {
            expect(safe.every(row => row[count] === null)).toBe(true)
            continue
          }
          const hidden = rows.filter((_, i) => safe[i]?.[count] === null)
          if (hidden.length === 0) continue
          const rest = (whole[count] ?? 0) - shown(safe, count)
          expect(hidden.length === 1 && rows.length > 1).toBe(false)
          expect(rest > 0 && rest < MINIMUM).toBe(false)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('in no row can a withheld count be worked out from those beside it', () => {
    fc.assert(
      fc.property(tables, rows => {
        for (const row of safeRows(rows, safeWhole(sumOf(rows), MINIMUM), MINIMUM)) {
          const flipsTold = [row.after, row.lost, row.gained].filter(count => count !== null).length
          expect([0, 3]).toContain(flipsTold)
          if (row.before === null) expect(flipsTold).toBe(0)
        }
      }),
    )
  })

  it('tells errors of a scheme only where all four groups are large', () => {
    const of = (a: number, b: number, c: number, d: number) => ({ yes: { yes: a, no: b }, no: { yes: c, no: d } })
    expect(safeSplit(of(10, 5, 7, 90), MINIMUM)).not.toBeNull()
    expect(safeSplit(of(10, 4, 7, 90), MINIMUM)).toBeNull()
  })
})

function shown(rows: readonly SafeFlips[], count: keyof SafeFlips): number {
  return rows.reduce((sum, row) => sum + (row[count] ?? 0), 0)
}
