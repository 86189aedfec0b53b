import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { AddRequest, ApplicationView } from './application.contract.ts'
import { findCodes, listDocumentRules } from './application.queries.ts'
import type { ApplicantKind } from './application-codes.rules.ts'
import { touch } from './change.queries.ts'
import { documentsAskedFor } from './documents.rules.ts'
import { assertChangeable, getLocked } from './get-locked.ts'
import { refuseIssues } from './issues.ts'
import { askForDocuments, insertRequests } from './receipt.queries.ts'
import { viewApplication } from './show-application.ts'

/** Asks for one thing more; the papers it needs join the list. @throws not-found, conflict, closed (also why: asked_already) */
export async function addRequest(trx: Trx, actor: Actor, id: number, wish: AddRequest): Promise<ApplicationView> {
  const application = await getLocked(trx, id, wish.version)
  assertChangeable(application)
  const { aidTypes } = await findCodes(trx)
  if (!aidTypes.includes(wish.aidType)) refuseIssues([{ field: 'aidType', code: 'unknown_aid' }], actor.language)
  const added = await insertRequests(trx, actor, id, [{ aidType: wish.aidType, note: wish.note ?? null }])
  if (added.length === 0) throw problem('closed', '', { why: 'asked_already' })
  const papers = documentsAskedFor(await listDocumentRules(trx), {
    applicantKind: application.applicant_kind as ApplicantKind,
    eventKind: null,
    aidTypes: added,
  })
  await askForDocuments(
    trx,
    actor,
    id,
    papers.map(paper => ({ ...paper, state: 'missing' as const, reason: null })),
  )
  await touch(trx, id)
  await auditDeed(trx, actor, {
    action: 'request.add',
    subject: { type: 'application', id },
    detail: { aidType: wish.aidType },
  })
  return viewApplication(trx, actor, id)
}
