import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { DEFAULT_SCHEME, DEFAULT_VERSION } from './default-scheme.rules.ts'
import { findScheme } from './schemes.queries.ts'
import type { PastScore } from './scores.contract.ts'
import { findScore, listPeople } from './scores.queries.ts'

/** A past score as it was made, with its reasons and facts; never worked out again. @throws not-found */
export async function showScore(trx: Trx, actor: Actor, id: number): Promise<PastScore> {
  const score = await findScore(trx, id)
  if (!score) throw problem('not-found')
  await auditDeed(trx, actor, { action: 'score.read', subject: { type: 'need_score', id }, ground: 'casework' })
  const scheme =
    score.schemeVersion === DEFAULT_VERSION ? DEFAULT_SCHEME : (await findScheme(trx, score.schemeVersion))?.document
  return {
    ...score,
    schemeTitle: scheme?.title ?? null,
    verdict: verdictOf(score),
    missing: score.missing ?? [],
    people: await listPeople(trx, score.householdId),
  }
}

function verdictOf({ low, high, minimum }: Pick<PastScore, 'low' | 'high' | 'minimum'>): PastScore['verdict'] {
  if (low === null || high === null || minimum === null) return null
  if (low >= minimum) return 'eligible'
  return high < minimum ? 'ineligible' : 'open'
}
