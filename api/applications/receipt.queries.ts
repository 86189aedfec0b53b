import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type { Submission } from './submission.contract.ts'

export async function insertReceipt(
  trx: Trx,
  actor: Actor,
  applicationId: number,
  said: { submission: Submission; replyBy: string },
): Promise<number> {
  const { submission, replyBy } = said
  const { rows } = await sql<{ id: number }>`
    insert into komsu.application_receipt (request_id, application_id, channel, reference_no, received_on, reply_by, received_by, note)
    values (coalesce(${actor.requestId}::uuid, gen_random_uuid()), ${applicationId}, ${submission.channel}, ${submission.referenceNo || null}, ${submission.receivedOn}, ${replyBy},
      ${actor.officer.id}, ${submission.note || null}) returning id`.execute(trx)
  return rows[0]?.id ?? 0
}

/** Adds what is not asked for already. @returns the aid types added */
export async function insertRequests(
  trx: Trx,
  actor: Actor,
  applicationId: number,
  wishes: Submission['requests'],
): Promise<string[]> {
  const { rows } = await sql<{ aid_type_code: string }>`
    insert into komsu.request (application_id, aid_type_code, added_on, note, added_by)
    select ${applicationId}, wish->>'aidType', (now() at time zone 'Europe/Istanbul')::date, nullif(wish->>'note', ''), ${actor.officer.id}
    from jsonb_array_elements(${JSON.stringify(wishes)}::jsonb) wish
    on conflict (application_id, aid_type_code) where withdrawn_on is null do nothing returning aid_type_code`.execute(
    trx,
  )
  return rows.map(row => row.aid_type_code)
}

type Paper = Readonly<{
  code: string
  isRequired: boolean
  state: 'missing' | 'seen' | 'waived'
  reason: string | null
}>

/** Puts papers on the list; one that is there already keeps its state, unless it was missing and is seen now. */
export async function askForDocuments(
  trx: Trx,
  actor: Actor,
  applicationId: number,
  papers: readonly Paper[],
): Promise<void> {
  if (papers.length === 0) return
  await sql`
    insert into komsu.application_document as known (application_id, document_code, is_required, state, reason, recorded_by)
    select ${applicationId}, paper->>'code', (paper->>'isRequired')::boolean, paper->>'state', paper->>'reason', ${actor.officer.id}
    from jsonb_array_elements(${JSON.stringify(papers)}::jsonb) paper
    on conflict (application_id, document_code) do update
      set state = excluded.state, reason = excluded.reason, recorded_by = excluded.recorded_by, recorded_at = now()
      where known.state = 'missing' and excluded.state <> 'missing'`.execute(trx)
}
