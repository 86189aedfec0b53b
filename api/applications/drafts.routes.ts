import { z } from 'zod'
import type { Slice } from '../platform/http/slice.ts'
import { read, write } from '../rights/door.ts'
import { DRAFT } from './applications.examples.ts'
import { Discarded, Draft, Drafts, SaveDraft } from './draft.contract.ts'
import { discardDraft, saveDraft, showDraft, showDrafts } from './save-draft.ts'

const Address = z.object({ id: z.uuid() })
const tags = ['applications']
const shown = { 200: Draft.meta({ examples: [DRAFT] }) }

/** /api/applications/drafts: an officer's own, saved as they type. */
export const draftRoutes: Slice = (app, { db }) => {
  app.get(
    '/api/applications/drafts',
    {
      config: { action: 'draft.read' },
      schema: { summary: 'One’s own drafts', tags, response: { 200: Drafts.meta({ examples: [{ items: [DRAFT] }] }) } },
    },
    request => read(db, request, showDrafts),
  )
  app.get(
    '/api/applications/drafts/:id',
    {
      config: { action: 'draft.read' },
      schema: { summary: 'A draft of one’s own', tags, params: Address, response: shown },
    },
    request => read(db, request, trx => showDraft(trx, request.params.id)),
  )
  app.put(
    '/api/applications/drafts/:id',
    {
      config: { action: 'draft.save' },
      schema: {
        summary: 'Save a draft as it is typed',
        description: 'The key is made by the client; `version` is the one read, null for the first save.',
        tags,
        params: Address,
        body: SaveDraft.meta({ examples: [{ version: null, payload: DRAFT.payload }] }),
        response: shown,
      },
    },
    request => write(db, request, (trx, actor) => saveDraft(trx, actor, request.params.id, request.body)),
  )
  app.delete(
    '/api/applications/drafts/:id',
    {
      config: { action: 'draft.discard' },
      schema: {
        summary: 'Throw a draft away',
        tags,
        params: Address,
        response: { 200: Discarded.meta({ examples: [{ discarded: true }] }) },
      },
    },
    request => write(db, request, trx => discardDraft(trx, request.params.id)),
  )
}
