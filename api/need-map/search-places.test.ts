import { beforeAll, expect, test } from 'vitest'
import { asService } from '../platform/officer.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { searchPlaces } from './search-places.ts'
import { plantSmallCity } from './testing/small-city.ts'

onFreshDatabase('search for a place', db => {
  beforeAll(() => plantSmallCity(db()))
  const find = (q: string) => asService(db(), 'map', trx => searchPlaces(trx, q)).then(({ items }) => items)
  const search = async (q: string) => (await find(q)).map(({ level, id }) => `${level} ${id}`)

  test.each([
    ['izmir', 'province 35'],
    ['İZMİR', 'province 35'],
    ['IZMIR', 'province 35'],
    ['ıĞDIR', 'district 3'],
    ['igdir', 'district 3'],
    ['kazım karabekir mah.', 'neighbourhood 12'],
    ['KÂZIM KARABEKİR', 'neighbourhood 12'],
    ['karabekir', 'neighbourhood 12'],
    ['kazm karabekr', 'neighbourhood 12'],
    ['şehit fethi bey cd', 'street 121'],
    ['sehit fethi', 'street 121'],
    ['1783', 'street 122'],
    ['1783 sk.', 'street 122'],
    ['ışık', 'street 211'],
    ['10. sokak bornova', 'street 212'],
    ['konak 10. sokak', 'street 111'],
  ])('search "%s" finds %s first', async (typed, found) => {
    expect((await search(typed))[0]).toBe(found)
  })

  test('search says where a place lies, larger places first, and nothing for nonsense', async () => {
    const items = await find('kaz')
    expect(items.map(({ name, parentName }) => [name, parentName])).toEqual([
      ['Kazımdirik', 'Bornova'],
      ['Kâzım Karabekir', 'Konak'],
    ])
    const streets = await find('10. sokak')
    expect(
      streets
        .slice(0, 2)
        .map(({ parentName }) => parentName)
        .sort(),
    ).toEqual(['Alsancak, Konak', 'Kazımdirik, Bornova'])
    expect(await search('qxqx')).toEqual([])
    for (const typed of ['100%', '%%', '..', '😀😀']) expect(await search(typed), typed).toEqual([])
  })
})
