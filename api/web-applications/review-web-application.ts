import { insertDraft } from '../applications/draft.queries.ts'
import { EMPTY_FORM, EMPTY_PERSON, type IntakeForm } from '../applications/intake-form.rules.ts'
import { findKnownPeople } from '../applications/new-household.queries.ts'
import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import {
  findWebApplication,
  listWaiting,
  lockWebApplication,
  setReviewed,
  WEB_PAGE,
  type WebRow,
} from './review.queries.ts'
import type { DeclineWeb, TakenWeb, TakeWeb, WebDetail, WebItem, WebItems } from './web-application.contract.ts'

/** What waits for a review in the actor's districts, the oldest first. Written down as a read. */
export async function showWaiting(trx: Trx, actor: Actor, after = 0): Promise<WebItems> {
  const found = await listWaiting(trx, after)
  const rows = found.slice(0, WEB_PAGE)
  await auditDeed(trx, actor, {
    action: 'web_application.list',
    subject: { type: 'web_application', id: null },
    ground: 'petition_received',
    detail: { count: rows.length, first: rows[0]?.id ?? null, last: rows.at(-1)?.id ?? null },
  })
  const next = found.length > WEB_PAGE ? rows.at(-1)?.id : undefined
  return { items: rows.map(row => itemOf(row, actor)), ...(next === undefined ? {} : { next }) }
}

/** What a citizen sent. Written down as a read. @throws not-found */
export async function showWebApplication(trx: Trx, actor: Actor, id: number): Promise<WebDetail> {
  const row = await findWebApplication(trx, id)
  if (!row) throw problem('not-found')
  await auditDeed(trx, actor, {
    action: 'web_application.read',
    subject: { type: 'web_application', id },
    ground: 'petition_received',
  })
  return { item: itemOf(row, actor), sent: row.payload, trackingNo: row.tracking_no }
}

/**
 * Takes one up: a draft of the actor is filled in with what was sent, at the household where the T.C. number is known. The
 * citizen proved nothing; the officer checks who it is before handing in.
 * @throws not-found, conflict, closed (why: web_application_decided)
 */
export async function takeWebApplication(trx: Trx, actor: Actor, id: number, said: TakeWeb): Promise<TakenWeb> {
  const row = await lockForReview(trx, id, said.version)
  await setReviewed(trx, actor, { id, state: 'in_review', answer: null })
  const [known] = await findKnownPeople(trx, [row.payload.nationalId])
  const payload: Record<string, unknown> = { ...formOf(row, known?.household_id ?? null) }
  if (!(await insertDraft(trx, { id: said.draftId, officerId: actor.officer.id, payload })))
    throw problem('conflict', '', { draft: said.draftId })
  await auditDeed(trx, actor, {
    action: 'web_application.take',
    subject: { type: 'web_application', id },
    detail: { household: known?.household_id ?? null },
  })
  return { draftId: said.draftId, householdId: known?.household_id ?? null, fileNo: known?.file_no ?? null }
}

/** Ends one with an answer the citizen reads by the tracking number. @throws not-found, conflict, closed */
export async function declineWebApplication(
  trx: Trx,
  actor: Actor,
  id: number,
  { version, answer }: DeclineWeb,
): Promise<{ declined: true }> {
  await lockForReview(trx, id, version)
  await setReviewed(trx, actor, { id, state: 'declined', answer })
  await auditDeed(trx, actor, {
    action: 'web_application.decline',
    subject: { type: 'web_application', id },
    detail: { answer },
  })
  return { declined: true }
}

async function lockForReview(trx: Trx, id: number, version: number): Promise<WebRow> {
  // Locking asks the policy of changes too, which lets nobody touch one that is decided: look before.
  const seen = await findWebApplication(trx, id)
  if (!seen) throw problem('not-found')
  if (seen.state === 'taken' || seen.state === 'declined')
    throw problem('closed', '', { why: 'web_application_decided' })
  const row = (await lockWebApplication(trx, id)) ?? seen
  if (row.version !== version) throw problem('conflict', '', { current: row.version })
  return row
}

function itemOf(row: WebRow, actor: Actor): WebItem {
  const { payload } = row
  return {
    id: row.id,
    version: row.version,
    state: row.state === 'in_review' ? 'in_review' : 'new',
    district: row.district,
    name: `${payload.givenName} ${payload.familyName}`,
    kind: payload.kind,
    requests: payload.requests,
    receivedAt: row.received_at.toISOString(),
    reviewer: row.reviewer,
    isMine: row.reviewed_by === actor.officer.id,
  }
}

/** What was sent, in the fields of the wizard. */
function formOf(row: WebRow, householdId: number | null): IntakeForm {
  const { payload } = row
  const { nationalId, givenName, familyName, bornOn } = payload
  return {
    ...EMPTY_FORM,
    householdId,
    isNew: householdId === null,
    webApplicationId: row.id,
    people: [{ ...EMPTY_PERSON, nationalId, givenName, familyName, bornOn, role: 'head' }],
    address: { ...EMPTY_FORM.address, districtId: payload.districtId, description: payload.address },
    channel: 'web',
    referenceNo: row.tracking_no,
    receivedOn: row.received_at.toISOString().slice(0, 10),
    applicantPerson: householdId === null ? 'row:0' : '',
    kind: payload.kind,
    event: {
      ...EMPTY_FORM.event,
      kind: payload.eventKind ?? '',
      statement: payload.kind === 'victim' ? (payload.note ?? '') : '',
    },
    requests: payload.requests.map(aidType => ({ aidType, note: '' })),
    consentVersion: payload.consentVersion,
    phone: payload.phone,
    note: [`Web: ${payload.people} kişilik hane.`, payload.note ?? ''].join('\n').trim(),
  }
}
