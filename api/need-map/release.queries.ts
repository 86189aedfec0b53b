import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import { INDICATORS, RULES_VERSION } from './indicators.rules.ts'

/** Months published under other rules than today's, oldest first: shown to nobody (need-map.queries.ts). */
export async function listOutdatedMonths(trx: Trx): Promise<string[]> {
  const rows = await trx
    .selectFrom('published.release')
    .select('month')
    .where('rules_version', '<>', RULES_VERSION)
    .orderBy('month')
    .execute()
  return rows.map(row => row.month)
}

/** Removes what is left of other rules. */
export async function forgetOutdatedMonths(trx: Trx): Promise<void> {
  await trx.deleteFrom('published.release').where('rules_version', '<>', RULES_VERSION).execute()
}

/** Writes the catalogue as it is in this version. */
export async function recordCatalogue(trx: Trx): Promise<void> {
  const rows = INDICATORS.map((indicator, index) => ({
    position: index + 1,
    id: indicator.id,
    definition: JSON.stringify(indicator),
  }))
  const there = await trx
    .selectFrom('published.indicator')
    .select(['position', 'id', 'definition'])
    .orderBy('position')
    .execute()
  if (JSON.stringify(there.map(row => row.definition)) === JSON.stringify(INDICATORS)) return
  await trx.deleteFrom('published.indicator').execute()
  await trx.insertInto('published.indicator').values(rows).execute()
}

/** Opens a month anew: its former rows go with it. */
export async function replaceRelease(
  trx: Trx,
  release: { month: string; areas: number; suppressed: number; isSynthetic: boolean },
): Promise<void> {
  await trx.deleteFrom('published.release').where('month', '=', release.month).execute()
  await trx
    .insertInto('published.release')
    .values({
      month: release.month,
      rules_version: RULES_VERSION,
      areas: release.areas,
      suppressed: release.suppressed,
      is_synthetic: release.isSynthetic,
    })
    .execute()
}

/** Tells every cache that published figures changed. */
export async function bumpPublished(trx: Trx): Promise<void> {
  await sql`update komsu.data_version set version = version + 1, changed_at = now() where scope = 'published'`.execute(
    trx,
  )
}
