import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_SCHEME } from './default-scheme.rules.ts'
import { type HouseholdFacts, TOPICS } from './household-facts.rules.ts'
import { type Score, scoreHousehold } from './score.rules.ts'
import { PART_LIMITS, PARTS } from './score-scheme.contract.ts'
import { ASKED_ALL, anyHousehold, DAY, family, income, WAGE } from './testing/made-facts.ts'

const score = (facts: HouseholdFacts, minimum = 50) => scoreHousehold(DEFAULT_SCHEME, facts, minimum)
const pointOf = (of: Score, question: string) => {
  const point = of.points.find(one => one.question === question)
  if (!point) throw new Error(`no ${question}`)
  return point
}
const dates = {
  validFrom: '2025-01-01',
  validTo: null,
  provenance: 'registry',
  recordedAt: '2025-01-01T00:00:00Z',
} as const
const car = { ...dates, id: 901, kind: 'vehicle', valueKurus: 30_000_000, isDisputed: false }

describe('a score with its working', () => {
  it('gives every point a reason in both languages and the facts behind it', () => {
    const known = score(family())
    expect(known).toMatchObject({ low: known.total, high: known.total, missing: [] })
    // 24 000 TL ÷ 4 against 7 368 TL: 0.81 of the threshold.
    expect(pointOf(known, 'income_per_head')).toMatchObject({
      points: 30,
      max: 30,
      state: 'scored',
      facts: [
        { kind: 'income', id: 11, name: 'wage', value: 2_400_000, source: 'inspection', date: '2025-02-01' },
        { kind: 'parameter', value: WAGE, date: '2025-01-01' },
      ],
    })
    expect(pointOf(known, 'tenure')).toMatchObject({ points: 7, reason: { tr: 'Kiracı', en: 'Pays rent' } })
    expect(pointOf(known, 'dependants')).toMatchObject({ points: 8, reason: { tr: '18 yaşından küçük çocuk (2)' } })
    expect(pointOf(known, 'work')).toMatchObject({ points: 3 })
    // 30 + (7 + 4 + 3 + 1.5) + 0 + 8 + 3 + 0
    expect(known).toMatchObject({ total: 56.5, verdict: 'eligible', parts: { dwelling: 15.5, employment: 3 } })
  })

  it('shows an age, never a day of birth', () => {
    expect(JSON.stringify(score(family()))).not.toContain('2015-03-03')
  })

  it('widens the range by what nobody asked, and counts it neither as need nor as none', () => {
    const { health: _, assets: __, ...asked } = ASKED_ALL
    const open = score(family({ asked }), 50)
    expect(open).toMatchObject({ total: 56.5, low: 38.5, high: 76.5, verdict: 'open' })
    expect(open.missing).toEqual(['disability', 'care', 'illness', 'assets'])
    expect(pointOf(open, 'disability')).toMatchObject({ points: 0, low: 0, high: 11, state: 'missing' })
    expect(score(family({ asked }), 38).verdict).toBe('eligible')
    expect(score(family({ asked }), 77).verdict).toBe('ineligible')
  })

  it('tells "could not check" from "has nothing"', () => {
    const facts = family({ unreachable: [{ topic: 'assets', source: 'TKGM', date: '2026-11-10' }] })
    expect(pointOf(score(facts), 'assets')).toMatchObject({ state: 'unreachable', points: 0, low: -18, high: 0 })
    expect(score(facts).verdict).toBe('open')
  })

  it('takes the income on record as a least where an adult was not asked', () => {
    const { income: _, ...asked } = ASKED_ALL
    expect(pointOf(score(family({ asked })), 'income_per_head')).toMatchObject({
      points: 0,
      low: 0,
      high: 30,
      state: 'missing',
    })
    const rich = family({ asked, incomes: [income(11, 9_000_000)] })
    expect(pointOf(score(rich), 'income_per_head')).toMatchObject({ points: 0, low: 0, high: 0, state: 'scored' })
  })

  it('counts a car once that the household declared and the registry knows', () => {
    const declared = { ...car, id: 902, provenance: 'declared' as const }
    expect(pointOf(score(family({ assets: [car, declared] })), 'assets').points).toBe(-6)
    expect(pointOf(score(family({ assets: [car, { ...car, id: 903 }] })), 'assets').points).toBe(-12)
  })

  it('takes nothing off for a disputed asset, but leaves the verdict open', () => {
    const disputed = score(family({ assets: [{ ...car, isDisputed: true }] }), 52)
    expect(disputed).toMatchObject({ total: 56.5, low: 50.5, high: 56.5, verdict: 'open' })
    expect(pointOf(disputed, 'assets').reason.tr).toContain('itiraz')
  })

  it('reads a lost job from unemployment pay, once, until a year has passed', () => {
    const pay = (id: number, validFrom: string, validTo: string | null) =>
      income(id, 900_000, { source: 'unemployment_pay', validFrom, validTo })
    const shock = (...incomes: HouseholdFacts['incomes']) => pointOf(score(family({ incomes })), 'shock').points
    expect(shock(pay(31, '2026-03-01', '2026-09-01'))).toBe(6)
    expect(shock(pay(31, '2025-11-20', null))).toBe(0)
    expect(shock(pay(31, '2025-09-01', '2026-01-01'), pay(32, '2026-01-01', null))).toBe(0) // raised, not lost again
  })
})

describe('over any household', () => {
  const check = (property: fc.IProperty<[HouseholdFacts]>) => fc.assert(property, { numRuns: 400 })

  it('stays within 0–100, every part within its limit, the certain total within the range', () => {
    check(
      fc.property(anyHousehold, facts => {
        const { total, low, high, parts } = score(facts)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(100)
        expect(total).toBeGreaterThanOrEqual(low)
        expect(total).toBeLessThanOrEqual(high)
        for (const code of PARTS) {
          expect(Math.abs(parts[code])).toBeLessThanOrEqual(Math.abs(PART_LIMITS[code]))
          expect(parts[code] * PART_LIMITS[code]).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('comes out the same in whatever order the facts stand', () => {
    const turned = (facts: HouseholdFacts): HouseholdFacts => ({
      ...facts,
      members: [...facts.members].reverse(),
      incomes: [...facts.incomes].reverse(),
      dwellings: [...facts.dwellings].reverse(),
      health: [...facts.health].reverse(),
      schooling: [...facts.schooling].reverse(),
      assets: [...facts.assets].reverse(),
      employment: [...facts.employment].reverse(),
      statuses: [...facts.statuses].reverse(),
    })
    check(
      fc.property(anyHousehold, facts => {
        expect(score(turned(facts))).toEqual(score(facts))
      }),
    )
  })

  it('never falls with more need: a disability, an illness, a shock, a home in a worse state', () => {
    const worse = { ...dates, recordedAt: '2026-11-20T00:00:00Z', validFrom: DAY, id: 990, personId: 1 }
    const burdens: ((facts: HouseholdFacts) => HouseholdFacts)[] = [
      facts => ({ ...facts, health: [...facts.health, { ...worse, kind: 'disability', degreePercent: 80 }] }),
      facts => ({
        ...facts,
        health: [...facts.health, { ...worse, kind: 'continuous_treatment', degreePercent: null }],
      }),
      facts => ({ ...facts, health: [...facts.health, { ...worse, kind: 'needs_care', degreePercent: null }] }),
      facts => ({ ...facts, statuses: [...facts.statuses, { ...worse, kind: 'disaster' }] }),
      facts => ({ ...facts, dwellings: facts.dwellings.map(one => ({ ...one, condition: 'poor', rooms: 1 })) }),
      facts => ({
        ...facts,
        incomes: facts.incomes.map(one => ({ ...one, monthlyKurus: Math.floor(one.monthlyKurus / 2) })),
      }),
    ]
    fc.assert(
      fc.property(anyHousehold, fc.constantFrom(...burdens), (facts, burden) => {
        const [before, after] = [score(facts), score(burden(facts))]
        expect(after.total).toBeGreaterThanOrEqual(before.total)
        expect(after.low).toBeGreaterThanOrEqual(before.low)
      }),
      { numRuns: 600 },
    )
  })

  it('loses at most 20 points to assets, and to a disputed one none that is certain', () => {
    fc.assert(
      fc.property(anyHousehold, fc.boolean(), (facts, isDisputed) => {
        const [before, after] = [score(facts), score({ ...facts, assets: [...facts.assets, { ...car, isDisputed }] })]
        expect(after.total).toBeLessThanOrEqual(before.total)
        expect(after.total).toBeGreaterThanOrEqual(before.total - 20)
        if (!isDisputed) return
        expect(after.total).toBe(before.total)
        if (before.verdict === 'eligible') expect(after.verdict).not.toBe('ineligible')
      }),
      { numRuns: 400 },
    )
  })

  it('learning a missing answer never leads out of the range told before', () => {
    fc.assert(
      fc.property(anyHousehold, fc.constantFrom(...TOPICS), (facts, topic) => {
        const asked = { ...facts.asked, [topic]: { source: 'inspection' as const, date: DAY } }
        const [before, after] = [score(facts), score({ ...facts, asked })]
        expect(after.low).toBeGreaterThanOrEqual(before.low)
        expect(after.high).toBeLessThanOrEqual(before.high)
      }),
      { numRuns: 400 },
    )
  })

  it('knows nothing of places: whatever else hangs on a household, its score is the same', () => {
    check(
      fc.property(anyHousehold, facts => {
        const placed = { ...facts, districtId: 7, neighbourhood: 'Kadifekale', areaScore: 99, lon: 27.1, lat: 38.4 }
        expect(score(placed)).toEqual(score(facts))
      }),
    )
  })
})
