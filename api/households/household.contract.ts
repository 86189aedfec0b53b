/** Shapes of a household's file on the wire. Money integer kuruş, dates ISO, ids numbers. */
import { z } from 'zod'
import { ApplicationOfFile } from './file-application.contract.ts'
import { FILE_ACTIONS } from './household.workflow.ts'
import { Timeline } from './timeline.contract.ts'

const Day = z.iso.date()
const Moment = z.string()
const Text = z.string().nullable()
const Code = z.string()

export const PersonOfFile = z.object({
  id: z.number(),
  givenName: z.string(),
  familyName: z.string(),
  nationalId: z.string(),
  sex: z.enum(['female', 'male']),
  bornOn: Day,
  age: z.number().describe('In whole years, today or on the day of death'),
  isAdult: z.boolean(),
  diedOn: Day.nullable(),
  role: Code,
  version: z.number(),
  isSynthetic: z.boolean(),
  guardians: z.array(
    z.object({
      id: z.number(),
      personId: z.number().nullable(),
      name: z.string(),
      kind: Code,
      paper: z.string(),
      from: Day,
      to: Day.nullable(),
    }),
  ),
})
export type PersonOfFile = z.infer<typeof PersonOfFile>

export const FACTS = [
  'income',
  'dwelling_fact',
  'health_fact',
  'schooling_fact',
  'asset_fact',
  'employment_fact',
  'expense_fact',
  'status_fact',
  'contact',
] as const

/** A dated fact with who says so. `values`: its own columns (api/inspections/fact-tables.rules.ts). */
export const FileFact = z.object({
  fact: z.enum(FACTS),
  id: z.number(),
  personId: z.number().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  from: Day,
  to: Day.nullable().describe('First day it no longer holds; equal to from when it never did'),
  holds: z.boolean(),
  provenance: Code,
  recordedAt: Moment,
  by: Text,
  note: Text,
  end: z.object({ kind: z.enum(['no_longer', 'wrong']), reason: z.string(), by: Text, at: Moment }).nullable(),
  /** File it was written in, where that is one joined into this. */
  fromFile: z.string().nullable(),
})
export type FileFact = z.infer<typeof FileFact>

const Named = z.object({ id: z.number(), name: z.string() })

/** GET /api/households/{id} */
export const HouseholdFile = z.object({
  id: z.number(),
  fileNo: z.string(),
  version: z.number(),
  formedOn: Day,
  dissolvedOn: Day.nullable(),
  joinedInto: z.object({ id: z.number(), fileNo: z.string() }).nullable(),
  joinedFrom: z.array(z.object({ id: z.number(), fileNo: z.string() })),
  today: Day,
  /** Why the reader sees it; `until` where it was opened on a ground. */
  ground: z.object({ kind: Code, applicationId: z.number().nullable(), until: Moment.nullable() }),
  address: z.object({
    district: Named,
    neighbourhood: Named,
    street: Named.nullable(),
    doorNo: Text,
    flatNo: Text,
    description: Text,
    uavtCode: Text,
    quality: Code.nullable(),
    point: z.object({ lon: z.number(), lat: z.number() }).nullable(),
  }),
  people: z.array(PersonOfFile),
  formerPeople: z.array(
    z.object({ personId: z.number(), name: Text, role: Code, from: Day, to: Day, reason: Code, by: Text }),
  ),
  facts: z.array(FileFact),
  attachments: z.array(
    z.object({
      id: z.number(),
      kind: z.enum(['document', 'photo']),
      documentCode: Text,
      caption: Text,
      fileName: z.string(),
      mediaType: z.string(),
      bytes: z.number(),
      takenOn: Day.nullable(),
      addedAt: Moment,
      by: Text,
      applicationId: z.number().nullable(),
      inspectionId: z.number().nullable(),
      isRemoved: z.boolean(),
      removedReason: Text,
    }),
  ),
  applications: z.array(ApplicationOfFile),
  aid: z.array(
    z.object({ id: z.number(), aidType: Code, amountKurus: z.number().nullable(), givenOn: Day, giver: z.string() }),
  ),
  proposals: z.array(
    z.object({
      id: z.number(),
      kind: Code,
      personId: z.number().nullable(),
      proposal: z.record(z.string(), z.unknown()),
      current: z.record(z.string(), z.unknown()).nullable(),
      source: Code,
      reason: Text,
      proposedAt: Moment,
      by: Text,
      version: z.number(),
    }),
  ),
  duplicates: z.array(
    z.object({ id: z.number(), otherId: z.number(), otherFileNo: z.string(), kind: Code, probability: z.number() }),
  ),
  /** Null: open to the reader now; otherwise the key of the reason (`why.<key>`). */
  actions: z.record(z.enum(FILE_ACTIONS), z.string().nullable()),
  timeline: Timeline,
})
export type HouseholdFile = z.infer<typeof HouseholdFile>

export const FileAddress = z.object({ id: z.coerce.number().int().positive() })

/** POST /api/households/{id}/open */
export const OpenFile = z.object({
  ground: z.enum(['petition_received', 'call_received', 'duplicate_check']),
  reason: z.string().max(500).nullish(),
})
export type OpenFile = z.infer<typeof OpenFile>
export const Opened = z.object({ id: z.number(), until: Moment })
