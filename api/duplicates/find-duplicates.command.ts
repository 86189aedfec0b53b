import { parseArgs } from 'node:util'
import { InputError, type Progress, UsageError, type Verb } from '../platform/command.ts'
import { type Database, openDatabase, type Trx } from '../platform/database.ts'
import { asOwner } from '../platform/officer.ts'
import { weighPairsOf } from './find-duplicates.ts'
import { FEWEST_TO_LEARN, learnParameters, whyImplausible } from './learn-parameters.rules.ts'
import { BELIEVED, type LinkageParameters } from './parameters.rules.ts'
import { keepCandidates, parametersInForce } from './registry.queries.ts'
import { keepParameters, keepRun, nextHouseholds, openRun, type Run, samplePeople } from './run.queries.ts'

/** Files looked at in one transaction: what is found in them and how far we came are written down together. */
const AT_ONCE = 500
const LEARNT_FROM = 60_000

export const verb: Verb = {
  summary: 'look through all files for second ones of the same household',
  help: `komsu find-duplicates [--learn] [--seed S]

Compares every file with those older than it and writes what is likely enough down as a task for a person (same, different,
later). Decides nothing; nobody's aid waits for it. Stopped and called again it goes on where it was. Files entered at the
counter are compared at once; this is for what was imported, and for the first time.

  --learn     first learn from this registry how often people of two files agree by chance and as one person
              (from ${LEARNT_FROM} people of whole neighbourhoods); kept as a new version of the parameters
  --seed S    whole number, for --learn (default 1)

Answer: { "version", "households", "found", "seconds", "parameters" }`,
  async run(args, { config, progress }) {
    const options = read(args)
    const db = await openDatabase(config, 'owner')
    try {
      const started = performance.now()
      const parameters = options.learn ? await learnHere(db, options.seed) : await current(db)
      const { households, found } = await findInAllFiles(db, parameters, progress)
      const seconds = Math.round((performance.now() - started) / 100) / 10
      return { version: parameters.version, households, found, seconds, parameters }
    } finally {
      await db.close()
    }
  },
}

function read(args: string[]): { learn: boolean; seed: number } {
  const { values } = parseArgs({
    args,
    options: { learn: { type: 'boolean', default: false }, seed: { type: 'string' } },
  })
  const seed = Number(values.seed ?? 1)
  if (!Number.isInteger(seed) || seed < 0 || seed > 2_147_483_647)
    throw new UsageError('--seed: a whole number from 0 on')
  return { learn: values.learn, seed }
}

function current(db: Database): Promise<LinkageParameters> {
  return asOwner(db, async trx => {
    const parameters = await parametersInForce(trx)
    if (parameters === BELIEVED)
      await keepParameters(trx, BELIEVED, {
        isLearnt: false,
        note: 'believed before anything was learnt from this registry',
      })
    return parameters
  })
}

/**
 * Learns parameters from people of this registry and writes them down as a new version.
 * @throws InputError when there are too few people, or too few doubles among them, to learn from
 */
export function learnHere(db: Database, seed: number): Promise<LinkageParameters> {
  return asOwner(db, async trx => {
    const people = await samplePeople(trx, LEARNT_FROM, seed)
    if (people.length < FEWEST_TO_LEARN)
      throw new InputError(
        `only ${people.length} people stand in the registry; --learn needs ${FEWEST_TO_LEARN}, leave it out`,
      )
    const day = new Date().toISOString().slice(0, 19).replace(/[-:]/g, '')
    const learnt = learnParameters(people, {
      seed,
      version: `learnt-${day}`,
      leastProbability: BELIEVED.leastProbability,
    })
    const strange = whyImplausible(learnt)
    if (strange)
      throw new InputError(
        `there are too few doubles to learn from (${strange} of matches would differ); leave --learn out`,
      )
    await keepParameters(trx, learnt, { isLearnt: true, note: `EM over ${people.length} people, seed ${seed}` })
    return learnt
  })
}

/** Walks through all files in order of their keys, a transaction for each step. */
export async function findInAllFiles(
  db: Database,
  parameters: LinkageParameters,
  progress: Progress,
): Promise<{ households: number; found: number }> {
  let run = await asOwner(db, trx => openRun(trx, parameters.version))
  while (run) {
    const step: { run: Run; isThrough: boolean } = await asOwner(db, trx => takeStep(trx, run as Run, parameters))
    run = step.run
    progress('files', run.lastHousehold, run.upToHousehold)
    if (step.isThrough) return { households: run.households, found: run.found }
  }
  return { households: 0, found: 0 }
}

async function takeStep(trx: Trx, run: Run, parameters: LinkageParameters): Promise<{ run: Run; isThrough: boolean }> {
  const households = await nextHouseholds(trx, run, AT_ONCE)
  const pairs = await weighPairsOf(trx, households, { only: 'earlier', parameters })
  const worth = pairs.filter(({ probability }) => probability >= parameters.leastProbability)
  const added = await keepCandidates(trx, worth, parameters.version)
  const isThrough = households.length < AT_ONCE
  const next = {
    ...run,
    lastHousehold: isThrough ? run.upToHousehold : (households.at(-1) ?? run.upToHousehold),
    households: run.households + households.length,
    found: run.found + added,
  }
  await keepRun(trx, next, isThrough)
  return { run: next, isThrough }
}
