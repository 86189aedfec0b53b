import { expect, test } from 'vitest'
import { classOf, quantileOf, upperBounds } from './breaks.rules.ts'

const FIGURES = [1, 2, 3, 10, 11, 12, 50, 51, 52]

test('jenks finds the natural groups', () => {
  expect(upperBounds(FIGURES, 'jenks', 3)).toEqual([3, 12, 52])
})

test('equal intervals end at the highest figure', () => {
  expect(upperBounds([0, 5, 6, 9, 10], 'equal', 4)).toEqual([2.5, 5, 7.5, 10])
})

test('quantiles are those of numpy (linear)', () => {
  expect(quantileOf([1, 2, 3, 4], 0.5)).toBe(2.5)
  expect(upperBounds([1, 2, 3, 4, 5, 6, 7, 8], 'quantile', 4)).toEqual([2.75, 4.5, 6.25, 8])
})

test('few distinct figures give few classes, none gives none', () => {
  expect(upperBounds([4, 4, 4], 'quantile', 5)).toEqual([4])
  expect(upperBounds([1, 2, 2], 'jenks', 5)).toEqual([1, 2])
  expect(upperBounds([], 'equal', 5)).toEqual([])
})

test('upper bounds are inclusive and every figure has a class', () => {
  for (const method of ['jenks', 'quantile', 'equal'] as const) {
    const upper = upperBounds(FIGURES, method, 4)
    expect(upper).toEqual([...upper].sort((a, b) => a - b))
    expect(upper.at(-1)).toBe(52)
    for (const figure of FIGURES) {
      const at = classOf(figure, upper)
      expect(figure).toBeLessThanOrEqual(upper[at] ?? Number.NaN)
      if (at > 0) expect(figure).toBeGreaterThan(upper[at - 1] ?? Number.NaN)
    }
  }
})
