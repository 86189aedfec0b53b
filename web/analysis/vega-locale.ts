import type { Language } from '../i18n/t.ts'

const TURKISH_MONTHS = 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık'.split(' ')
const TURKISH_DAYS = 'Pazar Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi'.split(' ')

/** Vega's locales (d3-format, d3-time-format): 1.234,5 and Turkish months; nothing for English, which is Vega's own. */
export function vegaLocale(language: Language) {
  if (language === 'en') return {}
  return {
    formatLocale: { decimal: ',', thousands: '.', grouping: [3], currency: ['', ' ₺'] as [string, string] },
    timeFormatLocale: {
      dateTime: '%d.%m.%Y %H:%M',
      date: '%d.%m.%Y',
      time: '%H:%M',
      periods: ['ÖÖ', 'ÖS'] as [string, string],
      days: TURKISH_DAYS as Seven,
      shortDays: ['Paz', 'Pzt', 'Sal', 'Çar', 'Per', 'Cum', 'Cmt'] as Seven,
      months: TURKISH_MONTHS as Twelve,
      shortMonths: TURKISH_MONTHS.map(month => month.slice(0, 3)) as Twelve,
    },
  }
}

type Seven = [string, string, string, string, string, string, string]
type Twelve = [...Seven, string, string, string, string, string]
