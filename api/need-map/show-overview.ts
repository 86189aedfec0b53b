import type { Trx } from '../platform/database.ts'
import type { Overview } from './need-map.contract.ts'
import { findNewestRelease, getVersions, listMonths, listProvinces } from './need-map.queries.ts'

/** What there is to look at: provinces, published months, versions. */
export async function showOverview(trx: Trx): Promise<Overview> {
  const newest = await findNewestRelease(trx)
  return {
    provinces: await listProvinces(trx),
    months: await listMonths(trx),
    publishedAt: newest?.publishedAt ?? null,
    versions: await getVersions(trx),
    isDemo: newest?.isSynthetic ?? false,
  }
}
