/** Evaluates the expression language of forms. Pure; never throws, whatever was answered. */
import { ageOn as completedYears } from '../platform/day.ts'
import type { AnswerValue, Member, Visit } from './form-answers.contract.ts'
import type { Comparison, Condition, Term } from './form-condition.contract.ts'
import type { Gap } from './form-definition.contract.ts'

/** What is known of one question: not relevant, not answered yet, a gap, or a value that fits its type. */
export type Standing =
  | { is: 'irrelevant' }
  | { is: 'unanswered' }
  | { is: 'gap'; gap: Gap }
  | { is: 'value'; value: AnswerValue }

const UNANSWERED: Standing = { is: 'unanswered' }

/** The form so far: standings by `answerKey`, the visit, and everybody asked about. */
export type Scope = Readonly<{
  standings: ReadonlyMap<string, Standing>
  visit: Visit
  members: readonly Member[]
}>

/** Where the answer to a question about a member (or, without one, the household) is found. */
export function answerKey(question: string, person?: string | null): string {
  return person ? `${question}@${person}` : question
}

/** What stands at a question, of the member if it is asked of members, else of the household. */
export function standingOf(scope: Scope, question: string, member?: Member): Standing {
  const own = member && scope.standings.get(answerKey(question, member.ref))
  return own ?? scope.standings.get(question) ?? UNANSWERED
}

/** Whether a condition holds (Condition says what the unanswered does). */
export function holds(condition: Condition, scope: Scope, member?: Member): boolean {
  if ('all' in condition) return condition.all.every(one => holds(one, scope, member))
  if ('any' in condition) return condition.any.some(one => holds(one, scope, member))
  if ('not' in condition) return !holds(condition.not, scope, member)
  if ('anyone' in condition) return scope.members.some(one => holds(condition.anyone, scope, one))
  return holdsOfAnswer(condition, scope, member)
}

type OfAnswer = Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown } | { anyone: unknown }>

function holdsOfAnswer(condition: OfAnswer, scope: Scope, member?: Member): boolean {
  if ('is' in condition) return seenAt(condition.is[0], scope, member) === condition.is[1]
  if ('has' in condition) return contains(seenAt(condition.has[0], scope, member), condition.has[1])
  if ('before' in condition) return isBefore(condition.before, scope, member)
  if ('known' in condition) return standingOf(scope, condition.known, member).is === 'value'
  if ('answered' in condition) return ['value', 'gap'].includes(standingOf(scope, condition.answered, member).is)
  const [left, comparison, right] = condition.compare
  return compare(amount(left, scope, member), comparison, amount(right, scope, member))
}

type Seen = AnswerValue | undefined

function seenAt(ref: string, scope: Scope, member?: Member): Seen {
  if (ref.startsWith('$')) return knownOf(ref, scope, member)
  const standing = standingOf(scope, ref, member)
  return standing.is === 'value' ? standing.value : undefined
}

function knownOf(ref: string, { visit, members }: Scope, member?: Member): Seen {
  if (ref === '$members') return members.length
  if (ref === '$kind') return visit.kind
  if (ref === '$mode') return visit.mode
  if (!member) return undefined
  if (ref === '$age') return ageOn(member.bornOn, visit.visitedOn) ?? undefined
  if (ref === '$sex') return member.sex ?? undefined
  if (ref === '$role') return member.role ?? undefined
  return ref === '$is_new' ? member.isNew : undefined
}

/** Completed years on a day; null when the birth is not known or lies after it. */
export function ageOn(bornOn: string | null, day: string): number | null {
  return bornOn && bornOn <= day ? completedYears(bornOn, day) : null
}

function contains(value: Seen, code: string): boolean {
  return Array.isArray(value) && value.some(one => one === code)
}

function isBefore([left, right]: [string, string], scope: Scope, member?: Member): boolean {
  const earlier = seenAt(left, scope, member)
  const later = right === '$today' ? scope.visit.visitedOn : seenAt(right, scope, member)
  return typeof earlier === 'string' && typeof later === 'string' && earlier < later
}

/** A term's number; null when something it needs is not known. */
function amount(term: Term, scope: Scope, member?: Member): number | null {
  if (typeof term === 'number') return term
  if (typeof term === 'string') return amountOfRef(term, scope, member)
  if ('sum' in term) return total(term.sum.map(one => amount(one, scope, member)))
  if ('times' in term) return times(term.times[0], amount(term.times[1], scope, member))
  return total(scope.members.map(one => amountOfRef(term.over_members, scope, one)))
}

function amountOfRef(ref: string, scope: Scope, member?: Member): number | null {
  if (!ref.startsWith('$') && standingOf(scope, ref, member).is === 'irrelevant') return 0
  const value = seenAt(ref, scope, member)
  return typeof value === 'number' ? value : null
}

function total(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0)
}

function times(factor: number, value: number | null): number | null {
  return value === null ? null : factor * value
}

function compare(left: number | null, comparison: Comparison, right: number | null): boolean {
  if (left === null || right === null) return false
  if (comparison === '=') return left === right
  if (comparison === '<') return left < right
  if (comparison === '<=') return left <= right
  return comparison === '>' ? left > right : left >= right
}
