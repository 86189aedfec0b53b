import { describe, expect, test } from 'vitest'
import { pressHead, sortRows } from './data-table.rules.ts'
import { parseDay, writeDay } from './date.rules.ts'
import { MOST_KURUS, parseMoney, writeMoney } from './money.rules.ts'
import { nationalIdProblem, nationalIdText } from './national-id.rules.ts'
import { parsePhone, writePhone } from './phone.rules.ts'

describe('days', () => {
  test.each([
    ['21.11.2026', '2026-11-21'],
    ['21112026', '2026-11-21'],
    ['21/11/2026', '2026-11-21'],
    ['21-11-2026', '2026-11-21'],
    ['21 11 2026', '2026-11-21'],
    ['1.2.2026', '2026-02-01'],
    [' 2026-11-21 ', '2026-11-21'],
    ['29.02.2024', '2024-02-29'],
  ])('%s is read', (text, iso) => expect(parseDay(text)).toBe(iso))

  test.each([
    '',
    '29.02.2023',
    '31.04.2026',
    '21.13.2026',
    '00.01.2026',
    '21.11.26',
    '2111',
    'dün',
    '21.11.20266',
    '2026-02-30',
  ])('%j is no day', text => expect(parseDay(text)).toBeNull())

  test('written as it is written here', () => expect(writeDay('2026-02-01')).toBe('01.02.2026'))
})

describe('money', () => {
  test.each([
    ['1.234,50', 123_450],
    ['1234,5', 123_450],
    ['1234.50', 123_450],
    ['1.234', 123_400],
    ['12.5', 1_250],
    ['1 234', 123_400],
    ['₺ 22.104,67', 2_210_467],
    ['500 TL', 50_000],
    ['0', 0],
    ['-12,05', -1_205],
    ['12.345.678', 1_234_567_800],
  ])('%s is read', (text, kurus) => expect(parseMoney(text)).toBe(kurus))

  test.each(['', 'bin', '1,234.50', '12,345', '1.2.3', '1.23.456', '12,', ',5', '1e5', '--1', '99999999999999999999'])(
    '%j is no amount',
    text => expect(parseMoney(text)).toBeNull(),
  )

  test('what is written is read back', () => {
    for (const kurus of [0, 5, 50, 99, 100, 123_450, 1_234_567_800, -1_205, MOST_KURUS])
      expect(parseMoney(writeMoney(kurus))).toBe(kurus)
    expect(writeMoney(1_234_567_89)).toBe('1.234.567,89')
    expect(writeMoney(100_000)).toBe('1.000')
  })
})

describe('T.C. kimlik no', () => {
  test.each(['10000000146', '80000000064', '99000000288'])('%s can be one', number => {
    expect(nationalIdProblem(number)).toBeNull()
  })

  test.each([
    ['1000000014a', 'letters'],
    ['１0000000146', 'letters'],
    ['1000000014', 'length'],
    ['100000001466', 'length'],
    ['', 'length'],
    ['01234567890', 'zero'],
    ['10000000147', 'checksum'],
    ['10000000164', 'checksum'],
  ])('%s cannot: %s', (number, problem) => expect(nationalIdProblem(number)).toBe(problem))

  test('any one wrong digit is found', () => {
    const right = '10000000146'
    for (let at = 0; at < 11; at++)
      for (let digit = 0; digit < 10; digit++) {
        const other = `${right.slice(0, at)}${digit}${right.slice(at + 1)}`
        expect(nationalIdProblem(other) === null).toBe(other === right)
      }
  })

  test('pasted with spaces', () => expect(nationalIdText(' 100 000 001 46\u200f')).toBe('10000000146'))
})

describe('phone', () => {
  test.each(['0532 123 45 67', '+90 (532) 123 45 67', '5321234567', '0090-532-1234567', '90 532 123 45 67'])(
    '%s is read',
    text => expect(parsePhone(text)).toBe('+905321234567'),
  )
  test.each(['', '112', '0132 123 45 67', '0532 123 45 6', '+49 30 123456', 'yok'])('%j is none', text =>
    expect(parsePhone(text)).toBeNull(),
  )
  test('written', () => expect(writePhone('+902321234567')).toBe('0232 123 45 67'))
})

describe('rows', () => {
  const rows = [{ name: 'Çınar' }, { name: 'Ilgaz' }, { name: null }, { name: 'Cem' }, { name: 'İnci' }]

  test('in Turkish order, without a value last either way', () => {
    expect(sortRows(rows, row => row.name, false).map(row => row.name)).toEqual(['Cem', 'Çınar', 'Ilgaz', 'İnci', null])
    expect(sortRows(rows, row => row.name, true).map(row => row.name)).toEqual(['İnci', 'Ilgaz', 'Çınar', 'Cem', null])
  })

  test('numbers as numbers', () => {
    expect(sortRows([{ n: 10 }, { n: 9 }, { n: 100 }], row => row.n, false).map(row => row.n)).toEqual([9, 10, 100])
  })

  test('a second press turns the order round', () => {
    const once = pressHead(null, 'age')
    expect(once).toEqual({ column: 'age', isDescending: false })
    expect(pressHead(once, 'age').isDescending).toBe(true)
    expect(pressHead(once, 'name')).toEqual({ column: 'name', isDescending: false })
  })
})
