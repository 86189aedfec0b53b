/** Shapes of duplicate tasks on the wire. Pure. */
import { z } from 'zod'

/** open: nobody looked yet; later: put off; to_join: decided to be the same and not joined yet; decided: the rest. */
export const LISTS = ['open', 'later', 'to_join', 'decided'] as const
export type DuplicateList = (typeof LISTS)[number]

export const DuplicatesQuery = z.object({
  list: z.enum(LISTS).default('open'),
  sort: z.enum(['probability', 'age']).default('probability'),
  /** Where the last page ended (`next`). */
  cursor: z.coerce.number().int().min(0).max(100_000).default(0),
})
export type DuplicatesQuery = z.infer<typeof DuplicatesQuery>

/** One bar of the waterfall, bits; they add up to the weight. Fields and levels: reason-words.rules.ts. */
export const Bar = z.object({ field: z.string(), level: z.string(), weight: z.number() })

/** What a list shows of a file before it is opened; outside the officer's districts only an initial and the district. */
const FileInList = z.object({
  householdId: z.number(),
  fileNo: z.string(),
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
  members: z.number(),
  districtId: z.number(),
  neighbourhoodId: z.number().nullable(),
  joinedIntoId: z.number().nullable(),
  dissolvedOn: z.string().nullable(),
  inScope: z.boolean(),
})
export type FileInList = z.infer<typeof FileInList>

const Candidate = z.object({
  id: z.number(),
  version: z.number(),
  kind: z.enum(['same_person', 'similar_names', 'same_address', 'same_phone']),
  state: z.enum(['open', 'later', 'same', 'different']),
  probability: z.number(),
  weight: z.number().describe('Bits: log2 of the odds'),
  because: z.array(Bar),
  foundAt: z.string(),
  decidedAt: z.string().nullable(),
  decidedBy: z.string().nullable(),
  reason: z.string().nullable(),
})

export const DuplicateInList = Candidate.extend({ files: z.array(FileInList).length(2) })
export type DuplicateInList = z.infer<typeof DuplicateInList>
export const Duplicates = z.object({
  items: z.array(DuplicateInList),
  next: z.number().optional(),
  counts: z.object({ open: z.number(), later: z.number(), to_join: z.number() }),
})
export type Duplicates = z.infer<typeof Duplicates>

const PersonBeside = z.object({
  id: z.number(),
  givenName: z.string(),
  familyName: z.string(),
  nationalId: z.string().describe('Masked: first three and last two digits'),
  bornOn: z.string(),
  sex: z.enum(['female', 'male']),
  role: z.string(),
  diedOn: z.string().nullable(),
})
export type PersonBeside = z.infer<typeof PersonBeside>

export const FileBeside = z.object({
  householdId: z.number(),
  fileNo: z.string(),
  version: z.number(),
  address: z.string(),
  formedOn: z.string(),
  dissolvedOn: z.string().nullable(),
  joinedIntoId: z.number().nullable(),
  people: z.array(PersonBeside),
  phones: z.array(z.string()),
  application: z
    .object({ id: z.number(), status: z.string(), receivedOn: z.string() })
    .nullable()
    .describe('The newest'),
  aidsInYear: z.number().int().describe('Times aid was given in the last twelve months'),
})
export type FileBeside = z.infer<typeof FileBeside>

export const Duplicate = Candidate.extend({
  files: z.array(FileBeside).length(2),
  /** People taken for one another: of the first file, of the second. */
  matched: z.array(z.object({ a: z.number(), b: z.number() })),
})
export type Duplicate = z.infer<typeof Duplicate>

export const IdParams = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })

/** same: the files are of one household and shall be joined; different: never asked again; later: stays. */
export const Decide = z
  .strictObject({
    verdict: z.enum(['same', 'different', 'later']),
    reason: z.string().trim().max(500).optional(),
    version: z.number().int().positive(),
  })
  .refine(({ verdict, reason }) => verdict !== 'different' || (reason ?? '').length >= 3, {
    path: ['reason'],
    message: 'different is remembered for good: say why (3–500 characters)',
  })
export type Decide = z.infer<typeof Decide>

export const Decided = z.object({
  id: z.number(),
  version: z.number(),
  state: z.enum(['later', 'same', 'different']),
  /** The files still stand apart and wait to be joined (POST /api/households/{id}/join). */
  toJoin: z.boolean(),
})
export type Decided = z.infer<typeof Decided>
