import { expect, test } from 'vitest'
import { addDays } from '../platform/day.ts'
import { mondayOf, presence } from './week.rules.ts'

test('weeks begin on Monday, over the ends of months and years', () => {
  expect(mondayOf('2026-11-22')).toBe('2026-11-16') // a Sunday
  expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  expect(mondayOf('2027-01-01')).toBe('2026-12-28')
  expect(addDays('2028-02-28', 2)).toBe('2028-03-01')
})

test('absences shorten a week by its working days, overlapping ones once', () => {
  expect(presence('2026-11-23', [])).toBe(1)
  expect(presence('2026-11-23', [{ from: '2026-11-21', to: '2026-11-22' }])).toBe(1) // the weekend before
  expect(presence('2026-11-23', [{ from: '2026-11-26', to: '2026-12-06' }])).toBe(0.6)
  const twice = [
    { from: '2026-11-23', to: '2026-11-25' },
    { from: '2026-11-24', to: '2026-11-27' },
  ]
  expect(presence('2026-11-23', twice)).toBe(0)
})
