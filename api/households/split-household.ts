import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import type { Actor } from '../rights/door.ts'
import { carryPeople } from './carry-people.ts'
import type { Changed, SplitHousehold } from './change.contract.ts'
import { memberOf } from './correct-person.ts'
import { insertEvent, type Member, updateDissolved } from './household.queries.ts'
import { carryApplication, lockOpenApplications } from './household-application.queries.ts'
import { rolesUnder, whyNoHead } from './people.rules.ts'
import { type Fault, refuseFaults } from './refuse.ts'
import { foundHousehold } from './settle.ts'
import { succeedHead } from './succeed-head.ts'
import { type Held, holdFile, living, openOn, recordChange } from './with-file.ts'

type Said = Omit<SplitHousehold, 'version'>

/**
 * Some of the people become a household of their own, with the facts about them; the open application stays unless it is
 * said to go with them.
 * @throws not-found, conflict, closed, invalid-input
 */
export async function splitHousehold(trx: Trx, actor: Actor, id: number, said: SplitHousehold): Promise<Changed> {
  return splitHeld(trx, actor, await holdFile(trx, { id, version: said.version, action: 'split' }), said)
}

/** The same for a file held already. */
export async function splitHeld(trx: Trx, actor: Actor, held: Held, said: Said): Promise<Changed> {
  const { file } = held
  const going = [...new Set(said.people)].map(id => memberOf(actor, held, id))
  refuseFaults(actor, faultsOf(said, going, held))
  if (said.to.kind === 'household') throw problem('invalid-input', '', { field: 'to' })
  await succeedHead(trx, actor, held, { going, successorId: said.successorId })
  const made = await foundHousehold(trx, actor, { from: file, to: said.to, on: said.on })
  const isGone = said.to.kind === 'unknown' || said.to.kind === 'out_of_province'
  const reason = said.reason || null
  await insertEvent(trx, actor, {
    householdId: made.id,
    kind: 'opened',
    on: said.on,
    detail: { from: file.id, fromFileNo: file.file_no },
  })
  const carrying = { from: file, to: made, people: going, roles: rolesUnder(said.headId, going), on: said.on, reason }
  await carryPeople(trx, actor, { ...carrying, why: isGone ? 'left' : 'split' })
  if (!isGone)
    await insertEvent(trx, actor, {
      householdId: file.id,
      kind: 'split',
      on: said.on,
      detail: { to: made.id, toFileNo: made.fileNo, people: said.people, reason },
    })
  const [open] = await lockOpenApplications(trx, [file.id])
  if (open && said.takesApplication) {
    if (open.status === 'before_commission') throw problem('closed', '', { why: 'before_commission' })
    // Who parts a file goes on seeing both halves for a while.
    await openOn(trx, file.id, 'petition_received', 'Hanenin ayrılması')
    await carryApplication(trx, open.id, { householdId: made.id, districtId: await districtOf(trx, made.id) })
  }
  if (isGone) await updateDissolved(trx, made.id, said.on)
  return recordChange(trx, actor, {
    id: file.id,
    action: 'household.split',
    made: made.id,
    other: made.id,
    detail: { people: said.people, to: said.to.kind },
    hints: hintsOf(said, going, open),
  })
}

function faultsOf(said: Said, going: readonly Member[], held: Held): Fault[] {
  const faults: Fault[] = []
  const alive = living(held.people)
  if (going.some(one => one.diedOn !== null)) faults.push({ field: 'people', code: 'has_died' })
  if (alive.every(one => going.includes(one))) faults.push({ field: 'people', code: 'nobody_stays' })
  const why = whyNoHead(said.headId, going, held.today)
  if (why) faults.push({ field: 'headId', code: why })
  if (said.on > held.today) faults.push({ field: 'on', code: 'in_future' })
  return faults
}

function hintsOf(
  said: Said,
  going: readonly Member[],
  open: { applicant_person_id: number | null } | undefined,
): string[] {
  const isApplicantGone = going.some(one => one.id === open?.applicant_person_id)
  return open && isApplicantGone && !said.takesApplication ? ['applicant_left'] : []
}

async function districtOf(trx: Trx, id: number): Promise<number> {
  const { district_id } = await trx
    .selectFrom('household')
    .select('district_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return district_id
}
