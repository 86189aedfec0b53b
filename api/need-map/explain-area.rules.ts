/** Sentences that say what stands out in an area, in both languages. Pure. They compare, and never rank or blame. */
import { INDICATORS, type IndicatorId } from './indicators.rules.ts'
import type { AreaPage, AreaRef } from './need-map.contract.ts'

type Sentence = AreaPage['explanation'][number]
type Shown = AreaPage['indicators'][number]

export type AreaFacts = Readonly<{
  self: AreaRef
  parent: AreaRef | undefined
  province: AreaRef | undefined
  date: string
  indicators: AreaPage['indicators']
  trend: AreaPage['trend']
}>

/** At most six sentences, the most important first. */
export function explainArea(facts: AreaFacts): Sentence[] {
  const sayings = [sayWithheld, sayNeed, sayTrend, saySilence, sayUnmet, sayWaiting]
  return sayings.flatMap(say => say(facts) ?? [])
}

function sayWithheld({ indicators, self }: AreaFacts): Sentence | undefined {
  const state = find(indicators, 'rate_below')?.state
  if (state === 'no_data')
    return {
      tr: 'Burada henüz ihtiyaç kaydı yok. Hane ve gelir kayıtları yüklenince gösterilir.',
      en: 'Nothing on need is recorded here yet. It shows once households and incomes are loaded.',
    }
  if (state === 'ok') return undefined
  const larger = self.level === 'street' ? ['mahalleye', 'the neighbourhood'] : ['bir üst alana', 'the area above']
  return {
    tr: `Kimse tanınmasın diye buradaki bazı sayılar gösterilmiyor; ihtiyaç için ${larger[0]} bakın.`,
    en: `Some figures are not shown here so that nobody can be recognised; look at ${larger[1]} for need.`,
  }
}

function sayNeed({ indicators, parent, province }: AreaFacts): Sentence | undefined {
  const rate = shown(indicators, 'rate_below')
  if (!rate) return undefined
  const tr = [`Her 1.000 hanenin ${tell('tr', rate.value)} kadarı eşiğin altında`]
  const en = [`Of every 1 000 households about ${tell('en', rate.value)} are below the threshold`]
  const compared = [
    { area: parent, value: rate.parent },
    { area: parent?.level === 'province' ? undefined : province, value: rate.province },
  ]
  for (const { area, value } of compared) {
    if (!area || value === null) continue
    const than = THAN_THERE[compare(rate, value)]
    tr.push(`${area.name} ortalaması ${tell('tr', value)}, ${than.tr}`)
    en.push(`${area.name} has ${tell('en', value)}, ${than.en}`)
  }
  return { tr: `${tr.join('; ')}.`, en: `${en.join('; ')}.` }
}

/** Unless the other figure lies outside the interval, the difference may be chance. */
function compare({ low, high }: Shown, value: number): 'higher' | 'lower' | 'same' {
  if (low !== null && value < low) return 'higher'
  return high !== null && value > high ? 'lower' : 'same'
}

const THAN_THERE = {
  higher: { tr: 'burada daha yüksek', en: 'higher here' },
  lower: { tr: 'burada daha düşük', en: 'lower here' },
  same: { tr: 'belirgin bir fark yok', en: 'no clear difference' },
} as const

const THAN_BEFORE = {
  higher: { tr: 'arttı', en: 'rose' },
  lower: { tr: 'azaldı', en: 'fell' },
  same: { tr: 'belirgin biçimde değişmedi', en: 'did not clearly change' },
} as const

function sayTrend({ indicators, trend, date }: AreaFacts): Sentence | undefined {
  const rate = shown(indicators, 'rate_below')
  const before = trend.find(({ month }) => month === yearBefore(date))
  const was = before?.values[INDICATORS.findIndex(({ id }) => id === 'rate_below')]
  if (!rate || was === null || was === undefined) return undefined
  const moved = THAN_BEFORE[compare(rate, was)]
  return {
    tr: `Son 12 ayda eşik altı oranı ${moved.tr}: ${tell('tr', was)} → ${tell('tr', rate.value)}.`,
    en: `Over the last 12 months the rate below the threshold ${moved.en}: ${tell('en', was)} → ${tell('en', rate.value)}.`,
  }
}

/** Silence (DOMAIN.md §4): more need than the province, clearly fewer applications for it. */
function saySilence({ indicators, province }: AreaFacts): Sentence | undefined {
  const rate = shown(indicators, 'rate_below')
  const applied = shown(indicators, 'coverage_applied')
  if (!rate || !applied || !province || rate.province === null || applied.province === null) return undefined
  const isNeedy = rate.low !== null && rate.low > rate.province
  if (!isNeedy || applied.value >= QUIET * applied.province) return undefined
  return {
    tr: `İhtiyaç yüksek, başvuru ise az: eşik altındaki 1.000 haneye ${tell('tr', applied.value)} başvuru, ilde ${tell('tr', applied.province)}. Burada sesini duyurmamış haneler olabilir.`,
    en: `Need is high but applications are few: ${tell('en', applied.value)} for every 1 000 households below the threshold, ${tell('en', applied.province)} in the province. Some households here may not have made themselves heard.`,
  }
}

const QUIET = 0.75

function sayUnmet({ indicators }: AreaFacts): Sentence | undefined {
  const [eligible, unmet] = [shown(indicators, 'eligible'), shown(indicators, 'unmet')]
  if (!eligible || !unmet) return undefined
  return {
    tr: `Puanı yeten ${tell('tr', eligible.value)} haneden ${tell('tr', unmet.value)} tanesine son üç ayda yardım ulaşmadı.`,
    en: `Of ${tell('en', eligible.value)} households with an eligible score, ${tell('en', unmet.value)} were not served in the last three months.`,
  }
}

function sayWaiting({ indicators, province }: AreaFacts): Sentence | undefined {
  const waiting = shown(indicators, 'mean_waiting_days')
  if (!waiting) return undefined
  const there = province && waiting.province !== null ? waiting.province : null
  return {
    tr: `Başvurular ortalama ${tell('tr', waiting.value)} gün bekliyor${there === null ? '' : `; ilde ${tell('tr', there)} gün`}.`,
    en: `Applications wait ${tell('en', waiting.value)} days on average${there === null ? '' : `; ${tell('en', there)} in the province`}.`,
  }
}

function find(indicators: AreaPage['indicators'], id: IndicatorId): Shown | undefined {
  return indicators.find(one => one.indicator === id)
}

function shown(indicators: AreaPage['indicators'], id: IndicatorId): (Shown & { value: number }) | undefined {
  const one = find(indicators, id)
  return one?.state === 'ok' && one.value !== null ? { ...one, value: one.value } : undefined
}

function yearBefore(month: string): string {
  return `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`
}

const FORMATS = {
  tr: new Intl.NumberFormat('tr-TR', { maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }),
}

function tell(language: 'tr' | 'en', value: number): string {
  return FORMATS[language].format(value)
}
