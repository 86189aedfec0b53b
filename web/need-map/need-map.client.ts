/** The need map's addresses, with what was already answered kept: stepping through months asks for nothing twice. */
import type {
  AreaPage,
  Indicator,
  Names,
  Overview,
  SearchResult,
  Values,
} from '../../api/need-map/need-map.contract.ts'
import { ask } from '../app/api.ts'
import type { AreaId, MapLevel } from '../app/view.rules.ts'

const BASE = '/api/need-map'
const KEPT = 80

export type ValuesOf = Readonly<{ level: MapLevel; indicator: string; month: string; parent?: number }>

export type NeedMapClient = ReturnType<typeof needMapClient>

export function needMapClient() {
  const values = keeping<Values>(KEPT)
  const names = keeping<Names>(40)
  const pages = keeping<AreaPage>(40)
  return {
    overview: () => ask<Overview>(BASE),
    indicators: () => ask<{ items: Indicator[] }>(`${BASE}/indicators`).then(answer => answer.items),
    values: (of: ValuesOf) => values.get(valuesAddress(of)),
    /** What is already here, without asking. */
    peek: (of: ValuesOf) => values.peek(valuesAddress(of)),
    names: (level: MapLevel, parent?: number) =>
      names.get(`${BASE}/names?level=${level}${parent === undefined ? '' : `&parent=${parent}`}`),
    area: ({ level, id }: AreaId, month: string | null) =>
      pages.get(`${BASE}/areas/${level}/${id}${month ? `?date=${month}` : ''}`),
    search: (text: string, signal: AbortSignal) =>
      ask<SearchResult>(`${BASE}/search?q=${encodeURIComponent(text)}`, { signal }),
  }
}

const valuesAddress = ({ level, indicator, month, parent }: ValuesOf) =>
  `${BASE}/values?level=${level}&indicator=${indicator}&date=${month}${parent === undefined ? '' : `&parent=${parent}`}`

/** Answers by address, the least recently used forgotten first; an answer that failed is not kept. */
function keeping<T>(limit: number) {
  const asked = new Map<string, Promise<T>>()
  const answered = new Map<string, T>()
  const renew = <V>(kept: Map<string, V>, address: string, value: V) => {
    kept.delete(address)
    kept.set(address, value)
    const oldest = kept.size > limit ? kept.keys().next().value : undefined
    if (oldest !== undefined) kept.delete(oldest)
  }
  return {
    peek: (address: string) => answered.get(address),
    get(address: string): Promise<T> {
      const before = asked.get(address)
      const promise = before ?? ask<T>(address)
      renew(asked, address, promise)
      if (!before) {
        promise.then(
          answer => renew(answered, address, answer),
          () => asked.delete(address),
        )
      }
      return promise
    },
  }
}
