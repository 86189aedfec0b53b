import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { monthOf } from './month.rules.ts'
import { listMonths } from './need-map.queries.ts'

/**
 * The published month a day falls in, or the newest.
 * @throws not-published, with the months there are
 */
export async function getMonth(trx: Trx, date: string | undefined): Promise<string> {
  const months = await listMonths(trx)
  const month = date === undefined ? months.at(-1) : monthOf(date)
  if (month === undefined || !months.includes(month)) throw problem('not-published', `date=${date ?? ''}`, { months })
  return month
}
