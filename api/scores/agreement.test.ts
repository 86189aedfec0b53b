import { expect, it } from 'vitest'
import type { Asset, Dwelling } from '../../etl/synthetic-city/home.ts'
import { type Random, randomOf } from '../../etl/synthetic-city/random.ts'
import { type ScoredFacts, scoreNeed } from '../../etl/synthetic-city/score.ts'
import { DEFAULT_SCHEME } from './default-scheme.rules.ts'
import type { HouseholdFacts } from './household-facts.rules.ts'
import { scoreHousehold } from './score.rules.ts'
import { DAY, family, income, WAGE } from './testing/made-facts.ts'

type Made = { facts: HouseholdFacts; theirs: ScoredFacts }

it('the default scheme gives nearly the scores of the demo city', () => {
  const random = randomOf(7, 'agreement')
  const pairs = Array.from({ length: 3000 }, () => made(random)).map(({ facts, theirs }) => {
    const score = scoreHousehold(DEFAULT_SCHEME, facts, 50)
    expect(score.missing).toEqual([])
    return { ours: score.total, theirs: scoreNeed(theirs).total }
  })
  const mean = (of: (pair: (typeof pairs)[number]) => number) =>
    pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length
  expect(mean(({ ours, theirs }) => Math.abs(ours - theirs))).toBeLessThan(2.5)
  expect(Math.abs(mean(({ ours, theirs }) => ours - theirs))).toBeLessThan(2)
  expect(mean(({ ours, theirs }) => Number(ours >= 50 === theirs >= 50))).toBeGreaterThan(0.94)
})

const dated = {
  validFrom: '2025-01-01',
  validTo: null,
  provenance: 'synthetic',
  recordedAt: '2025-01-01T00:00:00Z',
} as const

/** One household told in both languages. */
function made(random: Random): Made {
  const people = 1 + random.below(6)
  const members = Array.from({ length: people }, (_, i) => ({
    id: i + 1,
    age: i === 0 ? 25 + random.below(55) : random.below(80),
    disability: random.chance(0.1) ? 40 + 5 * random.below(12) : 0,
    isChronic: random.chance(0.1),
    isAttending: false,
  }))
  const kurus = Math.round(random.between(0, 0.9) * WAGE * people)
  const dwelling: Dwelling = {
    tenure: random.pick(['owner', 'tenant', 'tenant', 'rent_free', 'informal'] as const),
    kind: 'flat',
    condition: random.pick(['good', 'worn', 'poor'] as const),
    heating: random.pick(['gas', 'stove', 'electric', 'air_conditioner', 'none'] as const),
    rooms: 1 + random.below(4),
    rentKurus: null,
  }
  const assets: Asset[] = random.chance(0.2)
    ? [{ kind: random.pick(['vehicle', 'dwelling', 'land'] as const), valueKurus: 1 }]
    : []
  const isSteady = random.chance(0.4)
  return {
    theirs: {
      members: members as unknown as ScoredFacts['members'],
      income: kurus,
      threshold: WAGE / 3,
      dwelling,
      earners: { steady: isSteady ? 1 : 0, casual: isSteady ? 0 : 1 },
      hasCare: false,
      shock: 'none',
      assets,
    },
    facts: family({
      members: members.map(({ id, age }) => ({ id, bornOn: `${2026 - age}-01-01`, diedOn: null })),
      incomes: [income(1, kurus, { source: isSteady ? 'wage' : 'casual_work' })],
      dwellings: [{ ...dated, id: 1, ...dwelling }],
      health: members.flatMap(({ id, disability, isChronic }) => [
        ...(disability > 0
          ? [{ ...dated, id: id * 2, personId: id, kind: 'disability', degreePercent: disability }]
          : []),
        ...(isChronic
          ? [{ ...dated, id: id * 2 + 1, personId: id, kind: 'chronic_illness', degreePercent: null }]
          : []),
      ]),
      assets: assets.map(({ kind, valueKurus }, i) => ({ ...dated, id: i + 1, kind, valueKurus, isDisputed: false })),
      day: DAY,
    }),
  }
}
