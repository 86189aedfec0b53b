import { expect, test } from 'vitest'
import { DEFAULT_VIEW, formatAddress, isStep, levelShown, parseAddress, type View } from './view.rules.ts'

const FULL: View = {
  room: 'table',
  page: 'today',
  indicator: 'rate_below',
  month: '2026-03-01',
  level: 'neighbourhood',
  method: 'jenks',
  classes: 7,
  palette: 'cividis',
  area: { level: 'neighbourhood', id: 1_500_000_031 },
  columns: true,
  points: true,
  language: 'en',
  theme: 'contrast',
  camera: { zoom: 11.25, lat: 38.42, lng: 27.14 },
}

function read(address: string): View {
  const url = new URL(address, 'http://komsu.test/')
  return parseAddress(url.search, url.hash)
}

test('an address restores every part of a view', () => {
  expect(read(formatAddress(FULL))).toEqual(FULL)
})

test('a page of the office is in the address while the office is open', () => {
  const file: View = { ...DEFAULT_VIEW, room: 'office', page: 'file/12' }
  expect(formatAddress(file)).toBe('?room=office&page=file%2F12')
  expect(read(formatAddress(file))).toEqual(file)
  expect(formatAddress({ ...file, room: 'map' })).toBe('')
  expect(isStep(file, { ...file, page: 'pool' })).toBe(true)
})

test('a view as it is at first needs no address', () => {
  expect(formatAddress(DEFAULT_VIEW)).toBe('')
  expect(read('/')).toEqual(DEFAULT_VIEW)
})

test('what makes no sense in an address is as at first', () => {
  const broken =
    '/?room=cellar&page=Ayşe%20Yılmaz&indicator=<b>&month=2026-13&level=galaxy&method=x&classes=99&area=street.-1&theme=9#1/2'
  expect(read(broken)).toEqual(DEFAULT_VIEW)
  expect(read('/#11/95/27').camera).toBeNull()
  expect(read('/#11/38/abc').camera).toBeNull()
})

test('the level follows the zoom unless it is fixed', () => {
  expect([8, 10, 15].map(zoom => levelShown('auto', zoom))).toEqual(['district', 'neighbourhood', 'street'])
  expect(levelShown('district', 15)).toBe('district')
})

test('moving and months only renew the address; another area or indicator is a step back can undo', () => {
  expect(isStep(DEFAULT_VIEW, { ...DEFAULT_VIEW, camera: FULL.camera, month: FULL.month })).toBe(false)
  expect(isStep(DEFAULT_VIEW, { ...DEFAULT_VIEW, area: FULL.area })).toBe(true)
  expect(isStep(DEFAULT_VIEW, { ...DEFAULT_VIEW, indicator: 'unmet' })).toBe(true)
})
