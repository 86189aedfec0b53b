import { type EmploymentFact, type FactShown, findLatest } from './household-facts.rules.ts'
import type { IncomeShown } from './neediness.rules.ts'
import { showIncome } from './read-household.rules.ts'
import { known, type Reading, type Scene, unknown } from './readings.rules.ts'

type Work = 'steady' | 'casual' | 'none'

const OF_INCOME: Readonly<Record<string, Work>> = {
  wage: 'steady',
  self_employment: 'steady',
  pension: 'steady',
  casual_work: 'casual',
  farming: 'casual',
}
const OF_STATUS: Readonly<Record<string, Work>> = {
  employed: 'steady',
  self_employed: 'steady',
  retired: 'steady',
  casual: 'casual',
}
/** More people than this on one steady income are many. */
const FEW = 3

/**
 * Who works in the household, from the incomes that count and from what is known of each person's work. A person who
 * did not tell either leaves open everything above what is known.
 */
export function readWork(scene: Scene): Reading {
  const incomes = scene.needy.incomes.filter(income => income.counts)
  const employment = latestEmployment(scene)
  const facts = [...incomes.filter(({ source }) => source in OF_INCOME).map(showIncome), ...employment.map(showWork)]
  const counted = countWork(incomes, employment)
  const work = workOf(counted, scene.needy.members.length)
  const told = new Set(employment.map(({ personId }) => personId))
  const silent = scene.needy.adultsWithoutAnswer.filter(id => !told.has(id))
  const isKnown = silent.length === 0 && scene.needy.monthlyKurus !== null && !scene.unreachable.has('income')
  if (isKnown || counted.steady > 1) return known(work, facts)
  return unknown(scene, 'income', { facts, possible: ABOVE[work] })
}

type Work4 = 'nobody' | 'casual' | 'one_for_many' | 'steady'
const ABOVE: Readonly<Record<Work4, readonly Work4[]>> = {
  nobody: ['nobody', 'casual', 'one_for_many', 'steady'],
  casual: ['casual', 'one_for_many', 'steady'],
  one_for_many: ['one_for_many', 'steady'],
  steady: ['steady'],
}

function latestEmployment({ facts, living }: Scene): EmploymentFact[] {
  if (facts.employment.length === 0) return []
  return [...living].flatMap(id => findLatest(facts.employment, facts.day, fact => fact.personId === id) ?? [])
}

/** Each person once, by the steadier of what their incomes and their work say; an income of the household is one earner. */
function countWork(
  incomes: readonly IncomeShown[],
  employment: readonly EmploymentFact[],
): { steady: number; casual: number } {
  const best = new Map<number | null, Work>()
  for (const { personId, source } of incomes) note(best, personId, OF_INCOME[source] ?? 'none')
  for (const { personId, status } of employment) note(best, personId, OF_STATUS[status] ?? 'none')
  const count = { steady: 0, casual: 0 }
  for (const work of best.values()) if (work !== 'none') count[work]++
  return count
}

function note(best: Map<number | null, Work>, person: number | null, work: Work): void {
  if (work === 'steady' || (work === 'casual' && best.get(person) !== 'steady')) best.set(person, work)
}

function workOf({ steady, casual }: { steady: number; casual: number }, members: number): Work4 {
  if (steady === 0) return casual === 0 ? 'nobody' : 'casual'
  return steady === 1 && members > FEW ? 'one_for_many' : 'steady'
}

function showWork({ id, personId, status, provenance, validFrom }: EmploymentFact): FactShown {
  return { kind: 'employment', id, personId, name: 'work', value: status, source: provenance, date: validFrom }
}
