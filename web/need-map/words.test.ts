import { expect, test } from 'vitest'
import type { AreaValue, Indicator } from '../../api/need-map/need-map.contract.ts'
import { formatter } from '../i18n/format.ts'
import { translator } from '../i18n/t.ts'
import { csvOf } from './csv.rules.ts'
import { sentenceOf } from './sentence.rules.ts'
import { sortRows, tableRows } from './table.rules.ts'

const INDICATOR: Indicator = {
  id: 'rate_below',
  name: { tr: 'Eşik altı oranı', en: 'Rate below the threshold' },
  description: { tr: '', en: '' },
  unit: { tr: '1.000 hanede', en: 'per 1 000 households' },
  kind: 'rate',
  group: 'need',
  direction: 'higher_is_worse',
  decimals: 1,
  formula: '',
  source: '',
  breaks: { method: 'quantile', classes: 5 },
}

const value = (id: number, figure: number | null): AreaValue => ({
  id,
  value: figure,
  low: figure === null ? null : figure - 1,
  high: figure === null ? null : figure + id,
  n_class: figure === null ? 0 : 4,
  state: figure === null ? 'suppressed' : 'ok',
})

const AREAS = [value(1, 1234.5), value(2, 20.25), value(3, 300), value(4, null)]
const NAMES = new Map([
  [1, { name: 'Çiğli', parentName: 'İzmir' }],
  [2, { name: 'Ilıca', parentName: 'İzmir' }],
  [3, { name: 'İnciraltı', parentName: 'İzmir' }],
  [4, { name: 'Şemikler', parentName: 'İzmir' }],
])

const wordsIn = (language: 'tr' | 'en') => ({ t: translator(language), format: formatter(language), language })

const shown = {
  indicator: INDICATOR,
  month: '2026-11-01',
  level: 'district' as const,
  areas: AREAS,
  nameOf: (id: number) => NAMES.get(id)?.name,
}

test('the map says itself in Turkish, numbers and month as written there', () => {
  expect(sentenceOf(shown, wordsIn('tr'))).toBe(
    'Kasım 2026, ilçeler. Eşik altı oranı: en yüksek 1.234,5 (Çiğli), en düşük 20,3 (Ilıca), ortanca 300,0. 1 alanda değer gösterilmiyor.',
  )
})

test('and in English', () => {
  expect(sentenceOf(shown, wordsIn('en'))).toContain('highest 1,234.5 (Çiğli)')
})

test('no area is called best or worst in any language', () => {
  for (const language of ['tr', 'en'] as const) {
    const said = sentenceOf(shown, wordsIn(language)).toLocaleLowerCase('tr')
    expect(said).not.toMatch(/en kötü|en iyi|worst|best/)
  }
})

test('with nothing to show it says so', () => {
  expect(sentenceOf({ ...shown, areas: [value(4, null)] }, wordsIn('tr'))).toBe(
    'Kasım 2026, ilçeler. Eşik altı oranı: gösterilebilecek değer yok.',
  )
})

test('rows sort by figure with withheld last both ways, and by name in Turkish order', () => {
  const rows = tableRows(AREAS, NAMES, '')
  const { compare } = formatter('tr')
  const ids = (by: 'value' | 'name', isDown: boolean) => sortRows(rows, { by, isDown }, compare).map(row => row.id)
  expect(ids('value', true)).toEqual([1, 3, 2, 4])
  expect(ids('value', false)).toEqual([2, 3, 1, 4])
  expect(ids('name', false)).toEqual([1, 2, 3, 4])
})

test('the table is searched with or without Turkish letters', () => {
  expect(tableRows(AREAS, NAMES, 'INCIRALTI').map(row => row.id)).toEqual([3])
  expect(tableRows(AREAS, NAMES, 'çığ').map(row => row.id)).toEqual([1])
})

test('CSV opens in a Turkish spreadsheet, withheld is a word, formulas are not run', () => {
  const text = csvOf(
    ['Ad', 'Değer'],
    [
      ['Çiğli', 1234.5],
      ['=A1', null],
      ['a;b', 'gizli'],
    ],
    'tr',
  )
  expect(text).toBe('\uFEFFAd;Değer\r\nÇiğli;1234,5\r\n\'=A1;\r\n"a;b";gizli\r\n')
})
