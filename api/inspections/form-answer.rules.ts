/** Whether one answer fits its question. Pure; the messages are what the officer reads. */
import type { Answer, Member, Newcomer } from './form-answers.contract.ts'
import { PersonRef } from './form-answers.contract.ts'
import type { Standing } from './form-condition.rules.ts'
import { GAPS, type Question, type Words } from './form-definition.contract.ts'

/** An answer read: what stands there, and what is wrong with it. What does not fit its type stands as not answered. */
export type Read = Readonly<{ standing: Standing; wrong: Words | null }>

export const TEXT_LIMIT = 4000
/** 1 billion TL in kuruş: more than any household's anything. */
const MONEY_LIMIT = 100_000_000_000
const EARLIEST = '1900-01-01'

/** Reads an answer as its question wants it. @param members everybody asked about so far */
export function readAnswer(
  question: Question,
  answer: Answer | undefined,
  day: string,
  members: readonly Member[],
): Read {
  if (answer === undefined) return { standing: { is: 'unanswered' }, wrong: null }
  if ('gap' in answer) return readGap(question, answer.gap)
  const { value } = answer
  if (value === '' || (Array.isArray(value) && value.length === 0 && question.type !== 'newcomers'))
    return { standing: { is: 'unanswered' }, wrong: null }
  const wrong = whyWrong(question, value, day, members)
  return wrong ? { standing: { is: 'unanswered' }, wrong } : { standing: { is: 'value', value }, wrong: null }
}

function readGap(question: Question, gap: 'unknown' | 'refused'): Read {
  if ((question.gaps ?? GAPS).includes(gap)) return { standing: { is: 'gap', gap }, wrong: null }
  return {
    standing: { is: 'unanswered' },
    wrong: say('Bu soruya bir cevap verilmesi gerekir.', 'This question needs an answer.'),
  }
}

type Value = Extract<Answer, { value: unknown }>['value']

function whyWrong(question: Question, value: Value, day: string, members: readonly Member[]): Words | null {
  switch (question.type) {
    case 'yes_no':
      return typeof value === 'boolean' ? null : notOfType
    case 'choice':
      return question.options.some(option => option.code === value) ? null : notOfType
    case 'multiple':
      return whyWrongChoices(question, value)
    case 'number':
      return whyWrongNumber(question, value)
    case 'money':
      return whyWrongMoney(question.max ?? MONEY_LIMIT, value)
    case 'date':
      return whyWrongDate(value, question.mayBeFuture ? null : day)
    case 'text':
      return whyWrongText(question.maxLength ?? TEXT_LIMIT, value)
    case 'people':
      return Array.isArray(value) && value.every(ref => members.some(member => member.ref === ref)) ? null : notOfType
    case 'newcomers':
      return Array.isArray(value) ? whyWrongNewcomers(value, day) : notOfType
  }
}

function whyWrongChoices(question: Extract<Question, { type: 'multiple' }>, value: Value): Words | null {
  if (!Array.isArray(value)) return notOfType
  const chosen = question.options.filter(option => value.some(code => code === option.code))
  if (chosen.length !== value.length) return notOfType // unknown codes, or one twice
  const alone = chosen.find(option => option.isAlone)
  if (!alone || chosen.length === 1) return null
  return say(`“${alone.label.tr}” başka bir seçenekle birlikte seçilemez.`, `“${alone.label.en}” stands alone.`)
}

function whyWrongNumber(question: Extract<Question, { type: 'number' }>, value: Value): Words | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return notOfType
  if (question.isWhole && !Number.isInteger(value)) return say('Tam sayı yazın.', 'Write a whole number.')
  const { min, max } = question
  if (min !== undefined && value < min) return say(`En az ${tr(min)} olabilir.`, `It is at least ${min}.`)
  if (max !== undefined && value > max) return say(`En çok ${tr(max)} olabilir.`, `It is at most ${max}.`)
  return null
}

function whyWrongMoney(limit: number, value: Value): Words | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return notOfType
  if (value < 0) return say('Tutar eksi olamaz.', 'An amount cannot be negative.')
  if (value <= limit) return null
  return say(`En çok ${tr(limit / 100)} TL yazılabilir.`, `At most ${(limit / 100).toLocaleString('en-GB')} TL.`)
}

/** A day of the calendar, as YYYY-MM-DD. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const time = Date.parse(`${value}T00:00:00Z`)
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(value)
}

function whyWrongDate(value: Value, latest: string | null): Words | null {
  if (!isDay(value)) return notOfType
  if (value < EARLIEST) return say('1900 yılından önce olamaz.', 'It cannot be before 1900.')
  if (latest !== null && value > latest)
    return say('Ziyaret gününden sonra olamaz.', 'It cannot be after the day of the visit.')
  return null
}

function whyWrongText(limit: number, value: Value): Words | null {
  if (typeof value !== 'string') return notOfType
  const length = [...value].length
  if (length <= limit) return null
  return say(
    `En çok ${tr(limit)} karakter yazılabilir; ${tr(length)} karakter yazıldı. Kısaltın, yazdıklarınız silinmedi.`,
    `At most ${limit.toLocaleString('en-GB')} characters; there are ${length.toLocaleString('en-GB')}. Shorten it; nothing was deleted.`,
  )
}

function whyWrongNewcomers(value: readonly unknown[], day: string): Words | null {
  const people = value.filter(isNewcomer)
  if (people.length !== value.length || new Set(people.map(one => one.ref)).size !== people.length) return notOfType
  const future = people.find(one => one.bornOn !== null && (!isDay(one.bornOn) || one.bornOn > day))
  if (future) return say('Doğum tarihi ziyaret gününden sonra olamaz.', 'Nobody is born after the day of the visit.')
  const nameless = people.find(one => one.givenName === '' || one.familyName === '' || one.bornOn === null)
  if (nameless)
    return say(
      'Hanede bulunan her kişinin adını, soyadını ve doğum tarihini yazın.',
      'Write name, family name and date of birth of everybody found.',
    )
  return null
}

function isNewcomer(value: unknown): value is Newcomer {
  return typeof value === 'object' && value !== null && 'ref' in value && PersonRef.safeParse(value.ref).success
}

function say(tr: string, en: string): Words {
  return { tr, en }
}

function tr(value: number): string {
  return value.toLocaleString('tr-TR')
}

const notOfType = say('Cevap bu soruya uymuyor; yeniden seçin.', 'The answer does not fit the question; choose again.')
