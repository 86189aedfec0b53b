import { expect, it } from 'vitest'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { importText, plantCity } from '../testing/import-text.ts'

onFreshDatabase('importing addresses', db => {
  const content = `uavt,ilce,mahalle,sokak,kapi_no,enlem,boylam,adres
100001,Konak,Alsancak,1456. Sokak,12,38.005,27.005,
,Konak,Alsancak,1456 Sk.,14,,,
,,,,7,38.005,27.03,
,Konak,Göztepe,,,,,Caminin arkası
,Konak,Göztepe,,,,,
abc,Konak,Göztepe,,,,,
,Konak,Yokyer,,1,,,
`
  it('computes the rung, finds street and neighbourhood', async () => {
    await plantCity(db())
    const answer = await importText(db(), { kind: 'addresses', name: 'adres.csv', content })
    expect(answer).toMatchObject({ read: 7, loaded: 4 })
    expect(answer.rejected.map(one => [one.line, one.field])).toEqual([
      [6, 'kapi_no'],
      [7, 'uavt'],
      [8, 'mahalle'],
    ])
    const kept = await db().pool.query(
      'select uavt_code as uavt, neighbourhood_id as n, street_id as s, door_no as door, quality from komsu.address order by id',
    )
    expect(kept.rows).toEqual([
      { uavt: '100001', n: 11, s: 901, door: '12', quality: 'uavt' },
      { uavt: null, n: 11, s: 901, door: '14', quality: 'door' },
      { uavt: null, n: 12, s: null, door: '7', quality: 'building' },
      { uavt: null, n: 12, s: null, door: null, quality: 'described' },
    ])
  })
  it('changes nothing the second time, keeps what a later file leaves out', async () => {
    expect(await importText(db(), { kind: 'addresses', name: 'adres.csv', content })).toMatchObject({
      loaded: 0,
      updated: 0,
      unchanged: 4,
    })
    const later = 'uavt,mahalle_id,kapi_no\n100001,11,12/A\n'
    expect(await importText(db(), { kind: 'addresses', name: 'b.csv', content: later })).toMatchObject({ updated: 1 })
    const kept = await db().pool.query(
      'select door_no, street_id, geom is not null as located from komsu.address where uavt_code = $1',
      ['100001'],
    )
    expect(kept.rows).toEqual([{ door_no: '12/A', street_id: 901, located: true }])
  })
})
