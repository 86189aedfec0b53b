import { expect, test } from 'vitest'
import { draftOf, loadsOf, moveFiles, takeOut } from './plan-draft.rules.ts'

const items = [
  { applicationId: 1, inspectorId: 10, secondInspectorId: null },
  { applicationId: 2, inspectorId: 10, secondInspectorId: 20 },
  { applicationId: 3, inspectorId: 20, secondInspectorId: null },
]
const barred = [{ applicationId: 1, inspectorId: 30, why: 'home_neighbourhood' }]

test('files move, except to who is barred or already there as the second', () => {
  const before = draftOf({ items })
  const { draft, moved, refused } = moveFiles(before, { ids: [1, 2, 3], to: 30, barred })
  expect(moved).toEqual([2, 3])
  expect(refused).toEqual([{ id: 1, why: 'home_neighbourhood' }])
  expect(draft.visits.get(2)).toEqual({ inspectorId: 30, secondInspectorId: 20 })
  expect(before.visits.get(2)?.inspectorId).toBe(10)
  expect(moveFiles(before, { ids: [2], to: 20, barred }).refused).toEqual([{ id: 2, why: 'same_twice' }])
  expect(moveFiles(before, { ids: [1], to: 10, barred }).moved).toEqual([])
})

test('loads count second visits; what is taken out counts no more and can come back', () => {
  const draft = draftOf({ items })
  expect([...loadsOf(draft)]).toEqual([
    [10, 2],
    [20, 2],
  ])
  const less = takeOut(draft, [2, 99])
  expect([...loadsOf(less)]).toEqual([
    [10, 1],
    [20, 1],
  ])
  expect([...less.out]).toEqual([2])
  const again = moveFiles(less, { ids: [2], to: 10, barred })
  expect([...again.draft.out]).toEqual([])
  expect(again.draft.changed.size).toBe(1)
})
