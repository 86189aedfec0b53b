/** What an officer sends to change a household's file. `version`: the version of the household they read. */
import { z } from 'zod'
import { HOUSEHOLD_ROLES } from '../applications/application-codes.rules.ts'
import { Day, Id, NewAddress, NewPerson, text } from '../applications/submission.contract.ts'
import { FACTS } from './household.contract.ts'

export type FileFactName = (typeof FACTS)[number]

const version = z.number().int().positive()
const Role = z.enum(HOUSEHOLD_ROLES)
const reason = text(500)
/** Longest note; longer ones are refused with their length, not cut. */
export const NOTE_LIMIT = 4000

export const PersonAddress = z.object({
  id: z.coerce.number().int().positive(),
  person: z.coerce.number().int().positive(),
})

/** POST /api/households/{id}/people */
export const AddPerson = z.object({
  version,
  person: NewPerson,
  /** Day they came to live here. */
  on: Day.nullish(),
  /** Said when the form asked about an age over 120. */
  isAgeConfirmed: z.boolean().default(false),
})
export type AddPerson = z.infer<typeof AddPerson>

/** POST /api/households/{id}/people/transfer: somebody who is in another file comes to live here. */
export const TransferPerson = z.object({
  version,
  personId: Id,
  fromHouseholdId: Id,
  role: Role,
  on: Day,
  reason: reason.nullish(),
  /** New head of the household they leave, when they were its head. */
  successorId: Id.nullish(),
})
export type TransferPerson = z.infer<typeof TransferPerson>

/** POST …/people/{person}/correct: what was written down wrongly. The old value is kept in the timeline. */
export const CorrectPerson = z.object({
  version,
  changes: z
    .object({
      givenName: NewPerson.shape.givenName,
      familyName: NewPerson.shape.familyName,
      nationalId: NewPerson.shape.nationalId,
      sex: NewPerson.shape.sex,
      bornOn: Day,
      role: Role,
      /** Null: recorded as dead by mistake. */
      diedOn: Day.nullable(),
    })
    .partial(),
  reason: reason.min(1),
  isAgeConfirmed: z.boolean().default(false),
})
export type CorrectPerson = z.infer<typeof CorrectPerson>

/** Where a person or people go who leave. */
const Destination = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('household'), householdId: Id }),
  z.object({ kind: z.literal('address'), address: NewAddress }),
  z.object({ kind: z.literal('same_address') }),
  z.object({ kind: z.literal('unknown') }),
  z.object({ kind: z.literal('out_of_province'), place: text(200).nullish() }),
])
export type Destination = z.infer<typeof Destination>

/** POST …/people/{person}/leave */
export const LeaveHousehold = z.object({
  version,
  on: Day,
  to: Destination,
  reason: reason.nullish(),
  successorId: Id.nullish(),
  roleThere: Role.nullish(),
})
export type LeaveHousehold = z.infer<typeof LeaveHousehold>

/** POST …/people/{person}/death */
export const RecordDeath = z.object({
  version,
  diedOn: Day,
  /** New head, when the head died and others live here. */
  successorId: Id.nullish(),
  paper: text(200).nullish(),
})
export type RecordDeath = z.infer<typeof RecordDeath>

/** POST …/people/{person}/guardian */
export const NameGuardian = z.object({
  version,
  kind: z.enum(['parent', 'court_guardian', 'trustee', 'foster']),
  /** A member of the household, or somebody by name and number. */
  guardianPersonId: Id.nullish(),
  name: text(200).nullish(),
  nationalId: z.string().max(20).nullish(),
  bornOn: Day.nullish(),
  paper: text(200).min(1),
  from: Day,
})
export type NameGuardian = z.infer<typeof NameGuardian>

/** POST /api/households/{id}/move */
export const MoveHouse = z.object({ version, address: NewAddress, on: Day, reason: reason.nullish() })
export type MoveHouse = z.infer<typeof MoveHouse>

/** POST /api/households/{id}/join: the other file is joined into this one. */
export const JoinHouseholds = z.object({
  version,
  otherId: Id,
  otherVersion: version.nullish(),
  why: z.enum(['live_together', 'duplicate']),
  on: Day,
  reason: reason.min(1),
  roles: z
    .array(z.object({ personId: Id, role: Role }))
    .max(60)
    .default([]),
  /** The same human being under two numbers: the record kept, and the one laid aside. */
  samePeople: z
    .array(z.object({ keepId: Id, dropId: Id }))
    .max(30)
    .default([]),
})
export type JoinHouseholds = z.infer<typeof JoinHouseholds>

/** POST /api/households/{id}/split: some of the people become a household of their own. */
export const SplitHousehold = z.object({
  version,
  people: z.array(Id).min(1).max(60),
  headId: Id,
  to: Destination,
  on: Day,
  reason: reason.min(1),
  successorId: Id.nullish(),
  /** The open application goes with them. */
  takesApplication: z.boolean().default(false),
})
export type SplitHousehold = z.infer<typeof SplitHousehold>

const Value = z.union([z.string().max(1000), z.number(), z.boolean(), z.null()])

/** POST /api/households/{id}/facts. `values`: the columns of the fact (api/inspections/fact-tables.rules.ts). */
export const AddFact = z.object({
  version,
  fact: z.enum(FACTS),
  personId: Id.nullish(),
  values: z.record(z.string().max(40), Value),
  from: Day,
  provenance: z.enum(['declared', 'registry', 'inspection']).default('declared'),
  note: text(1000).nullish(),
})
export type AddFact = z.infer<typeof AddFact>
/** At the desk: what an inspection found is written down by the inspection, or by a proposal of it, and by nobody else. */
export const AddFactAtDesk = AddFact.extend({ provenance: z.enum(['declared', 'registry']).default('declared') })

export const FactAddress = FileId().extend({ fact: z.enum(FACTS), factId: z.coerce.number().int().positive() })

/** POST /api/households/{id}/facts/{fact}/{factId}/end; with `instead` a correction: the wrong one ends, the right one stands. */
export const EndFact = z.object({
  version,
  kind: z.enum(['no_longer', 'wrong']),
  endedOn: Day.nullish(),
  reason: reason.min(1),
  instead: AddFact.pick({ values: true, from: true, note: true }).nullish(),
})
export type EndFact = z.infer<typeof EndFact>

/** POST /api/households/{id}/notes */
export const AddNote = z.object({ text: text(20_000).min(1), personId: Id.nullish() })
export type AddNote = z.infer<typeof AddNote>

/** What every change answers: the new version of the file, and what it made. */
export const Changed = z.object({
  id: z.number(),
  version: z.number(),
  /** Person, fact or household made. */
  madeId: z.number().nullable(),
  /** Other file concerned: the one left, joined or made. */
  otherId: z.number().nullable(),
  /** What somebody should look at next: needs_guardian, applicant_left, applicant_died, application_stays, other_district. */
  hints: z.array(z.string()),
})
export type Changed = z.infer<typeof Changed>

function FileId() {
  return z.object({ id: z.coerce.number().int().positive() })
}
