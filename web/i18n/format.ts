import type { Language } from './t.ts'

const LOCALE: Record<Language, string> = { tr: 'tr-TR', en: 'en-GB' }

/** Numbers and dates as they are written in a language: 1.234,5 and 21.11.2026 in Turkish. */
export type Format = ReturnType<typeof formatter>

export function formatter(language: Language) {
  const locale = LOCALE[language]
  const numbers = new Map<number, Intl.NumberFormat>()
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const shortMonth = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
  const day = new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit', year: 'numeric' })
  const collator = new Intl.Collator(locale, { numeric: true })
  return {
    number(value: number, decimals = 0): string {
      let format = numbers.get(decimals)
      if (!format) {
        format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
        numbers.set(decimals, format)
      }
      return format.format(value)
    },
    /** `2026-11-01` → Kasım 2026 */
    month: (iso: string): string => month.format(new Date(`${iso}T00:00:00Z`)),
    /** `2026-11-01` → Kas */
    shortMonth: (iso: string): string => shortMonth.format(new Date(`${iso}T00:00:00Z`)),
    day: (iso: string): string => day.format(new Date(iso)),
    compare: (a: string, b: string): number => collator.compare(a, b),
  }
}
