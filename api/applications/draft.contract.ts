/** Drafts of intake: what was typed so far, in the shape of the wizard, which alone reads it. */
import { z } from 'zod'

/** Room for 30 people and 10 000-character notes many times over. */
export const DRAFT_LIMIT = 100_000

export const DraftPayload = z
  .record(z.string(), z.unknown())
  .refine(payload => JSON.stringify(payload).length <= DRAFT_LIMIT, {
    message: 'Taslak çok büyük · The draft is too large',
  })

/** PUT /api/applications/drafts/{id}; `version` as read, null for the first save. */
export const SaveDraft = z.object({ version: z.number().int().positive().nullable(), payload: DraftPayload })
export type SaveDraft = z.infer<typeof SaveDraft>

export const Draft = z.object({
  id: z.uuid(),
  version: z.number().int(),
  payload: z.record(z.string(), z.unknown()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** The application it became. */
  applicationId: z.number().int().nullable(),
})
export type Draft = z.infer<typeof Draft>

export const Drafts = z.object({ items: z.array(Draft) })
export const Discarded = z.object({ discarded: z.literal(true) })
