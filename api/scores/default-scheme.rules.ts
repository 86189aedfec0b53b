import { ASSETS, DWELLING, INCOME } from './default-home.rules.ts'
import { DEPENDANTS, EMPLOYMENT, HEALTH, SHOCKS } from './default-people.rules.ts'
import { words } from './scheme-writing.rules.ts'
import type { SchemeDocument } from './score-scheme.contract.ts'

export const DEFAULT_VERSION = 'default-1'

/**
 * The scheme that ships: the city's own form (Ek-1) is not public, so this is a proposal to be replaced (DOMAIN.md §3).
 * In meaning that of etl/synthetic-city/score.ts; bands stand where that one has a slope.
 */
export const DEFAULT_SCHEME: SchemeDocument = {
  format: 1,
  title: words('Varsayılan puan şeması (öneri)', 'Default score scheme (proposal)'),
  note: words(
    'Komşu ile gelen öneridir. Belediyenin kendi formu (Ek-1) yayımlanmadığı için hazırlanmıştır; komisyon kararıyla değiştirilir.',
    'A proposal shipped with Komşu, made because the city’s own form (Ek-1) is not public; replaced by commission decision.',
  ),
  isProposal: true,
  parts: [
    { code: 'income', questions: [INCOME] },
    { code: 'dwelling', questions: DWELLING },
    { code: 'health', questions: HEALTH },
    { code: 'dependants', questions: [DEPENDANTS] },
    { code: 'employment', questions: [EMPLOYMENT] },
    { code: 'shocks', questions: [SHOCKS] },
    { code: 'assets', questions: ASSETS },
  ],
}
