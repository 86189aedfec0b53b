import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { checkScheme, type SchemeFault } from './check-scheme.rules.ts'
import { DEFAULT_VERSION } from './default-scheme.rules.ts'
import { getScheme } from './find-scheme.ts'
import type { DraftScheme, SaveScheme } from './schemes.contract.ts'
import { insertDraft, lockScheme, placeNames, type SchemeRow, saveDraft, withdrawDraft } from './schemes.queries.ts'
import { todayOf } from './scores.queries.ts'

/** Faults with which not even a draft is kept: what they name has no place in a scheme. */
const NEVER_KEPT: readonly SchemeFault['code'][] = ['area', 'unknown-variable', 'unknown-value', 'parts']

/** Begins a draft as a copy of a version. @throws not-found, conflict (the name is taken) */
export async function draftScheme(
  trx: Trx,
  actor: Actor,
  { version, basedOn }: DraftScheme,
): Promise<{ version: string; edition: number }> {
  const from = await getScheme(trx, basedOn, await todayOf(trx))
  const { document, minimum } = from
  if (
    isShippedName(version) ||
    !(await insertDraft(trx, { version, document, minimum, basedOn, officerId: actor.officer.id }))
  )
    throw problem(
      'conflict',
      actor.language === 'tr'
        ? `“${version}” adında bir sürüm var; başka bir ad verin.`
        : `There is a version “${version}”; choose another name.`,
      { field: 'version' },
    )
  await auditDeed(trx, actor, {
    action: 'scheme.draft',
    subject: { type: 'score_scheme', id: version },
    detail: { basedOn },
  })
  return { version, edition: 1 }
}

function isShippedName(version: string): boolean {
  return version === DEFAULT_VERSION || version.startsWith('default-')
}

/**
 * Saves a draft, also one that is not finished: what is still wrong comes back as faults, each with its place. What can
 * never stand in a scheme (a place, an unknown variable) is not kept at all.
 * @throws not-found, closed (why: scheme_adopted), conflict (details.current), invalid-input (details.faults)
 */
export async function saveScheme(
  trx: Trx,
  actor: Actor,
  { version, body }: { version: string; body: SaveScheme },
): Promise<{ edition: number; faults: SchemeFault[] }> {
  const scheme = await lockDraft(trx, { version, edition: body.edition })
  const faults = checkScheme(body.document, await placeNames(trx))
  const never = faults.filter(({ code }) => NEVER_KEPT.includes(code))
  if (never.length > 0)
    throw problem('invalid-input', never.map(fault => fault[actor.language]).join(' '), { faults: never })
  const edition = await saveDraft(trx, version, body)
  await auditDeed(trx, actor, {
    action: 'scheme.save',
    subject: { type: 'score_scheme', id: version },
    detail: { from: scheme.edition, to: edition },
  })
  return { edition, faults }
}

/** Gives a draft up; it stays readable. @throws as saveScheme */
export async function withdrawScheme(
  trx: Trx,
  actor: Actor,
  draft: { version: string; edition: number },
): Promise<{ state: 'withdrawn' }> {
  await lockDraft(trx, draft)
  await withdrawDraft(trx, draft.version)
  await auditDeed(trx, actor, { action: 'scheme.withdraw', subject: { type: 'score_scheme', id: draft.version } })
  return { state: 'withdrawn' }
}

/** The draft in the edition that was read. @throws not-found, closed (why: scheme_adopted), conflict */
export async function lockDraft(
  trx: Trx,
  { version, edition }: { version: string; edition: number },
): Promise<SchemeRow> {
  if (isShippedName(version)) throw problem('closed', '', { why: 'scheme_adopted' })
  const scheme = await lockScheme(trx, version)
  if (!scheme) throw problem('not-found', `score scheme ${version}`)
  if (scheme.state !== 'draft') throw problem('closed', '', { why: 'scheme_adopted' })
  if (scheme.edition !== edition) throw problem('conflict', '', { current: scheme.edition })
  return scheme
}
