import type { Trx } from '../platform/database.ts'
import { turkishKey } from '../platform/turkish.ts'
import type { Actor } from '../rights/door.ts'
import { endFact, insertFact, listOpenFacts, listPeople, type OpenFact } from './fact.queries.ts'
import type { Evaluation } from './form.rules.ts'
import type { Member } from './form-answers.contract.ts'
import type { Settled } from './form-facts.rules.ts'
import type { InspectionRow } from './inspection.queries.ts'

const REASON = 'Sosyal incelemede güncellendi'

export type WrittenFacts = Readonly<{ written: number; ended: number; waiting: number }>

/**
 * Writes down what an inspection settles, with the inspector as author, and ends the earlier facts it replaces; what it
 * does not settle (unknown, refused, not asked) and what a registry says stands. Facts about people found on the spot
 * wait until they are in the file (`waiting`).
 */
export async function writeFacts(
  trx: Trx,
  actor: Actor,
  inspection: InspectionRow,
  evaluation: Evaluation,
): Promise<WrittenFacts> {
  const people = await newPeople(trx, inspection.householdId, evaluation)
  const known = evaluation.settled.map(one => ({ one, personId: idOf(one.person, people) }))
  const placed = known.filter(({ personId }) => personId !== undefined)
  let ended = 0
  for (const table of new Set(placed.map(({ one }) => one.table))) {
    const open = await listOpenFacts(trx, table, inspection.householdId, inspection.visitedOn)
    for (const fact of open.filter(fact =>
      placed.some(({ one, personId }) => one.table === table && isOf(fact, one, personId)),
    )) {
      await endFact(trx, {
        requestId: actor.requestId ?? crypto.randomUUID(),
        householdId: inspection.householdId,
        table,
        factId: fact.id,
        day: inspection.visitedOn,
        reason: REASON,
        officerId: actor.officer.id,
      })
      ended++
    }
  }
  const facts = placed.flatMap(({ one, personId }) =>
    one.fact ? [{ fact: one.fact, personId: personId ?? null }] : [],
  )
  for (const { fact, personId } of facts)
    await insertFact(trx, {
      table: fact.table,
      householdId: inspection.householdId,
      personId,
      columns: fact.columns,
      validFrom: typeof fact.columns.valid_from === 'string' ? fact.columns.valid_from : inspection.visitedOn,
      recordedBy: inspection.inspectorId ?? actor.officer.id,
    })
  return {
    written: facts.length,
    ended,
    waiting: known.filter(({ one, personId }) => personId === undefined && one.fact).length,
  }
}

function isOf(fact: OpenFact, settled: Settled, personId: number | null | undefined): boolean {
  return fact.personId === (personId ?? null) && (settled.kind === null || settled.kind === fact.kind)
}

/** Key of a person; null for the household, undefined for somebody found who is not in the file yet. */
function idOf(ref: string | null, found: ReadonlyMap<string, number>): number | null | undefined {
  if (ref === null) return null
  return ref.startsWith('p') ? Number(ref.slice(1)) : found.get(ref)
}

/** People found on the spot whose proposal was accepted meanwhile: known again by name and birth. */
async function newPeople(trx: Trx, householdId: number, evaluation: Evaluation): Promise<Map<string, number>> {
  const found = evaluation.sections
    .flatMap(section => section.blocks.flatMap(block => block.subjects.map(one => one.member)))
    .filter((member): member is Member => member?.isNew === true)
  if (found.length === 0) return new Map()
  const people = await listPeople(trx, householdId)
  return new Map(
    found.flatMap(member => {
      const key = turkishKey(member.name)
      const person = people.find(one => one.nameKey === key && one.bornOn === member.bornOn)
      return person ? [[member.ref, person.id] as const] : []
    }),
  )
}
