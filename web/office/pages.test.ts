import { expect, test } from 'vitest'
import { RIGHTS } from '../../api/rights/rights.rules.ts'
import { OFFICE_ROLES } from '../app/office-roles.ts'
import { meaningOf, PAGE_KEYS } from './office-keys.rules.ts'
import { hasPage, menuOf, rolesOf, splitPage } from './pages.ts'

test('the rail opens the office for exactly the roles with a work list', () => {
  expect([...OFFICE_ROLES].sort()).toEqual([...RIGHTS['work_list.read']].sort())
})

test('a role sees in its menu what it may do and nothing else', () => {
  expect(menuOf('intake')).toEqual(['today', 'search', 'intake', 'web-applications', 'duplicates', 'proposals'])
  expect(menuOf('auditor')).toEqual(['today', 'schemes', 'read-log'])
  expect(menuOf('planner')).toEqual([])
  expect(hasPage('inspector', 'inspection')).toBe(true)
  expect(rolesOf('read-log')).toEqual(['auditor'])
})

test('an address names a page and what follows it', () => {
  expect(splitPage('file/12')).toEqual({ name: 'file', rest: '12' })
  expect(splitPage('intake/0190aa/two')).toEqual({ name: 'intake', rest: '0190aa/two' })
  expect(splitPage('today')).toEqual({ name: 'today', rest: '' })
  for (const page of ['', 'cellar', 'constructor', 'toString/1']) expect(splitPage(page)).toBeUndefined()
})

test('keys: g and a letter open pages, each letter one page', () => {
  expect(meaningOf('g', false)).toBe('prefix')
  expect(meaningOf('t', true)).toEqual({ go: 'today' })
  expect(meaningOf('N', true)).toEqual({ go: 'intake' })
  expect(meaningOf('t', false)).toBeNull()
  expect(meaningOf('/', false)).toBe('search')
  expect(meaningOf('?', false)).toBe('keys')
  const letters = Object.values(PAGE_KEYS)
  expect(new Set(letters).size).toBe(letters.length)
})
