/** Short hands for writing a form definition. Pure. */
import type { Condition } from './form-condition.contract.ts'
import type { Option, Words } from './form-definition.contract.ts'

export function w(tr: string, en: string): Words {
  return { tr, en }
}

export function option(code: string, tr: string, en: string): Option {
  return { code, label: { tr, en } }
}

/** Of a multiple question: chosen alone. */
export function alone(code: string, tr: string, en: string): Option {
  return { ...option(code, tr, en), isAlone: true }
}

/** The visited agreed to talk: without it nothing more is asked of them. */
export const AGREED: Condition = { is: ['consent', true] }

/** Members of the household, as said in “household”: who is away for a while still is one, and so is who was found here. */
export const LIVES_HERE: Condition = {
  any: [{ is: ['lives_here', 'yes'] }, { is: ['lives_here', 'away'] }, { is: ['$is_new', true] }],
}

export function aged(from: number, to?: number): Condition {
  const atLeast: Condition = { compare: ['$age', '>=', from] }
  return to === undefined ? atLeast : { all: [atLeast, { compare: ['$age', '<=', to] }] }
}

export function and(...all: Condition[]): Condition {
  return { all }
}

/** Whether one of the options was chosen. */
export function hasAny(question: string, codes: readonly string[]): Condition {
  return { any: codes.map(code => ({ has: [question, code] })) }
}
