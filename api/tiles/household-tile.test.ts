import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSmallCity, IN_DISTRICT_1, IN_DISTRICT_2 } from '../../etl/draw-geometry/testing/small-city.ts'
import { decodeStrictly } from '../../tiles/encoder/testing/strict-decoder.ts'
import type { Database } from '../platform/database.ts'
import type { App } from '../platform/http/slice.ts'
import type { Officer } from '../platform/officer.ts'
import type { Role } from '../platform/role.ts'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { tileApp } from './testing/tile-app.ts'
import { addressesIn } from './tile-address.ts'

const tileAt = ([lon, lat]: readonly [number, number], z = 16) => {
  const [tile] = addressesIn([lon, lat, lon, lat], z)
  return `/tiles/household/${z}/${tile?.x}/${tile?.y}.mvt`
}

onFreshDatabase('household tiles', db => {
  let app: App
  let officer: Officer | null = null
  const people: Record<string, Officer> = {}

  beforeAll(async () => {
    await buildSmallCity(db())
    for (const [name, role, district] of [
      ['inspector', 'inspector', 1],
      ['colleague', 'inspector', 1],
      ['intake', 'intake', 2],
      ['manager', 'manager', 1],
    ] as const)
      people[name] = await addOfficer(db(), name, role, district)
    // 101 assigned to the inspector in district 1, 102 in district 2 although assigned, 103 not assigned, 104 without a case
    await addHousehold(db(), { id: 101, district: 1, status: 'assigned', officer: people.inspector })
    await addHousehold(db(), { id: 102, district: 2, status: 'assigned', officer: people.inspector })
    await addHousehold(db(), { id: 103, district: 1, status: 'awaiting_inquiry' })
    await addHousehold(db(), { id: 104, district: 1 })
    app = await tileApp(db(), () => officer)
  })
  afterAll(() => app.close())

  async function seenBy(name: string, place: readonly [number, number], z?: number) {
    officer = people[name] ?? null
    const answer = await app.inject({ url: tileAt(place, z) })
    const [layer] = answer.statusCode === 200 ? decodeStrictly(answer.rawPayload) : []
    return { answer, households: (layer?.features ?? []).map(({ id, properties }) => ({ id, ...properties })) }
  }

  test('an inspector sees what is assigned to them in their own district, and no name', async () => {
    expect((await seenBy('inspector', IN_DISTRICT_1)).households).toEqual([{ id: 101, status: 'assigned' }])
    expect((await seenBy('inspector', IN_DISTRICT_1, 15)).households).toEqual([{ id: 101, status: 'assigned' }])
    expect((await seenBy('inspector', IN_DISTRICT_2)).answer.statusCode).toBe(204)
    expect((await seenBy('colleague', IN_DISTRICT_1)).answer.statusCode).toBe(204)
  })

  test('intake sees the cases of its district, whoever has them; a household without a case is seen by nobody', async () => {
    expect((await seenBy('intake', IN_DISTRICT_2)).households).toEqual([{ id: 102, status: 'assigned' }])
    expect((await seenBy('intake', IN_DISTRICT_1)).answer.statusCode).toBe(204)
  })

  test('a manager is refused, and so is who has not signed in', async () => {
    const { answer } = await seenBy('manager', IN_DISTRICT_1)
    expect([answer.statusCode, answer.json().type]).toEqual([403, 'not-allowed'])
    officer = null
    for (const url of [tileAt(IN_DISTRICT_1), '/tiles/household.json'])
      expect((await app.inject({ url })).statusCode).toBe(401)
  })

  test('nobody keeps it, not even the one who asked', async () => {
    const { answer } = await seenBy('inspector', IN_DISTRICT_1)
    expect(answer.headers).toMatchObject({ 'cache-control': 'private, no-store' })
    expect(answer.headers.etag).toBeUndefined()
  })

  test('below zoom 15 there is nothing, for a look at a whole city is no casework', async () => {
    expect((await seenBy('inspector', IN_DISTRICT_1, 14)).answer.statusCode).toBe(204)
  })

  test('each look is written down with its tile and its ground', async () => {
    const count = async () => (await db().pool.query(LOOKS)).rows
    const before = await count()
    await seenBy('inspector', IN_DISTRICT_1)
    const after = await count()
    expect(after).toHaveLength(before.length + 1)
    expect(after.at(-1)).toMatchObject({
      officer_id: people.inspector?.id,
      acting_role: 'inspector',
      ground: 'casework',
      detail: { tile: /household\/(.*)\.mvt/.exec(tileAt(IN_DISTRICT_1))?.[1], households: 1 },
    })
  })

  test('the map role cannot draw households', async () => {
    const client = await db().pool.connect()
    await client.query('begin; set local role komsu_map')
    await expect(client.query('select * from tile.household(16, 1, 1)')).rejects.toThrow(/permission denied/)
    await client.query('rollback')
    client.release()
  })
})

const LOOKS = `select officer_id, acting_role, ground, detail from komsu.audit_event where action = 'household.tile_read' order by id`

async function addOfficer(db: Database, username: string, role: Role, district: number): Promise<Officer> {
  const { rows } = await db.pool.query(
    `insert into komsu.officer (username, display_name, password_hash) values ($1, $1, 'x') returning id`,
    [username],
  )
  const { id } = rows[0]
  await db.pool.query('insert into komsu.officer_role (officer_id, role) values ($1, $2)', [id, role])
  await db.pool.query('insert into komsu.officer_district (officer_id, district_id) values ($1, $2)', [id, district])
  return { id, username, displayName: username, roles: [role] }
}

type Case = { id: number; district: 1 | 2; status?: string; officer?: Officer | undefined }

async function addHousehold(db: Database, { id, district, status, officer }: Case): Promise<void> {
  const [lon, lat] = district === 1 ? IN_DISTRICT_1 : IN_DISTRICT_2
  const neighbourhood = district * 10 + 1
  await db.pool.query(
    `insert into komsu.address (id, district_id, neighbourhood_id, quality, geom)
     values ($1, $2, $3, 'door', ST_SetSRID(ST_MakePoint($4, $5), 4326))`,
    [id, district, neighbourhood, lon, lat],
  )
  await db.pool.query(
    `insert into komsu.household (id, file_no, address_id, district_id, neighbourhood_id, formed_on, is_synthetic)
     values ($1::bigint, $1::bigint::text, $1::bigint, $2, $3, '2024-01-01', true)`,
    [id, district, neighbourhood],
  )
  if (!status) return
  await db.pool.query(
    `insert into komsu.application (household_id, district_id, channel, status, received_on, assigned_officer_id)
     values ($1, $2, 'web', $3, '2024-05-01', $4)`,
    [id, district, status, officer?.id ?? null],
  )
}
