import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { compareTurkish } from '../platform/turkish.ts'
import {
  findAreaValues,
  findOutline,
  listAreaMonths,
  listAreaNames,
  listChildren,
  listMeetingStreets,
  listPopulation,
  type MonthFigures,
} from './area-page.queries.ts'
import { explainArea } from './explain-area.rules.ts'
import { getMonth } from './get-month.ts'
import { INDICATORS } from './indicators.rules.ts'
import type { AreaPage, AreaRef, Level } from './need-map.contract.ts'
import { listPath, stateOf } from './need-map.queries.ts'

/**
 * Everything an area's page says.
 * @throws unknown-area, not-published
 */
export async function showArea(
  trx: Trx,
  asked: { level: Level; id: number; date: string | undefined },
): Promise<AreaPage> {
  const { level, id } = asked
  const [self, ...above] = await listPath(trx, level, id)
  if (!self) throw problem('unknown-area', `${level} ${id}`, { level, id })
  const date = await getMonth(trx, asked.date)
  const outline = await findOutline(trx, level, id)
  const months = await listAreaMonths(trx, level, id)
  const [parent, province] = [above[0], above.at(-1)]
  const around = {
    parent: parent && (await findAreaValues(trx, { ...parent, month: date })),
    province: province && (await findAreaValues(trx, { ...province, month: date })),
  }
  const indicators = listIndicators(
    months.find(one => one.month === date),
    around,
  )
  const trend = months.map(({ month, value, states }) => ({
    month,
    values: INDICATORS.map((_, i) => value[i] ?? null),
    states: INDICATORS.map((_, i) => stateOf(states[i])),
  }))
  const neighbours =
    level === 'street' ? await listMeetingStreets(trx, id) : await listAreaNames(trx, level, outline?.neighbours ?? [])
  return {
    ...self,
    date,
    path: above.toReversed(),
    bbox: outline?.bbox ?? null,
    geomSource: outline?.geomSource ?? null,
    isApproximate: outline?.isApproximate ?? false,
    population: await listPopulation(trx, level, id),
    indicators,
    trend,
    neighbours: inOrder(neighbours),
    children: inOrder(await listChildren(trx, level, id)),
    explanation: explainArea({ self, parent, province, date, indicators, trend }),
  }
}

function inOrder(areas: AreaRef[]): AreaRef[] {
  return areas.sort((a, b) => compareTurkish(a.name, b.name) || a.id - b.id)
}

type Values = (number | null)[] | undefined

function listIndicators(
  own: MonthFigures | undefined,
  around: { parent: Values; province: Values },
): AreaPage['indicators'] {
  return INDICATORS.map(({ id }, i) => ({
    indicator: id,
    value: own?.value[i] ?? null,
    low: own?.low[i] ?? null,
    high: own?.high[i] ?? null,
    n_class: own?.nClass[i] ?? 0,
    state: stateOf(own?.states[i]),
    parent: around.parent?.[i] ?? null,
    province: around.province?.[i] ?? null,
  }))
}
