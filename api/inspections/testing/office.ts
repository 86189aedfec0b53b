import { sql } from 'kysely'
import { readConfig } from '../../platform/config.ts'
import type { Database } from '../../platform/database.ts'
import { buildApp } from '../../platform/http/app.ts'
import type { Slice } from '../../platform/http/slice.ts'
import type { Officer } from '../../platform/officer.ts'
import type { Role } from '../../platform/role.ts'
import { officeDoor } from '../../rights/door.ts'

const STAFF = {
  elif: ['inspector'],
  murat: ['inspector'],
  zeynep: ['inspector'],
  chief: ['chief'],
  both: ['inspector', 'chief'],
  intake: ['intake'],
  admin: ['admin'],
  commission: ['commission'],
  planner: ['planner'],
} as const satisfies Record<string, readonly Role[]>
export type Who = keyof typeof STAFF

export type Ask = Readonly<{ body?: unknown; key?: string; acting?: string; headers?: Record<string, string> }>

/** A small office on an empty database: officers of one district, a street, and families made as needed. */
export async function openOffice(db: Database, slices: readonly Slice[]) {
  const staff = await seed(db)
  const identify: Slice = app => {
    app.addHook('onRequest', async request => {
      request.officer = staff[request.headers['x-who'] as Who] ?? null
    })
  }
  const config = { ...readConfig({}), requestsPerMinute: 0, logLevel: 'silent' }
  const app = await buildApp({ db, config }, { slices: [identify, officeDoor(slices)] })
  const ask = (who: Who | null, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, one: Ask = {}) =>
    app.inject({
      method,
      url,
      headers: {
        ...(who ? { 'x-who': who } : {}),
        ...(method === 'GET' ? {} : { 'idempotency-key': one.key ?? crypto.randomUUID() }),
        ...(one.acting ? { 'acting-role': one.acting } : {}),
        ...one.headers,
      },
      ...(one.body === undefined ? {} : { payload: one.body as object }),
    })
  return { app, ask, staff, close: () => app.close() }
}

async function seed(db: Database): Promise<Record<Who, Officer>> {
  return db.kysely.transaction().execute(async trx => {
    await sql`insert into komsu.province (id, name, name_key) values (35, 'İzmir', 'izmir') on conflict do nothing`.execute(
      trx,
    )
    await sql`insert into komsu.district (id, province_id, name, name_key) values (1, 35, 'Karşıyaka', 'karsiyaka'), (2, 35, 'Bornova', 'bornova')
      on conflict do nothing`.execute(trx)
    await sql`insert into komsu.neighbourhood (id, district_id, name, name_key) values (1, 1, 'Bahariye', 'bahariye') on conflict do nothing`.execute(
      trx,
    )
    const entries: [Who, Officer][] = []
    for (const [who, roles] of Object.entries(STAFF) as [Who, readonly Role[]][]) {
      const username = `${who}.${crypto.randomUUID().slice(0, 8)}`
      const { rows } = await sql<{ id: number }>`insert into komsu.officer (username, display_name, password_hash)
        values (${username}, ${who}, 'x') returning id`.execute(trx)
      const id = rows[0]?.id ?? 0
      for (const role of roles) await sql`insert into komsu.officer_role values (${id}, ${role}, false)`.execute(trx)
      await sql`insert into komsu.officer_district values (${id}, 1)`.execute(trx)
      entries.push([who, { id, username, displayName: who, roles }])
    }
    return Object.fromEntries(entries) as Record<Who, Officer>
  })
}

/** A family of three with an application in a state; answers their keys. */
export async function makeFamily(
  db: Database,
  of: { status?: string; inspector?: number | null; second?: number | null; needsTwo?: boolean } = {},
) {
  return db.kysely.transaction().execute(async trx => {
    const one = async (query: ReturnType<typeof sql<{ id: number }>>) => (await query.execute(trx)).rows[0]?.id ?? 0
    const address = await one(
      sql<{
        id: number
      }>`insert into komsu.address (district_id, neighbourhood_id, quality) values (1, 1, 'described') returning id`,
    )
    const household = await one(
      sql<{ id: number }>`insert into komsu.household (file_no, address_id, district_id, neighbourhood_id, formed_on)
        values (${`D-${crypto.randomUUID().slice(0, 8)}`}, ${address}, 1, 1, '2020-01-01') returning id`,
    )
    const person = (given: string, sex: string, born: string, role: string) =>
      one(sql<{
        id: number
      }>`insert into komsu.person (household_id, national_id, given_name, family_name, name_key, sex, born_on, household_role)
        values (${household}, ${String(80_000_000_000 + household * 10 + given.length)}, ${given}, 'Deniz', ${`${given.toLowerCase()} deniz`}, ${sex}, ${born}, ${role})
        returning id`)
    const people = [
      await person('Ali', 'male', '1986-05-02', 'head'),
      await person('Ayse', 'female', '1990-11-23', 'spouse'),
      await person('Canan', 'female', '2016-01-10', 'child'),
    ] as const
    const application = await one(
      sql<{
        id: number
      }>`insert into komsu.application (household_id, district_id, channel, status, received_on, assigned_officer_id,
        second_officer_id, needs_two_inspectors)
        values (${household}, 1, 'web', ${of.status ?? 'assigned'}, '2026-11-01', ${of.inspector ?? null}, ${of.second ?? null}, ${of.needsTwo ?? false})
        returning id`,
    )
    return { household, people, application }
  })
}
