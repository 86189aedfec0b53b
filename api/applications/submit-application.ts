import { lookForDuplicates } from '../duplicates/look-for-duplicates.ts'
import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { finishWebApplication } from '../web-applications/review.queries.ts'
import {
  type File,
  findCodes,
  insertApplication,
  joinInto,
  type Locked,
  listDocumentRules,
  listMembers,
  lockOpenApplication,
  todayOf,
} from './application.queries.ts'
import { isFrozen } from './application.workflow.ts'
import { defaultReplyBy } from './application-codes.rules.ts'
import { listAskedDocuments } from './application-view.queries.ts'
import { documentsAskedFor } from './documents.rules.ts'
import { finishDraft } from './draft.queries.ts'
import { enterHousehold } from './enter-household.ts'
import { refuseIssues } from './issues.ts'
import { makeHousehold } from './make-household.ts'
import { insertIncomes, keepPhone } from './new-household.queries.ts'
import { askForDocuments, insertReceipt, insertRequests } from './receipt.queries.ts'
import type { Submission, Submitted } from './submission.contract.ts'
import { findIssues } from './submission.rules.ts'

/**
 * Hands an application in. The household's open application, where there is one, is joined: a receipt and what is asked
 * for anew are added to it (DOMAIN.md §3). Two officers at the same moment make one application.
 * @throws invalid-input (details.fields: field, why, code), not-found, own-relative, closed (why: household_dissolved,
 *   draft_submitted), known-person (details.people: where they are)
 */
export async function submitApplication(trx: Trx, actor: Actor, submission: Submission): Promise<Submitted> {
  const today = await todayOf(trx)
  const known = { today, ...(await findCodes(trx)) }
  const household =
    'id' in submission.household ? { file: await enterHousehold(trx, submission.household.id), people: [] } : undefined
  const members = household && (await listMembers(trx, household.file.id))
  refuseIssues(findIssues(submission, { ...known, members }), actor.language)
  const { file, people } = household ?? (await makeHousehold(trx, actor, submission, today))
  const personOf = (ref: PersonRef) => ref.personId ?? (ref.personRow == null ? null : (people[ref.personRow] ?? null))
  const applicantId = personOf(submission.applicant)
  const replyBy = submission.replyBy ?? defaultReplyBy(submission.channel, submission.receivedOn)
  const { id, open } = await insertOrJoin(trx, actor, { submission, file, applicantId, replyBy })
  const receiptId = await insertReceipt(trx, actor, id, { submission, replyBy })
  const asked = await addRequests(trx, actor, { id, open, submission })
  await keepDeclared(trx, actor, { submission, file, personOf })
  await finishLinked(trx, actor, submission, id)
  const duplicates = household ? 0 : await lookForDuplicates(trx, actor, file.id)
  await auditDeed(trx, actor, {
    action: open ? 'application.join' : 'application.submit',
    subject: { type: 'application', id },
    ground: 'petition_received',
    detail: {
      household: file.id,
      channel: submission.channel,
      receipt: receiptId,
      ...(open ? {} : { from: 'draft', to: 'awaiting_inquiry' }),
    },
  })
  return answerOf(trx, actor, { id, file, open, receiptId, asked, duplicates })
}

type PersonRef = Readonly<{ personId?: number | null | undefined; personRow?: number | null | undefined }>
type Handed = Readonly<{ submission: Submission; file: File; applicantId: number | null; replyBy: string }>

async function insertOrJoin(trx: Trx, actor: Actor, handed: Handed): Promise<{ id: number; open: Locked | undefined }> {
  const { submission, file, replyBy } = handed
  let open = await lockOpenApplication(trx, file.id)
  const id = open ? undefined : await insertApplication(trx, actor, handed)
  if (id !== undefined) return { id, open: undefined }
  open ??= await lockOpenApplication(trx, file.id) // another officer was faster
  if (!open) throw problem('conflict', '', { household: file.id })
  await joinInto(trx, open, submission, replyBy)
  return { id: open.id, open }
}

type Added = Readonly<{ added: string[]; leftOut: Submitted['requestsLeftOut'] }>

async function addRequests(
  trx: Trx,
  actor: Actor,
  of: { id: number; open: Locked | undefined; submission: Submission },
): Promise<Added> {
  const { id, open, submission } = of
  if (open && isFrozen(open.status))
    return { added: [], leftOut: submission.requests.map(({ aidType }) => ({ aidType, why: 'frozen' as const })) }
  const added = await insertRequests(trx, actor, id, submission.requests)
  const leftOut = submission.requests
    .filter(({ aidType }) => !added.includes(aidType))
    .map(({ aidType }) => ({ aidType, why: 'asked_already' as const }))
  await askForDocuments(trx, actor, id, await papersOf(trx, submission))
  return { added, leftOut }
}

async function papersOf(trx: Trx, submission: Submission) {
  const asked = documentsAskedFor(await listDocumentRules(trx), {
    applicantKind: submission.applicant.kind,
    eventKind: submission.event?.kind ?? null,
    aidTypes: submission.requests.map(one => one.aidType),
  })
  const unasked = submission.documents.filter(one => !asked.some(({ code }) => code === one.code))
  return [...asked, ...unasked.map(({ code }) => ({ code, isRequired: false }))].map(({ code, isRequired }) => {
    const said = submission.documents.find(one => one.code === code)
    return { code, isRequired, state: said?.state ?? ('missing' as const), reason: said?.reason || null }
  })
}

type Declared = Readonly<{ submission: Submission; file: File; personOf: (ref: PersonRef) => number | null }>

async function keepDeclared(trx: Trx, actor: Actor, { submission, file, personOf }: Declared): Promise<void> {
  const from = submission.receivedOn
  const incomes = submission.incomes.flatMap(one => {
    const personId = personOf(one)
    return personId === null ? [] : [{ personId, source: one.source, monthlyKurus: one.monthlyKurus }]
  })
  await insertIncomes(trx, actor, { householdId: file.id, from, incomes })
  const { phone, applicant } = submission
  const personId = applicant.kind === 'self' ? personOf(applicant) : null
  if (phone) await keepPhone(trx, actor, { householdId: file.id, personId, phone, from })
}

async function finishLinked(
  trx: Trx,
  actor: Actor,
  { draftId, webApplicationId }: Submission,
  id: number,
): Promise<void> {
  if (draftId) {
    const before = await finishDraft(trx, draftId, id)
    if (before !== undefined) throw problem('closed', '', { why: 'draft_submitted', application: before })
  }
  if (webApplicationId && !(await finishWebApplication(trx, actor, webApplicationId, id)))
    throw problem('closed', '', { why: 'web_application_decided' })
}

type Outcome = Readonly<{
  id: number
  file: File
  open: Locked | undefined
  receiptId: number
  asked: Added
  duplicates: number
}>

async function answerOf(
  trx: Trx,
  actor: Actor,
  { id, file, open, receiptId, asked, duplicates }: Outcome,
): Promise<Submitted> {
  const { documents, version, status, replyBy } = await listAskedDocuments(trx, id, actor.language)
  return {
    id,
    joined: open !== undefined,
    householdId: file.id,
    fileNo: file.file_no,
    status,
    version,
    receiptId,
    replyBy,
    requestsAdded: asked.added,
    requestsLeftOut: asked.leftOut,
    documents,
    duplicates,
  }
}
