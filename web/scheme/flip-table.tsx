import type { StoredSimulation } from '../../api/scores/schemes.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { useWords } from './words.ts'

type Counts = StoredSimulation['whole']
type Row = Readonly<{ name: string; counts: Counts }>
type Count = 'households' | 'before' | 'after' | 'lost' | 'gained'

/** Households by group, before and after, with the change as a bar; a count too small to show says so. */
export function FlipTable({ caption, head, rows }: Readonly<{ caption: string; head: string; rows: readonly Row[] }>) {
  const { format } = useOffice()
  const w = useWords()
  const most = Math.max(1, ...rows.flatMap(({ counts }) => [counts.lost ?? 0, counts.gained ?? 0]))
  const count = (key: Count): Column<Row> => ({
    key,
    label: w(`sim.${key}`),
    isNumber: true,
    sortBy: row => row.counts[key] ?? -1,
    show: row => {
      const value = row.counts[key]
      return value === null ? <abbr title={w('sim.fewLong')}>{w('sim.few')}</abbr> : format.number(value)
    },
  })
  const columns: Column<Row>[] = [
    { key: 'name', label: head, show: row => row.name, sortBy: row => row.name },
    ...(['households', 'before', 'after', 'lost', 'gained'] as const).map(count),
    { key: 'change', label: w('sim.change'), show: row => <Change counts={row.counts} most={most} /> },
  ]
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={row => row.name} />
}

/** Out to the left, in to the right, on one scale for the table; the numbers stand beside it. */
function Change({ counts, most }: Readonly<{ counts: Counts; most: number }>) {
  const width = (households: number | null) => ({ width: `${(50 * (households ?? 0)) / most}%` })
  return (
    <span className={`flip-bar${counts.lost === null ? ' is-few' : ''}`} aria-hidden="true">
      <span className="flip-lost" style={width(counts.lost)} />
      <span className="flip-gained" style={width(counts.gained)} />
    </span>
  )
}
