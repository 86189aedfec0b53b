/** Changes of a scheme as the editor makes them: whole new documents, so that React and the saving see them. Pure. */

import { isNumberBand } from '../../api/scores/points.rules.ts'
import type { Band, PartCode, Question, SchemeDocument, Words } from '../../api/scores/score-scheme.contract.ts'
import { PART_LIMITS } from '../../api/scores/score-scheme.contract.ts'
import { isVariableCode, type Variable, variableOf } from '../../api/scores/variables.rules.ts'

/** Where a question stands: part and place in it. */
export type At = Readonly<{ part: number; question: number }>

export function changeQuestion(
  document: SchemeDocument,
  at: At,
  change: (question: Question) => Question,
): SchemeDocument {
  return changePart(document, at.part, questions => questions.map((one, i) => (i === at.question ? change(one) : one)))
}

export function removeQuestion(document: SchemeDocument, at: At): SchemeDocument {
  return changePart(document, at.part, questions => questions.filter((_, i) => i !== at.question))
}

/** A question of the part that gives no points yet; its code is free in the whole scheme. */
export function addQuestion(document: SchemeDocument, part: number, text: Words): SchemeDocument {
  const taken = new Set(document.parts.flatMap(one => one.questions.map(({ code }) => code)))
  let n = 1
  while (taken.has(`question_${n}`)) n++
  const made: Question = { code: `question_${n}`, text, variable: '', bands: [], aggregate: null }
  return changePart(document, part, questions => [
    ...questions,
    withVariable(made, 'dwelling.kind', partAt(document, part)),
  ])
}

function partAt(document: SchemeDocument, part: number): PartCode {
  return document.parts[part]?.code ?? 'income'
}

function changePart(
  document: SchemeDocument,
  part: number,
  change: (questions: Question[]) => Question[],
): SchemeDocument {
  return {
    ...document,
    parts: document.parts.map((one, i) => (i === part ? { ...one, questions: change(one.questions) } : one)),
  }
}

/** A question about another variable: its bands begin anew, each at no points. */
export function withVariable(question: Question, code: string, part: PartCode): Question {
  if (!isVariableCode(code)) return { ...question, variable: code }
  const variable: Variable = variableOf(code)
  const cap = PART_LIMITS[part] < 0 ? -1 : 1
  const aggregate = variable.scope === 'household' ? null : (question.aggregate ?? { how: 'sum' as const, cap })
  if (variable.kind === 'number') {
    const reason = { tr: variable.label.tr, en: variable.label.en }
    return { ...question, variable: code, aggregate, bands: [{ from: variable.from, below: null, points: 0, reason }] }
  }
  const bands = Object.entries(variable.values).map(([value, label]) => ({
    is: [value],
    points: 0,
    reason: { ...label },
  }))
  return { ...question, variable: code, aggregate, bands }
}

/** As the editor shows them: choices one by one, and each number band ending where the next begins. */
export function plainBands(bands: readonly Band[]): Band[] {
  return bands.flatMap((band, i): Band[] => {
    if (!isNumberBand(band)) return band.is.map(value => ({ ...band, is: [value] }))
    const next = bands[i + 1]
    return [{ ...band, below: next && isNumberBand(next) ? next.from : null }]
  })
}

export function changeBand(question: Question, at: number, change: (band: Band) => Band): Question {
  return {
    ...question,
    bands: plainBands(plainBands(question.bands).map((band, i) => (i === at ? change(band) : band))),
  }
}

export function removeBand(question: Question, at: number): Question {
  return { ...question, bands: plainBands(question.bands.filter((_, i) => i !== at)) }
}

/** One more number band after the last, beginning one further. */
export function addBand(question: Question): Question {
  const last = question.bands.filter(isNumberBand).at(-1)
  if (!last) return question
  const made = { from: last.from + 1, below: null, points: last.points, reason: { ...last.reason } }
  return { ...question, bands: plainBands([...question.bands, made]) }
}
