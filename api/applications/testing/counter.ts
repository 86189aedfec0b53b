/** A small town with a counter for the tests of intake: places, officers, households, and requests by officer. */
import { randomUUID } from 'node:crypto'
import { readConfig } from '../../platform/config.ts'
import type { Database } from '../../platform/database.ts'
import { buildApp } from '../../platform/http/app.ts'
import type { App, Slice } from '../../platform/http/slice.ts'
import type { Officer } from '../../platform/officer.ts'
import type { Role } from '../../platform/role.ts'
import { officeDoor } from '../../rights/door.ts'
import { applicationRoutes } from '../applications.routes.ts'
import { draftRoutes } from '../drafts.routes.ts'
import type { Submission } from '../submission.contract.ts'

export type Asked = Readonly<{ status: number; body: Record<string, never> & { [key: string]: unknown } }>
type Asking = Readonly<{ as: Officer; body?: unknown; key?: string; language?: string }>

export type Counter = Readonly<{
  app: App
  ask: (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, asking: Asking) => Promise<Asked>
}>

/** The slices of intake behind the door, with whoever is named as signed in; `open` stand before it. */
export async function counterOn(
  db: Database,
  more: readonly Slice[] = [],
  open: readonly Slice[] = [],
): Promise<Counter> {
  const officers = new Map<string, Officer>()
  const identify: Slice = app => {
    app.addHook('onRequest', async request => {
      request.officer = officers.get(String(request.headers['x-officer'] ?? '')) ?? null
    })
  }
  const config = { ...readConfig({}), requestsPerMinute: 0, logLevel: process.env.LOG_LEVEL ?? 'silent' }
  const app = await buildApp(
    { db, config },
    { slices: [identify, officeDoor([draftRoutes, applicationRoutes, ...more]), ...open] },
  )
  return {
    app,
    ask: async (method, url, { as, body, key = randomUUID(), language = 'tr' }) => {
      officers.set(as.username, as)
      const headers = {
        'x-officer': as.username,
        'accept-language': language,
        ...(method === 'GET' ? {} : { 'idempotency-key': key }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      }
      const answer = await app.inject({
        method,
        url,
        headers,
        ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
      })
      return { status: answer.statusCode, body: answer.json() }
    },
  }
}

export const STREET = 11

/** Province 35 with two districts, a neighbourhood each, one street, and the boundary of the first neighbourhood (27–28° E, 38–39° N). */
export async function plantTown(db: Database): Promise<void> {
  await db.pool.query(`
    insert into komsu.province (id, name, name_key) values (35, 'İzmir', 'izmir');
    insert into komsu.district (id, province_id, name, name_key) values (1, 35, 'Konak', 'konak'), (2, 35, 'Buca', 'buca');
    insert into komsu.neighbourhood (id, district_id, name, name_key) values (1, 1, 'Alsancak', 'alsancak'), (2, 2, 'Kuruçeşme', 'kurucesme');
    insert into komsu.street (id, neighbourhood_id, name, name_key) values (11, 1, '1453. Sokak', '1453 sokak');
    insert into komsu.boundary_vintage (level, province_id, valid_from, reason, source) values ('neighbourhood', 35, '2024-01-01', 'first_import', 'test'), ('street', 35, '2024-01-01', 'first_import', 'test');
    insert into komsu.neighbourhood_boundary (vintage_id, neighbourhood_id, geom, geom_source)
      select id, 1, st_multi(st_makeenvelope(27, 38, 28, 39, 4326)), 'test' from komsu.boundary_vintage where level = 'neighbourhood';
    insert into komsu.street_line (vintage_id, street_id, geom, geom_source)
      select id, 11, st_setsrid('MULTILINESTRING((27.1 38.4, 27.2 38.4))'::geometry, 4326), 'test' from komsu.boundary_vintage where level = 'street'`)
}

export async function makeOfficer(db: Database, role: Role, districts: number[] | 'all' = 'all'): Promise<Officer> {
  const username = `${role}.${randomUUID().slice(0, 8)}`
  const { rows } = await db.pool.query(
    `insert into komsu.officer (username, display_name, password_hash) values ($1, $1, 'x') returning id`,
    [username],
  )
  const id = rows[0].id as number
  await db.pool.query('insert into komsu.officer_role values ($1, $2, $3)', [id, role, districts === 'all'])
  if (districts !== 'all')
    for (const district of districts)
      await db.pool.query('insert into komsu.officer_district values ($1, $2)', [id, district])
  return { id, username, displayName: username, roles: [role] }
}

let serial = 0

/** A synthetic number with right check digits. */
export function nextNationalId(): string {
  serial++
  const nine = [...`8${String(serial).padStart(8, '0')}`].map(Number)
  const sum = (places: number[]) => places.reduce((total, place) => total + (nine[place] ?? 0), 0)
  const tenth = (((sum([0, 2, 4, 6, 8]) * 7 - sum([1, 3, 5, 7])) % 10) + 10) % 10
  return [...nine, tenth, (nine.reduce((a, b) => a + b, 0) + tenth) % 10].join('')
}

export type Family = Readonly<{ household: number; adult: number; child: number }>

/** A household of a mother and a child in a district. */
export async function makeFamily(db: Database, district = 1): Promise<Family> {
  const { rows } = await db.pool.query(
    `with place as (insert into komsu.address (district_id, neighbourhood_id, quality) values ($1::bigint, $1, 'described') returning id)
     insert into komsu.household (file_no, address_id, district_id, neighbourhood_id, formed_on)
     select $2, id, $1, $1, '2024-01-01' from place returning id`,
    [district, `T${randomUUID().slice(0, 8)}`],
  )
  const household = rows[0].id as number
  const person = async (given: string, born: string, role: string) => {
    const made = await db.pool.query(
      `insert into komsu.person (household_id, national_id, given_name, family_name, name_key, sex, born_on, household_role)
       values ($1, $2, $3, 'Örnek', 'x ornek', 'female', $4, $5) returning id`,
      [household, nextNationalId(), given, born, role],
    )
    return made.rows[0].id as number
  }
  return {
    household,
    adult: await person('Ayşe', '1980-05-01', 'head'),
    child: await person('Elif', '2018-05-01', 'child'),
  }
}

/** The day of the database, as Istanbul has it. */
export async function today(db: Database): Promise<string> {
  const { rows } = await db.pool.query(`select (now() at time zone 'Europe/Istanbul')::date as day`)
  return rows[0].day as string
}

/** What a mother applying at a point says, with anything said otherwise. */
export function submissionOf(family: Family, receivedOn: string, change: Partial<Submission> = {}): Submission {
  return {
    household: { id: family.household },
    channel: 'solidarity_point',
    receivedOn,
    applicant: { kind: 'self', personId: family.adult },
    kind: 'needy',
    requests: [{ aidType: 'food_parcel', note: null }],
    documents: [{ code: 'petition', state: 'seen' }],
    isUrgent: false,
    consent: { version: '2026-11' },
    incomes: [],
    ...change,
  }
}

export function newPerson(change: Record<string, unknown> = {}) {
  return {
    nationalId: nextNationalId(),
    givenName: 'Fatma',
    familyName: 'Örnek',
    sex: 'female',
    bornOn: '1985-02-28',
    role: 'head',
    ...change,
  }
}

/** Everything written down of an application, in order. */
export async function auditOf(db: Database, id: number): Promise<string[]> {
  const { rows } = await db.pool.query(
    `select action from komsu.audit_event where subject_type = 'application' and subject_id = $1 order by id`,
    [String(id)],
  )
  return rows.map(row => row.action as string)
}
