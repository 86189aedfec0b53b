/** Days as whole numbers since 1 January 1970, so that dates of millions of facts cost nothing. */
export type Day = number

const MILLISECONDS = 86_400_000

/** @throws RangeError when the text is not a day that exists */
export function dayOf(text: string): Day {
  const time = Date.parse(`${text}T00:00:00Z`)
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw new RangeError(`not a date: ${text}`)
  return time / MILLISECONDS
}

const texts = new Map<Day, string>()

/** YYYY-MM-DD. */
export function dayText(day: Day): string {
  const known = texts.get(day)
  if (known !== undefined) return known
  const text = new Date(day * MILLISECONDS).toISOString().slice(0, 10)
  texts.set(day, text)
  return text
}

/** The same day a number of months later; the last of the month where there is no such day. */
export function monthsLater(day: Day, months: number): Day {
  const date = new Date(day * MILLISECONDS)
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const length = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate()
  return first / MILLISECONDS + Math.min(date.getUTCDate(), length) - 1
}

/** Month of the year, 0–11. */
export function monthOf(day: Day): number {
  return new Date(day * MILLISECONDS).getUTCMonth()
}

/** The first day on or after `day` that is not a Saturday or Sunday. */
export function workday(day: Day): Day {
  const weekday = (((day + 4) % 7) + 7) % 7 // 1 January 1970 was a Thursday; 0 is Sunday
  return weekday === 6 ? day + 2 : weekday === 0 ? day + 1 : day
}

/** The first Wednesday after `day`: the commission's day in the demo city. */
export function nextSession(day: Day): Day {
  const weekday = (((day + 4) % 7) + 7) % 7
  return day + (((3 - weekday + 6) % 7) + 1)
}
