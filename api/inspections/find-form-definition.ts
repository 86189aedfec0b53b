import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { FormDefinition } from './form-definition.contract.ts'
import { findStored, findVersionOn } from './form-definition.queries.ts'
import { SOCIAL_INQUIRY_FORM } from './social-inquiry-form.rules.ts'

/** A version of the form: the one that ships, or one the office added. @throws not-found */
export async function getFormDefinition(trx: Trx, version: string): Promise<FormDefinition> {
  if (version === SOCIAL_INQUIRY_FORM.version) return SOCIAL_INQUIRY_FORM
  const stored = await findStored(trx, version)
  if (!stored) throw problem('not-found', '', { field: 'version' })
  return FormDefinition.parse(stored.document)
}

/** The version an inspection begun on a day is filled in with. */
export async function currentVersion(trx: Trx, day: string): Promise<string> {
  return (await findVersionOn(trx, day)) ?? SOCIAL_INQUIRY_FORM.version
}
