/** Dates as people write them here. Pure. */

/**
 * `21.11.2026`, `21112026`, `21/11/2026`, `21-11-2026`, `21 11 2026`, `1.2.2026` and `2026-11-21` → `2026-11-21`; null when it is no day of the
 * calendar. Years have four digits: of two nobody knows the century.
 */
export function parseDay(text: string): string | null {
  const trimmed = text.trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(trimmed)
  if (iso) return realDay(iso[1], iso[2], iso[3])
  const parts = /^(\d{1,2})[./\- ]+(\d{1,2})[./\- ]+(\d{4})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed)
  return parts ? realDay(parts[3], parts[2], parts[1]) : null
}

/** `2026-11-21` → `21.11.2026` */
export function writeDay(iso: string): string {
  return iso.split('-').reverse().join('.')
}

function realDay(year = '', month = '', day = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}
