/** Which questions conditions and rules look at. Pure. */
import type { Condition, Term } from './form-condition.contract.ts'
import type { FactRule } from './form-definition.contract.ts'

/** Questions a fact or proposal rule looks at. */
export function questionsOf(rule: Pick<FactRule, 'when' | 'columns'>): string[] {
  const sources = Object.values(rule.columns).flatMap(source =>
    'answer' in source ? [source.answer] : 'of' in source ? [source.of] : [],
  )
  return [...sources, ...(rule.when ? refsOf(rule.when) : [])].filter(ref => !ref.startsWith('$'))
}

/** Every name a condition looks at, known ones with their `$`. */
export function refsOf(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(refsOf)
  if ('any' in condition) return condition.any.flatMap(refsOf)
  if ('not' in condition) return refsOf(condition.not)
  if ('anyone' in condition) return refsOf(condition.anyone)
  if ('is' in condition) return [condition.is[0]]
  if ('has' in condition) return [condition.has[0]]
  if ('known' in condition) return [condition.known]
  if ('answered' in condition) return [condition.answered]
  if ('before' in condition) return condition.before
  return [...refsOfTerm(condition.compare[0]), ...refsOfTerm(condition.compare[2])]
}

function refsOfTerm(term: Term): string[] {
  if (typeof term === 'number') return []
  if (typeof term === 'string') return [term]
  if ('sum' in term) return term.sum.flatMap(refsOfTerm)
  return 'times' in term ? refsOfTerm(term.times[1]) : [term.over_members]
}
