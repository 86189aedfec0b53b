import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beginSimulation, type SimulationResult, tellSimulation } from './simulation.rules.ts'

/** A district in which `gained` of a thousand come in and `lost` of 400 fall out. */
function told(lost: number, gained: number): SimulationResult {
  const simulation = beginSimulation()
  const tally = { households: 1000, before: 400, after: 400 - lost + gained, lost, gained, openBefore: 0, openAfter: 0 }
  Object.assign(simulation.all, tally)
  simulation.byDistrict.set(1, { ...tally })
  return tellSimulation(simulation, { amountKurus: 100_000, months: 6 }, 5)
}

const count = fc.integer({ min: 6, max: 300 })

test('two drafts that differ by one household differ by nothing, or by five', () => {
  fc.assert(
    fc.property(count, count, (lost, gained) => {
      const [one, other] = [told(lost, gained), told(lost, gained + 1)].map(result => result.districts[0]?.counts)
      for (const key of ['after', 'lost', 'gained'] as const) {
        const [a, b] = [one?.[key] ?? 0, other?.[key] ?? 0]
        expect([0, 5]).toContain(b - a)
        expect(Math.abs(a % 5)).toBe(0)
      }
    }),
  )
})

test('what it costs after is told of the rounded count, so that it does not tell the exact one', () => {
  const { cost, whole } = told(12, 33)
  expect(cost.afterKurus).toBe((whole.after ?? 0) * 600_000)
  expect(cost.beforeKurus).toBe(400 * 600_000)
})
