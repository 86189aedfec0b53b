import type { Band, Question, Words } from './score-scheme.contract.ts'
import type { VariableCode } from './variables.rules.ts'

type Spoken = readonly [points: number, tr: string, en: string]
type Asked = Readonly<{ code: string; variable: VariableCode; tr: string; en: string }>

export const words = (tr: string, en: string): Words => ({ tr, en })

/** Bands of a number: each from its first value to the next one's. */
export function numbers(...rows: readonly (readonly [from: number, ...Spoken])[]): Band[] {
  return rows.map(([from, points, tr, en], i) => ({
    from,
    below: rows[i + 1]?.[0] ?? null,
    points,
    reason: words(tr, en),
  }))
}

/** Bands of choices; several codes of one band stand in one string. */
export function choices(...rows: readonly (readonly [is: string, ...Spoken])[]): Band[] {
  return rows.map(([is, points, tr, en]) => ({ is: is.split(' '), points, reason: words(tr, en) }))
}

/** One question as a sentence; `aggregate` for those asked per person, asset or status. */
export function question(asked: Asked, bands: Band[], aggregate: Question['aggregate'] = null): Question {
  const { code, variable, tr, en } = asked
  return { code, text: words(tr, en), variable, bands, aggregate }
}

export const sum = (cap: number) => ({ how: 'sum' as const, cap })
export const max = (cap: number) => ({ how: 'max' as const, cap })
