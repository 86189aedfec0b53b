import iconv from 'iconv-lite'
import { expect, it } from 'vitest'
import { InputError } from '../../api/platform/command.ts'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { collection, importText, square } from '../testing/import-text.ts'

onFreshDatabase('importing districts', db => {
  const count = async (table: string) =>
    Number((await db().pool.query(`select count(*) as n from komsu.${table}`)).rows[0].n)
  const two = collection(
    { properties: { id: 1001, ad: 'ÇİĞLİ' }, coordinates: square(0, 0) },
    { properties: { id: 1002, ad: 'Karşıyaka' }, coordinates: square(1, 0) },
  )

  it('does nothing lasting in a dry run', async () => {
    const answer = await importText(db(), {
      kind: 'districts',
      name: 'a.geojson',
      content: two,
      options: { dryRun: true },
    })
    expect(answer).toMatchObject({ read: 2, loaded: 2, dry_run: true })
    expect([await count('district'), await count('boundary_vintage'), await count('import_batch')]).toEqual([0, 0, 0])
  })
  it('loads names, outlines and a first vintage, and draws them', async () => {
    const answer = await importText(db(), {
      kind: 'districts',
      name: 'a.geojson',
      content: two,
      options: { date: '2024-01-01' },
    })
    expect(answer).toMatchObject({
      kind: 'districts',
      read: 2,
      loaded: 2,
      rejected: [],
      province: 35,
      vintage: { valid_from: '2024-01-01', reason: 'first_import' },
    })
    const named = await db().pool.query('select id, name, name_key from komsu.district order by id')
    expect(named.rows).toEqual([
      { id: 1001, name: 'Çiğli', name_key: 'cigli' },
      { id: 1002, name: 'Karşıyaka', name_key: 'karsiyaka' },
    ])
    expect(
      Number(
        (await db().pool.query(`select version from komsu.data_version where scope = 'geometry'`)).rows[0].version,
      ),
    ).toBeGreaterThan(1)
  })
  it('changes nothing the second time', async () => {
    expect(await importText(db(), { kind: 'districts', name: 'a.geojson', content: two })).toMatchObject({
      loaded: 0,
      updated: 0,
      unchanged: 2,
      vintage: null,
    })
  })
  it('opens a vintage for new outlines, carries the others over and keeps the old', async () => {
    const moved = collection({ properties: { id: 1002, ad: 'KARŞIYAKA' }, coordinates: square(1, 0, 2) })
    const answer = await importText(db(), {
      kind: 'districts',
      name: 'b.geojson',
      content: moved,
      options: { date: '2025-06-01', reason: 'correction' },
    })
    expect(answer).toMatchObject({
      updated: 1,
      vintage: { valid_from: '2025-06-01', reason: 'correction', areas: 1, carried_over: 1 },
    })
    const vintages = await db().pool.query(
      `select valid_from, valid_to, (select count(*)::int from komsu.district_boundary b where b.vintage_id = v.id) as areas from komsu.boundary_vintage v order by valid_from`,
    )
    expect(vintages.rows).toEqual([
      { valid_from: '2024-01-01', valid_to: '2025-06-01', areas: 2 },
      { valid_from: '2025-06-01', valid_to: null, areas: 2 },
    ])
  })
  it('takes two files in on one day, the first ending as it began', async () => {
    for (const size of [3, 4])
      await importText(db(), {
        kind: 'districts',
        name: 'c.geojson',
        content: collection({ properties: { id: 1002 }, coordinates: square(1, 0, size) }),
        options: { date: '2026-01-01' },
      })
    const vintages = await db().pool.query(
      `select valid_to from komsu.boundary_vintage where valid_from = '2026-01-01' order by id`,
    )
    expect(vintages.rows).toEqual([{ valid_to: '2026-01-01' }, { valid_to: null }])
  })
  it('reads Windows-1254 and UTF-16 tables, repairs double encoding, takes populations', async () => {
    const csv = 'ilce_id;ilce_adi;NUFUS_2024\n1003;ÖDEMİŞ;132.511\n1004;Bayındır;40618\n'
    expect(
      await importText(db(), { kind: 'districts', name: 'd.csv', content: iconv.encode(csv, 'windows-1254') }),
    ).toMatchObject({ loaded: 2, encoding: 'iso-8859-9' })
    expect(
      await importText(db(), {
        kind: 'districts',
        name: 'd.csv',
        content: iconv.encode(csv, 'utf-16le', { addBOM: true }),
      }),
    ).toMatchObject({ unchanged: 2, encoding: 'utf-16le' })
    const twice = iconv.decode(Buffer.from(csv, 'utf8'), 'windows-1252')
    expect(await importText(db(), { kind: 'districts', name: 'd.csv', content: twice })).toMatchObject({
      unchanged: 2,
      mended: [{ count: 2 }],
    })
    expect((await db().pool.query('select population from komsu.area_population where area_id = 1003')).rows).toEqual([
      { population: 132511 },
    ])
  })
  it('names what it leaves out', async () => {
    const bad = collection(
      { properties: { id: 1001, ad: 'Karşıyaka' }, coordinates: square(0, 0) },
      {
        properties: { id: 1010, ad: 'Uzak' },
        coordinates: [
          [
            [32, 39],
            [33, 39],
            [33, 40],
            [32, 39],
          ],
        ],
      },
      { properties: {}, coordinates: square(0, 0) },
    )
    const answer = await importText(db(), { kind: 'districts', name: 'e.geojson', content: bad })
    expect(answer.rejected.map(one => [one.line, one.field])).toEqual([
      [1, 'id'],
      [2, 'geometry'],
      [3, 'ad'],
    ])
    expect(answer.rejected[1]?.why).toContain('--province 6')
  })
  it.each([
    ['cut.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature","prop'],
    ['broken.geojson', '{"type":"FeatureCollection","features":[{"type":"Feature",}]}'],
    ['empty.geojson', ''],
    ['open-quote.csv', 'id,ad\n1,"Konak\n'],
    ['picture.png', 'x'],
    ['no.gpkg', 'not a database'],
    ['no.zip', 'PK'],
    ['no.xlsx', 'PK'],
    ['no.shp', 'x'],
  ])('throws for a broken file: %s', async (name, content) => {
    await expect(importText(db(), { kind: 'districts', name, content })).rejects.toThrow(InputError)
  })
})
