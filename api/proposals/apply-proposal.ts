import { addRequest } from '../applications/add-request.ts'
import type { HouseholdRole } from '../applications/application-codes.rules.ts'
import { withdrawRequest } from '../applications/withdraw-request.ts'
import { addPerson } from '../households/add-person.ts'
import { AddFact, AddPerson, type Changed, CorrectPerson, EndFact, FactAddress } from '../households/change.contract.ts'
import { correctPerson } from '../households/correct-person.ts'
import { lockFile } from '../households/household.queries.ts'
import { leaveHousehold } from '../households/leave-household.ts'
import { moveHouse } from '../households/move-house.ts'
import { recordDeath } from '../households/record-death.ts'
import { addFact, endFact } from '../households/record-fact.ts'
import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import type { Actor } from '../rights/door.ts'
import type { AcceptProposal } from './proposals.contract.ts'
import type { ProposalRow } from './proposals.queries.ts'

type With = AcceptProposal['with']
type Deed = Readonly<{ trx: Trx; actor: Actor; row: ProposalRow; said: With; version: number; today: string }>

/** Makes the change a proposal asks for, by the verb an officer would have used. @returns null for requests of an application */
export async function applyProposal(trx: Trx, actor: Actor, row: ProposalRow, said: With): Promise<Changed | null> {
  const file = await lockFile(trx, row.household_id)
  if (!file) throw problem('not-found')
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Istanbul' }).format(new Date())
  return APPLY[row.kind]({ trx, actor, row, said, version: file.version, today: day })
}

const APPLY: Readonly<Record<ProposalRow['kind'], (deed: Deed) => Promise<Changed | null>>> = {
  person: correct,
  person_add: add,
  person_leave: leave,
  address: move,
  contact: deed => fact(deed, { fact: 'contact', values: deed.row.proposal }),
  fact: deed => fact(deed, deed.row.proposal),
  fact_end: end,
  request_add: request,
  request_withdraw: withdraw,
}

function correct({ trx, actor, row, version }: Deed): Promise<Changed> {
  const p = row.proposal
  const changes = {
    givenName: p.given_name,
    familyName: p.family_name,
    bornOn: p.born_on,
    role: p.household_role,
    nationalId: p.national_id,
    sex: p.sex,
  }
  const said = parsed(CorrectPerson, {
    version,
    changes: defined(changes),
    reason: reasonOf(row),
    isAgeConfirmed: true,
  })
  return correctPerson(trx, actor, { id: row.household_id, person: personOf(row) }, said)
}

function add({ trx, actor, row, said, version }: Deed): Promise<Changed> {
  const p = row.proposal
  const person = {
    nationalId: p.national_id ?? said.nationalId ?? '',
    givenName: p.given_name,
    familyName: p.family_name || said.familyName,
    bornOn: p.born_on ?? said.bornOn,
    sex: p.sex ?? said.sex,
    role: (p.household_role as HouseholdRole | undefined) ?? 'other',
  }
  return addPerson(trx, actor, row.household_id, parsed(AddPerson, { version, person, isAgeConfirmed: true }))
}

function leave({ trx, actor, row, said, version, today }: Deed): Promise<Changed> {
  const at = { id: row.household_id, person: personOf(row) }
  const on = typeof row.proposal.happened_on === 'string' ? row.proposal.happened_on : today
  const { successorId } = said
  if (row.proposal.reason === 'died') return recordDeath(trx, actor, at, { version, diedOn: on, successorId })
  return leaveHousehold(trx, actor, at, { version, on, to: { kind: 'unknown' }, successorId, reason: reasonOf(row) })
}

function move({ trx, actor, row, said, version, today }: Deed): Promise<Changed> {
  const written = {
    kind: 'described',
    neighbourhoodId: row.neighbourhood_id,
    flatNo: row.flat_no,
    description: String(row.proposal.text ?? '').slice(0, 300),
  } as const
  return moveHouse(trx, actor, row.household_id, {
    version,
    address: said.address ?? written,
    on: today,
    reason: reasonOf(row),
  })
}

function fact({ trx, actor, row, version, today }: Deed, told: Record<string, unknown>): Promise<Changed> {
  const provenance = row.source === 'registry' ? 'registry' : row.source === 'inspector' ? 'inspection' : 'declared'
  const said = {
    version,
    fact: told.fact,
    personId: row.person_id,
    values: told.values,
    from: told.from ?? today,
    note: told.note ?? row.reason,
    provenance,
  }
  return addFact(trx, actor, row.household_id, parsed(AddFact, said))
}

function end({ trx, actor, row, version }: Deed): Promise<Changed> {
  const { fact: table, fact_id, kind, ended_on } = row.proposal
  const at = parsed(FactAddress, { id: row.household_id, fact: table, factId: fact_id })
  const said = { version, kind: kind ?? 'no_longer', endedOn: ended_on ?? null, reason: reasonOf(row) }
  return endFact(trx, actor, at, parsed(EndFact, said))
}

async function request({ trx, actor, row }: Deed): Promise<null> {
  const { application_id: id, application_version: version } = row
  if (id === null || version === null) throw problem('closed', '', { why: 'no_application' })
  const note = typeof row.proposal.note === 'string' ? row.proposal.note : null
  await addRequest(trx, actor, id, { version, aidType: String(row.proposal.code ?? ''), note })
  return null
}

async function withdraw({ trx, actor, row, said }: Deed): Promise<null> {
  const { application_id: id, application_version: version } = row
  if (id === null || version === null || said.requestId === undefined)
    throw problem('closed', '', { why: 'no_application' })
  await withdrawRequest(trx, actor, { id, requestId: said.requestId }, { version, reason: reasonOf(row) })
  return null
}

/** @throws conflict when the person is gone from the file */
function personOf(row: ProposalRow): number {
  if (row.person_id === null || row.now === null)
    throw problem('conflict', '', { current: { version: row.version }, now: null })
  return row.person_id
}

const reasonOf = (row: ProposalRow) => (row.reason || row.by || 'proposal').slice(0, 500)
const defined = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null))

type Shape<T> = {
  safeParse: (
    value: unknown,
  ) =>
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }
}

/** A proposal is as old as the form that made it: what no longer fits is said field by field. @throws invalid-input */
function parsed<T>(shape: Shape<T>, value: unknown): T {
  const answer = shape.safeParse(value)
  if (answer.success) return answer.data
  const fields = answer.error.issues.map(one => ({ field: one.path.join('.'), why: one.message }))
  throw problem('invalid-input', fields.map(one => `${one.field}: ${one.why}`).join('; '), {
    where: 'proposal',
    fields,
  })
}
