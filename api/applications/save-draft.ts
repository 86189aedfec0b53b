import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import type { Actor } from '../rights/door.ts'
import type { Draft, SaveDraft } from './draft.contract.ts'
import { type DraftRow, deleteDraft, findDraft, insertDraft, listDrafts, updateDraft } from './draft.queries.ts'

/** Saves a draft as it is typed. @throws not-found (somebody else's), conflict (details.current), closed (draft_submitted) */
export async function saveDraft(trx: Trx, actor: Actor, id: string, { version, payload }: SaveDraft): Promise<Draft> {
  const isSaved =
    version === null
      ? await insertDraft(trx, { id, officerId: actor.officer.id, payload })
      : await updateDraft(trx, { id, payload, version })
  const now = await findDraft(trx, id)
  if (!now) throw problem('not-found')
  if (now.application_id !== null) throw submitted(now.application_id)
  if (!isSaved) throw problem('conflict', '', { current: now.version })
  return viewOf(now)
}

/** @throws not-found */
export async function showDraft(trx: Trx, id: string): Promise<Draft> {
  const found = await findDraft(trx, id)
  if (!found) throw problem('not-found')
  return viewOf(found)
}

export async function showDrafts(trx: Trx): Promise<{ items: Draft[] }> {
  return { items: (await listDrafts(trx)).map(viewOf) }
}

/** @throws not-found, closed (draft_submitted) */
export async function discardDraft(trx: Trx, id: string): Promise<{ discarded: true }> {
  if (await deleteDraft(trx, id)) return { discarded: true }
  const found = await findDraft(trx, id)
  if (found?.application_id != null) throw submitted(found.application_id)
  throw problem('not-found')
}

function submitted(application: number) {
  return problem('closed', '', { why: 'draft_submitted', application })
}

function viewOf(row: DraftRow): Draft {
  return {
    id: row.id,
    version: row.version,
    payload: row.payload,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    applicationId: row.application_id,
  }
}
