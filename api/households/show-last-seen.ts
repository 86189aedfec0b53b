import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type { LastSeen } from './search.contract.ts'
import { listLastSeen } from './search.queries.ts'
import { hitOf } from './search-households.ts'

const MOST = 10

/** The ten files the officer read last, as far as they may still read them. */
export async function showLastSeen(trx: Trx, actor: Actor): Promise<LastSeen> {
  const rows = await listLastSeen(trx, MOST)
  return { items: rows.map(row => ({ ...hitOf(row, actor), seenAt: row.seen_at.toISOString() })) }
}
