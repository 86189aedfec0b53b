/** One answer of each address, shown in GET /api/openapi.json. The figures are made up. */
import { INDICATORS } from './indicators.rules.ts'
import type { AreaPage, AreaRef, Indicators, Names, Overview, SearchResult, Values } from './need-map.contract.ts'

const BBOX: [number, number, number, number] = [27.04, 38.37, 27.16, 38.47]
const KONAK: AreaRef = { level: 'district', id: 1448, name: 'Konak' }
const ALSANCAK: AreaRef = { level: 'neighbourhood', id: 8913, name: 'Alsancak' }
const VALUE = { value: 12.5, low: 10.1, high: 15.2, n_class: 5, state: 'ok' } as const

export const OVERVIEW: Overview = {
  provinces: [{ id: 35, name: 'İzmir', isSchematic: false, bbox: BBOX }],
  months: ['2026-09-01', '2026-10-01'],
  publishedAt: '2026-11-02T03:00:00.000Z',
  versions: { geometry: 2, published: 25 },
  isDemo: false,
}

export const CATALOGUE: Indicators = { items: INDICATORS.slice(0, 1) }

export const VALUES: Values = {
  date: '2026-10-01',
  indicator: 'rate_below',
  level: 'neighbourhood',
  areas: [
    { id: ALSANCAK.id, ...VALUE },
    { id: 8914, value: null, low: null, high: null, n_class: 0, state: 'suppressed' },
  ],
}

export const AREA_PAGE: AreaPage = {
  ...ALSANCAK,
  date: '2026-10-01',
  path: [{ level: 'province', id: 35, name: 'İzmir' }, KONAK],
  bbox: BBOX,
  geomSource: 'izbb',
  isApproximate: false,
  population: [{ year: 2025, population: 12_345, source: 'ADNKS' }],
  indicators: [{ indicator: 'rate_below', ...VALUE, parent: 11.2, province: 9.8 }],
  trend: [{ month: '2026-10-01', values: [12.5], states: ['ok'] }],
  neighbours: [{ level: 'neighbourhood', id: 8914, name: 'Kültür' }],
  children: [{ level: 'street', id: 501, name: 'Kıbrıs Şehitleri Caddesi' }],
  explanation: [{ tr: 'Oran ilçe ortalamasının üstünde.', en: 'The rate is above that of the district.' }],
}

export const FOUND: SearchResult = { items: [{ ...ALSANCAK, parentName: KONAK.name, bbox: BBOX }] }

export const NAMES: Names = {
  areas: [{ id: ALSANCAK.id, name: ALSANCAK.name, parentId: KONAK.id, parentName: KONAK.name }],
}
