import { expect, test } from 'vitest'
import { enMap } from './en-map.ts'
import { enOffice } from './en-office.ts'
import { formatter } from './format.ts'
import { translator } from './t.ts'
import { trMap } from './tr-map.ts'
import { trOffice } from './tr-office.ts'

const turkish: Record<string, string> = { ...trMap, ...trOffice }
const english: Record<string, string> = { ...enMap, ...enOffice }
const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]).sort()

test('both languages have the same keys and fill in the same blanks', () => {
  expect(Object.keys(english).sort()).toEqual(Object.keys(turkish).sort())
  for (const [key, text] of Object.entries(turkish))
    expect([key, blanks(english[key] ?? '')]).toEqual([key, blanks(text)])
})

test('no exclamation marks', () => {
  expect([...Object.values(turkish), ...Object.values(english)].filter(text => text.includes('!'))).toEqual([])
})

test('fills in blanks and leaves unknown ones visible', () => {
  expect(translator('tr')('table.page', { page: 2, pages: 13 })).toBe('Sayfa 2 / 13')
  expect(translator('en')('table.page', { page: 2 })).toBe('Page 2 of {pages}')
})

test('numbers and dates are written as in Turkish', () => {
  const format = formatter('tr')
  expect(format.number(1234.5, 1)).toBe('1.234,5')
  expect(format.month('2026-11-01')).toBe('Kasım 2026')
  expect(format.day('2026-11-21T10:00:00Z')).toBe('21.11.2026')
})
