import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type { Changed, LeaveHousehold } from './change.contract.ts'
import { splitHeld } from './split-household.ts'
import { receive } from './transfer-person.ts'
import { holdFile, holdTwo } from './with-file.ts'

/**
 * A person leaves: into another household, into one of their own, or out of sight. Whoever leaves for an unknown address or
 * another province keeps a file of their own that has ended, so that they are found again and nobody is lost.
 * @throws not-found, conflict, closed, invalid-input
 */
export async function leaveHousehold(
  trx: Trx,
  actor: Actor,
  at: { id: number; person: number },
  said: LeaveHousehold,
): Promise<Changed> {
  const asked = { id: at.id, version: said.version, action: 'leave' } as const
  if (said.to.kind !== 'household') {
    const held = await holdFile(trx, asked)
    const { on, to, successorId } = said
    const split = {
      people: [at.person],
      headId: at.person,
      to,
      on,
      successorId,
      reason: said.reason ?? '',
      takesApplication: false,
    }
    return splitHeld(trx, actor, held, split)
  }
  const [there, here] = await holdTwo(trx, asked, { id: said.to.householdId, version: null, action: 'add_person' })
  const changed = await receive(trx, actor, {
    here,
    there,
    said: {
      personId: at.person,
      role: said.roleThere ?? 'relative',
      on: said.on,
      reason: said.reason,
      successorId: said.successorId,
    },
  })
  return { ...changed, id: at.id, otherId: here.file.id, version: there.file.version + 1 }
}
