/** Shapes of searching for a household on the wire. */
import { z } from 'zod'

export const SearchQuery = z.object({
  /** What was typed; at least three characters without blanks. */
  q: z.string().max(200),
})

/** What a search text was taken for. */
export const SEARCH_KINDS = ['national_id', 'phone', 'number', 'address', 'name'] as const
export const SearchKind = z.enum(SEARCH_KINDS)
export type SearchKind = z.infer<typeof SearchKind>

/** read: the officer may read the file · open: on a ground · relative: never · elsewhere: another officer's to work on. */
export const HitAccess = z.enum(['read', 'open', 'relative', 'closed'])

/** One file found: enough to know it, not to read it. Outside the officer's districts even less. */
export const Hit = z.object({
  householdId: z.number(),
  fileNo: z.string(),
  personId: z.number().nullable(),
  /** Outside the officer's districts the family name is an initial. */
  name: z.string(),
  birthYear: z.number().nullable(),
  hasDied: z.boolean(),
  /** First three and last two digits. */
  nationalIdMasked: z.string().nullable(),
  members: z.number(),
  district: z.string(),
  neighbourhood: z.string().nullable(),
  /** State of the newest application; null: none was ever made. */
  status: z.string().nullable(),
  applicationId: z.number().nullable(),
  inScope: z.boolean(),
  /** File this one was joined into; open that one. */
  joinedIntoId: z.number().nullable(),
  isDissolved: z.boolean(),
  access: HitAccess,
})
export type Hit = z.infer<typeof Hit>

/** Why a search answers little, or how to ask better. */
export const SearchHint = z.enum([
  'too_many',
  'whole_national_id',
  'wrong_national_id',
  'latin_letters',
  'add_door',
  'no_such_street',
  'corrected',
  'nothing',
])
export type SearchHint = z.infer<typeof SearchHint>

/** GET /api/households?q= */
export const SearchAnswer = z.object({
  kind: SearchKind,
  items: z.array(Hit),
  /** More than the twenty shown. */
  hasMore: z.boolean(),
  hint: SearchHint.nullable(),
  /** The spelling found instead of what was typed, or the street understood. */
  understood: z.string().nullable(),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>

/** GET /api/households/last-seen */
export const LastSeen = z.object({ items: z.array(Hit.extend({ seenAt: z.iso.datetime({ offset: true }) })) })
export type LastSeen = z.infer<typeof LastSeen>
