import type { Answer, Member, Newcomer } from '../../api/inspections/form-answers.contract.ts'
import type { Question } from '../../api/inspections/form-definition.contract.ts'
import type { Format } from '../i18n/format.ts'
import type { Language } from '../i18n/t.ts'
import type { Say } from './words.ts'

export type Telling = Readonly<{ w: Say; format: Format; language: Language; members: readonly Member[] }>

/** An answer as it is read in a document; null when there is none. */
export function answerText(question: Question, answer: Answer | undefined | null, telling: Telling): string | null {
  const { w, format, language } = telling
  if (!answer) return null
  if ('gap' in answer) return w(answer.gap === 'unknown' ? 'gapUnknown' : 'gapRefused')
  const { value } = answer
  if (typeof value === 'boolean') return w(value ? 'yes' : 'no')
  if (question.type === 'money' && typeof value === 'number') return `${format.number(value / 100, 2)} TL`
  if (typeof value === 'number') return withUnit(format.number(value), question, language)
  if (Array.isArray(value)) return value.map(one => partText(one, question, telling)).join(', ') || null
  if (question.type === 'date') return format.day(value)
  return optionLabel(question, value, language) ?? (value || null)
}

function withUnit(number: string, question: Question, language: Language): string {
  const unit = question.type === 'number' ? question.unit?.[language] : undefined
  if (!unit) return number
  return unit === '%' && language === 'tr' ? `%${number}` : `${number} ${unit}`
}

function partText(part: string | Newcomer, question: Question, { language, members, format }: Telling): string {
  if (typeof part !== 'string') {
    const name = `${part.givenName} ${part.familyName}`.trim()
    return part.bornOn ? `${name} (${format.day(part.bornOn)})` : name
  }
  if (question.type === 'people') return members.find(member => member.ref === part)?.name ?? part
  return optionLabel(question, part, language) ?? part
}

function optionLabel(question: Question, code: string, language: Language): string | undefined {
  if (question.type !== 'choice' && question.type !== 'multiple') return undefined
  return question.options.find(option => option.code === code)?.label[language]
}
