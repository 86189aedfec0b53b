import { createHash } from 'node:crypto'
import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { covering } from './asked.rules.ts'
import { loadFacts } from './facts.queries.ts'
import { schemeOn } from './find-scheme.ts'
import type { HouseholdFacts, Topic } from './household-facts.rules.ts'
import { type Score, scoreHousehold } from './score.rules.ts'
import type { SchemeDocument } from './score-scheme.contract.ts'
import type { MissingFact, Scored } from './scores.contract.ts'
import { insertScore, isNewestInspection, lockToScore, moveScored, type ToScore, todayOf } from './scores.queries.ts'
import { isVariableCode, variableOf } from './variables.rules.ts'

/**
 * Scores an inspection that was passed on, by the scheme in force today, and takes the application on: eligible,
 * ineligible, or, while missing facts leave it open, nowhere. The inspection's answers must stand as facts already.
 * @param unasked topics the inspection did not cover (unaskedTopics); undefined: as at its last scoring
 * @throws not-found; closed (details.why: control_missing, wrong_state)
 */
export async function scoreInspection(
  trx: Trx,
  actor: Actor,
  inspectionId: number,
  unasked?: readonly Topic[],
): Promise<Scored> {
  const file = await lockToScore(trx, inspectionId)
  if (!file) throw problem('not-found')
  const why = await whyNotScore(trx, file)
  if (why) throw problem('closed', '', { why })
  const day = await todayOf(trx)
  const scheme = await schemeOn(trx, day)
  const facts = await factsOf(trx, file.householdId, { day, unasked })
  const score = scoreHousehold(scheme.document, facts, scheme.minimum)
  const missing = missingOf(score, scheme.document, facts)
  const factsHash = hashOf(score, facts)
  const scoreId = await insertScore(trx, {
    ...file,
    ...{ score, schemeVersion: scheme.version, missing, factsHash, day, officerId: actor.officer.id },
  })
  if (score.verdict !== 'open') await moveScored(trx, file.applicationId, score.verdict, day)
  await auditDeed(trx, actor, {
    action: 'score.make',
    subject: { type: 'need_score', id: scoreId },
    detail: { application: file.applicationId, scheme: scheme.version, total: score.total, verdict: score.verdict },
  })
  const { total, low, high, minimum, verdict } = score
  const status = verdict === 'open' ? 'inspected' : verdict
  return { scoreId, schemeVersion: scheme.version, total, low, high, minimum, verdict, status, missing }
}

async function whyNotScore(trx: Trx, file: ToScore): Promise<'control_missing' | 'wrong_state' | null> {
  if (file.status !== 'inspected') return 'wrong_state'
  if (file.control !== 'passed') return 'control_missing'
  return (await isNewestInspection(trx, file)) ? null : 'wrong_state'
}

async function factsOf(
  trx: Trx,
  householdId: number,
  { day, unasked }: { day: string; unasked: readonly Topic[] | undefined },
): Promise<HouseholdFacts> {
  const [facts] = await loadFacts(trx, [householdId], day)
  if (!facts) throw problem('not-found')
  return unasked === undefined ? facts : { ...facts, asked: covering({ source: 'inspection', date: day }, unasked) }
}

function missingOf(score: Score, { parts }: SchemeDocument, facts: HouseholdFacts): MissingFact[] {
  const variables = new Map(
    parts.flatMap(part => part.questions.map(({ code, variable }) => [code, variable] as const)),
  )
  return score.points.flatMap(({ question, state, reason }) => {
    const variable = variables.get(question) ?? ''
    if (state === 'scored' || !isVariableCode(variable)) return []
    const { topic } = variableOf(variable)
    return { question, state, topic, isAsked: topic === 'people' || facts.asked[topic] !== undefined, reason }
  })
}

/** SHA-256 over the day, the answers covered and every fact used, in the order of the questions. */
function hashOf(score: Score, { day, asked }: HouseholdFacts): string {
  const used = score.points.map(({ question, facts }) => [question, facts])
  return createHash('sha256')
    .update(JSON.stringify([day, asked, used]))
    .digest('hex')
}
