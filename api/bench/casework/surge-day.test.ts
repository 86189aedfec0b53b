import { expect, test } from 'vitest'
import { arrivals, BURST_FACTOR, busiest, chanceOf, DAY_SECONDS } from './surge-day.rules.ts'

const times = arrivals(25_000, chanceOf(1))
const mean = 25_000 / DAY_SECONDS

test('everything arrives within the day, in order', () => {
  expect(times).toHaveLength(25_000)
  expect(times[0]).toBeGreaterThanOrEqual(0)
  expect(times.at(-1)).toBeLessThan(DAY_SECONDS)
  expect(times.every((time, i) => i === 0 || time >= (times[i - 1] ?? 0))).toBe(true)
})

test('bursts come at five times the mean, and nothing else does', () => {
  const rate = busiest(times, 1500) / 1500
  expect(rate / mean).toBeGreaterThan(BURST_FACTOR * 0.93)
  expect(rate / mean).toBeLessThan(BURST_FACTOR * 1.1)
  const night = times.filter(time => time < 8 * 3600).length / (8 * 3600)
  expect(night / mean).toBeLessThan(0.6)
})

test('the same seed is the same day, another another', () => {
  expect(arrivals(500, chanceOf(7))).toEqual(arrivals(500, chanceOf(7)))
  expect(arrivals(500, chanceOf(7))).not.toEqual(arrivals(500, chanceOf(8)))
})
