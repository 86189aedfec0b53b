import type { Database, Trx } from '../platform/database.ts'
import { asService } from '../platform/officer.ts'
import { problem } from '../platform/problem.ts'
import { compareTurkish } from '../platform/turkish.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { checkScheme } from './check-scheme.rules.ts'
import { lockDraft } from './draft-scheme.ts'
import { loadFacts } from './facts.queries.ts'
import { schemeOn } from './find-scheme.ts'
import type { SimulateScheme, StoredSimulation } from './schemes.contract.ts'
import { findScheme, keepSimulation, placeNames } from './schemes.queries.ts'
import { todayOf } from './scores.queries.ts'
import { disclosureMinimum, districtNames, listScoredFiles, meanGrant } from './simulation.queries.ts'
import { addHousehold, beginSimulation, type Candidate, type Simulation, tellSimulation } from './simulation.rules.ts'

/** Households scored in one go: a tenth of a second, so that others are answered in between. */
const BATCH = 1000
/** Where nothing was granted in the last year there is no mean to cost with. */
const NO_GRANTS = { amountKurus: 0, months: 12 }

/** The draft as it stands, fit to be simulated. @throws not-found, closed (why: scheme_adopted, scheme_faults), conflict */
export async function readCandidate(
  trx: Trx,
  actor: Actor,
  of: { version: string; edition: number },
): Promise<Candidate> {
  const scheme = await findScheme(trx, of.version)
  if (!scheme) throw problem('not-found', `score scheme ${of.version}`)
  if (scheme.state !== 'draft') throw problem('closed', '', { why: 'scheme_adopted' })
  if (scheme.edition !== of.edition) throw problem('conflict', '', { current: scheme.edition })
  const faults = checkScheme(scheme.document, await placeNames(trx))
  if (faults.length > 0)
    throw problem('closed', faults.map(fault => fault[actor.language]).join(' '), { why: 'scheme_faults', faults })
  return { document: scheme.document, minimum: scheme.minimum }
}

/**
 * Scores every inspected household by the scheme in force and by the candidate, as the role that knows no names, and tells
 * disclosure-safe aggregates. Set-based and in batches: 150 000 households stay out of memory.
 */
export function runSimulation(db: Database, candidate: Candidate, asked: SimulateScheme): Promise<StoredSimulation> {
  return asService(db, 'scorer', async trx => {
    const began = performance.now()
    const day = await todayOf(trx)
    const current = await schemeOn(trx, day)
    const simulation = await countAll(trx, day, { current, candidate })
    const mean = await meanGrant(trx, day)
    const costing = {
      amountKurus: asked.amountKurus ?? mean.amountKurus ?? NO_GRANTS.amountKurus,
      months: asked.months ?? mean.months ?? NO_GRANTS.months,
    }
    const told = tellSimulation(simulation, costing, await disclosureMinimum(trx, day))
    const names = await districtNames(trx)
    const districts = told.districts
      .map(row => ({ ...row, name: names.get(row.id) ?? '' }))
      .sort((a, b) => compareTurkish(a.name, b.name))
    const about = { edition: asked.edition, against: current.version, day, at: new Date().toISOString() }
    return {
      ...told,
      kinds: [...told.kinds],
      disability: [...told.disability],
      districts,
      ...about,
      seconds: secondsSince(began),
    }
  })
}

async function countAll(
  trx: Trx,
  day: string,
  schemes: { current: Candidate; candidate: Candidate },
): Promise<Simulation> {
  const simulation = beginSimulation()
  const files = await listScoredFiles(trx, day)
  const districts = new Map(files.map(file => [file.householdId, file.districtId]))
  for (let from = 0; from < files.length; from += BATCH) {
    const ids = files.slice(from, from + BATCH).map(file => file.householdId)
    for (const facts of await loadFacts(trx, ids, day))
      addHousehold(simulation, { facts, districtId: districts.get(facts.householdId) ?? 0 }, schemes)
  }
  return simulation
}

function secondsSince(began: number): number {
  return Math.round((performance.now() - began) / 100) / 10
}

/** Keeps the simulation with the edition it was made of, for the commission to see. @throws conflict (saved meanwhile) */
export async function storeSimulation(
  trx: Trx,
  actor: Actor,
  { version, simulation }: { version: string; simulation: StoredSimulation },
): Promise<StoredSimulation> {
  await lockDraft(trx, { version, edition: simulation.edition })
  await keepSimulation(trx, version, simulation)
  await auditDeed(trx, actor, {
    action: 'scheme.simulate',
    subject: { type: 'score_scheme', id: version },
    detail: { edition: simulation.edition, against: simulation.against, seconds: simulation.seconds },
  })
  return simulation
}
