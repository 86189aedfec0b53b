import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'

type Deed = Readonly<{ officerId: number; key: string; action: string; bodyHash: Buffer }>
type Stored = Readonly<{ action: string; isSameBody: boolean; answer: unknown }>

/**
 * Claims an Idempotency-Key for the open transaction. A second transaction with the key waits here for the first.
 * @returns undefined when the key is now ours; what was stored when it was used before
 */
export async function claimKey(trx: Trx, deed: Deed): Promise<Stored | undefined> {
  const { rows } = await sql<{ key: string }>`
    insert into komsu.idempotency (officer_id, key, action, body_hash)
    values (${deed.officerId}, ${deed.key}, ${deed.action}, ${deed.bodyHash})
    on conflict do nothing returning key`.execute(trx)
  if (rows.length > 0) return undefined
  const stored = await sql<{ action: string; same: boolean; answer: unknown }>`
    select action, body_hash = ${deed.bodyHash} as same, answer from komsu.idempotency
    where officer_id = ${deed.officerId} and key = ${deed.key}`.execute(trx)
  const row = stored.rows[0]
  if (!row) throw new Error('an idempotency key was there and is not')
  return { action: row.action, isSameBody: row.same, answer: row.answer }
}

/** Keeps the answer with the deed, in its transaction. */
export async function storeAnswer(trx: Trx, deed: Deed, answer: unknown): Promise<void> {
  await sql`update komsu.idempotency set answer = ${JSON.stringify(answer ?? null)}::json
    where officer_id = ${deed.officerId} and key = ${deed.key}`.execute(trx)
}
