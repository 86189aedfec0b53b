import {
  type AssetFact,
  aYearBefore,
  type FactShown,
  type HouseholdFacts,
  type IncomeFact,
  isInForce,
  type Provenance,
  type StatusFact,
} from './household-facts.rules.ts'
import { showIncome } from './read-household.rules.ts'
import { isCovered, known, type Reading, type Scene, unknown } from './readings.rules.ts'

/** Which of two sources that name the same kind of asset is believed where they name equally many. */
const TRUST: readonly Provenance[] = ['inspection', 'registry', 'import', 'synthetic', 'declared']

/**
 * Assets of a household, none twice: a car that the household declared and the registry knows is one car. Of each kind
 * the source that names the most counts; that one is disputed stays with it.
 */
export function assetsOf({ facts }: Scene): AssetFact[] {
  if (facts.assets.length === 0) return []
  const byKind = new Map<string, Map<Provenance, AssetFact[]>>()
  for (const asset of facts.assets) {
    if (!isInForce(asset, facts.day)) continue
    const sources = byKind.get(asset.kind) ?? new Map<Provenance, AssetFact[]>()
    byKind.set(asset.kind, sources)
    const named = sources.get(asset.provenance)
    if (named) named.push(asset)
    else sources.set(asset.provenance, [asset])
  }
  return [...byKind.values()].flatMap(sources => fullest(sources)).sort((a, b) => a.id - b.id)
}

// Undisputed ones first: a dispute widens the range and must not push out what nobody denies.
function fullest(sources: ReadonlyMap<Provenance, AssetFact[]>): AssetFact[] {
  let best: AssetFact[] = []
  for (const source of TRUST) {
    const assets = sources.get(source) ?? []
    const more = countCertain(assets) - countCertain(best) || assets.length - best.length
    if (more > 0) best = assets
  }
  return best
}

function countCertain(assets: readonly AssetFact[]): number {
  return assets.filter(asset => !asset.isDisputed).length
}

export function readAssetKind(_scene: Scene, asset: AssetFact): Reading {
  return known(asset.kind, [showAsset(asset)])
}

/** Worth in minimum wages; unknown where the worth or the wage is. */
export function readAssetWages(scene: Scene, asset: AssetFact): Reading {
  const facts = [showAsset(asset)]
  const { wage } = scene.facts
  if (asset.valueKurus === null || wage === null) return unknown(scene, 'assets', { facts })
  return known(asset.valueKurus / wage.kurus, facts)
}

function showAsset({ id, kind, valueKurus, provenance, validFrom }: AssetFact): FactShown {
  return { kind: 'asset', id, personId: null, name: kind, value: valueKurus, source: provenance, date: validFrom }
}

/** A special status in force; each kind once, whoever of the household it concerns. */
export type Standing = Readonly<{ kind: string; facts: readonly FactShown[] }>

/** Statuses on record, and a lost job read from unemployment pay that began within the last twelve months. */
export function statusesOf({ facts, living }: Scene): Standing[] {
  const found = new Map<string, FactShown[]>()
  for (const fact of facts.statuses) {
    const isOurs = fact.personId === null || living.has(fact.personId)
    if (isOurs && fact.kind !== 'none' && isInForce(fact, facts.day)) note(found, fact.kind, showStatus(fact))
  }
  for (const income of facts.incomes) if (isLostJob(income, facts)) note(found, 'job_loss', showIncome(income))
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, shown]) => ({ kind, facts: shown.sort(byDate) }))
}

function note(found: Map<string, FactShown[]>, kind: string, fact: FactShown): void {
  const before = found.get(kind)
  if (before) before.push(fact)
  else found.set(kind, [fact])
}

// A raise of the pay closes one fact and opens the next: only the first of such a chain tells of a lost job.
function isLostJob(income: IncomeFact, { incomes, day }: HouseholdFacts): boolean {
  const { source, validFrom, personId, id } = income
  if (source !== 'unemployment_pay' || validFrom <= aYearBefore(day) || validFrom > day) return false
  return !incomes.some(
    other =>
      other.source === source &&
      other.personId === personId &&
      other.id !== id &&
      other.validFrom < validFrom &&
      (other.validTo === null || other.validTo >= validFrom),
  )
}

/** Whether statuses were asked for: somebody did, or "there is none" stands on record. */
export function areStatusesCovered(scene: Scene): boolean {
  if (scene.unreachable.has('status')) return false
  const { statuses, day } = scene.facts
  return isCovered(scene, 'status') || statuses.some(fact => fact.kind === 'none' && isInForce(fact, day))
}

export function readStatus(_scene: Scene, standing: Standing): Reading {
  return known(standing.kind, standing.facts)
}

function byDate(a: FactShown, b: FactShown): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : (a.id ?? 0) - (b.id ?? 0)
}

function showStatus({ id, personId, kind, provenance, validFrom }: StatusFact): FactShown {
  return { kind: 'status', id, personId, name: kind, value: null, source: provenance, date: validFrom }
}
