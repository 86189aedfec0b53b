import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

export type DraftRow = Readonly<{
  id: string
  payload: Record<string, unknown>
  version: number
  application_id: number | null
  created_at: Date
  updated_at: Date
}>

/** The actor's own drafts not handed in, newest first (row-level security shows nobody else's). */
export async function listDrafts(trx: Trx): Promise<DraftRow[]> {
  const { rows } =
    await sql<DraftRow>`select id, payload, version, application_id, created_at, updated_at from komsu.intake_draft
    where application_id is null order by updated_at desc limit 50`.execute(trx)
  return rows
}

export async function findDraft(trx: Trx, id: string): Promise<DraftRow | undefined> {
  const { rows } =
    await sql<DraftRow>`select id, payload, version, application_id, created_at, updated_at from komsu.intake_draft
    where id = ${id}`.execute(trx)
  return rows[0]
}

type Saving = Readonly<{ id: string; officerId: number; payload: Record<string, unknown> }>

/** @returns whether it was new */
export async function insertDraft(trx: Trx, { id, officerId, payload }: Saving): Promise<boolean> {
  // Without "returning": of somebody else's draft nothing may be told.
  const answer =
    await sql`insert into komsu.intake_draft (id, officer_id, payload) values (${id}, ${officerId}, ${JSON.stringify(payload)}::jsonb)
    on conflict (id) do nothing`.execute(trx)
  return answer.numAffectedRows === 1n
}

/** @returns whether the version was the one said and the draft is not handed in */
export async function updateDraft(
  trx: Trx,
  { id, payload, version }: Omit<Saving, 'officerId'> & { version: number },
): Promise<boolean> {
  const answer = await sql`update komsu.intake_draft set payload = ${JSON.stringify(payload)}::jsonb, updated_at = now()
    where id = ${id} and version = ${version} and application_id is null`.execute(trx)
  return answer.numAffectedRows === 1n
}

export async function deleteDraft(trx: Trx, id: string): Promise<boolean> {
  const answer = await sql`delete from komsu.intake_draft where id = ${id} and application_id is null`.execute(trx)
  return answer.numAffectedRows === 1n
}

/**
 * Marks a draft as handed in and empties it: what was typed now stands in the file. A draft never saved is none of ours.
 * @returns the application it became before, if it did
 */
export async function finishDraft(trx: Trx, id: string, applicationId: number): Promise<number | undefined> {
  const done =
    await sql`update komsu.intake_draft set application_id = ${applicationId}, payload = '{}', updated_at = now()
    where id = ${id} and application_id is null`.execute(trx)
  if (done.numAffectedRows === 1n) return undefined
  return (await findDraft(trx, id))?.application_id ?? undefined
}
