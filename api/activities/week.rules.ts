/** Weeks of work, Monday to Friday, on ISO days. Pure; days are counted in UTC, so no clock change moves them. */
import { addDays } from '../platform/day.ts'

/** First and last day away, both included. */
export type Absence = Readonly<{ from: string; to: string }>

/** Monday of the week a day lies in. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(Date.parse(day)).getUTCDay() + 6) % 7))
}

/** Share of the five working days after `monday` on which somebody is here, 0–1; overlapping absences count once. */
export function presence(monday: string, absences: readonly Absence[]): number {
  const days = [0, 1, 2, 3, 4].map(offset => addDays(monday, offset))
  return days.filter(day => !absences.some(one => one.from <= day && day <= one.to)).length / days.length
}
