/** Days as the law counts them, on ISO days (YYYY-MM-DD). Pure; counted in UTC, so no clock change moves them. */

const DAY_MS = 86_400_000

/** The day `days` later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Completed years on a day. Who is born on 29 February has a birthday on 1 March in other years. */
export function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years
}

/** Age from which a person acts for themselves (Turkish Civil Code art. 11; 001 · 21.4). */
export const ADULT_AGE = 18
