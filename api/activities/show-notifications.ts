import type { Trx } from '../platform/database.ts'
import type { Notices, NoticesQuery } from './notifications.contract.ts'
import { countUnread, listNotices, markRead, NOTICES_A_PAGE } from './notifications.queries.ts'

/** What the actor was told. */
export async function showNotifications(trx: Trx, { cursor }: NoticesQuery): Promise<Notices> {
  const found = await listNotices(trx, cursor)
  const items = found.slice(0, NOTICES_A_PAGE)
  const last = found.length > NOTICES_A_PAGE ? items.at(-1) : undefined
  return { items, unread: await countUnread(trx), ...(last ? { next: last.id } : {}) }
}

/** Marks everything up to a notice as read; answers how many are still unread. */
export async function readNotifications(trx: Trx, upTo: number): Promise<{ unread: number }> {
  await markRead(trx, upTo)
  return { unread: await countUnread(trx) }
}
