import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import type { Actor } from '../rights/door.ts'
import type { AddFact, Changed, EndFact, FileFactName } from './change.contract.ts'
import { memberOf } from './correct-person.ts'
import { findFact, insertFact, insertFactEnd } from './fact.queries.ts'
import { factColumns, factFaults } from './fact.rules.ts'
import { type Fault, refuseFaults } from './refuse.ts'
import { type Held, holdFile, recordChange } from './with-file.ts'

/**
 * Adds a dated fact or a contact, with who says so.
 * @throws not-found, conflict, closed, invalid-input
 */
export async function addFact(trx: Trx, actor: Actor, id: number, said: AddFact): Promise<Changed> {
  const held = await holdFile(trx, { id, version: said.version, action: 'fact' })
  const factId = await writeFact(trx, actor, held, said)
  return recordChange(trx, actor, {
    id,
    action: 'household.correct',
    made: factId,
    detail: { fact: said.fact, added: factId },
  })
}

/**
 * Ends a fact that no longer holds, or was wrong; with `instead` the right one takes its place in the same deed.
 * @throws not-found, conflict, closed, invalid-input
 */
export async function endFact(
  trx: Trx,
  actor: Actor,
  at: { id: number; fact: FileFactName; factId: number },
  said: EndFact,
): Promise<Changed> {
  const held = await holdFile(trx, { id: at.id, version: said.version, action: 'fact' })
  const standing = await findFact(trx, at.fact, { id: at.factId, householdId: at.id })
  if (!standing) throw problem('not-found')
  const on = said.endedOn ?? held.today
  const faults: Fault[] = []
  const isOver =
    standing.valid_to !== null && standing.valid_to <= (said.kind === 'wrong' ? standing.valid_from : held.today)
  if (isOver) faults.push({ field: 'factId', code: 'fact_not_holding' })
  if (said.kind === 'no_longer' && on < standing.valid_from) faults.push({ field: 'endedOn', code: 'ended_before' })
  if (on > held.today) faults.push({ field: 'endedOn', code: 'in_future' })
  refuseFaults(actor, faults)
  const end = {
    householdId: standing.household_id,
    fact: at.fact,
    factId: at.factId,
    kind: said.kind,
    on,
    reason: said.reason,
  }
  await insertFactEnd(trx, actor, end)
  const made = said.instead
    ? await writeFact(trx, actor, held, {
        fact: at.fact,
        personId: standing.person_id,
        provenance: 'declared',
        ...said.instead,
      })
    : null
  return recordChange(trx, actor, {
    id: at.id,
    action: 'household.correct',
    made,
    detail: { fact: at.fact, ended: at.factId, kind: said.kind },
  })
}

type SaidFact = Omit<AddFact, 'version'>

/** Checks and writes one fact of a file held already. @throws invalid-input */
export async function writeFact(trx: Trx, actor: Actor, held: Held, said: SaidFact): Promise<number> {
  const personId = said.personId ?? null
  if (personId !== null) memberOf(actor, held, personId)
  const faults: Fault[] = factFaults({ fact: said.fact, personId, values: said.values })
  if (said.from > held.today) faults.push({ field: 'from', code: 'in_future' })
  refuseFaults(actor, faults)
  return insertFact(trx, actor, said.fact, {
    householdId: held.file.id,
    personId,
    columns: factColumns(said.fact, said.values),
    from: said.from,
    provenance: said.provenance,
    note: said.note || null,
  })
}
