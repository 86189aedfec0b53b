import type { z } from 'zod'
import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { getMonth } from './get-month.ts'
import { INDICATORS, positionOf } from './indicators.rules.ts'
import type { Values, ValuesQuery } from './need-map.contract.ts'
import { isParent, listValues } from './need-map.queries.ts'

/**
 * One indicator in one month for the areas of a level, all or under a parent.
 * @throws unknown-indicator, not-published, unknown-area
 */
export async function showValues(trx: Trx, asked: z.infer<typeof ValuesQuery>): Promise<Values> {
  const { level, indicator, parent } = asked
  const position = positionOf(indicator)
  if (position === undefined) throw unknownIndicator(indicator)
  const date = await getMonth(trx, asked.date)
  if (parent !== undefined && !(await isParent(trx, level, parent)))
    throw problem('unknown-area', `parent=${parent}`, { parent, level })
  return { date, indicator, level, areas: await listValues(trx, { level, month: date, position, parent }) }
}

function unknownIndicator(indicator: string) {
  return problem('unknown-indicator', `indicator=${indicator}`, { indicators: INDICATORS.map(({ id }) => id) })
}
