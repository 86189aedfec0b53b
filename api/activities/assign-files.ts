import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { Assigned, AssignRefusal, FileRef } from './activities.contract.ts'
import { giveFiles, listTakers, listTies, lockFiles, tellOfficer } from './assignment.queries.ts'
import { type FileState, type Taker, whyNotAssign } from './assignment.rules.ts'
import { CONFLICTS } from './conflict.rules.ts'

export type Giving = Readonly<{
  items: readonly FileRef[]
  officerId: number
  secondOfficerId: number | null
}> &
  Readonly<{ kind: 'assign' } | { kind: 'reassign'; reason: string }>

/** Gives files to one inspector (or two): each that can be is assigned, written down and told; each that cannot says why. */
export async function assignFiles(trx: Trx, actor: Actor, giving: Giving): Promise<Assigned> {
  const files = new Map((await lockFiles(trx, idsOf(giving))).map(file => [file.id, file]))
  const refused = await whyRefused(trx, actor, { giving, files })
  const ids = idsOf(giving).filter(id => !refused.has(id))
  const assigned = ids.length > 0 ? await record(trx, actor, { giving, ids, files }) : []
  return { assigned, refused: [...refused].map(([applicationId, why]) => ({ applicationId, why })) }
}

/** The same for one file. @throws not-found, conflict (details.current), closed (details.why) */
export async function assignFile(trx: Trx, actor: Actor, giving: Giving): Promise<FileRef> {
  const { assigned, refused } = await assignFiles(trx, actor, giving)
  const [done] = assigned
  if (done) return done
  const why = refused[0]?.why
  if (why === 'not_here') throw problem('not-found')
  if (why !== 'changed') throw problem('closed', '', { why })
  const [current] = await lockFiles(trx, idsOf(giving))
  throw problem('conflict', '', {
    current: { version: current?.version, status: current?.status, officerId: current?.officerId },
  })
}

const idsOf = ({ items }: Giving) => [...new Set(items.map(item => item.applicationId))].sort((a, b) => a - b)

type Locked = ReadonlyMap<number, FileState>

async function whyRefused(
  trx: Trx,
  { role }: Actor,
  { giving, files }: { giving: Giving; files: Locked },
): Promise<Map<number, AssignRefusal>> {
  const officers = officersOf(giving)
  const takers = new Map((await listTakers(trx, officers)).map(one => [one.id, one]))
  const ties = await listTies(trx, officers, [...files.keys()])
  const second: Taker | undefined | null = giving.secondOfficerId === null ? null : takers.get(giving.secondOfficerId)
  const wanted = { kind: giving.kind, role, first: takers.get(giving.officerId), second }
  const refused = new Map<number, AssignRefusal>()
  for (const { applicationId, version } of giving.items) {
    const file = files.get(applicationId)
    const own = new Map(
      officers.map(id => [
        id,
        CONFLICTS.filter(why =>
          ties.some(t => t.officerId === id && t.applicationId === applicationId && t.why === why),
        ),
      ]),
    )
    const why = file ? whyNotAssign(file, { ...wanted, version }, own) : 'not_here'
    if (why) refused.set(applicationId, why)
  }
  return refused
}

const officersOf = ({ officerId, secondOfficerId }: Giving) =>
  secondOfficerId === null || secondOfficerId === officerId ? [officerId] : [officerId, secondOfficerId]

async function record(
  trx: Trx,
  actor: Actor,
  { giving, ids, files }: { giving: Giving; ids: number[]; files: Locked },
): Promise<FileRef[]> {
  const { officerId, secondOfficerId } = giving
  const reason = giving.kind === 'reassign' ? giving.reason : null
  const requestId = actor.requestId ?? ''
  const given = await giveFiles(trx, {
    ids,
    officerId,
    secondOfficerId,
    requestId,
    assignedBy: actor.officer.id,
    reason,
  })
  for (const applicationId of ids) {
    const { officerId: before } = files.get(applicationId) ?? {}
    await auditDeed(trx, actor, {
      action: `application.${giving.kind}`,
      subject: { type: 'application', id: applicationId },
      detail: { officerId, secondOfficerId, ...(reason ? { reason, before } : {}) },
    })
  }
  await tell(trx, { giving, ids, files })
  return given
}

/** One notice an officer, however many files; who loses files is told too. */
async function tell(trx: Trx, { giving, ids, files }: { giving: Giving; ids: number[]; files: Locked }): Promise<void> {
  const subject = { type: 'application', id: ids[0] ?? 0 } as const
  for (const officerId of officersOf(giving))
    await tellOfficer(trx, { officerId, kind: 'assigned', subject, detail: { files: ids.length } })
  const lost = new Map<number, number>()
  for (const id of ids) {
    const file = files.get(id)
    for (const before of [file?.officerId, file?.secondOfficerId])
      if (before && !officersOf(giving).includes(before)) lost.set(before, (lost.get(before) ?? 0) + 1)
  }
  for (const [officerId, count] of lost)
    await tellOfficer(trx, { officerId, kind: 'reassigned', subject, detail: { files: count } })
}
