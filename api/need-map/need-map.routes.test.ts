import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from '../platform/config.ts'
import { buildApp } from '../platform/http/app.ts'
import type { App } from '../platform/http/slice.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { INDICATORS } from './indicators.rules.ts'
import { AreaPage, Indicators, Names, Overview, SearchResult, Values } from './need-map.contract.ts'
import { needMapRoutes } from './need-map.routes.ts'
import { publishNeedMap } from './publish-need-map.ts'
import { plantSmallCity } from './testing/small-city.ts'

onFreshDatabase('the need map over HTTP', db => {
  let app: App
  beforeAll(async () => {
    app = await buildApp({ db: db(), config: readConfig({ LOG_LEVEL: 'silent' }) }, { slices: [needMapRoutes] })
  })
  afterAll(() => app.close())

  const ask = (path: string, headers: Record<string, string> = {}) =>
    app.inject({ url: `/api/need-map${path}`, headers })
  const get = async (path: string) => {
    const answer = await ask(path)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json()
  }
  test('before anything is published: an empty overview, and 404 for figures', async () => {
    expect(Overview.parse(await get(''))).toMatchObject({ provinces: [], months: [], publishedAt: null, isDemo: false })
    const values = await ask('/values?level=district&indicator=fgt0')
    expect([values.statusCode, values.json().type]).toEqual([404, 'not-published'])
  })

  describe('once published', () => {
    beforeAll(async () => {
      await plantSmallCity(db())
      await db().pool.query(`insert into tile.area (level, id, name, west, south, east, north, geom_source, is_approximate, neighbours) values
        ('province', 35, 'İzmir', 26, 37, 29, 40, 'union', false, '{}'), ('neighbourhood', 11, 'Alsancak', 27.1, 38.4, 27.2, 38.5, 'voronoi_pins', true, '{12}')`)
      await db().pool.query(
        `insert into komsu.area_population values ('neighbourhood', 11, 2025, 310, 'ADNKS'), ('neighbourhood', 11, 2023, 300, 'ADNKS')`,
      )
      await publishNeedMap(db(), { date: '2026-06-30', months: 13 })
    })

    test('the overview names provinces, months and versions', async () => {
      const overview = Overview.parse(await get(''))
      expect(overview.provinces).toEqual([{ id: 35, name: 'İzmir', isSchematic: false, bbox: [26, 37, 29, 40] }])
      expect([overview.months.length, overview.months[0], overview.months.at(-1)]).toEqual([
        13,
        '2025-06-01',
        '2026-06-01',
      ])
      expect(overview).toMatchObject({ isDemo: true, versions: { geometry: 1, published: 14 } })
    })

    test('the catalogue is whole', async () => {
      expect(Indicators.parse(await get('/indicators')).items).toEqual(INDICATORS)
    })

    test('values carry states, classes and intervals', async () => {
      const values = Values.parse(await get('/values?level=street&indicator=rate_below&date=2026-06-14'))
      expect(values).toMatchObject({ date: '2026-06-01', level: 'street', indicator: 'rate_below' })
      expect(Object.fromEntries(values.areas.map(area => [area.id, [area.state, area.value, area.n_class]]))).toEqual({
        111: ['ok', 300, 3],
        112: ['ok', 300, 4],
        121: ['suppressed', null, 4],
        122: ['suppressed', null, 4],
        211: ['too_few', null, 0],
        212: ['suppressed', null, 3],
        213: ['too_few', null, 0],
      })
      const [first] = values.areas
      expect(first?.low).toBeCloseTo(180.7, 1) // Wilson, 12 of 40
      expect(first?.high).toBeCloseTo(454.3, 1)
    })

    test('values under a parent: a neighbourhood or a district for streets', async () => {
      const ids = async (query: string) =>
        Values.parse(await get(`/values?indicator=households&${query}`)).areas.map(({ id }) => id)
      expect(await ids('level=street&parent=21')).toEqual([211, 212, 213])
      expect(await ids('level=street&parent=1')).toEqual([111, 112, 121, 122])
      expect(await ids('level=neighbourhood&parent=2')).toEqual([21, 22])
      expect(await ids('level=district&parent=35')).toEqual([1, 2, 3])
    })

    test.each([
      ['/values?level=district&indicator=happiness', 404, 'unknown-indicator'],
      ['/values?level=city&indicator=fgt0', 400, 'invalid-input'],
      ['/values?level=district', 400, 'invalid-input'],
      ['/values?level=district&indicator=fgt0&date=2019-01-01', 404, 'not-published'],
      ['/values?level=district&indicator=fgt0&date=yesterday', 400, 'invalid-input'],
      ['/values?level=street&indicator=fgt0&parent=999', 404, 'unknown-area'],
      ['/values?level=street&indicator=fgt0&parent=35', 404, 'unknown-area'],
      ['/areas/district/999', 404, 'unknown-area'],
      ['/areas/district/one', 400, 'invalid-input'],
      ['/areas/district/1?date=2019-01-01', 404, 'not-published'],
      ['/search?q=a', 400, 'invalid-input'],
      ['/search', 400, 'invalid-input'],
      ['/names?level=planet', 400, 'invalid-input'],
    ])('%s is %i %s', async (path, status, type) => {
      const answer = await ask(path)
      expect([answer.statusCode, answer.json().type]).toEqual([status, type])
      expect(answer.headers['content-type']).toMatch(/application\/problem\+json/)
    })

    test('a problem says what is allowed', async () => {
      const unknown = (await ask('/values?level=district&indicator=happiness')).json()
      expect(unknown.details.indicators).toContain('rate_below')
      const late = (await ask('/values?level=district&indicator=fgt0&date=2019-01-01')).json()
      expect(late.details.months).toHaveLength(13)
    })

    test('the page of a neighbourhood', async () => {
      const page = AreaPage.parse(await get('/areas/neighbourhood/11'))
      expect(page).toMatchObject({
        level: 'neighbourhood',
        id: 11,
        name: 'Alsancak',
        date: '2026-06-01',
        path: [
          { level: 'province', id: 35, name: 'İzmir' },
          { level: 'district', id: 1, name: 'Konak' },
        ],
        bbox: [27.1, 38.4, 27.2, 38.5],
        geomSource: 'voronoi_pins',
        isApproximate: true,
        population: [
          { year: 2023, population: 300, source: 'ADNKS' },
          { year: 2025, population: 310, source: 'ADNKS' },
        ],
        neighbours: [{ level: 'neighbourhood', id: 12, name: 'Kâzım Karabekir' }],
      })
      expect(page.children.map(({ name }) => name)).toEqual(['2. Sokak', '10. Sokak'])
      const rate = page.indicators.find(({ indicator }) => indicator === 'rate_below')
      expect(rate).toMatchObject({ value: 300, state: 'ok', parent: 265, province: 353.4 })
      expect(page.trend).toHaveLength(13)
      expect(page.trend[12]?.values[2]).toBe(300)
      expect(page.explanation[0]?.tr).toBe(
        'Her 1.000 hanenin 300 kadarı eşiğin altında; Konak ortalaması 265, belirgin bir fark yok; İzmir ortalaması 353, belirgin bir fark yok.',
      )
    })

    test('the pages of a province, a district without households and a street', async () => {
      expect(AreaPage.parse(await get('/areas/province/35')).children.map(({ name }) => name)).toEqual([
        'Bornova',
        'Iğdır',
        'Konak',
      ])
      const empty = AreaPage.parse(await get('/areas/district/3'))
      expect(new Set(empty.indicators.map(({ state }) => state))).toEqual(new Set(['no_data']))
      expect(empty.explanation[0]?.en).toMatch(/Nothing on need is recorded/)
      const street = AreaPage.parse(await get('/areas/street/213'))
      expect(street).toMatchObject({ children: [], bbox: null, path: [{ id: 35 }, { id: 2 }, { id: 21 }] })
      expect(street.explanation[0]?.en).toMatch(/nobody can be recognised/)
    })

    test('search', async () => {
      const { items } = SearchResult.parse(await get(`/search?q=${encodeURIComponent('ALSANCAK MAH.')}`))
      expect(items).toEqual([
        { level: 'neighbourhood', id: 11, name: 'Alsancak', parentName: 'Konak', bbox: [27.1, 38.4, 27.2, 38.5] },
      ])
    })

    test('names for the table', async () => {
      const names = Names.parse(await get('/names?level=neighbourhood&parent=1')).areas
      expect(names).toEqual([
        { id: 11, name: 'Alsancak', parentId: 1, parentName: 'Konak' },
        { id: 12, name: 'Kâzım Karabekir', parentId: 1, parentName: 'Konak' },
      ])
      expect(Names.parse(await get('/names?level=street')).areas).toHaveLength(7)
      expect(Names.parse(await get('/names?level=province')).areas).toEqual([
        { id: 35, name: 'İzmir', parentId: 0, parentName: '' },
      ])
    })

    test('what the browser has already is not sent again, until the next publish', async () => {
      const path = '/values?level=district&indicator=fgt0'
      const first = await ask(path)
      const etag = String(first.headers.etag)
      expect(first.headers['cache-control']).toMatch(/max-age=30/)
      const again = await ask(path, { 'if-none-match': etag })
      expect([again.statusCode, again.body]).toEqual([304, ''])
      expect((await ask(path, { 'if-none-match': `"other", ${etag.replace('W/', '')}` })).statusCode).toBe(304)
      await publishNeedMap(db(), { date: '2026-06-30' })
      expect((await ask(path, { 'if-none-match': etag })).statusCode).toBe(200)
    })
  })
})
