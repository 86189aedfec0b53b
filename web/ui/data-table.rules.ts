/** Order of a table's rows. Pure. */

export type SortValue = string | number | null | undefined
export type Sorting = Readonly<{ column: string; isDescending: boolean }>

/** Sorted anew; rows without a value come last either way, equal ones keep their order. */
export function sortRows<R>(rows: readonly R[], valueIn: (row: R) => SortValue, isDescending: boolean): R[] {
  const collator = new Intl.Collator('tr', { numeric: true })
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
  return rows
    .map(row => ({ row, value: valueIn(row) ?? null }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
      return isDescending ? -compare(a.value, b.value) : compare(a.value, b.value)
    })
    .map(({ row }) => row)
}

/** The sorting after a press on a column's head. */
export function pressHead(sorting: Sorting | null, column: string): Sorting {
  return { column, isDescending: sorting?.column === column ? !sorting.isDescending : false }
}
