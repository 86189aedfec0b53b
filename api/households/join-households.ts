import { OPEN_STATUSES } from '../applications/application.workflow.ts'
import type { HouseholdRole } from '../applications/application-codes.rules.ts'
import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import type { Actor } from '../rights/door.ts'
import { carryFactsOfHousehold, carryFactsToRecord } from './carry.queries.ts'
import { carryPeople } from './carry-people.ts'
import type { Changed, JoinHouseholds } from './change.contract.ts'
import { memberOf } from './correct-person.ts'
import { insertEvent, redirectJoined, updateDissolved, updateJoined } from './household.queries.ts'
import {
  carryApplication,
  joinApplication,
  lockOpenApplications,
  type OpenApplication,
} from './household-application.queries.ts'
import { type Fault, refuseFaults } from './refuse.ts'
import { type Held, holdTwo, living, recordChange } from './with-file.ts'

/**
 * Two files become one: the people and the facts about them come here, of two open applications one is left, the other
 * file ends and points to this one; nothing of it is lost, it is read together with this one from now on.
 * @throws not-found, conflict, closed (before_commission), invalid-input
 */
export async function joinHouseholds(trx: Trx, actor: Actor, id: number, said: JoinHouseholds): Promise<Changed> {
  if (said.otherId === id) refuseFaults(actor, [{ field: 'otherId', code: 'same_household' }])
  const [here, other] = await holdTwo(
    trx,
    { id, version: said.version, action: 'join' },
    { id: said.otherId, version: said.otherVersion ?? null, action: 'join' },
  )
  refuseFaults(actor, faultsOf(actor, said, { here, other }))
  const dropped = new Set(said.samePeople.map(pair => pair.dropId))
  const coming = other.people.filter(one => !dropped.has(one.id))
  const to = { id, fileNo: here.file.file_no }
  for (const pair of said.samePeople) await carryFactsToRecord(trx, pair.dropId, { id: pair.keepId, householdId: id })
  await carryPeople(trx, actor, {
    from: other.file,
    to,
    people: coming,
    roles: rolesHere(said, { here, coming }),
    on: said.on,
    why: said.why === 'duplicate' ? 'duplicate' : 'joined',
    reason: said.reason,
  })
  if (said.why === 'live_together') await carryFactsOfHousehold(trx, other.file.id, id)
  await updateJoined(trx, other.file.id, { into: id, on: said.on })
  await redirectJoined(trx, other.file.id, id)
  if (here.file.dissolved_on !== null) await updateDissolved(trx, id, null)
  // Last: an application that leaves takes the view of its file along; joined, it is seen with this one.
  await settleApplications(trx, actor, { here, other, said })
  const detail = { why: said.why, reason: said.reason, samePeople: said.samePeople }
  await insertEvent(trx, actor, {
    householdId: id,
    kind: 'joined',
    on: said.on,
    detail: { ...detail, from: other.file.id, fromFileNo: other.file.file_no },
  })
  await insertEvent(trx, actor, {
    householdId: other.file.id,
    kind: 'joined',
    on: said.on,
    detail: { ...detail, into: id, intoFileNo: to.fileNo },
  })
  return recordChange(trx, actor, {
    id,
    action: 'household.join',
    other: other.file.id,
    detail: { why: said.why, people: coming.length },
  })
}

type Two = Readonly<{ here: Held; other: Held }>

function faultsOf(actor: Actor, said: JoinHouseholds, { here, other }: Two): Fault[] {
  for (const { keepId, dropId } of said.samePeople) {
    memberOf(actor, here, keepId)
    memberOf(actor, other, dropId)
  }
  return said.on > here.today ? [{ field: 'on', code: 'in_future' }] : []
}

/** As said; otherwise the head here stays and whoever comes is a relative. Without a head here, the head who comes leads. */
function rolesHere(
  said: JoinHouseholds,
  { here, coming }: { here: Held; coming: Held['people'] },
): Map<number, HouseholdRole> {
  const hasHead = living(here.people).some(one => one.role === 'head')
  const wanted = new Map(said.roles.map(one => [one.personId, one.role]))
  let isLed = hasHead
  return new Map(
    coming.map(one => {
      const role = wanted.get(one.id) ?? (hasHead ? 'relative' : one.role)
      const isSecondHead = role === 'head' && one.diedOn === null && isLed
      isLed ||= role === 'head' && one.diedOn === null
      return [one.id, isSecondHead ? 'relative' : role]
    }),
  )
}

/** Never two open applications: the one further on the way is kept, the other joins it with its receipt and requests. */
async function settleApplications(
  trx: Trx,
  actor: Actor,
  { here, other, said }: Two & { said: JoinHouseholds },
): Promise<void> {
  const open = await lockOpenApplications(trx, [here.file.id, other.file.id])
  if (open.some(one => one.status === 'before_commission')) throw problem('closed', '', { why: 'before_commission' })
  const [kept, ...dropped] = [...open].sort(byProgress)
  if (!kept) return
  for (const one of dropped)
    await joinApplication(trx, actor, {
      keep: kept.id,
      drop: one.id,
      on: here.today,
      reason: `${other.file.file_no} → ${here.file.file_no}: ${said.reason}`.slice(0, 500),
    })
  if (kept.household_id !== here.file.id)
    await carryApplication(trx, kept.id, { householdId: here.file.id, districtId: here.file.district_id })
}

function byProgress(a: OpenApplication, b: OpenApplication): number {
  const far = (one: OpenApplication) => (OPEN_STATUSES as readonly string[]).indexOf(one.status)
  return far(b) - far(a) || a.received_on.localeCompare(b.received_on) || a.id - b.id
}
