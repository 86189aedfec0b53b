import { useMemo } from 'react'
import { useKomsu } from '../app/context.ts'
import { useAnswer } from '../app/use-answer.ts'
import type { MapLevel } from '../app/view.rules.ts'

export type AreaName = Readonly<{ id: number; name: string; parentId: number; parentName: string }>

/** Names of the areas of a level by id; asked for only when wanted, for they are not needed to draw the map. */
export function useNames(
  level: MapLevel,
  parents: readonly number[],
  isWanted: boolean,
): ReadonlyMap<number, AreaName> {
  const { client } = useKomsu()
  const asked = level === 'street' ? parents : [undefined]
  const key = isWanted && asked.length > 0 ? `${level}:${asked.join()}` : null
  const { data } = useAnswer(key, () => Promise.all(asked.map(parent => client.names(level, parent))))
  return useMemo(() => new Map(data?.flatMap(part => part.areas).map(area => [area.id, area])), [data])
}

/** "Bostanlı, Karşıyaka": a name nobody mistakes for another of the same spelling. */
export function fullName(name: AreaName, level: MapLevel): string {
  return level === 'district' ? name.name : `${name.name}, ${name.parentName}`
}
