import type { Report, SchemeFault } from './check-scheme.rules.ts'
import { isChoiceBand, isNumberBand } from './points.rules.ts'
import type { ChoiceBand, NumberBand, Question } from './score-scheme.contract.ts'
import type { Variable } from './variables.rules.ts'

type Where = Readonly<{ path: (string | number)[]; report: Report }>
type Kind<K> = Extract<Variable, { kind: K }>

/** Every value of the variable must fall into exactly one band. */
export function checkBands(question: Question, variable: Variable, where: Where): void {
  const { bands, code } = question
  if (variable.kind === 'number' && bands.every(isNumberBand)) checkNumbers(code, bands, variable, where)
  else if (variable.kind === 'choice' && bands.every(isChoiceBand)) checkChoices(code, bands, variable, where)
  else reportWrongKind(question, variable, where)
}

function reportWrongKind(question: Question, variable: Variable, where: Where): void {
  const wants = variable.kind === 'number' ? { tr: 'sayı aralığı', en: 'number' } : { tr: 'seçenek', en: 'choice' }
  where.report({
    ...fault(question.code, [...where.path, 'bands'], 'wrong-bands'),
    tr: `“${question.code}” sorusunun basamakları ${wants.tr} olmalı.`,
    en: `Question “${question.code}” needs ${wants.en} bands.`,
  })
}

function fault(question: string, path: (string | number)[], code: SchemeFault['code']) {
  return { question, path, code }
}

// In the order given, as they are read: from the least on, each beginning where the one before ends, the last open.
function checkNumbers(
  code: string,
  bands: readonly NumberBand[],
  variable: Kind<'number'>,
  { path, report }: Where,
): void {
  let at: number | null = variable.from
  bands.forEach((band, b) => {
    const here = [...path, 'bands', b]
    if (at === null || band.from < at)
      report({ ...fault(code, [...here, 'from'], 'overlap'), ...overlap(code, band, at) })
    else if (band.from > at) report({ ...fault(code, [...here, 'from'], 'gap'), ...gap(code, at, band.from) })
    if (band.below !== null && band.below <= band.from)
      report({
        ...fault(code, [...here, 'below'], 'wrong-bands'),
        tr: `“${code}” sorusunda ${band.from} ile başlayan basamak ${band.below} ile bitiyor; bitişi başlangıcından büyük olmalı.`,
        en: `In question “${code}” the band from ${band.from} ends at ${band.below}; its end must be greater.`,
      })
    at = band.below
  })
  if (at !== null)
    report({ ...fault(code, [...path, 'bands', bands.length - 1, 'below'], 'gap'), ...gap(code, at, null) })
}

function gap(code: string, from: number, to: number | null): { tr: string; en: string } {
  return {
    tr: `“${code}” sorusunda ${from} ${to === null ? 've üzeri' : `ile ${to} arası`} için basamak yok.`,
    en: `Question “${code}” has no band ${to === null ? `from ${from} on` : `between ${from} and ${to}`}.`,
  }
}

function overlap(code: string, band: NumberBand, at: number | null): { tr: string; en: string } {
  return {
    tr: `“${code}” sorusunda ${band.from} ile başlayan basamak önceki basamakla çakışıyor (o, ${at === null ? 'sınırsız' : `${at} değerinde bitiyor`}).`,
    en: `In question “${code}” the band from ${band.from} overlaps the one before (which ${at === null ? 'has no end' : `ends at ${at}`}).`,
  }
}

function checkChoices(code: string, bands: readonly ChoiceBand[], variable: Kind<'choice'>, where: Where): void {
  const seen = new Set<string>()
  bands.forEach((band, b) => {
    for (const value of band.is) {
      if (!Object.hasOwn(variable.values, value)) reportUnknown({ code, value, band: b }, variable, where)
      else if (seen.has(value)) reportTwice({ code, value, band: b }, variable, where)
      seen.add(value)
    }
  })
  const left = Object.keys(variable.values).filter(value => !seen.has(value))
  if (left.length === 0) return
  where.report({
    ...fault(code, [...where.path, 'bands'], 'not-covered'),
    tr: `“${code}” sorusunda karşılığı olmayan seçenekler var: ${left.map(value => variable.values[value]?.tr).join(', ')}.`,
    en: `Question “${code}” leaves values without a band: ${left.map(value => variable.values[value]?.en).join(', ')}.`,
  })
}

type Of = Readonly<{ code: string; value: string; band: number }>

function reportUnknown({ code, value, band }: Of, { values }: Kind<'choice'>, { path, report }: Where): void {
  report({
    ...fault(code, [...path, 'bands', band, 'is'], 'unknown-value'),
    tr: `“${code}” sorusunda “${value}” diye bir seçenek yok. Olanlar: ${Object.keys(values).join(', ')}.`,
    en: `Question “${code}” knows no value “${value}”. It knows: ${Object.keys(values).join(', ')}.`,
  })
}

function reportTwice({ code, value, band }: Of, { values }: Kind<'choice'>, { path, report }: Where): void {
  report({
    ...fault(code, [...path, 'bands', band, 'is'], 'overlap'),
    tr: `“${code}” sorusunda “${values[value]?.tr}” iki basamakta yer alıyor.`,
    en: `In question “${code}” “${values[value]?.en}” stands in two bands.`,
  })
}
