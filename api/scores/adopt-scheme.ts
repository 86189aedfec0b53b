import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { checkScheme } from './check-scheme.rules.ts'
import { lockDraft } from './draft-scheme.ts'
import type { AdoptScheme } from './schemes.contract.ts'
import { adopt, findTaken, placeNames, type SchemeRow } from './schemes.queries.ts'
import { todayOf } from './scores.queries.ts'

type Why = 'scheme_faults' | 'not_simulated' | 'minimum_differs' | 'not_to_come' | 'decision_to_come' | 'day_taken'

const SAID: Readonly<Record<Why, { tr: string; en: string }>> = {
  scheme_faults: { tr: 'Şemada düzeltilmesi gereken yerler var.', en: 'The scheme still has faults.' },
  not_simulated: {
    tr: 'Bu hâliyle benzetim yapılmadı. Komisyon, kabulden önce kimlerin etkileneceğini görür.',
    en: 'This edition was not simulated. Before adopting, the commission sees whom it touches.',
  },
  minimum_differs: {
    tr: 'En düşük puan, benzetimi yapılan şemadakiyle aynı değil.',
    en: 'The minimum is not that of the scheme that was simulated.',
  },
  not_to_come: {
    tr: 'Yürürlük günü en erken yarın olabilir; geçmiş dosyaların puanı değişmez.',
    en: 'It may hold from tomorrow at the earliest; past files keep their score.',
  },
  decision_to_come: {
    tr: 'Komisyon kararının tarihi gelecekte olamaz.',
    en: 'The decision cannot be of a day to come.',
  },
  day_taken: {
    tr: 'O gün yürürlüğe giren başka bir şema veya en düşük puan var.',
    en: 'Another scheme or minimum holds from that day.',
  },
}

/**
 * Adopts a draft from a day to come, on a decision of the commission (001 · 19.12, 19.15). Scores already made keep their
 * version and their points.
 * @throws not-found, conflict, closed (details.why)
 */
export async function adoptScheme(
  trx: Trx,
  actor: Actor,
  { version, body }: { version: string; body: AdoptScheme },
): Promise<{ version: string; state: 'adopted'; effectiveFrom: string }> {
  const scheme = await lockDraft(trx, { version, edition: body.edition })
  const why = await whyNotAdopt(trx, scheme, body)
  if (why) throw problem('closed', SAID[why][actor.language], { why })
  const { effectiveFrom, commissionDecision: decision, minimum } = body
  await adopt(trx, {
    version,
    effectiveFrom,
    minimum,
    decisionNo: decision.no,
    decisionOn: decision.date,
    officerId: actor.officer.id,
  })
  await auditDeed(trx, actor, {
    action: 'scheme.adopt',
    subject: { type: 'score_scheme', id: version },
    ground: `commission_decision:${decision.no}`,
    detail: { effectiveFrom, decisionOn: decision.date, minimum, edition: body.edition },
  })
  return { version, state: 'adopted', effectiveFrom }
}

async function whyNotAdopt(trx: Trx, scheme: SchemeRow, body: AdoptScheme): Promise<Why | null> {
  const today = await todayOf(trx)
  if (body.effectiveFrom <= today) return 'not_to_come'
  if (body.commissionDecision.date > today) return 'decision_to_come'
  if (checkScheme(scheme.document, await placeNames(trx)).length > 0) return 'scheme_faults'
  if (scheme.simulation?.edition !== scheme.edition) return 'not_simulated'
  if (body.minimum !== scheme.minimum) return 'minimum_differs'
  const taken = await findTaken(trx, body.effectiveFrom)
  const isOtherMinimum = taken.minimum !== null && taken.minimum !== body.minimum
  return taken.version !== null || isOtherMinimum ? 'day_taken' : null
}
