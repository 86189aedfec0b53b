import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { type AddNote, type Changed, NOTE_LIMIT } from './change.contract.ts'
import { insertEvent, today } from './household.queries.ts'
import { findHead } from './household-file.queries.ts'
import { refuseFaults } from './refuse.ts'

/**
 * Adds a note to the timeline. Notes are only added, so no version is asked for: two officers may write at once.
 * @throws not-found, invalid-input (its length)
 */
export async function addNote(trx: Trx, actor: Actor, id: number, said: AddNote): Promise<Changed> {
  const head = await findHead(trx, id)
  if (!head) throw problem('not-found')
  const length = [...said.text].length
  refuseFaults(
    actor,
    length > NOTE_LIMIT ? [{ field: 'text', code: 'note_too_long', fill: { limit: NOTE_LIMIT, length } }] : [],
  )
  const on = await today(trx)
  await insertEvent(trx, actor, {
    householdId: id,
    kind: 'note',
    on,
    personId: said.personId ?? null,
    detail: { text: said.text },
  })
  await auditDeed(trx, actor, { action: 'household.note', subject: { type: 'household', id }, detail: { length } })
  return { id, version: head.version, madeId: null, otherId: null, hints: [] }
}
