import { describe, expect, it } from 'vitest'
import { InputError } from '../../api/platform/command.ts'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { collection, importText, plantCity } from '../testing/import-text.ts'
import { osmPbf } from '../testing/osm-pbf.ts'
import { streetKey, streetName } from './street-name.ts'

describe('names of streets', () => {
  it.each([
    ['11/1', 'Sokak', '11/1 Sokak', 'sokak'],
    ['ATATÜRK', 'Cadde', 'Atatürk Caddesi', 'cadde'],
    ['MİTHATPAŞA CADDESİ', null, 'Mithatpaşa Caddesi', 'cadde'],
    ['Gül (Sokak)', 'Sokak', 'Gül Sokak', 'sokak'],
    ['Köyiçi', 'Küme Evler', 'Köyiçi Küme Evleri', 'küme evler'],
  ])('%s + %s', (raw, kind, name, code) => expect(streetName(raw, kind)).toEqual({ name, kind: code }))
  it('have one key whatever the spelling', () => expect(streetKey('1456. Sk.')).toEqual(streetKey('1456 SOKAĞI')))
})

onFreshDatabase('importing streets', db => {
  const lines = async () =>
    (
      await db().pool.query(`select s.name, s.neighbourhood_id as n, s.id > 9000000000 as own, l.geom_source as source, st_numgeometries(l.geom) as parts from komsu.street_line l
      join komsu.street s on s.id = l.street_id join komsu.boundary_vintage v on v.id = l.vintage_id where v.valid_to is null order by s.neighbourhood_id, s.name`)
    ).rows

  it('cuts lines at borders and matches the registry by name', async () => {
    await plantCity(db())
    const content = collection(
      {
        type: 'LineString',
        properties: { adi: '1456. Sk.' },
        coordinates: [
          [27.001, 38.01],
          [27.015, 38.01],
        ],
      },
      {
        type: 'LineString',
        properties: { adi: 'İnönü Cad.' },
        coordinates: [
          [27.01, 38.005],
          [27.035, 38.005],
        ],
      },
      {
        type: 'LineString',
        properties: { adi: 'Uzak Sokak' },
        coordinates: [
          [27.5, 38.5],
          [27.51, 38.5],
        ],
      },
      {
        type: 'LineString',
        properties: { adi: null },
        coordinates: [
          [27.001, 38.01],
          [27.015, 38.01],
        ],
      },
    )
    const answer = await importText(db(), { kind: 'streets', name: 'yollar.geojson', content })
    expect(answer).toMatchObject({
      read: 4,
      loaded: 2,
      rejected: [
        { line: 3, field: 'geometry' },
        { line: 4, field: 'adi' },
      ],
    })
    expect(await lines()).toEqual([
      { name: '1456 Sokak', n: 11, own: false, source: 'yollar.geojson', parts: 1 },
      { name: 'İnönü Cad.', n: 11, own: true, source: 'yollar.geojson', parts: 1 },
      { name: 'İnönü Caddesi', n: 12, own: false, source: 'yollar.geojson', parts: 1 },
    ])
    expect(await importText(db(), { kind: 'streets', name: 'yollar.geojson', content })).toMatchObject({
      loaded: 0,
      updated: 0,
      unchanged: 2,
      vintage: null,
    })
  })
  it('reads named highways of an OSM PBF, and a cut one not at all', async () => {
    const content = osmPbf(
      [
        [1, 27.001, 38.015],
        [2, 27.015, 38.015],
        [3, 27.041, 38.01],
        [4, 27.055, 38.01],
      ],
      [
        { id: 7, refs: [1, 2], tags: { highway: 'residential', name: 'Kıbrıs Şehitleri Caddesi' } },
        { id: 8, refs: [3, 4], tags: { highway: 'residential', name: 'Forbes Caddesi' } },
        { id: 9, refs: [3, 4], tags: { highway: 'residential' } },
        { id: 10, refs: [1, 4], tags: { waterway: 'river', name: 'Melez' } },
      ],
    )
    const answer = await importText(db(), {
      kind: 'streets',
      name: 'izmir.osm.pbf',
      content,
      options: { date: '2030-01-01' },
    })
    expect(answer).toMatchObject({ read: 2, loaded: 2, rejected: [], vintage: { carried_over: 3 } })
    expect((await lines()).filter(one => one.source === 'osm').map(one => [one.name, one.n])).toEqual([
      ['Kıbrıs Şehitleri Caddesi', 11],
      ['Forbes Caddesi', 21],
    ])
    await expect(
      importText(db(), { kind: 'streets', name: 'cut.osm.pbf', content: content.subarray(0, content.length - 9) }),
    ).rejects.toThrow(InputError)
  })
  it('needs the neighbourhood of a street known by name only', async () => {
    const answer = await importText(db(), {
      kind: 'streets',
      name: 's.csv',
      content: 'ilce,mahalle,sokak\nKonak,Alsancak,1457 Sokak\nKonak,Alsancakk,1458 Sokak\n',
    })
    expect(answer).toMatchObject({ loaded: 1, rejected: [{ line: 3, field: 'mahalle', value: 'Alsancakk' }] })
    expect(
      await importText(db(), {
        kind: 'streets',
        name: 's.csv',
        content: 'ilce,mahalle,sokak\nKonak,Alsancak,1457 Sokak\n',
      }),
    ).toMatchObject({ unchanged: 1 })
  })
})
