import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { HouseholdFile } from './household.contract.ts'
import { findHead, listFileIds, readRows } from './household-file.queries.ts'
import type { FileRows, HeadRow } from './household-file.rows.contract.ts'
import { assembleFile } from './household-view.rules.ts'
import type { Timeline } from './timeline.contract.ts'
import { pageOf, timelineOf } from './timeline.rules.ts'

type Loaded = Readonly<{ head: HeadRow; files: readonly { id: number; file_no: string }[]; rows: FileRows }>

/**
 * The whole file of a household in one answer. The read is audited with its ground: the application through which the
 * officer sees it, or the ground they opened it on.
 * @throws not-found where the officer may not see it, exactly as where there is none
 */
export async function showHousehold(trx: Trx, actor: Actor, id: number): Promise<HouseholdFile> {
  const loaded = await load(trx, id)
  await auditRead(trx, actor, loaded.head, 'file')
  return assembleFile({ ...loaded, timeline: pageOf(timelineOf(loaded.rows), {}), role: actor.role })
}

/** A page of the timeline, or of one topic of it. @throws not-found */
export async function showTimeline(
  trx: Trx,
  actor: Actor,
  asked: { id: number; topic?: string | undefined; after?: string | undefined },
): Promise<Timeline> {
  const { head, rows } = await load(trx, asked.id)
  await auditRead(trx, actor, head, 'timeline')
  return pageOf(timelineOf(rows), asked)
}

async function load(trx: Trx, id: number): Promise<Loaded> {
  const head = await findHead(trx, id)
  if (!head) throw problem('not-found')
  const files = await listFileIds(trx, id)
  return {
    head,
    files,
    rows: await readRows(
      trx,
      files.map(one => one.id),
    ),
  }
}

async function auditRead(trx: Trx, actor: Actor, head: HeadRow, part: 'file' | 'timeline'): Promise<void> {
  await auditDeed(trx, actor, {
    action: 'household.read',
    subject: { type: 'household', id: head.id },
    ground: head.ground ?? 'application',
    detail: { part, ...(head.seen_through === null ? {} : { application: head.seen_through }) },
  })
}
