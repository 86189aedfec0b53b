import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'

type NewGuardian = Readonly<{
  personId: number
  householdId: number
  guardianPersonId: number | null
  name: string
  nationalId: string | null
  kind: string
  paper: string
  from: string
}>

/** @returns its key */
export async function insertGuardian(trx: Trx, actor: Actor, row: NewGuardian): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into komsu.guardian (request_id, person_id, household_id, guardian_person_id, guardian_name, guardian_national_id, kind, paper, valid_from, recorded_by)
    values (coalesce(${actor.requestId}::uuid, gen_random_uuid()), ${row.personId}, ${row.householdId}, ${row.guardianPersonId}, ${row.name},
      ${row.nationalId}, ${row.kind}, ${row.paper}, ${row.from}, ${actor.officer.id}) returning id`.execute(trx)
  return rows[0]?.id ?? 0
}

/** Who acted for a person until now acts no longer from a day on. */
export async function endGuardians(trx: Trx, personId: number, on: string): Promise<void> {
  await sql`update komsu.guardian set valid_to = greatest(valid_from, ${on}::date) where person_id = ${personId} and valid_to is null`.execute(
    trx,
  )
}
