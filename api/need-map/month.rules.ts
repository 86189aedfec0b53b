/** Months as their first day, YYYY-MM-01. */

export function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`
}

/** Last day of a month: the day its figures are of. */
export function lastDayOf(month: string): string {
  const [year, number] = yearAndMonth(month)
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10)
}

/** The given month and those before it, oldest first, `count` in all. */
export function monthsUntil(newest: string, count: number): string[] {
  const [year, number] = yearAndMonth(newest)
  return Array.from({ length: count }, (_, i) =>
    new Date(Date.UTC(year, number - count + i, 1)).toISOString().slice(0, 10),
  )
}

function yearAndMonth(month: string): [number, number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5, 7))]
}
