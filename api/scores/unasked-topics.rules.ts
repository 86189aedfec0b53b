import { factTable } from '../inspections/fact-tables.rules.ts'
import type { FactRule, FormDefinition } from '../inspections/form-definition.contract.ts'
import { refsOf } from '../inspections/form-refs.rules.ts'
import type { Topic } from './household-facts.rules.ts'

/** A question of the form that feeds fact tables and got no answer (`missing` of a worked-out form). */
type Unanswered = Readonly<{ question: string; tables: readonly string[] }>

const TOPIC_OF: Readonly<Record<string, Topic>> = {
  income: 'income',
  dwelling_fact: 'dwelling',
  health_fact: 'health',
  schooling_fact: 'schooling',
  asset_fact: 'assets',
  status_fact: 'status',
}

/**
 * Topics an inspection did not cover: somebody left a question open on which it hangs whether there is a fact at all. That
 * only a detail is open (the worth of a car, the degree of a disability) leaves the topic covered; the fact tells its gap.
 */
export function unaskedTopics(definition: FormDefinition, missing: readonly Unanswered[]): Topic[] {
  const topics = missing.flatMap(({ question, tables }) =>
    tables.flatMap(table => {
      const decides = definition.facts.some(rule => rule.table === table && hangsOn(rule, question))
      return decides ? (TOPIC_OF[table] ?? []) : []
    }),
  )
  return [...new Set(topics)]
}

function hangsOn(rule: FactRule, question: string): boolean {
  if (rule.when && refsOf(rule.when).includes(question)) return true
  return Object.entries(rule.columns).some(([name, source]) => {
    const isFrom = ('answer' in source && source.answer === question) || ('of' in source && source.of === question)
    return isFrom && factTable(rule.table)?.columns[name]?.isOptional !== true
  })
}
