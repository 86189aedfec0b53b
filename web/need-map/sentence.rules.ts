/** The map in one sentence: said under its title, read out when it changes. No area is ever called best or worst. */
import type { AreaValue, Indicator } from '../../api/need-map/need-map.contract.ts'
import type { MapLevel } from '../app/view.rules.ts'
import type { Format } from '../i18n/format.ts'
import type { Language, Translate } from '../i18n/t.ts'
import { quantileOf } from './breaks.rules.ts'

export type Words = Readonly<{ t: Translate; format: Format; language: Language }>

export type Shown = Readonly<{
  indicator: Indicator
  month: string
  level: MapLevel
  areas: readonly AreaValue[]
  nameOf: (id: number) => string | undefined
}>

export function sentenceOf(shown: Shown, words: Words): string {
  const { t, format, language } = words
  const level = t(`levels.${shown.level}`)
  const base = { month: format.month(shown.month), level, indicator: shown.indicator.name[language] }
  const known = shown.areas.filter(area => area.value !== null).sort((a, b) => (a.value ?? 0) - (b.value ?? 0))
  const [lowest, highest] = [known[0], known.at(-1)]
  if (!lowest || !highest) return t('sentence.none', base)
  const figure = (value: number) => figureOf(value, shown.indicator, words)
  const median = quantileOf(
    known.map(area => area.value ?? 0),
    0.5,
  )
  const said = t('sentence.values', {
    ...base,
    high: figure(highest.value ?? 0),
    highName: shown.nameOf(highest.id) ?? '…',
    low: figure(lowest.value ?? 0),
    lowName: shown.nameOf(lowest.id) ?? '…',
    median: figure(median),
  })
  const withheld = shown.areas.length - known.length
  return withheld > 0 ? `${said} ${t('sentence.withheld', { n: format.number(withheld) })}` : said
}

/** A figure as it is written: digits of its indicator, without the unit. */
export function figureOf(value: number, indicator: Indicator, { format }: Pick<Words, 'format'>): string {
  return format.number(value, indicator.decimals)
}

/** A figure or, where none is shown, the reason in words. */
export function figureOrState(area: Pick<AreaValue, 'value' | 'state'>, indicator: Indicator, words: Words): string {
  return area.value === null ? words.t(`state.${area.state}`) : figureOf(area.value, indicator, words)
}

/** The unit as it follows a figure; one that begins with a number stands in brackets: 175,2 (1.000 hanede). */
export function unitAfter(indicator: Indicator, language: Language): string {
  const unit = indicator.unit[language]
  return /\d/.test(unit) ? `(${unit})` : unit
}
