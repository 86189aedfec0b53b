/** Rows of the table: figures joined with names, filtered and sorted. Pure. */
import type { AreaValue } from '../../api/need-map/need-map.contract.ts'
import { turkishKey } from '../../api/platform/turkish.ts'

export type Column = 'name' | 'parent' | 'value' | 'interval' | 'households'

export type NClass = 0 | 1 | 2 | 3 | 4 | 5

export type TableRow = Readonly<{
  id: number
  name: string
  parent: string
  value: number | null
  low: number | null
  high: number | null
  state: AreaValue['state']
  nClass: NClass
}>

type Named = Readonly<{ name: string; parentName: string }>

/** One row per area; `filter` is looked for in the names by Turkish search key, so that "izmir" finds "İzmir". */
export function tableRows(areas: readonly AreaValue[], names: ReadonlyMap<number, Named>, filter: string): TableRow[] {
  const key = filter.trim() ? turkishKey(filter) : ''
  const rows = areas.map(area => rowOf(area, names.get(area.id)))
  return key ? rows.filter(row => turkishKey(`${row.name} ${row.parent}`).includes(key)) : rows
}

function rowOf(area: AreaValue, named: Named | undefined): TableRow {
  const { id, value, low, high, state } = area
  const nClass = Math.min(5, Math.max(0, Math.trunc(area.n_class))) as NClass
  return { id, name: named?.name ?? String(id), parent: named?.parentName ?? '', value, low, high, state, nClass }
}

/** Areas without a figure come last either way. */
export function sortRows(
  rows: readonly TableRow[],
  { by, isDown }: Readonly<{ by: Column; isDown: boolean }>,
  compare: (a: string, b: string) => number,
): TableRow[] {
  const sign = isDown ? -1 : 1
  if (by === 'name' || by === 'parent') return rows.toSorted((a, b) => sign * compare(a[by], b[by]) || a.id - b.id)
  const figure = FIGURE[by]
  return rows.toSorted((a, b) => {
    const [x, y] = [figure(a), figure(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null) || compare(a.name, b.name)
    return sign * (x - y) || compare(a.name, b.name)
  })
}

const FIGURE: Record<'value' | 'interval' | 'households', (row: TableRow) => number | null> = {
  value: row => row.value,
  interval: row => (row.low === null || row.high === null ? null : row.high - row.low),
  households: row => row.nClass || null,
}
