import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { loadFacts } from './facts.queries.ts'
import { schemeOn } from './find-scheme.ts'
import { setScene } from './readings.rules.ts'
import { scoreScene } from './score.rules.ts'
import type { ScorePreview } from './scores.contract.ts'
import { listPeople, todayOf } from './scores.queries.ts'

/** Neediness and score of a household as of today, with their working; nothing is stored but that it was looked at. @throws not-found */
export async function previewScore(trx: Trx, actor: Actor, householdId: number): Promise<ScorePreview> {
  const day = await todayOf(trx)
  const [facts] = await loadFacts(trx, [householdId], day)
  if (!facts) throw problem('not-found')
  const scheme = await schemeOn(trx, day)
  const scene = setScene(facts)
  await auditDeed(trx, actor, {
    action: 'score.preview',
    subject: { type: 'household', id: householdId },
    ground: 'casework',
  })
  const { title, isProposal } = scheme.document
  return {
    householdId,
    scheme: { version: scheme.version, title, isProposal },
    people: await listPeople(trx, householdId),
    neediness: plain(scene.needy),
    score: plain(scoreScene(scheme.document, scene, scheme.minimum)),
  }
}

// The wire's lists may be written to, those of the rules not: the same values.
type Plain<T> = T extends readonly (infer E)[]
  ? Plain<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T
function plain<T>(value: T): Plain<T> {
  return value as Plain<T>
}
