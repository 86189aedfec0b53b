import { expect, test } from 'vitest'
import type { AreaValue } from '../../api/need-map/need-map.contract.ts'
import { classify, paintAreas } from './paint.rules.ts'

const area = (id: number, value: number | null, state: AreaValue['state'] = 'ok'): AreaValue => ({
  id,
  value,
  low: null,
  high: null,
  n_class: 5,
  state,
})

const AREAS = [area(1, 4), area(2, 16), area(3, null, 'suppressed'), area(4, null, 'too_few')]
const NONE: ReadonlySet<number> = new Set()

test('counts areas in classes and states', () => {
  const classing = classify(AREAS, { kind: 'rate', method: 'equal', classes: 2 })
  expect(classing.counts).toEqual([1, 1])
  expect(classing.states).toEqual({ ok: 2, suppressed: 1, too_few: 1, no_data: 0 })
})

test('a withheld area has no colour and no size, only its state', () => {
  const classing = classify(AREAS, { kind: 'rate', method: 'equal', classes: 2 })
  const painted = paintAreas(AREAS, classing, { colours: ['#aaa', '#111'], only: NONE })
  expect(painted.get(3)).toEqual({ colour: '', size: 0, state: 'suppressed', isDim: false })
  expect(painted.get(2)?.colour).toBe('#111')
})

test('areas of circles go with their counts', () => {
  const classing = classify(AREAS, { kind: 'count', method: 'equal', classes: 2 })
  const painted = paintAreas(AREAS, classing, { colours: ['#a', '#b'], only: NONE })
  const [small, large] = [painted.get(1)?.size ?? 0, painted.get(2)?.size ?? 0]
  expect(small ** 2 / large ** 2).toBeCloseTo(4 / 16)
})

test('bringing one class forward pushes all others back', () => {
  const classing = classify(AREAS, { kind: 'rate', method: 'equal', classes: 2 })
  const painted = paintAreas(AREAS, classing, { colours: ['#a', '#b'], only: new Set([1]) })
  expect([1, 2, 3].map(id => painted.get(id)?.isDim)).toEqual([true, false, true])
})
