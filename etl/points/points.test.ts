import { expect, it } from 'vitest'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { importText, plantCity } from '../testing/import-text.ts'

onFreshDatabase('importing points', db => {
  const content =
    'DURAK_ID;DURAK_ADI;ENLEM;BOYLAM;HATLAR\n1;İskele;38,005;27,005;32-29\n2;Çarşı;27,03;38,01;15\n3;Uzak;39,9;32,8;1\n4;Boş;;;1\n1;İskele;38,005;27,005;32\n5;Bozuk;yok;27,1;1\n6;Eksik\n'
  it('places them, mends swapped axes, names the rest', async () => {
    await plantCity(db())
    const answer = await importText(db(), {
      kind: 'points',
      name: 'durak.csv',
      content,
      options: { pointKind: 'bus_stop' },
    })
    expect(answer).toMatchObject({ read: 7, loaded: 2, mended: [{ lines: [3] }] })
    expect(answer.rejected.map(one => [one.line, one.field])).toEqual([
      [4, 'geometry'],
      [5, 'ENLEM'],
      [6, 'DURAK_ID'],
      [7, 'geometry'],
      [8, 'line'],
    ])
    const kept = await db().pool.query(
      'select code, name, district_id, neighbourhood_id, attributes, round(st_x(geom)::numeric, 3)::float as lon from komsu.point order by code',
    )
    expect(kept.rows).toEqual([
      {
        code: '1',
        name: 'İskele',
        district_id: 1001,
        neighbourhood_id: 11,
        attributes: { HATLAR: '32-29' },
        lon: 27.005,
      },
      { code: '2', name: 'Çarşı', district_id: 1001, neighbourhood_id: 12, attributes: { HATLAR: '15' }, lon: 27.03 },
    ])
  })
  it('changes nothing the second time, and what changed the third', async () => {
    expect(
      await importText(db(), { kind: 'points', name: 'durak.csv', content, options: { pointKind: 'bus_stop' } }),
    ).toMatchObject({ loaded: 0, updated: 0, unchanged: 2 })
    const moved = 'kod,isim,y,x\n1,İskele,38.006,27.005\n'
    expect(
      await importText(db(), {
        kind: 'points',
        name: 'durak.csv',
        content: moved,
        options: { map: [['kod', 'code']] },
      }),
    ).toMatchObject({ updated: 1 })
  })
})
