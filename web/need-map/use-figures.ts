import { useMemo } from 'react'
import type { AreaValue } from '../../api/need-map/need-map.contract.ts'
import { useKomsu } from '../app/context.ts'
import { type Answer, useAnswer } from '../app/use-answer.ts'
import type { MapLevel } from '../app/view.rules.ts'
import type { NeedMapClient, ValuesOf } from './need-map.client.ts'

/** Figures on screen and the question they answer (the one before, while the present one is awaited). */
export type Figures = Readonly<{ level: MapLevel; indicator: string; month: string; areas: readonly AreaValue[] }>

/** Figures of one indicator and month for the areas of a level; for streets only those of the districts in view. */
export function useFigures(level: MapLevel, parents: readonly number[]): Answer<Figures> {
  const { client, indicator, month } = useKomsu()
  const asked = useMemo(
    () => (indicator && month ? questions(level, indicator.id, month, parents) : []),
    [level, indicator, month, parents],
  )
  const key = asked.length > 0 ? JSON.stringify(asked) : null
  return useAnswer(
    key,
    async () => gather(asked, await Promise.all(asked.map(client.values))),
    () => peekAll(client, asked),
  )
}

function questions(level: MapLevel, indicator: string, month: string, parents: readonly number[]): ValuesOf[] {
  if (level !== 'street') return [{ level, indicator, month }]
  return parents.map(parent => ({ level, indicator, month, parent }))
}

const peeked = new WeakMap<object, Figures>()

/** The same answer gives the same object, so that watching screens do not redraw. */
function peekAll(client: NeedMapClient, asked: readonly ValuesOf[]): Figures | undefined {
  const parts = asked.map(client.peek)
  const [first] = parts
  if (!first || parts.some(part => part === undefined)) return undefined
  const kept = parts.length === 1 ? peeked.get(first) : undefined
  const figures = kept ?? gather(asked, parts as { areas: AreaValue[] }[])
  if (figures && parts.length === 1) peeked.set(first, figures)
  return figures
}

function gather(asked: readonly ValuesOf[], parts: readonly { areas: AreaValue[] }[]): Figures {
  const { level, indicator, month } = asked[0] ?? { level: 'district', indicator: '', month: '' }
  return { level, indicator, month, areas: parts.flatMap(part => part.areas) }
}
