import { expect, test } from 'vitest'
import { median, quantile, summarise } from './report.ts'

test('quantiles are answers that were measured, by nearest rank', () => {
  const sorted = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  expect([quantile(sorted, 0.5), quantile(sorted, 0.95), quantile(sorted, 0), quantile([7], 0.95)]).toEqual([
    5, 10, 1, 7,
  ])
  expect(quantile([], 0.5)).toBeNaN()
  expect(median([9, 1, 5])).toBe(5)
})

test('one disturbed pass changes the p95 but not the rate', () => {
  const calm = { latencies: [1, 1, 1, 1], seconds: 0.004 }
  const disturbed = { latencies: [50, 50, 50, 50], seconds: 0.2 }
  expect(summarise([calm, disturbed, calm])).toEqual({ n: 12, p50: 1, p95: 50, max: 50, rate: 1000 })
})
