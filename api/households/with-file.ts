import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { Changed } from './change.contract.ts'
import {
  type LockedFile,
  listPeople,
  lockFile,
  type Member,
  openFileOn,
  today,
  touchFile,
} from './household.queries.ts'
import { type FileAction, whyFileRests } from './household.workflow.ts'
import type { Living } from './people.rules.ts'

/** A file held for a change: as it is now, with its people. */
export type Held = Readonly<{ file: LockedFile; people: readonly Member[]; today: string }>

/**
 * Locks a file, checks that it is the version the officer read and that the action is open.
 * @param version null where the officer read none (the other file of a join)
 * @throws not-found, conflict (details.current), closed (details.why)
 */
export async function holdFile(
  trx: Trx,
  asked: { id: number; version: number | null; action: FileAction },
): Promise<Held> {
  const file = await lockFile(trx, asked.id)
  if (!file) throw problem('not-found')
  if (asked.version !== null && file.version !== asked.version)
    throw problem('conflict', '', { current: { version: file.version } })
  const people = await listPeople(trx, asked.id)
  const why = whyFileRests(asked.action, {
    joinedIntoId: file.joined_into_id,
    dissolvedOn: file.dissolved_on,
    living: living(people).length,
  })
  if (why) throw problem('closed', '', { why, joinedInto: file.joined_into_id })
  return { file, people, today: await today(trx) }
}

export const living = <T extends Pick<Living, 'diedOn'>>(people: readonly T[]): T[] =>
  people.filter(person => person.diedOn === null)

/** Two files at once, always locked in the order of their keys, so that two officers cannot wait for each other. */
export async function holdTwo(
  trx: Trx,
  first: { id: number; version: number | null; action: FileAction },
  second: { id: number; version: number | null; action: FileAction },
): Promise<[Held, Held]> {
  if (first.id < second.id) {
    const one = await holdFile(trx, first)
    return [one, await holdFile(trx, second)]
  }
  const two = await holdFile(trx, second)
  return [await holdFile(trx, first), two]
}

type Done = Readonly<{
  id: number
  action: Parameters<typeof auditDeed>[2]['action']
  detail?: Record<string, unknown>
  made?: number | null
  other?: number | null
  hints?: readonly string[]
}>

/** Counts the change, audits it, and answers. */
export async function recordChange(trx: Trx, actor: Actor, done: Done): Promise<Changed> {
  const version = await touchFile(trx, done.id)
  await auditDeed(trx, actor, {
    action: done.action,
    subject: { type: 'household', id: done.id },
    detail: { ...done.detail, ...(done.other ? { other: done.other } : {}) },
  })
  return {
    id: done.id,
    version,
    madeId: done.made ?? null,
    otherId: done.other ?? null,
    hints: [...(done.hints ?? [])],
  }
}

/** Opens a file on a ground in the name of the actor. @throws not-found, own-relative, not-allowed */
export async function openOn(trx: Trx, id: number, ground: string, reason: string | null): Promise<Date> {
  try {
    return await openFileOn(trx, { id, ground, reason })
  } catch (error) {
    const { code, hint } = error as { code?: string; hint?: string }
    if (code === 'P0002') throw problem('not-found')
    if (code !== '42501') throw error
    throw hint === 'own-relative' ? problem('own-relative') : problem('not-allowed')
  }
}
