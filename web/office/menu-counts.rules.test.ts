import { expect, test } from 'vitest'
import type { WorkSection } from '../../api/work-lists/work-lists.contract.ts'
import { menuCounts } from './menu-counts.rules.ts'

const section = (key: WorkSection['key'], count: number | null): WorkSection => ({ key, count, late: 0, items: [] })

test('counts of sections stand beside the page they are done on', () => {
  const sections = [
    section('duplicates', 3),
    section('plans_to_approve', 1),
    section('plans_returned', 2),
    section('web_applications', 0),
    section('to_assign', null),
    section('urgent', 9),
  ]
  expect(menuCounts({ sections })).toEqual({ duplicates: 3, plans: 3 })
})
