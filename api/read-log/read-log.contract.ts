import { z } from 'zod'
import { ROLES } from '../platform/role.ts'

/** GET /api/read-log: which events are wanted. */
export const ReadLogQuery = z.object({
  /** File number, T.C. number of a member, or key of the household. */
  file: z.string().trim().min(1).max(60).optional(),
  /** User name of an officer. */
  officer: z.string().trim().min(1).max(60).optional(),
  /** reads: who looked; deeds: who changed; searches: who searched for what. */
  kind: z.enum(['all', 'reads', 'searches', 'deeds']).default('all'),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  cursor: z.coerce.number().int().positive().optional(),
})
export type ReadLogQuery = z.infer<typeof ReadLogQuery>

/** One event of the audit. */
export const ReadLogEvent = z.object({
  id: z.number(),
  at: z.iso.datetime({ offset: true }),
  officer: z.object({ username: z.string(), displayName: z.string() }).nullable(),
  role: z.enum([...ROLES, 'system']),
  action: z.string(),
  subject: z.object({ type: z.string(), id: z.string().nullable() }),
  ground: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
})
export type ReadLogEvent = z.infer<typeof ReadLogEvent>

/** Newest first; `next` is the cursor of the following page. */
export const ReadLog = z.object({ items: z.array(ReadLogEvent), next: z.number().optional() })
export type ReadLog = z.infer<typeof ReadLog>
