import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HouseholdFacts } from './household-facts.rules.ts'
import { assessNeediness } from './neediness.rules.ts'
import { ASKED_ALL, anyHousehold, family, income, WAGE } from './testing/made-facts.ts'

const NOT_ASKED: HouseholdFacts['asked'] = {}

describe('neediness (001 · 3.1.22)', () => {
  it('divides the income of all sources by the members and shows how', () => {
    const facts = family({
      incomes: [
        income(11, 1_700_000),
        income(12, 300_000, { personId: 2, source: 'casual_work', provenance: 'declared' }),
      ],
    })
    expect(assessNeediness(facts)).toMatchObject({
      verdict: 'below',
      monthlyKurus: 2_000_000,
      members: [1, 2, 3, 4],
      perMemberKurus: 500_000,
      wage: { kurus: WAGE, validFrom: '2025-01-01', isOfEarlierYear: true },
      lineKurus: WAGE / 3,
      incomes: [
        { id: 11, counts: true, provenance: 'inspection', validFrom: '2025-02-01' },
        { id: 12, counts: true, provenance: 'declared' },
      ],
    })
  })

  it('is below only under the line itself, without a rounding', () => {
    const at = (kurus: number) =>
      assessNeediness(family({ wage: { kurus: 3_000_000, validFrom: '2026-01-01' }, incomes: [income(11, kurus)] }))
    expect(at(3_999_999).verdict).toBe('below')
    expect(at(4_000_000).verdict).toBe('not_below')
  })

  it('lets the latest of one person and source say, and keeps the other in sight', () => {
    const declared = income(11, 1_000_000, { provenance: 'declared', validFrom: '2026-02-01' })
    const registry = income(12, 2_900_000, { provenance: 'registry', validFrom: '2026-03-01' })
    const shown = assessNeediness(family({ incomes: [declared, registry] }))
    expect(shown.monthlyKurus).toBe(2_900_000)
    expect(shown.incomes).toMatchObject([
      { id: 12, counts: true },
      { id: 11, counts: false, outweighedBy: 12 },
    ])
  })

  it('leaves out what no longer holds, the dead and the unborn', () => {
    const facts = family({
      incomes: [income(11, 5_000_000, { validTo: '2026-11-20' }), income(12, 100_000)],
      members: [
        { id: 1, bornOn: '1985-05-05', diedOn: null },
        { id: 2, bornOn: '1950-01-01', diedOn: '2026-11-20' },
        { id: 3, bornOn: '2026-11-21', diedOn: null },
      ],
    })
    expect(assessNeediness(facts)).toMatchObject({ members: [1], monthlyKurus: 100_000 })
  })

  it('is unknown, never zero, where an adult was not asked', () => {
    const facts = family({ asked: NOT_ASKED, incomes: [income(11, 1_000_000)] })
    expect(assessNeediness(facts)).toMatchObject({
      verdict: 'unknown',
      why: 'income-missing',
      adultsWithoutAnswer: [2],
    })
    const told = family({
      asked: NOT_ASKED,
      incomes: [income(11, 1_000_000), income(12, 0, { personId: 2, source: 'none' })],
    })
    expect(assessNeediness(told)).toMatchObject({ verdict: 'below', adultsWithoutAnswer: [] })
    expect(assessNeediness(family({ asked: NOT_ASKED, incomes: [] }))).toMatchObject({
      verdict: 'unknown',
      monthlyKurus: null,
    })
  })

  it('takes an imported sum of the household as an answer of all, and asked with nothing found as zero', () => {
    const sum = (provenance: 'import' | 'inspection') => [income(11, 0, { personId: null, source: 'none', provenance })]
    expect(assessNeediness(family({ asked: NOT_ASKED, incomes: sum('import') }))).toMatchObject({
      verdict: 'below',
      monthlyKurus: 0,
    })
    // "No shared income" is no answer of the people.
    expect(assessNeediness(family({ asked: NOT_ASKED, incomes: sum('inspection') })).verdict).toBe('unknown')
    expect(assessNeediness(family({ asked: ASKED_ALL, incomes: [] }))).toMatchObject({
      verdict: 'below',
      monthlyKurus: 0,
    })
  })

  it('tells "not below" although answers are missing, since more income cannot change it', () => {
    const facts = family({ asked: NOT_ASKED, incomes: [income(11, 4 * WAGE)] })
    expect(assessNeediness(facts)).toMatchObject({ verdict: 'not_below', why: null })
  })

  it('says why it cannot tell: no wage entered, nobody on record, a registry that did not answer', () => {
    expect(assessNeediness(family({ wage: null }))).toMatchObject({
      verdict: 'unknown',
      why: 'no-wage',
      lineKurus: null,
    })
    expect(assessNeediness(family({ members: [] }))).toMatchObject({ verdict: 'unknown', why: 'no-members' })
    const unreachable = [{ topic: 'income' as const, source: 'SGK', date: '2026-11-10' }]
    expect(assessNeediness(family({ unreachable, incomes: [income(11, 5)] }))).toMatchObject({
      why: 'income-unreachable',
    })
  })

  it('over any household: less income never turns "below" into "not below", and the sum is that of what counts', () => {
    fc.assert(
      fc.property(anyHousehold, facts => {
        const now = assessNeediness(facts)
        const less = assessNeediness({
          ...facts,
          incomes: facts.incomes.map(one => ({ ...one, monthlyKurus: Math.floor(one.monthlyKurus / 3) })),
        })
        if (now.verdict === 'below') expect(less.verdict).toBe('below')
        const counted = now.incomes.filter(({ counts }) => counts)
        expect(new Set(counted.map(({ personId, source }) => `${personId}/${source}`)).size).toBe(counted.length)
        if (now.monthlyKurus !== null)
          expect(now.monthlyKurus).toBe(counted.reduce((sum, one) => sum + one.monthlyKurus, 0))
      }),
      { numRuns: 400 },
    )
  })
})
