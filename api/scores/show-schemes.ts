import type { Trx } from '../platform/database.ts'
import { checkScheme } from './check-scheme.rules.ts'
import { getScheme, schemeOn, shippedScheme, summaryOf } from './find-scheme.ts'
import type { SchemeList, SchemePage } from './schemes.contract.ts'
import { listSchemes, placeNames } from './schemes.queries.ts'
import { todayOf } from './scores.queries.ts'

/** Every version: drafts first, then by the day they hold from, the one that ships last. */
export async function showSchemes(trx: Trx): Promise<SchemeList> {
  const today = await todayOf(trx)
  const inForce = await schemeOn(trx, today)
  const rows = [...(await listSchemes(trx)), await shippedScheme(trx, today)]
  return { today, items: rows.map(row => summaryOf(row, inForce.version)) }
}

/** One version with its document, what is still wrong with it, and its last simulation. @throws not-found */
export async function showScheme(trx: Trx, version: string): Promise<SchemePage> {
  const today = await todayOf(trx)
  const inForce = await schemeOn(trx, today)
  const row = await getScheme(trx, version, today)
  const faults = checkScheme(row.document, row.state === 'draft' ? await placeNames(trx) : new Set())
  return {
    ...summaryOf(row, inForce.version),
    document: row.document,
    faults: faults.map(fault => ({ ...fault, path: [...fault.path] })),
    simulation: row.simulation,
  }
}
