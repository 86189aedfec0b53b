import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanProposal } from './describe-plan.rules.ts'
import { capacityOf, type PlanFile, type PlanInspector, type PlanProblem, whyNot } from './plan.rules.ts'
import { proposePlan } from './propose-plan.rules.ts'

/** A town of `side` × `side` neighbourhoods of 500 m; ids from 1, row by row; district 1 is its west, 2 its east. */
function town(side: number): PlanProblem['neighbourhoods'] {
  const id = (x: number, y: number) => (x >= 0 && y >= 0 && x < side && y < side ? [y * side + x + 1] : [])
  return Array.from({ length: side * side }, (_none, i) => {
    const [x, y] = [i % side, Math.floor(i / side)]
    const next = [id(x - 1, y), id(x + 1, y), id(x, y - 1), id(x, y + 1)].flat()
    return { id: i + 1, lon: 27.1 + x * 0.006, lat: 38.4 + y * 0.0045, next }
  })
}

const file = (id: number, neighbourhoodId: number, more: Partial<PlanFile> = {}): PlanFile => ({
  id,
  householdId: id,
  neighbourhoodId,
  districtId: 1,
  lon: null,
  lat: null,
  receivedOn: '2026-11-01',
  dueOn: null,
  isUrgent: false,
  ...more,
})

const inspector = (id: number, more: Partial<PlanInspector> = {}): PlanInspector => ({
  id,
  homeNeighbourhoodId: null,
  relativeHouseholds: new Set(),
  inspectedHouseholds: new Set(),
  districts: null,
  minLoad: 0,
  maxLoad: 20,
  openLoad: 0,
  openNeighbourhoods: [],
  presence: 1,
  sex: 'female',
  ...more,
})

const ownerOf = (plan: PlanProposal, fileId: number) => plan.items.find(item => item.fileId === fileId)?.inspectorId
const range = (n: number) => Array.from({ length: n }, (_none, i) => i)

describe('a proposed plan', () => {
  test('parts a town among four inspectors evenly, each area in one piece', () => {
    const files = range(64).map(i => file(i + 1, i + 1))
    const plan = proposePlan({ files, inspectors: range(4).map(i => inspector(i + 1)), neighbourhoods: town(8) })
    expect(plan.items).toHaveLength(64)
    expect(plan.left).toEqual([])
    expect(plan.pieces).toBe(4)
    for (const one of plan.inspectors) expect(Math.abs(one.load - 16)).toBeLessThanOrEqual(3)
    expect(plan.meanDistance).toBeLessThan(1_100) // a 4 × 4 block of 500 m: about 900 m
  })

  test('keeps out the home neighbourhood, relatives, and files inspected before', () => {
    const home = inspector(1, { homeNeighbourhoodId: 1 })
    const kin = inspector(2, { relativeHouseholds: new Set([1]) })
    const earlier = inspector(3, { inspectedHouseholds: new Set([1]) })
    const barred = proposePlan({ files: [file(1, 1)], inspectors: [home, kin, earlier], neighbourhoods: town(2) })
    expect(barred.left).toMatchObject([
      {
        fileId: 1,
        reason: 'conflict',
        inspectors: [
          { id: 1, why: 'home_neighbourhood' },
          { id: 2, why: 'relative' },
          { id: 3, why: 'own_earlier_file' },
        ],
      },
    ])
    const plan = proposePlan({
      files: [file(1, 1)],
      inspectors: [home, kin, earlier, inspector(4)],
      neighbourhoods: town(2),
    })
    expect(ownerOf(plan, 1)).toBe(4)
  })

  test('gives urgent and late files first when the week is too short, and says who is full', () => {
    const files = [
      file(1, 1),
      file(2, 1, { dueOn: '2026-12-30' }),
      file(3, 1, { dueOn: '2026-11-02' }),
      file(4, 1, { isUrgent: true }),
    ]
    const plan = proposePlan({ files, inspectors: [inspector(1, { maxLoad: 2 })], neighbourhoods: town(1) })
    expect(plan.items.map(item => item.fileId).sort()).toEqual([3, 4])
    expect(plan.left.map(left => [left.fileId, left.reason, left.full])).toEqual([
      [2, 'capacity', [1]],
      [1, 'capacity', [1]],
    ])
  })

  test('makes room by handing a file on: who can take little keeps what only they may take', () => {
    const women = inspector(1, { maxLoad: 1 })
    const man = inspector(2, { sex: 'male', maxLoad: 1 })
    const files = [file(1, 1, { isUrgent: true }), file(2, 1, { wantedSex: 'female' })]
    const plan = proposePlan({ files, inspectors: [women, man], neighbourhoods: town(1) })
    expect([ownerOf(plan, 1), ownerOf(plan, 2)]).toEqual([2, 1])
  })

  test('shortens the week of who is away, counts what is open, and goes on from there', () => {
    const inspectors = [
      inspector(1, { presence: 0.4, maxLoad: 10 }),
      inspector(2, { openLoad: 15, openNeighbourhoods: [4] }),
      inspector(3, { presence: 0 }),
    ]
    const files = range(12).map(i => file(i + 1, (i % 4) + 1))
    const plan = proposePlan({ files, inspectors, neighbourhoods: town(2) })
    expect(plan.inspectors.map(one => [one.load, one.maxLoad])).toEqual([
      [4, 4],
      [5, 20],
      [0, 0],
    ])
    expect(plan.left).toHaveLength(3)
    expect(plan.left[0]?.inspectors).toEqual([{ id: 3, why: 'away' }])
  })

  test('two inspectors where two are required, never the same one twice, or neither', () => {
    const two = [file(1, 1, { needsTwo: true })]
    const plan = proposePlan({ files: two, inspectors: [inspector(1), inspector(2)], neighbourhoods: town(1) })
    const [item] = plan.items
    expect(new Set([item?.inspectorId, item?.secondInspectorId])).toEqual(new Set([1, 2]))
    const alone = proposePlan({ files: two, inspectors: [inspector(1)], neighbourhoods: town(1) })
    expect(alone.items).toEqual([])
    expect(alone.left[0]?.reason).toBe('no_second_inspector')
    expect(alone.inspectors[0]?.load).toBe(0)
  })

  test('says which inspectors stay below their least load', () => {
    const inspectors = [inspector(1, { minLoad: 3 }), inspector(2, { minLoad: 3 })]
    const plan = proposePlan({ files: range(4).map(i => file(i + 1, 1)), inspectors, neighbourhoods: town(1) })
    expect(plan.belowMinimum.reduce((sum, one) => sum + one.short, 0)).toBe(2)
  })

  test('names a district nobody works in, and plans nothing from nothing', () => {
    const here = inspector(1, { districts: new Set([2]) })
    const plan = proposePlan({ files: [file(1, 1)], inspectors: [here], neighbourhoods: town(1) })
    expect(plan.left[0]?.reason).toBe('no_inspector_in_district')
    const empty = proposePlan({ files: [], inspectors: [], neighbourhoods: [] })
    expect(empty).toMatchObject({ items: [], left: [], pieces: 0, meanDistance: 0 })
  })
})

const someFile = (side: number) =>
  fc.record({
    householdId: fc.integer({ min: 1, max: 30 }),
    neighbourhoodId: fc.integer({ min: 1, max: side * side + 2 }), // the last two have no boundary
    districtId: fc.integer({ min: 1, max: 3 }),
    isUrgent: fc.boolean(),
    needsTwo: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
    wantedSex: fc.constantFrom(null, null, null, 'female' as const, 'male' as const),
    dueOn: fc.constantFrom(null, '2026-11-01', '2026-11-30'),
  })

const somebody = fc.record({
  homeNeighbourhoodId: fc.option(fc.integer({ min: 1, max: 36 })),
  relativeHouseholds: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }).map(ids => new Set(ids)),
  inspectedHouseholds: fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }).map(ids => new Set(ids)),
  districts: fc.constantFrom(null, new Set([1, 2]), new Set([2]), new Set<number>()),
  minLoad: fc.integer({ min: 0, max: 5 }),
  maxLoad: fc.integer({ min: 0, max: 12 }),
  openLoad: fc.integer({ min: 0, max: 4 }),
  openNeighbourhoods: fc.array(fc.integer({ min: 1, max: 36 }), { maxLength: 2 }),
  presence: fc.constantFrom(0, 0.4, 1, 1),
  sex: fc.constantFrom('female' as const, 'male' as const),
})

const someProblem = fc
  .record({
    files: fc.array(someFile(6), { maxLength: 60 }),
    inspectors: fc.array(somebody, { maxLength: 7 }),
  })
  .map(
    ({ files, inspectors }): PlanProblem => ({
      files: files.map((one, i) => file(i + 1, one.neighbourhoodId, one)),
      inspectors: inspectors.map((one, i) => inspector(i + 1, one)),
      neighbourhoods: town(6),
    }),
  )

describe('any plan', () => {
  test('serves or explains each file, within bounds, without a conflict, and the same for any order of the input', () => {
    fc.assert(
      fc.property(someProblem, problem => {
        const plan = proposePlan(problem)
        const told = [...plan.items, ...plan.left].map(one => one.fileId).sort((a, b) => a - b)
        expect(told).toEqual(problem.files.map(one => one.id))
        for (const one of problem.inspectors) expect(visitsOf(plan, one.id)).toBeLessThanOrEqual(capacityOf(one).max)
        for (const item of plan.items) expect(barredFrom(problem, item)).toEqual([])
        for (const one of plan.inspectors) expect(one.load).toBe(visitsOf(plan, one.id))
        const { files, inspectors, neighbourhoods } = problem
        const turned = { files: files.toReversed(), inspectors: inspectors.toReversed(), neighbourhoods }
        expect(proposePlan({ ...turned, neighbourhoods: neighbourhoods.toReversed() })).toEqual(plan)
      }),
      { numRuns: 150 },
    )
  })

  test('leaves a file for want of room only when everybody who might make room is full', () => {
    fc.assert(
      fc.property(someProblem, problem => {
        const plan = proposePlan({ ...problem, files: problem.files.map(one => ({ ...one, needsTwo: false })) })
        for (const left of plan.left.filter(one => one.reason === 'capacity'))
          for (const id of left.full) expect(visitsOf(plan, id)).toBe(roomOf(problem, id))
        expect(plan.left.every(left => left.reason !== 'capacity' || left.full.length > 0)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})

const roomOf = (problem: PlanProblem, id: number) =>
  problem.inspectors.filter(one => one.id === id).map(one => capacityOf(one).max)[0]

const visitsOf = (plan: PlanProposal, id: number) =>
  plan.items.filter(item => item.inspectorId === id || item.secondInspectorId === id).length

function barredFrom(problem: PlanProblem, item: PlanProposal['items'][number]) {
  const one = problem.files.find(file => file.id === item.fileId)
  const both = [item.inspectorId, ...(item.secondInspectorId === null ? [] : [item.secondInspectorId])]
  const isPair = one?.needsTwo === true
  const reasons = problem.inspectors
    .filter(worker => both.includes(worker.id))
    .map(worker => (one ? whyNot(worker, one) : 'other_district'))
  return [...reasons.filter(why => why !== null), ...(new Set(both).size === (isPair ? 2 : 1) ? [] : ['pair'])]
}
