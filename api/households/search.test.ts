import { afterAll, beforeAll, expect, test } from 'vitest'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import type { Hit, SearchAnswer } from './search.contract.ts'
import { type Home, MOTHER, makeOfficer, plant, settle, type Town } from './testing/town.ts'

onFreshDatabase('search', db => {
  let town: Town
  let konak: Home
  let buca: Home
  beforeAll(async () => {
    town = await plant(db())
    konak = await settle(db(), [{ given: 'Gülizar', family: 'Karabıyık', born: '1961-07-02' }], {
      door: '12',
      phone: '5321112233',
      reference: 'CIM-2026-4',
    })
    buca = await settle(db(), [{ given: 'İsmail', family: 'Karabıyık', born: '1990-01-01', sex: 'male' }], {
      district: 2,
    })
  })
  afterAll(() => town.close())
  const search = async (q: string, as = town.konakIntake): Promise<SearchAnswer & { status: number }> => {
    const answer = await town.ask('GET', `/api/households?q=${encodeURIComponent(q)}`, { as })
    return { ...(answer.body as unknown as SearchAnswer), status: answer.status }
  }
  const found = (answer: SearchAnswer) => answer.items.map(hit => hit.householdId)

  test('a name in any spelling, begun, misspelt, turned round, with year or neighbourhood', async () => {
    const ways = [
      'Gülizar Karabıyık',
      'gulizar karabiyik',
      'KARABIYIK GÜLİZAR',
      'güli kara',
      'Gülizar 1961',
      'gülizar alsancak',
      'gülizar konak',
    ]
    for (const way of ways) expect([way, found(await search(way))]).toEqual([way, [konak.id]])
    for (const way of ['gulzar karabıyk', 'gülziar karabıyık']) {
      const answer = await search(way)
      expect([way, found(answer), answer.hint, answer.understood]).toEqual([
        way,
        [konak.id],
        'corrected',
        'Gülizar Karabıyık',
      ])
    }
  })

  test('names outside the officer’s districts are not found; whole numbers are, with less shown', async () => {
    expect(found(await search('İsmail Karabıyık'))).toEqual([])
    expect(found(await search('İsmail Karabıyık', town.intake))).toEqual([buca.id])
    const hit = (await search(buca.people[0]?.nationalId ?? '')).items[0] as Hit
    expect(hit).toMatchObject({
      householdId: buca.id,
      name: 'İsmail K.',
      birthYear: null,
      neighbourhood: null,
      inScope: false,
      access: 'open',
    })
    expect(hit.nationalIdMasked).toMatch(/^\d{3}\*{6}\d\d$/)
    expect(JSON.stringify(hit)).not.toContain(buca.people[0]?.nationalId)
  })

  test('address, phone, file, reference and application numbers', async () => {
    for (const way of [
      '1453. Sokak No:12',
      '1453 sk. 12 Alsancak',
      '1453 sokak 12 konak',
      '0532 111 22 33',
      konak.fileNo,
      'cim-2026-4',
      String(konak.applicationId).padStart(3, ' '),
    ])
      if (way.trim().length > 2) expect([way, found(await search(way))]).toEqual([way, [konak.id]])
    expect((await search('Papatya Sokak 3')).hint).toBe('no_such_street')
  })

  test('a part of a T.C. number finds nobody; a wrong one is said to be wrong; two letters are too few', async () => {
    const number = konak.people[0]?.nationalId ?? ''
    expect(await search(number.slice(-5))).toMatchObject({ items: [], hint: 'whole_national_id' })
    const wrong = `${number.slice(0, 10)}${(Number(number[10]) + 1) % 10}`
    expect(await search(wrong)).toMatchObject({ items: [], hint: 'wrong_national_id' })
    for (const q of ['gü', '  a  ', '🙂🙂🙂🙂', '‮ab']) expect((await search(q)).status).toBe(400)
    expect(await search('محمد علي')).toMatchObject({ status: 200, items: [], hint: 'latin_letters' })
    expect((await search("'; drop table komsu.person; --")).status).toBe(200)
  })

  test('every search is written down with its words and hits, a T.C. number only in part', async () => {
    await search(konak.people[0]?.nationalId ?? '')
    const { rows } = await db().pool.query(
      `select detail from komsu.audit_event where action = 'household.search' order by id desc limit 1`,
    )
    expect(rows[0].detail).toMatchObject({ kind: 'national_id', hits: 1, households: [konak.id] })
    await search(`Gülizar ${konak.people[0]?.nationalId}`)
    const beside = await db().pool.query(
      `select detail from komsu.audit_event where action = 'household.search' order by id desc limit 1`,
    )
    expect(beside.rows[0].detail.term).toMatch(/^Gülizar \d{3}\*{6}/)
    expect(JSON.stringify([rows[0].detail, beside.rows[0].detail])).not.toContain(konak.people[0]?.nationalId)
  })

  test('inspector and commission find only files they work on; others may not search at all', async () => {
    const inspector = await makeOfficer(db(), 'inspector')
    const mine = await settle(db(), [{ given: 'Nazlıcan', family: 'Karabıyık', born: '1985-01-01' }], {
      status: 'assigned',
      assigned: inspector.id,
    })
    expect(found(await search('karabıyık', inspector))).toEqual([mine.id])
    expect(found(await search(konak.people[0]?.nationalId ?? '', inspector))).toEqual([])
    const commission = await makeOfficer(db(), 'commission')
    expect(found(await search('karabıyık', commission))).toEqual([])
    const planner = await makeOfficer(db(), 'planner')
    expect((await search('karabıyık', planner)).status).toBe(403)
  })

  test('a relative’s file is found, so that no second one is opened, but never offered', async () => {
    const officer = await makeOfficer(db(), 'intake')
    await db().pool.query(
      'insert into komsu.officer_relative (officer_id, national_id, relation) values ($1, $2, $3)',
      [officer.id, konak.people[0]?.nationalId, 'sibling'],
    )
    expect((await search('Gülizar Karabıyık', officer)).items).toMatchObject([
      { householdId: konak.id, access: 'relative', status: null, applicationId: null, neighbourhood: null },
    ])
    const open = await town.ask('POST', `/api/households/${konak.id}/open`, {
      as: officer,
      body: { ground: 'petition_received' },
    })
    expect([open.status, open.body.type]).toEqual([403, 'own-relative'])
  })

  test('a chief opens a file of another district only where a duplicate task of theirs names it', async () => {
    const chief = await makeOfficer(db(), 'chief', [1])
    const [here, there] = [await settle(db(), [MOTHER]), await settle(db(), [MOTHER], { district: 2 })]
    const open = (id: number) =>
      town.ask('POST', `/api/households/${id}/open`, {
        as: chief,
        body: { ground: 'duplicate_check', reason: 'Aynı kişi olabilir' },
      })
    expect((await search(there.people[0]?.nationalId ?? '', chief)).items).toMatchObject([{ access: 'closed' }])
    expect((await open(there.id)).status).toBe(403)
    expect((await open(here.id)).status).toBe(200)
    await db().pool.query(
      `insert into komsu.duplicate_candidate (household_a, household_b, kind, weight, probability) values ($1, $2, 'similar_names', 12, 0.97)`,
      [Math.min(here.id, there.id), Math.max(here.id, there.id)],
    )
    expect((await open(there.id)).status).toBe(200)
  })

  test('the file: seen by right, or opened on a ground that is written down; otherwise it does not exist', async () => {
    const quiet = await settle(db(), [MOTHER], { status: null })
    const url = `/api/households/${quiet.id}`
    const [hidden, none] = [
      await town.ask('GET', url, { as: town.konakIntake }),
      await town.ask('GET', '/api/households/99999999', { as: town.konakIntake }),
    ]
    expect(hidden).toEqual(none)
    expect(hidden.status).toBe(404)
    expect(
      (await town.ask('POST', `${url}/open`, { as: town.konakIntake, body: { ground: 'duplicate_check' } })).status,
    ).toBe(400)
    expect(
      (
        await town.ask('POST', `${url}/open`, {
          as: town.konakIntake,
          body: { ground: 'call_received', reason: 'Telefonla aradı' },
        })
      ).status,
    ).toBe(200)
    const file = await town.ask('GET', url, { as: town.konakIntake })
    expect(file.body).toMatchObject({
      id: quiet.id,
      ground: { kind: 'call_received' },
      people: [{ givenName: 'Ayşe', isAdult: true }],
    })
    await town.ask('GET', `/api/households/${konak.id}`, { as: town.konakIntake })
    const { rows } = await db().pool.query(
      `select subject_id::int as id, ground from komsu.audit_event where action = 'household.read' and officer_id = $1 order by audit_event.id`,
      [town.konakIntake.id],
    )
    expect(rows).toEqual([
      { id: quiet.id, ground: 'call_received' },
      { id: konak.id, ground: 'application' },
    ])
    const last = await town.ask('GET', '/api/households/last-seen', { as: town.konakIntake })
    expect((last.body as unknown as { items: Hit[] }).items.map(hit => hit.householdId)).toEqual([konak.id, quiet.id])
    expect((await town.ask('GET', url, { as: await makeOfficer(db(), 'manager') })).status).toBe(403)
  })
})
