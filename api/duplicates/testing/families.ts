/** Families at addresses of the small city, for tests of duplicates. */
import type { Database } from '../../platform/database.ts'
import { turkishKey } from '../../platform/turkish.ts'

export type FamilyMember = readonly [given: string, family: string, bornOn: string]

let made = 0

/** An address in a neighbourhood of the small city (1–9 lie in district 1, 10–18 in district 2). */
export async function addressIn(db: Database, neighbourhood: number): Promise<number> {
  const { rows } = await db.pool.query(
    `insert into komsu.address (district_id, neighbourhood_id, quality, door_no) values ($1, $2, 'door', '7') returning id`,
    [districtOf(neighbourhood), neighbourhood],
  )
  return Number(rows[0].id)
}

/** A household with an application that waits; answers its key. The first member is the head. */
export async function familyAt(
  db: Database,
  home: Readonly<{ address: number; neighbourhood: number; phone?: string; flat?: string }>,
  members: readonly FamilyMember[],
): Promise<number> {
  const one = async (text: string, values: unknown[]) => Number((await db.pool.query(text, values)).rows[0]?.id)
  const district = districtOf(home.neighbourhood)
  const id = await one(
    `insert into komsu.household (file_no, address_id, district_id, neighbourhood_id, flat_no, formed_on)
     values ($1, $2, $3, $4, $5, '2024-01-01') returning id`,
    [`D-${++made}`, home.address, district, home.neighbourhood, home.flat ?? null],
  )
  for (const [i, [given, family, bornOn]] of members.entries())
    await one(
      `insert into komsu.person (household_id, national_id, given_name, family_name, name_key, sex, born_on, household_role)
       values ($1, $2, $3, $4, $5, 'female', $6, $7) returning id`,
      [
        id,
        String(81_000_000_000 + ++made),
        given,
        family,
        turkishKey(`${given} ${family}`),
        bornOn,
        i === 0 ? 'head' : 'child',
      ],
    )
  if (home.phone)
    await db.pool.query(
      `insert into komsu.contact (household_id, kind, value, value_key, valid_from, provenance) values ($1, 'phone', $2, $2, '2024-01-01', 'declared')`,
      [id, home.phone],
    )
  await one(
    `insert into komsu.application (household_id, district_id, channel, status, received_on) values ($1, $2, 'web', 'awaiting_inquiry', '2026-10-01') returning id`,
    [id, district],
  )
  return id
}

function districtOf(neighbourhood: number): number {
  return neighbourhood <= 9 ? 1 : 2
}
