/** From answers to facts of the household. Pure. */
import { FACT_TEXT_LIMIT, factTable, fits } from './fact-tables.rules.ts'
import type { Asked } from './form.rules.ts'
import type { AnswerValue, Member } from './form-answers.contract.ts'
import { holds, type Scope, standingOf } from './form-condition.rules.ts'
import type { ColumnSource, FactRule, FormDefinition } from './form-definition.contract.ts'
import { questionsOf, refsOf } from './form-refs.rules.ts'

export type Columns = Readonly<Record<string, string | number | boolean>>

/** A row of a fact table; `person` as PersonRef, null for the household. Provenance and author are the server's to add. */
export type FormFact = Readonly<{ table: string; person: string | null; columns: Columns }>

/**
 * What the form settles: of this subject and kind (null: the table has one fact at a time) it is known what holds now, or
 * that nothing of the kind does (`fact` null). Earlier facts of the kind end with it; of what is not settled they stand.
 */
export type Settled = Readonly<{ table: string; person: string | null; kind: string | null; fact: FormFact | null }>

/** A question behind facts that was asked and has no value. */
export type Missing = Readonly<{
  question: string
  person: string | null
  why: 'unknown' | 'refused' | 'unanswered'
  tables: readonly string[]
}>

/** What the form settles, kind by kind: where an answer is missing, unknown or not asked nothing is settled. */
export function settle(definition: FormDefinition, scope: Scope): Settled[] {
  return definition.facts.flatMap(rule =>
    subjects(rule.about, scope).flatMap(member => {
      const fact = factOf(rule, scope, member)
      if (!fact && !isDenied(rule, scope, member)) return []
      return [{ table: rule.table, person: member?.ref ?? null, kind: kindOf(rule), fact }]
    }),
  )
}

/** Everything the rule asks about was answered, and it does not hold. A rule that tells no kinds apart denies nothing. */
function isDenied(rule: FactRule, scope: Scope, member: Member | undefined): boolean {
  if (!rule.when || kindOf(rule) === null || holds(rule.when, scope, member)) return false
  return refsOf(rule.when).every(ref => ref.startsWith('$') || standingOf(scope, ref, member).is === 'value')
}

function kindOf(rule: FactRule): string | null {
  const source = rule.columns[factTable(rule.table)?.apart ?? '']
  return source && 'value' in source ? String(source.value) : null
}

function subjects(about: FactRule['about'], scope: Scope): (Member | undefined)[] {
  return about === 'household' ? [undefined] : [...scope.members]
}

/** One lacking a column its table requires is no fact. */
function factOf(rule: FactRule, scope: Scope, member: Member | undefined): FormFact | null {
  const table = factTable(rule.table)
  if (!table || (rule.when && !holds(rule.when, scope, member))) return null
  const columns: Record<string, string | number | boolean> = {}
  for (const [name, column] of Object.entries(table.columns)) {
    const source = Object.hasOwn(rule.columns, name) ? rule.columns[name] : undefined
    const value = source && shortened(name, columnValue(source, scope, member))
    if (fits(column, value)) columns[name] = value
    else if (!column.isOptional) return null
  }
  return { table: rule.table, person: member?.ref ?? null, columns }
}

/** What a column takes from the answers; undefined when nothing. */
export function columnValue(source: ColumnSource, scope: Scope, member?: Member): AnswerValue | undefined {
  if ('value' in source) return source.value
  const standing = standingOf(scope, 'answer' in source ? source.answer : source.of, member)
  if (standing.is !== 'value') return undefined
  if ('answer' in source) return standing.value
  const code = String(standing.value)
  return Object.hasOwn(source.map, code) ? source.map[code] : undefined
}

/** Texts are cut to what their column keeps; the whole text stays in the answers. */
function shortened(column: string, value: AnswerValue | undefined): AnswerValue | undefined {
  if (typeof value !== 'string' || (column !== 'note' && column !== 'occupation')) return value
  return [...value].slice(0, FACT_TEXT_LIMIT[column]).join('')
}

/** What was asked for facts and got no value. @param asked what is asked now, in order */
export function missingFacts(definition: FormDefinition, asked: readonly Asked[]): Missing[] {
  const tables = tablesByQuestion(definition)
  return asked.flatMap(({ path, question, standing }) => {
    const behind = tables.get(question.id)
    if (!behind || (standing.is !== 'gap' && standing.is !== 'unanswered')) return []
    const why = standing.is === 'gap' ? standing.gap : 'unanswered'
    return [{ question: path.question, person: path.person, why, tables: [...behind] }]
  })
}

function tablesByQuestion(definition: FormDefinition): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const rule of definition.facts)
    for (const question of questionsOf(rule)) found.set(question, (found.get(question) ?? new Set()).add(rule.table))
  return found
}
