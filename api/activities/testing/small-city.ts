/** A city of two districts and 3 × 3 neighbourhoods each, with officers and waiting files, for tests that commit. */
import { readConfig } from '../../platform/config.ts'
import type { Database } from '../../platform/database.ts'
import { buildApp } from '../../platform/http/app.ts'
import type { App, Slice } from '../../platform/http/slice.ts'
import type { Role } from '../../platform/role.ts'
import { officeDoor } from '../../rights/door.ts'
import { workListRoutes } from '../../work-lists/work-lists.routes.ts'
import { activityRoutes } from '../activities.routes.ts'
import { weeklyPlanRoutes } from '../weekly-plans.routes.ts'

/** Neighbourhoods 1–9 lie in district 1, 10–18 in district 2, row by row. */
const SIDE = 3

/** Fills an empty migrated database; adds to nothing. */
export async function layOutCity(db: Database): Promise<void> {
  const run = (text: string, values: unknown[] = []) => db.pool.query(text, values)
  await run(`insert into komsu.province (id, name, name_key) values (35, 'İzmir', 'izmir')`)
  await run(
    `insert into komsu.district (id, province_id, name, name_key) values (1, 35, 'Batı', 'bati'), (2, 35, 'Doğu', 'dogu')`,
  )
  for (let id = 1; id <= 18; id++) {
    const [district, cell] = id <= 9 ? [1, id - 1] : [2, id - 10]
    const [x, y] = [(cell % SIDE) + (district - 1) * SIDE, Math.floor(cell / SIDE)]
    const next = neighboursOf(x, y)
    await run(`insert into komsu.neighbourhood (id, district_id, name, name_key) values ($1, $2, $3, $3)`, [
      id,
      district,
      `mahalle ${id}`,
    ])
    await run(
      `insert into tile.area (level, id, name, west, south, east, north, geom_source, is_approximate, neighbours) values ('neighbourhood', $1, $2, $3, $4, $5, $6, 'test', true, $7)`,
      [id, `mahalle ${id}`, 27 + x / 100, 38 + y / 100, 27 + (x + 1) / 100, 38 + (y + 1) / 100, next],
    )
  }
}

function neighboursOf(x: number, y: number): number[] {
  const around = [
    [x - 1, y],
    [x + 1, y],
    [x, y - 1],
    [x, y + 1],
  ] as const
  return around.flatMap(([a, b]) => (a < 0 || a >= 2 * SIDE || b < 0 || b >= SIDE ? [] : [cellId(a, b)]))
}

const cellId = (x: number, y: number) => (x < SIDE ? y * SIDE + x + 1 : 9 + y * SIDE + (x - SIDE) + 1)

/** An officer with one role in some districts; answers their key. */
export async function hire(db: Database, username: string, role: Role, districts: number[] | 'all'): Promise<number> {
  const { rows } = await db.pool.query(
    `insert into komsu.officer (username, display_name, password_hash) values ($1, $1, 'x') returning id`,
    [username],
  )
  const id = Number(rows[0].id)
  await db.pool.query(`insert into komsu.officer_role values ($1, $2, $3)`, [id, role, districts === 'all'])
  if (districts !== 'all')
    for (const district of districts)
      await db.pool.query(`insert into komsu.officer_district values ($1, $2)`, [id, district])
  return id
}

let made = 0

export type NewFile = Readonly<{
  neighbourhood: number
  status?: string
  receivedOn?: string
  replyBy?: string | null
  isUrgent?: boolean
  needsTwo?: boolean
  wantedSex?: 'female' | 'male' | null
  assignedTo?: number | null
}>

export type MadeFile = Readonly<{ id: number; householdId: number; personId: number; version: number }>

/** A household of one person with an application. */
export async function fileIn(db: Database, file: NewFile): Promise<MadeFile> {
  const no = ++made
  const district = file.neighbourhood <= 9 ? 1 : 2
  const one = async (text: string, values: unknown[]) => Number((await db.pool.query(text, values)).rows[0].id)
  const address = await one(
    `insert into komsu.address (district_id, neighbourhood_id, quality, geom)
     select $1, $2::bigint, 'door', st_setsrid(st_makepoint((west + east) / 2, (south + north) / 2), 4326) from tile.area where id = $2 returning id`,
    [district, file.neighbourhood],
  )
  const householdId = await one(
    `insert into komsu.household (file_no, address_id, district_id, neighbourhood_id, formed_on) values ($1, $2, $3, $4, '2020-01-01') returning id`,
    [`T-${no}`, address, district, file.neighbourhood],
  )
  const personId = await one(
    `insert into komsu.person (household_id, national_id, given_name, family_name, name_key, sex, born_on, household_role)
     values ($1, $2, 'Ayşe', 'Deneme', 'ayse deneme', 'female', '1980-01-01', 'head') returning id`,
    [householdId, String(80_000_000_000 + no)],
  )
  const id = await one(
    `insert into komsu.application (household_id, district_id, channel, status, received_on, reply_by, is_urgent, needs_two_inspectors,
       wanted_inspector_sex, assigned_officer_id)
     values ($1, $2, 'web', $3, $4, $5, $6, $7, $8, $9) returning id`,
    [
      householdId,
      district,
      file.status ?? 'awaiting_inquiry',
      file.receivedOn ?? '2026-10-01',
      file.replyBy ?? null,
      file.isUrgent ?? false,
      file.needsTwo ?? false,
      file.wantedSex ?? null,
      file.assignedTo ?? null,
    ],
  )
  return { id, householdId, personId, version: 1 }
}

type Asked = Readonly<{ status: number; body: Record<string, never> }>
export type Person = Readonly<{ id: number; role: Role }>

/** What waits, who visits whom, first screens: asked as somebody by header; `key` repeats a request. */
export async function officeOf(db: Database) {
  const listen: Slice = app => {
    app.addHook('onRequest', async request => {
      const [id, role] = String(request.headers['x-person'] ?? '').split(' ')
      request.officer = id && role ? { id: Number(id), username: role, displayName: role, roles: [role as Role] } : null
    })
  }
  const config = { ...readConfig({}), requestsPerMinute: 0, logLevel: 'silent' }
  const app: App = await buildApp(
    { db, config },
    { slices: [listen, officeDoor([activityRoutes, weeklyPlanRoutes, workListRoutes])] },
  )
  const ask = async (who: Person, method: 'GET' | 'POST', url: string, body?: unknown, key?: string) => {
    const answer = await app.inject({
      method,
      url,
      headers: { 'x-person': `${who.id} ${who.role}`, 'idempotency-key': key ?? crypto.randomUUID() },
      ...(body === undefined ? {} : { payload: body as object }),
    })
    return { status: answer.statusCode, body: answer.json() } as Asked & { body: never }
  }
  return {
    close: () => app.close(),
    get: (who: Person, url: string) => ask(who, 'GET', url),
    post: (who: Person, url: string, body: unknown, key?: string) => ask(who, 'POST', url, body, key),
  }
}

/** One value of one row, as the owner. */
export async function oneValue(db: Database, text: string, values: unknown[] = []): Promise<unknown> {
  const { rows } = await db.pool.query(text, values)
  return rows[0] ? Object.values(rows[0])[0] : undefined
}
