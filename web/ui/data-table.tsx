import { type ReactNode, useMemo, useState } from 'react'
import { pressHead, type Sorting, type SortValue, sortRows } from './data-table.rules.ts'
import { Icon } from './icon.tsx'
import { useUiWords } from './ui-words.ts'

export type Column<R> = Readonly<{
  key: string
  label: string
  show: (row: R) => ReactNode
  /** What the column sorts by; without it the head is not a button. */
  sortBy?: (row: R) => SortValue
  isNumber?: boolean
}>

type Props<R, K extends string | number> = Readonly<{
  /** Read out as the table's name. */
  caption: string
  columns: readonly Column<R>[]
  rows: readonly R[]
  rowKey: (row: R) => K
  /** Address the first cell links to; the whole row may be pressed. */
  href?: (row: R) => string
  /** Order when it opens; the rows' own order when absent. */
  sorting?: Sorting
  /** Given together: rows can be ticked. */
  selected?: ReadonlySet<K>
  onSelect?: (selected: Set<K>) => void
  /** The row that is open or pointed at elsewhere, as on a map. */
  active?: K | null
  onHover?: (key: K | null) => void
  /** Said when there are no rows. */
  empty?: ReactNode
}>

/** Rows in columns on a desk, cards on a phone; heads sort, the head stays in sight. */
export function DataTable<R, K extends string | number>(props: Props<R, K>) {
  const { caption, columns, rows, rowKey, selected, onSelect, empty } = props
  const [sorting, setSorting] = useState<Sorting | null>(props.sorting ?? null)
  const w = useUiWords()
  const sorted = useSorted(rows, columns, sorting)
  if (rows.length === 0) return <div className="table-empty">{empty ?? w('table.none')}</div>
  const isAll = selected !== undefined && rows.every(row => selected.has(rowKey(row)))
  return (
    <div className="table-frame">
      <table className="data-table">
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {selected && onSelect && (
              <th scope="col" className="cell-check">
                <input
                  type="checkbox"
                  aria-label={w('table.selectAll')}
                  checked={isAll}
                  onChange={() => onSelect(new Set(isAll ? [] : rows.map(rowKey)))}
                />
              </th>
            )}
            {columns.map(column => (
              <Head key={column.key} column={column} sorting={sorting} onSort={setSorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map(row => (
            <Row key={rowKey(row)} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function useSorted<R>(rows: readonly R[], columns: readonly Column<R>[], sorting: Sorting | null): readonly R[] {
  return useMemo(() => {
    const sortBy = columns.find(column => column.key === sorting?.column)?.sortBy
    return sortBy ? sortRows(rows, sortBy, sorting?.isDescending ?? false) : rows
  }, [rows, columns, sorting])
}

type HeadProps<R> = Readonly<{ column: Column<R>; sorting: Sorting | null; onSort: (sorting: Sorting) => void }>

function Head<R>({ column, sorting, onSort }: HeadProps<R>) {
  const { key, label, sortBy, isNumber } = column
  const isSorted = sorting?.column === key
  const order = sorting?.isDescending ? 'descending' : 'ascending'
  return (
    <th scope="col" className={isNumber ? 'is-number' : undefined} aria-sort={isSorted ? order : undefined}>
      {sortBy ? (
        <button type="button" onClick={() => onSort(pressHead(sorting, key))}>
          {label}
          <span className="sort-mark">
            {isSorted && <Icon name={sorting?.isDescending ? 'down' : 'up'} size={16} />}
          </span>
        </button>
      ) : (
        label
      )}
    </th>
  )
}

function Row<R, K extends string | number>({ row, ...props }: Props<R, K> & Readonly<{ row: R }>) {
  const { columns, rowKey, href, selected, onSelect, active, onHover } = props
  const w = useUiWords()
  const key = rowKey(row)
  const toggle = () => {
    const next = new Set(selected)
    if (!next.delete(key)) next.add(key)
    onSelect?.(next)
  }
  return (
    <tr
      className={`${href ? 'is-link' : ''}${active === key ? ' is-active' : ''}${selected?.has(key) ? ' is-selected' : ''}`}
      onPointerEnter={onHover && (() => onHover(key))}
      onPointerLeave={onHover && (() => onHover(null))}
    >
      {selected && onSelect && (
        <td className="cell-check">
          <input
            type="checkbox"
            aria-label={w('table.select', { row: String(key) })}
            checked={selected.has(key)}
            onChange={toggle}
          />
        </td>
      )}
      {columns.map((column, at) => (
        <td key={column.key} data-label={column.label} className={column.isNumber ? 'is-number' : undefined}>
          {at === 0 && href ? <a href={href(row)}>{column.show(row)}</a> : column.show(row)}
        </td>
      ))}
    </tr>
  )
}
