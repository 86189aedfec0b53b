import { z } from 'zod'

export const NOTICE_KINDS = [
  'assigned',
  'reassigned',
  'returned',
  'plan_submitted',
  'plan_approved',
  'plan_returned',
  'urgent',
  'proposal',
] as const

/** What an officer is told; counts and dates, no name of a person. */
export const Notice = z.object({
  id: z.number(),
  kind: z.enum(NOTICE_KINDS),
  subject: z.object({ type: z.string(), id: z.number() }),
  detail: z.record(z.string(), z.unknown()),
  madeAt: z.iso.datetime({ offset: true }),
  isRead: z.boolean(),
})
export type Notice = z.infer<typeof Notice>

/** GET /api/notifications: newest first, with how many are unread in all. */
export const Notices = z.object({ items: z.array(Notice), unread: z.number().int(), next: z.number().optional() })
export type Notices = z.infer<typeof Notices>
export const NoticesQuery = z.object({ cursor: z.coerce.number().int().positive().optional() })
export type NoticesQuery = z.infer<typeof NoticesQuery>

/** POST /api/notifications/read: everything up to and including this notice. */
export const ReadNotices = z.object({ upTo: z.number().int().positive() })
