/** Shapes of attachments on the wire. Pure: the browser imports it too. */
import { z } from 'zod'

/** What is kept: photos and scans, found by content, never by name. */
export const MEDIA_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type MediaType = (typeof MEDIA_TYPES)[number]

/** The largest file taken, bytes. */
export const FILE_LIMIT = 12 * 1024 * 1024

const id = z.coerce.number().int().positive()
const words = z.string().trim().max(300)

/** Fields of POST /api/attachments (multipart/form-data), before the file. One place is enough: the household follows from it. */
export const AttachmentFields = z
  .strictObject({
    householdId: id.optional(),
    applicationId: id.optional(),
    inspectionId: id.optional(),
    kind: z.enum(['document', 'photo']),
    documentCode: z
      .string()
      .regex(/^[a-z_]{1,40}$/)
      .optional(),
    caption: words.optional(),
    takenOn: z.iso.date().optional(),
  })
  .refine(one => one.householdId ?? one.applicationId ?? one.inspectionId, {
    path: ['householdId'],
    message: 'Dosyanın hangi haneye, başvuruya veya incelemeye ait olduğunu belirtin / Say what the file belongs to',
  })
export type AttachmentFields = z.infer<typeof AttachmentFields>

export const Attachment = z.object({
  id: z.number(),
  householdId: z.number(),
  applicationId: z.number().nullable(),
  inspectionId: z.number().nullable(),
  kind: z.enum(['document', 'photo']),
  documentCode: z.string().nullable(),
  caption: z.string().nullable(),
  fileName: z.string(),
  mediaType: z.enum(MEDIA_TYPES),
  bytes: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  takenOn: z.string().nullable(),
  addedBy: z.object({ id: z.number(), name: z.string() }).nullable(),
  addedAt: z.string(),
  /** A removal is a mark: the entry stays, its content is no longer shown. */
  removed: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
})
export type Attachment = z.infer<typeof Attachment>

/** 200 of POST: `isAgain` when the same file stood there already. */
export const Added = Attachment.extend({ isAgain: z.boolean() })
export type Added = z.infer<typeof Added>

export const Attachments = z.object({ items: z.array(Attachment) })
export type Attachments = z.infer<typeof Attachments>

export const AttachmentQuery = z
  .object({ household: id.optional(), application: id.optional(), inspection: id.optional() })
  .refine(one => one.household ?? one.application ?? one.inspection, {
    message: 'household, application veya inspection gerekir / is needed',
  })
export type AttachmentQuery = z.infer<typeof AttachmentQuery>

export const Caption = z.strictObject({ caption: words })
export const Removal = z.strictObject({ reason: z.string().trim().min(3).max(500) })
