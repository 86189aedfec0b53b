import { findAreaWord, findPlaceName } from './area-words.rules.ts'
import { checkBands } from './check-bands.rules.ts'
import { bestOf, worstOf } from './points.rules.ts'
import {
  PART_LIMITS,
  PART_NAMES,
  PARTS,
  type PartCode,
  type Question,
  type SchemeDocument,
  type Words,
} from './score-scheme.contract.ts'
import { isVariableCode, VARIABLES, variableOf } from './variables.rules.ts'

/** What is wrong with a scheme: where (path into the document), the question's code where it is one, in both languages. */
export type SchemeFault = Readonly<{
  path: readonly (string | number)[]
  question: string | null
  code:
    | 'area'
    | 'unknown-variable'
    | 'wrong-bands'
    | 'gap'
    | 'overlap'
    | 'not-covered'
    | 'unknown-value'
    | 'twice'
    | 'sign'
    | 'too-much'
    | 'aggregate'
    | 'parts'
  tr: string
  en: string
}>

export type Report = (fault: SchemeFault) => void

/**
 * Everything that keeps a scheme from being adopted; empty when nothing does.
 * @param scheme already of the shape of SchemeDocument
 * @param places names of districts and neighbourhoods that no text may mention
 */
export function checkScheme(scheme: SchemeDocument, places: ReadonlySet<string> = new Set()): SchemeFault[] {
  const faults: SchemeFault[] = []
  const say = namer(scheme)
  const report: Report = fault => faults.push(say(fault))
  checkParts(scheme, report)
  checkCodes(scheme, report)
  checkWords(scheme, places, report)
  scheme.parts.forEach((part, p) => {
    part.questions.forEach((question, q) => {
      checkQuestion(question, part.code, ['parts', p, 'questions', q], report)
    })
    checkLimit(part.questions, part.code, ['parts', p], report)
  })
  return faults
}

// Faults are found by code and told by the question as people read it.
function namer({ parts }: SchemeDocument): (fault: SchemeFault) => SchemeFault {
  const texts = new Map<string, Words>(Object.entries(PART_NAMES))
  for (const part of parts) for (const { code, text } of part.questions) texts.set(code, text)
  const named = (text: string, language: 'tr' | 'en') =>
    text.replace(/“([a-z0-9_]+)”/g, (whole, code: string) =>
      texts.has(code) ? `“${texts.get(code)?.[language]}”` : whole,
    )
  return fault => (fault.code === 'twice' ? fault : { ...fault, tr: named(fault.tr, 'tr'), en: named(fault.en, 'en') })
}

function checkParts(scheme: SchemeDocument, report: Report): void {
  if (PARTS.every((code, i) => scheme.parts[i]?.code === code)) return
  report({
    ...{ path: ['parts'], question: null, code: 'parts' },
    tr: `Bölümler şu sırayla birer kez yer almalı: ${PARTS.join(', ')}.`,
    en: `The parts must stand once each, in this order: ${PARTS.join(', ')}.`,
  })
}

function checkCodes(scheme: SchemeDocument, report: Report): void {
  const seen = new Set<string>()
  scheme.parts.forEach((part, p) => {
    part.questions.forEach(({ code }, q) => {
      if (seen.has(code))
        report({
          ...{ path: ['parts', p, 'questions', q, 'code'], question: code, code: 'twice' },
          tr: `“${code}” kodlu iki soru var; her sorunun kodu ayrı olmalı.`,
          en: `Two questions have the code “${code}”; each needs its own.`,
        })
      seen.add(code)
    })
  })
}

function checkWords(scheme: SchemeDocument, places: ReadonlySet<string>, report: Report): void {
  const look = (text: string, question: string | null, path: SchemeFault['path']) => {
    const found = findAreaWord(text) ?? findPlaceName(text, places)
    if (found !== undefined) report(areaFault(found, question, path))
  }
  const words = (of: Words | null, question: string | null, path: SchemeFault['path']) => {
    for (const language of ['tr', 'en'] as const) if (of) look(of[language], question, [...path, language])
  }
  words(scheme.title, null, ['title'])
  scheme.parts.forEach((part, p) => {
    part.questions.forEach((question, q) => {
      const path = ['parts', p, 'questions', q]
      look(question.code.replaceAll('_', ' '), question.code, [...path, 'code'])
      words(question.text, question.code, [...path, 'text'])
      question.bands.forEach((band, b) => {
        words(band.reason, question.code, [...path, 'bands', b, 'reason'])
      })
    })
  })
}

function areaFault(found: string, question: string | null, path: SchemeFault['path']): SchemeFault {
  const where =
    question === null ? { tr: 'Şema', en: 'The scheme' } : { tr: `“${question}” sorusu`, en: `Question “${question}”` }
  return {
    ...{ path, question, code: 'area' },
    tr: `${where.tr} yaşanan yeri anıyor (“${found}”). Bir yerin özelliği kişinin puanına giremez.`,
    en: `${where.en} speaks of where people live (“${found}”). A place never enters a person’s score.`,
  }
}

function checkQuestion(question: Question, part: PartCode, path: (string | number)[], report: Report): void {
  const { code, variable } = question
  if (!isVariableCode(variable)) {
    report(unknownVariable(code, variable, [...path, 'variable']))
    return
  }
  checkAggregate(question, variableOf(variable).scope !== 'household', path, report)
  checkSigns(question, part, path, report)
  checkBands(question, variableOf(variable), { path, report })
}

function unknownVariable(question: string, variable: string, path: (string | number)[]): SchemeFault {
  if (findAreaWord(variable.replaceAll(/[._-]/g, ' ')) !== undefined) return areaFault(variable, question, path)
  const known = Object.keys(VARIABLES).join(', ')
  return {
    ...{ path, question, code: 'unknown-variable' },
    tr: `“${question}” sorusu bilinmeyen bir bilgiye bağlı: “${variable}”. Seçilebilecekler: ${known}.`,
    en: `Question “${question}” asks an unknown variable: “${variable}”. Known ones: ${known}.`,
  }
}

function checkAggregate(question: Question, isEach: boolean, path: (string | number)[], report: Report): void {
  if (isEach === (question.aggregate !== null)) return
  const { code } = question
  report({
    ...{ path: [...path, 'aggregate'], question: code, code: 'aggregate' },
    tr: isEach
      ? `“${code}” sorusu birden çok kişi, varlık veya durum için sorulur: toplam mı en yüksek mi alınacağı ve üst sınır yazılmalı.`
      : `“${code}” sorusu hane için bir kez sorulur: toplama yöntemi yazılmamalı.`,
    en: isEach
      ? `Question “${code}” is asked for each person, asset or status: say whether points are summed or the highest counts, and the cap.`
      : `Question “${code}” is asked once for the household: it takes no aggregate.`,
  })
}

// Parts give, the deduction takes: a question may not do the other's work.
function checkSigns(
  { code, bands, aggregate }: Question,
  part: PartCode,
  path: (string | number)[],
  report: Report,
): void {
  const takes = PART_LIMITS[part] < 0
  const isWrong = (points: number) => (takes ? points > 0 : points < 0)
  const wrong = bands.findIndex(band => isWrong(band.points))
  if (wrong === -1 && !isWrong(aggregate?.cap ?? 0)) return
  report({
    ...{
      path: wrong === -1 ? [...path, 'aggregate', 'cap'] : [...path, 'bands', wrong, 'points'],
      question: code,
      code: 'sign',
    },
    tr: takes
      ? `“${code}” sorusu varlık düşümünde puan ekliyor; burada puan 0 veya eksi olmalı.`
      : `“${code}” sorusu puan düşüyor; yalnız varlık bölümü düşer.`,
    en: takes
      ? `Question “${code}” adds points among the deductions; here they are 0 or less.`
      : `Question “${code}” takes points off; only the assets part does.`,
  })
}

function checkLimit(questions: readonly Question[], part: PartCode, path: (string | number)[], report: Report): void {
  const limit = PART_LIMITS[part]
  const reach = questions.reduce((sum, one) => sum + (limit < 0 ? worstOf(one) : bestOf(one)), 0) / 10
  if (limit < 0 ? reach >= limit : reach <= limit) return
  const last = questions.at(-1)?.code ?? null
  const codes = questions.map(({ code }) => `“${code}”`).join(', ')
  report({
    ...{ path: [...path, 'questions'], question: last, code: 'too-much' },
    tr: `“${part}” bölümü en çok ${limit} puan olabilir; ${codes} birlikte ${reach} puana çıkıyor.`,
    en: `Part “${part}” may reach ${limit} points; ${codes} together reach ${reach}.`,
  })
}
