import { expect, test } from 'vitest'
import { lengthOf, recognise } from './search-kind.rules.ts'
import { beginningWith, editDistance, meantBy } from './spelling.rules.ts'

const YEAR = 2026

test('what was typed is recognised by itself', () => {
  const kinds: Record<string, string> = {
    '10000000146': 'national_id',
    '100 000 001 46': 'national_id',
    '0532 111 22 33': 'phone',
    '+90 (232) 123-4567': 'phone',
    '00905321112233': 'phone',
    '+49 30 1234567': 'phone',
    '12345': 'number',
    S00000012: 'number',
    'cim-2026-17': 'number',
    'ABCD-EFGH-1234': 'number',
    'Gül Sokak 12 Karşıyaka': 'address',
    '2451/3. sk. no 5': 'address',
    'Atatürk Cad.': 'address',
    'gül 12 karşıyaka': 'address',
    'Ayşe Yılmaz': 'name',
    'Ayşe Yılmaz 1985': 'name',
    'Ayşe Yılmaz Bostanlı': 'name',
  }
  for (const [typed, kind] of Object.entries(kinds)) expect([typed, recognise(typed, YEAR).kind]).toEqual([typed, kind])
})

test('an address is taken apart: street, door, flat, place, the longest reading first', () => {
  expect(recognise('Karşıyaka Gül Sk. No: 12/A Daire 3', YEAR)).toEqual({
    kind: 'address',
    streets: [
      { street: 'karsiyaka gul sokak', place: '' },
      { street: 'gul sokak', place: 'karsiyaka' },
    ],
    door: '12/a',
    flat: '3',
  })
})

test('a year of birth narrows, a number that can be none does not', () => {
  expect(recognise('Ahmet 1985', YEAR)).toEqual({ kind: 'name', words: ['ahmet'], birthYear: 1985 })
  expect(recognise('Ahmet Yılmaz 2045', YEAR)).toMatchObject({ kind: 'address' })
})

test('a wrong check digit is told from a right one', () => {
  expect(recognise('10000000146', YEAR)).toMatchObject({ isRight: true })
  expect(recognise('10000000147', YEAR)).toMatchObject({ isRight: false })
})

test('what nobody sees does not count as a character', () => {
  expect([lengthOf('🙂🙂🙂'), lengthOf('‮a b'), lengthOf('  ğ1 ')]).toEqual([0, 2, 2])
  expect(recognise('‪0532 111 22 33‬', YEAR)).toEqual({ kind: 'phone', key: '5321112233' })
})

test('misspellings: one error in short words, two in long ones, a swap is one', () => {
  expect([editDistance('yilmaz', 'yimlaz'), editDistance('ali', 'aly'), editDistance('', 'ab')]).toEqual([1, 1, 2])
  const known = [
    { token: 'mehmet', people: 900 },
    { token: 'ahmet', people: 800 },
    { token: 'mehtap', people: 50 },
  ]
  expect(meantBy('mehmt', known)).toEqual(['mehmet'])
  expect(beginningWith('meh', known)).toEqual(['mehmet', 'mehtap'])
})
