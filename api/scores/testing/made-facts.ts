import fc from 'fast-check'
import {
  type Dated,
  type HouseholdFacts,
  INCOME_SOURCES,
  type IncomeFact,
  PROVENANCES,
  TOPICS,
  type Topic,
} from '../household-facts.rules.ts'

/** The day tests look at, and the wage in force on it (kuruş). */
export const DAY = '2026-11-20'
export const WAGE = 2_210_467

const dated = (id: number, more: Partial<Dated> = {}): Dated => ({
  id,
  validFrom: '2025-02-01',
  validTo: null,
  provenance: 'inspection',
  recordedAt: '2025-02-01T09:00:00Z',
  ...more,
})

export function income(id: number, monthlyKurus: number, more: Partial<IncomeFact> = {}): IncomeFact {
  return { ...dated(id), personId: 1, source: 'wage', monthlyKurus, ...more }
}

export const ASKED_ALL: HouseholdFacts['asked'] = Object.fromEntries(
  TOPICS.map(topic => [topic, { source: 'inspection', date: '2026-11-01' }]),
)

/** A couple with two children in a rented flat on one wage, everything asked. */
export function family(more: Partial<HouseholdFacts> = {}): HouseholdFacts {
  return {
    householdId: 1,
    day: DAY,
    members: [
      { id: 1, bornOn: '1985-05-05', diedOn: null },
      { id: 2, bornOn: '1988-01-01', diedOn: null },
      { id: 3, bornOn: '2015-03-03', diedOn: null },
      { id: 4, bornOn: '2019-09-09', diedOn: null },
    ],
    incomes: [income(11, 2_400_000)],
    dwellings: [
      {
        ...dated(21),
        tenure: 'tenant',
        kind: 'flat',
        condition: 'worn',
        heating: 'stove',
        rooms: 2,
        rentKurus: 900_000,
      },
    ],
    health: [],
    schooling: [],
    assets: [],
    employment: [],
    statuses: [],
    asked: ASKED_ALL,
    unreachable: [],
    wage: { kurus: WAGE, validFrom: '2025-01-01' },
    ...more,
  }
}

const day = fc.integer({ min: 0, max: 1600 }).map(n => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10))
const fact = fc.record({
  validFrom: day,
  validTo: fc.option(fc.constantFrom('2026-12-31', '2027-06-01', '2025-01-01'), { nil: null }),
  provenance: fc.constantFrom(...PROVENANCES),
  recordedAt: day.map(on => `${on}T10:00:00Z`),
})
const some = <T>(of: fc.Arbitrary<T>, maxLength = 4) => fc.array(of, { maxLength })

/** Any household there can be, with gaps, contradictions and ended facts; ids of one kind are distinct. */
export const anyHousehold: fc.Arbitrary<HouseholdFacts> = fc
  .integer({ min: 1, max: 6 })
  .chain(people => {
    const personId = fc.integer({ min: 1, max: people })
    const bornOn = fc
      .integer({ min: 0, max: 34_000 })
      .map(n => new Date(Date.UTC(1933, 0, 1 + n)).toISOString().slice(0, 10))
    return fc.record({
      householdId: fc.constant(1),
      day: fc.constant(DAY),
      members: fc.tuple(
        ...Array.from({ length: people }, (_, i) =>
          fc.record({ id: fc.constant(i + 1), bornOn, diedOn: fc.constant(null) }),
        ),
      ),
      incomes: some(
        fc.record({
          fact,
          personId: fc.option(personId, { nil: null }),
          source: fc.constantFrom(...INCOME_SOURCES),
          monthlyKurus: fc.integer({ min: 0, max: 9_000_000 }),
        }),
        6,
      ),
      dwellings: some(
        fc.record({
          fact,
          tenure: fc.constantFrom('owner', 'tenant', 'rent_free', 'lodging', 'informal'),
          kind: fc.constantFrom('flat', 'house', 'basement'),
          condition: fc.constantFrom('good', 'worn', 'poor'),
          heating: fc.constantFrom('gas', 'stove', 'electric', 'air_conditioner', 'none'),
          rooms: fc.integer({ min: 1, max: 6 }),
          rentKurus: fc.constant(null),
        }),
        2,
      ),
      health: some(
        fc.record({
          fact,
          personId,
          kind: fc.constantFrom('disability', 'chronic_illness', 'continuous_treatment', 'needs_care'),
          degreePercent: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
        }),
      ),
      schooling: some(fc.record({ fact, personId, level: fc.constant('high'), isAttending: fc.boolean() })),
      assets: some(
        fc.record({
          fact,
          kind: fc.constantFrom('vehicle', 'dwelling', 'land', 'savings', 'livestock', 'other'),
          valueKurus: fc.option(fc.integer({ min: 0, max: 9e8 }), { nil: null }),
          isDisputed: fc.boolean(),
        }),
      ),
      employment: some(
        fc.record({
          fact,
          personId,
          status: fc.constantFrom('employed', 'casual', 'retired', 'unemployed', 'homemaker'),
        }),
      ),
      statuses: some(
        fc.record({
          fact,
          personId: fc.option(personId, { nil: null }),
          kind: fc.constantFrom('disaster', 'job_loss', 'bereavement', 'veteran', 'single_parent', 'none'),
        }),
      ),
      asked: fc.subarray([...TOPICS]).map(topics => askedOf(topics)),
      unreachable: fc.subarray([...TOPICS], { maxLength: 1 }).map(topics => topics.map(unreachable)),
      wage: fc.constantFrom({ kurus: WAGE, validFrom: '2025-01-01' }, null),
    })
  })
  .map(made => ({
    ...made,
    incomes: numbered(made.incomes),
    dwellings: numbered(made.dwellings),
    health: numbered(made.health),
    schooling: numbered(made.schooling),
    assets: numbered(made.assets),
    employment: numbered(made.employment),
    statuses: numbered(made.statuses),
  }))

function numbered<T extends { fact: Omit<Dated, 'id'> }>(rows: readonly T[]): (Omit<T, 'fact'> & Dated)[] {
  return rows.map(({ fact: dates, ...rest }, i) => ({ ...rest, ...dates, id: i + 1 }))
}

const unreachable = (topic: Topic) => ({ topic, source: 'TKGM', date: '2026-11-10' })

function askedOf(topics: readonly Topic[]): HouseholdFacts['asked'] {
  return Object.fromEntries(topics.map(topic => [topic, { source: 'inspection', date: '2026-11-01' }]))
}
