import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import { type Member, updateRole } from './household.queries.ts'
import { rolesUnder, whyNoHead } from './people.rules.ts'
import { invalid } from './refuse.ts'
import { type Held, living } from './with-file.ts'

/**
 * When the head goes and others stay, one of those becomes the head and the others are related to them.
 * @param going people who go
 * @throws invalid-input (details.candidates: who may follow)
 */
export async function succeedHead(
  trx: Trx,
  actor: Actor,
  held: Held,
  said: { going: readonly Member[]; successorId: number | null | undefined },
): Promise<void> {
  const { going, successorId } = said
  const staying = living(held.people).filter(one => !going.some(other => other.id === one.id))
  if (staying.length === 0 || !going.some(one => one.role === 'head' && one.diedOn === null)) return
  const why = whyNoHead(successorId, staying, held.today)
  if (why || successorId == null) {
    const code = why ?? 'successor_missing'
    const candidates = staying.filter(one => whyNoHead(one.id, staying, held.today) === null).map(one => one.id)
    throw invalid(actor, [{ field: 'successorId', code }], { candidates })
  }
  const roles = rolesUnder(successorId, living(held.people))
  for (const person of staying) await updateRole(trx, person.id, roles.get(person.id) ?? 'relative')
}
