import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { DEFAULT_SCHEME, DEFAULT_VERSION } from './default-scheme.rules.ts'
import type { SchemeSummary } from './schemes.contract.ts'
import { findScheme, findSchemeOn, minimumOn, type SchemeRow } from './schemes.queries.ts'
import type { SchemeDocument } from './score-scheme.contract.ts'

export type SchemeInForce = Readonly<{ version: string; document: SchemeDocument; minimum: number }>

/** The scheme scores are made by on a day: the last one adopted, or before any the one that ships. */
export async function schemeOn(trx: Trx, day: string): Promise<SchemeInForce> {
  const adopted = await findSchemeOn(trx, day)
  if (adopted) return { version: adopted.version, document: adopted.document, minimum: adopted.minimum }
  return { version: DEFAULT_VERSION, document: DEFAULT_SCHEME, minimum: await minimumOn(trx, day) }
}

/** The one that ships, told as if it stood in the table. */
export async function shippedScheme(trx: Trx, day: string): Promise<SchemeRow> {
  return {
    version: DEFAULT_VERSION,
    document: DEFAULT_SCHEME,
    state: 'adopted',
    edition: 1,
    minimum: await minimumOn(trx, day),
    ...{ effectiveFrom: null, decisionNo: null, decisionOn: null, basedOn: null, draftedAt: null, adoptedAt: null },
    simulation: null,
  }
}

/** @throws not-found */
export async function getScheme(trx: Trx, version: string, day: string): Promise<SchemeRow> {
  const scheme = version === DEFAULT_VERSION ? await shippedScheme(trx, day) : await findScheme(trx, version)
  if (!scheme) throw problem('not-found', `score scheme ${version}`)
  return scheme
}

export function summaryOf({ document, simulation: _, ...row }: SchemeRow, inForce: string): SchemeSummary {
  return {
    ...row,
    title: document.title,
    isProposal: document.isProposal,
    isShipped: row.version === DEFAULT_VERSION,
    isInForce: row.version === inForce,
  }
}
