import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { hasRightCheckDigits } from '../../api/platform/national-id.ts'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { importFile } from '../import-file.ts'
import { importText, plantCity } from '../testing/import-text.ts'

describe('national id', () => {
  // 10000000146 is the example the interior ministry publishes; the others differ from it in one digit.
  it('has two check digits', () => {
    expect(hasRightCheckDigits('10000000146')).toBe(true)
    expect(['10000000147', '10000000156', '20000000146', '1000000014'].map(hasRightCheckDigits)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})

/** Checksum-valid numbers that begin with 8, which the registry never gave out. */
function testId(serial: number): string {
  const d = [...String(800_000_000 + serial)].map(Number)
  const sum = (...at: number[]) => at.reduce((total, i) => total + (d[i] ?? 0), 0)
  d.push((((sum(0, 2, 4, 6, 8) * 7 - sum(1, 3, 5, 7)) % 10) + 10) % 10)
  d.push(d.reduce((a, b) => a + b, 0) % 10)
  return d.join('')
}

onFreshDatabase('importing households', db => {
  const [a, b, c] = [testId(1), testId(2), testId(3)]
  const header =
    'Dosya No;TC Kimlik No;Adı;Soyadı;Cinsiyet;Doğum Tarihi;Yakınlık;İlçe;Mahalle;Sokak;Kapı No;Aylık Gelir;Gelir Türü;Engel Oranı'
  const file = (income: string) => `${header}
H-1;${a};AYŞE;YILMAZ;Kadın;21.11.1980;Kendisi;Konak;Alsancak;1456 Sokak;12;${income};Ücret;
H-1;${b};ALİ;YILMAZ;E;2010-02-28;Oğlu;Konak;Alsancak;1456 Sokak;12;;;40
H-2;${c};FATMA;KAYA;K;31.02.1950;Kendisi;Konak;Göztepe;;5;0;yok;
H-3;12345678901;VELİ;KAYA;E;01.01.1950;Kendisi;Konak;Göztepe;;6;0;;
`
  it('loads people once, facts dated, and covers the values of people it rejects', async () => {
    await plantCity(db())
    const answer = await importText(db(), {
      kind: 'households',
      name: 'haneler.csv',
      content: file('12.500,50'),
      options: { date: '2026-01-01' },
    })
    expect(answer).toMatchObject({ read: 4, loaded: 2 })
    expect(answer.rejected.map(one => [one.line, one.field, one.value])).toEqual([
      [4, 'Doğum Tarihi', '3••••••••0'],
      [5, 'TC Kimlik No', '1•••••••••1'],
    ])
    const people = await db().pool.query(
      'select h.file_no, p.given_name, p.sex, p.household_role as role, p.born_on, h.street_id from komsu.person p join komsu.household h on h.id = p.household_id order by p.born_on',
    )
    expect(people.rows).toEqual([
      { file_no: 'H-1', given_name: 'Ayşe', sex: 'female', role: 'head', born_on: '1980-11-21', street_id: 901 },
      { file_no: 'H-1', given_name: 'Ali', sex: 'male', role: 'child', born_on: '2010-02-28', street_id: 901 },
    ])
    const batch = await db().pool.query(`select result::text as text from komsu.import_batch where kind = 'households'`)
    expect(batch.rows[0].text).not.toMatch(/12345678901|VELİ|Veli/)
  })
  it('adds a changed income and leaves the rest', async () => {
    expect(
      await importText(db(), {
        kind: 'households',
        name: 'haneler.csv',
        content: file('12.500,50'),
        options: { date: '2026-02-01' },
      }),
    ).toMatchObject({ loaded: 0, updated: 0, unchanged: 2 })
    expect(
      await importText(db(), {
        kind: 'households',
        name: 'haneler.csv',
        content: file('13.000'),
        options: { date: '2026-03-01' },
      }),
    ).toMatchObject({ loaded: 0, updated: 1, unchanged: 1 })
    const incomes = await db().pool.query(
      'select monthly_kurus, valid_from, valid_to from komsu.income order by valid_from',
    )
    expect(incomes.rows).toEqual([
      { monthly_kurus: 1250050, valid_from: '2026-01-01', valid_to: '2026-03-01' },
      { monthly_kurus: 1300000, valid_from: '2026-03-01', valid_to: null },
    ])
  })
  it('takes phones once however they are written, and a row with a wrong one', async () => {
    const phones = (first: string, second: string) => `Dosya No;TC Kimlik No;Telefon
H-1;${a};${first}
H-1;${b};${second}
`
    const load = (content: string) => importText(db(), { kind: 'households', name: 'tel.csv', content })
    const first = await load(phones('0580 123 45 67, +90 580 765 43 21', 'annesinden sorulacak'))
    expect(first).toMatchObject({ updated: 1, unchanged: 1, rejected: [] })
    expect(first.mended).toMatchObject([{ count: 1, lines: [3] }])
    expect(await load(phones('5801234567', '0 (580) 765-43-21'))).toMatchObject({ updated: 0, unchanged: 2 })
    const { rows } = await db().pool.query(
      'select c.value, c.value_key, p.national_id, c.valid_to from komsu.contact c join komsu.person p on p.id = c.person_id order by 2',
    )
    expect(rows).toEqual([
      { value: '0580 123 45 67', value_key: '5801234567', national_id: a, valid_to: null },
      { value: '0580 765 43 21', value_key: '5807654321', national_id: a, valid_to: null },
    ])
    const words = await db().pool.query(`select token from komsu.name_token order by token`)
    expect(words.rows.map(row => row.token)).toEqual(['ali', 'ayse', 'yilmaz'])
  })
  it('refuses to move a person from one household to another', async () => {
    const other = `${header}\nH-9;${a};AYŞE;YILMAZ;Kadın;21.11.1980;Kendisi;Konak;Alsancak;1456 Sokak;99;;;\n`
    const answer = await importText(db(), { kind: 'households', name: 'h.csv', content: other })
    expect(answer.rejected).toMatchObject([{ line: 2, field: 'TC Kimlik No' }])
  })
  it('reads a workbook with dates and numbers, then its aid', async () => {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('Haneler')
    sheet.addRow(['Hane listesi'])
    sheet.addRow(['hane_no', 'kimlik', 'ad_soyad', 'cinsiyet', 'dogum_tarihi', 'ilce', 'mahalle', 'adres'])
    sheet.addRow([
      77,
      Number(c),
      'Fatma Nur Kaya',
      'Kadın',
      new Date('1950-02-28'),
      'Buca',
      'Şirinyer',
      'Parkın karşısı',
    ])
    const path = join(mkdtempSync(join(tmpdir(), 'komsu-xlsx-')), 'haneler.xlsx')
    await book.xlsx.writeFile(path)
    expect(
      await importFile(db(), { kind: 'households', path, options: { map: [['kimlik', 'national_id']] } }),
    ).toMatchObject({ read: 1, loaded: 1, rejected: [] })
    expect(
      (await db().pool.query('select given_name, family_name, born_on from komsu.person where national_id = $1', [c]))
        .rows,
    ).toEqual([{ given_name: 'Fatma Nur', family_name: 'Kaya', born_on: '1950-02-28' }])
    const aid = `tc;dosya_no;yardım türü;tutar;tarih;kurum\n${c};;Gıda Kolisi;1.250,00;15.10.2026;\n${c};;gıda kolisi;1.250,00;15.10.2026;\n;77;Kömür;;01.11.2026;SYDV\n;78;Kömür;;01.11.2026;\n${c};;Araba;;01.11.2026;\n`
    const first = await importText(db(), { kind: 'aid-records', name: 'yardim.csv', content: aid })
    expect(first).toMatchObject({
      read: 5,
      loaded: 3,
      rejected: [
        { line: 5, field: 'dosya_no' },
        { line: 6, field: 'yardım türü' },
      ],
    })
    expect(await importText(db(), { kind: 'aid-records', name: 'yardim.csv', content: aid })).toMatchObject({
      loaded: 0,
      updated: 0,
      unchanged: 3,
    })
    const given = await db().pool.query(
      'select aid_type_code as type, amount_kurus as kurus, giver from komsu.aid order by id',
    )
    expect(given.rows).toEqual([
      { type: 'food_parcel', kurus: 125000, giver: 'municipality' },
      { type: 'food_parcel', kurus: 125000, giver: 'municipality' },
      { type: 'coal', kurus: null, giver: 'SYDV' },
    ])
  })
})
