import { expect, it } from 'vitest'
import { onFreshDatabase } from '../../api/platform/testing/databases.ts'
import { collection, importText, plantCity, square } from '../testing/import-text.ts'

onFreshDatabase('importing neighbourhoods', db => {
  it('re-keys to the registry by district and Turkish name', async () => {
    await plantCity(db())
    const content = collection(
      { properties: { neighborhood_name: 'ALSANCAK MAH.', district_name: 'KONAK' }, coordinates: square(0, 0, 2) },
      { properties: { neighborhood_name: 'Goztepe Mahallesi', district_name: 'Konak' }, coordinates: square(2, 0, 2) },
      { properties: { neighborhood_name: 'Sirinyre', district_name: 'Buca' }, coordinates: square(4, 0, 2) },
      { properties: { neighborhood_name: 'Alsancak', district_name: 'Konakk' }, coordinates: square(0, 0, 2) },
    )
    const answer = await importText(db(), {
      kind: 'neighbourhoods',
      name: 'm.geojson',
      content,
      options: { date: '2025-01-01' },
    })
    expect(answer).toMatchObject({
      read: 4,
      loaded: 0,
      rejected: [
        { line: 3, field: 'neighborhood_name' },
        { line: 4, field: 'district_name' },
      ],
    })
    expect(answer.rejected[0]?.why).toContain('En yakın: Şirinyer')
    expect(answer.rejected[1]?.why).toContain('En yakın: Konak')
    const names = await db().pool.query('select name from komsu.neighbourhood order by id')
    expect(names.rows.map(row => row.name)).toEqual(['Alsancak', 'Göztepe', 'Şirinyer'])
  })
  it('marks approximate outlines, mends a bow-tie, finds a district by geometry', async () => {
    const content = collection({
      properties: { mahalle_id: 21, name: 'Şirinyer', geom_source: 'voronoi_assembly_area' },
      coordinates: [
        [
          [27.04, 38],
          [27.06, 38.02],
          [27.06, 38],
          [27.04, 38.02],
          [27.04, 38],
        ],
      ],
    })
    const answer = await importText(db(), {
      kind: 'neighbourhoods',
      name: 'v.geojson',
      content,
      options: { date: '2025-02-01' },
    })
    expect(answer).toMatchObject({ updated: 1, vintage: { carried_over: 2 } })
    expect(answer.mended.map(one => one.why_en)).toEqual([
      'A polygon crossing itself was rebuilt by the even-odd rule.',
      'The district was found by geometry.',
    ])
    const drawn = await db().pool.query(
      `select geom_source, is_approximate, st_isvalid(geom) as valid from komsu.neighbourhood_boundary b join komsu.boundary_vintage v on v.id = b.vintage_id where v.valid_to is null and neighbourhood_id = 21`,
    )
    expect(drawn.rows).toEqual([{ geom_source: 'voronoi_assembly_area', is_approximate: true, valid: true }])
  })
  it('closes what a merger absorbed and writes the crosswalk by address points', async () => {
    const points = 'mahalle_id,uavt,enlem,boylam\n11,5001,38.01,27.01\n12,5002,38.01,27.03\n12,5003,38.015,27.03\n'
    expect(await importText(db(), { kind: 'addresses', name: 'adres.csv', content: points })).toMatchObject({
      loaded: 3,
    })
    const merged = collection({
      properties: { mahalle_id: 11, name: 'Alsancak', ilce: 'Konak' },
      coordinates: [
        [
          [27, 38],
          [27.04, 38],
          [27.04, 38.02],
          [27, 38.02],
          [27, 38],
        ],
      ],
    })
    const answer = await importText(db(), {
      kind: 'neighbourhoods',
      name: 'birlesme.geojson',
      content: merged,
      options: { date: '2026-01-01', reason: 'merge' },
    })
    expect(answer.vintage).toMatchObject({ closed: 1, carried_over: 1 })
    expect((await db().pool.query('select valid_to from komsu.neighbourhood where id = 12')).rows).toEqual([
      { valid_to: '2026-01-01' },
    ])
    const walk =
      await db().pool.query(`select from_area_id, to_area_id, addresses, round(share::numeric, 3)::float as share from komsu.boundary_crosswalk c
      join komsu.boundary_vintage f on f.id = c.from_vintage_id join komsu.boundary_vintage t on t.id = c.to_vintage_id where t.valid_to is null and t.level = 'neighbourhood' order by 1`)
    expect(walk.rows).toEqual([
      { from_area_id: 11, to_area_id: 11, addresses: 1, share: 1 },
      { from_area_id: 12, to_area_id: 11, addresses: 2, share: 1 },
    ])
  })
})
