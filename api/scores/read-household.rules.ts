import { type DwellingFact, type FactShown, findLatest, type IncomeFact } from './household-facts.rules.ts'
import { known, type Reading, type Scene, unknown } from './readings.rules.ts'

type DwellingPart = 'tenure' | 'kind' | 'condition' | 'heating'

/** Income per head ÷ threshold. Where an adult was not asked it is a least: more income can only raise it. */
export function readIncomeRatio(scene: Scene): Reading {
  const { needy } = scene
  const facts = needy.incomes.filter(income => income.counts).map(showIncome)
  if (needy.wage) facts.push({ ...wageShown, value: needy.wage.kurus, date: needy.wage.validFrom })
  if (needy.ratio === null) return unknown(scene, 'income', { facts })
  if (needy.adultsWithoutAnswer.length === 0 && !scene.unreachable.has('income')) return known(needy.ratio, facts)
  return unknown(scene, 'income', { facts, possible: { from: needy.ratio, to: null } })
}

const wageShown = {
  kind: 'parameter',
  id: null,
  personId: null,
  name: 'net_minimum_wage',
  source: 'parameter',
} as const

export function showIncome(income: IncomeFact): FactShown {
  const { id, personId, source, monthlyKurus, provenance, validFrom } = income
  return { kind: 'income', id, personId, name: source, value: monthlyKurus, source: provenance, date: validFrom }
}

export function readMembers({ needy, facts }: Scene): Reading {
  return known(needy.members.length, [memberCount(needy.members.length, facts.day)])
}

function memberCount(value: number, date: string): FactShown {
  return { kind: 'person', id: null, personId: null, name: 'members', value, source: 'file', date }
}

export function readDwelling(part: DwellingPart): (scene: Scene) => Reading {
  return scene => {
    const dwelling = findDwelling(scene)
    return dwelling && !scene.unreachable.has('dwelling')
      ? known(dwelling[part], [showDwelling(dwelling, part)])
      : unknown(scene, 'dwelling', { facts: dwelling ? [showDwelling(dwelling, part)] : [] })
  }
}

export function readPeoplePerRoom(scene: Scene): Reading {
  const dwelling = findDwelling(scene)
  const people = scene.needy.members.length
  if (!dwelling || people === 0 || scene.unreachable.has('dwelling')) return unknown(scene, 'dwelling')
  return known(people / dwelling.rooms, [showDwelling(dwelling, 'rooms'), memberCount(people, scene.facts.day)])
}

function findDwelling(scene: Scene): DwellingFact | undefined {
  return findLatest(scene.facts.dwellings, scene.facts.day)
}

function showDwelling(dwelling: DwellingFact, name: DwellingPart | 'rooms'): FactShown {
  const { id, provenance, validFrom } = dwelling
  return { kind: 'dwelling', id, personId: null, name, value: dwelling[name], source: provenance, date: validFrom }
}
