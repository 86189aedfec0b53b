import { type Day, monthOf, workday } from './calendar.ts'
import type { Random } from './random.ts'

/** How likely a month is chosen to apply, January to December: winter, and September before school. */
const SEASON = [1.35, 1.2, 1, 0.85, 0.8, 0.75, 0.7, 0.85, 1.25, 1.05, 1.2, 1.4]

/** A working day of the span on which people apply, more of them in winter. */
export function applicationDay(from: Day, until: Day, random: Random): Day {
  for (;;) {
    const day = workday(from + random.below(until - from + 1))
    if (day <= until && random.unit() * 1.4 < (SEASON[monthOf(day)] ?? 1)) return day
    if (from >= until - 3) return from
  }
}
