import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import initSqlJs from 'sql.js'
import { describe, expect, it } from 'vitest'
import { nameDbf, pointShp, zip } from '../testing/shapefile.ts'
import { chooseColumns } from './columns.ts'
import { mendText } from './mend-text.ts'
import { openFile } from './read-file.ts'
import type { Row } from './reading.contract.ts'
import { masked, parseDay, parseInteger, parseKurus, properName } from './values.ts'

function save(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'komsu-read-'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  return join(folder, Object.keys(files)[0] ?? '')
}

async function read(files: Record<string, string | Uint8Array>, layer?: string) {
  const source = await openFile(save(files), layer)
  const rows: Row[] = []
  for await (const row of source.rows) rows.push(row)
  return { ...source, rows }
}

describe('values', () => {
  it.each([
    ['1.234,56', 123456],
    ['1234,5', 123450],
    ['1,234.56', 123456],
    ['1.234', 123400],
    ['₺ 500 TL', 50000],
    [500.25, 50025],
    ['1,234', null],
    ['-5', null],
    ['on', null],
  ])('%s is %s kuruş', (text, kurus) => expect(parseKurus(text)).toBe(kurus))
  it.each([
    ['21.11.2026', '2026-11-21'],
    ['1/2/1990', '1990-02-01'],
    ['2026-11-21T10:00', '2026-11-21'],
    [46347, '2026-11-21'],
    ['31.02.2020', null],
    ['dün', null],
  ])('%s is the day %s', (text, day) => expect(parseDay(text)).toBe(day))
  it('reads whole numbers with Turkish thousands', () =>
    expect(['1.234.567', '12', '12,0', '1,5', ''].map(parseInteger)).toEqual([1234567, 12, 12, null, null]))
  it('spells names', () =>
    expect(['KÂZIM KARABEKİR', 'ISPARTAKULE', 'Konak', 'ÇAMDİBİ VE ÇEVRESİ'].map(properName)).toEqual([
      'Kâzım Karabekir',
      'Ispartakule',
      'Konak',
      'Çamdibi ve Çevresi',
    ]))
  it('covers what is a person’s', () =>
    expect(['10000000146', 'Ayşe', 'AB', null].map(masked)).toEqual(['1•••••••••6', 'A••e', '••', null]))
  it('repairs text', () => {
    expect(mendText('Ä°zmir KarÅŸÄ±yaka')).toMatchObject({ text: 'İzmir Karşıyaka', mended: 'double_encoded' })
    expect(mendText('KARÞIYAKA ÝLÇESÝ')).toMatchObject({ text: 'KARŞIYAKA İLÇESİ', mended: 'wrong_code_page' })
    expect(mendText('  Güzelyalı\u00a0 ')).toEqual({ text: 'Güzelyalı', mended: null, isLost: false })
  })
})

describe('columns', () => {
  const names = { id: ['mahalleid', 'id'], name: ['name', 'ad'] }
  it('are found by their usual names, however written', () =>
    expect([...chooseColumns(['MAHALLE_ID', 'Ad'], names, []).theirs]).toEqual([
      ['id', 'MAHALLE_ID'],
      ['name', 'Ad'],
    ]))
  it('are taken as asked, either way round', () =>
    expect([
      ...chooseColumns(['X1', 'Y1'], names, [
        ['X1', 'id'],
        ['name', 'Y1'],
      ]).theirs,
    ]).toEqual([
      ['id', 'X1'],
      ['name', 'Y1'],
    ]))
  it('are named when they are not there', () => {
    expect(() => chooseColumns(['a'], names, [['b', 'name']])).toThrow(/"b" sütunu yok.*a/)
    expect(() => chooseColumns(['a'], names, [['a', 'colour']])).toThrow(/"colour"/)
    expect(() => chooseColumns(['name'], names, [['name', 'nmae']])).toThrow(/"nmae" diye bir alan yok/)
  })
})

describe('files', () => {
  it('CSV: delimiter, quotes, byte order mark, lines', async () => {
    const { rows } = await read({ 'a.csv': '\ufeffid;ad\r\n1;"Kordon; \r\nboyu"\r\n2;Konak\r\n3\r\n' })
    expect(rows.map(row => [row.line, row.cells.ad, row.fault?.field])).toEqual([
      [3, 'Kordon; \nboyu', undefined],
      [4, 'Konak', undefined],
      [5, null, 'line'],
    ])
  })
  it('GeoJSON: features of a collection, one a line, or plain objects', async () => {
    const feature = (n: number) =>
      `{"type":"Feature","id":${n},"properties":{"ad":"a\\"}{[","n":{"x":[1]}},"geometry":{"type":"Point","coordinates":[27,38]}}`
    const whole = await read({
      'a.json': `{"features":[${feature(1)},${feature(2)}],"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::5253"}},"type":"FeatureCollection"}`,
    })
    expect(whole.rows.map(row => [row.line, row.cells.ad, row.cells['@id'], row.cells.n])).toEqual([
      [1, 'a"}{[', 1, '{"x":[1]}'],
      [2, 'a"}{[', 2, '{"x":[1]}'],
    ])
    const first = await read({
      'a.json': `{"crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::5253"}},"features":[${feature(1)}]}`,
    })
    expect(first.crs).toEqual({ srid: 5253, definition: null })
    expect((await read({ 'a.geojsonl': `${feature(1)}\n${feature(2)}\n` })).rows.length).toBe(2)
    expect((await read({ 'a.json': '[{"ilce":"Konak"},{"ilce":"Buca"}]' })).rows.map(row => row.cells.ilce)).toEqual([
      'Konak',
      'Buca',
    ])
  })
  it('GeoPackage: the layer, its coordinate system and its geometry', async () => {
    const { Database } = await initSqlJs()
    const db = new Database()
    db.exec(`create table gpkg_spatial_ref_sys (srs_id integer, organization text, organization_coordsys_id integer, definition text);
      insert into gpkg_spatial_ref_sys values (7, 'EPSG', 5253, 'x');
      create table gpkg_contents (table_name text, data_type text); create table gpkg_geometry_columns (table_name text, column_name text, srs_id integer);
      insert into gpkg_contents values ('mahalle', 'features'), ('lejant', 'attributes'); insert into gpkg_geometry_columns values ('mahalle', 'geom', 7);
      create table mahalle (ad text, geom blob); create table lejant (ad text); insert into lejant values ('x'), ('y');`)
    const wkb = Buffer.alloc(8 + 21)
    wkb.write('GP', 'latin1')
    wkb.writeUInt8(1, 3)
    wkb.writeUInt8(1, 8)
    wkb.writeUInt32LE(1, 9)
    wkb.writeDoubleLE(512226.09, 13)
    wkb.writeDoubleLE(4254127.49, 21)
    db.run('insert into mahalle values (?, ?), (?, ?)', ['Alsancak', wkb, 'Bozuk', new Uint8Array([1, 2])])
    const { rows, crs, layer } = await read({ 'a.gpkg': db.export() })
    expect([crs?.srid, layer]).toEqual([5253, 'mahalle'])
    expect(rows.map(row => [row.cells.ad, row.geometry, row.fault?.field])).toEqual([
      ['Alsancak', { type: 'Point', coordinates: [512226.09, 4254127.49] }, undefined],
      ['Bozuk', null, 'geometry'],
    ])
    expect((await read({ 'a.gpkg': db.export() }, 'lejant')).rows.length).toBe(2)
  })
  it('shapefile: parts beside it or in a zip, Turkish code page, a cut one refused', async () => {
    const [shp, dbf] = [pointShp(27.1, 38.4), nameDbf('ÇİĞLİ')]
    const beside = await read({
      'a.shp': shp,
      'a.dbf': dbf,
      'a.prj':
        'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["Degree",0.017453292519943295]]',
    })
    expect(beside.rows).toMatchObject([
      { line: 1, cells: { AD: 'ÇİĞLİ' }, geometry: { type: 'Point', coordinates: [27.1, 38.4] } },
    ])
    expect(beside.encoding).toMatch(/windows-1254|iso-8859-9/)
    const zipped = await read({ 'a.zip': zip({ 'x/ilce.shp': shp, 'x/ilce.dbf': dbf }) })
    expect(zipped.rows[0]?.cells).toEqual({ AD: 'ÇİĞLİ' })
    await expect(read({ 'a.shp': shp.subarray(0, 110), 'a.dbf': dbf })).rejects.toThrow(/kesilmiş/)
    await expect(read({ 'a.shp': shp, 'a.dbf': dbf.subarray(0, 70) })).rejects.toThrow(/kesilmiş/)
  })
})
