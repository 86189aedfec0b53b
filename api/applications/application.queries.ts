import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type { Status } from './application.workflow.ts'
import type { Channel } from './application-codes.rules.ts'
import type { DocumentRule } from './documents.rules.ts'
import type { Submission } from './submission.contract.ts'
import type { Member } from './submission.rules.ts'

export type Locked = Readonly<{
  id: number
  household_id: number
  status: Status
  version: number
  kind: 'needy' | 'victim'
  channel: Channel
  reply_by: string | null
  is_urgent: boolean
  appealed_on: string | null
  consent_version: string | null
  applicant_kind: string
  control: 'open' | 'awaiting' | 'returned' | 'passed' | null
}>

const LOCKED = sql`a.id, a.household_id, a.status, a.version, a.kind, a.channel, a.reply_by, a.is_urgent, a.appealed_on, a.consent_version,
  a.applicant_kind, (select i.control from komsu.inspection i where i.application_id = a.id order by i.id desc limit 1) as control`

const OPEN = sql`('awaiting_inquiry', 'assigned', 'in_inspection', 'inspected', 'eligible', 'before_commission')`

/** The application as it is now, held until the transaction ends; undefined where the actor may not see it. */
export async function lockApplication(trx: Trx, id: number): Promise<Locked | undefined> {
  const { rows } =
    await sql<Locked>`select ${LOCKED} from komsu.application a where a.id = ${id} for no key update of a`.execute(trx)
  return rows[0]
}

export async function lockOpenApplication(trx: Trx, householdId: number): Promise<Locked | undefined> {
  const { rows } = await sql<Locked>`select ${LOCKED} from komsu.application a
    where a.household_id = ${householdId} and a.status in ${OPEN} for no key update of a`.execute(trx)
  return rows[0]
}

export async function todayOf(trx: Trx): Promise<string> {
  const { rows } = await sql<{ day: string }>`select (now() at time zone 'Europe/Istanbul')::date as day`.execute(trx)
  return rows[0]?.day ?? ''
}

/** Gives the actor a ground to see a file. @throws the database's refusals (no_data_found, insufficient_privilege) */
export async function openFile(trx: Trx, householdId: number, ground: 'petition_received' | 'new_file'): Promise<void> {
  await sql`select komsu.open_file(${householdId}, ${ground})`.execute(trx)
}

export type File = Readonly<{
  id: number
  file_no: string
  district_id: number
  dissolved_on: string | null
  joined_into_id: number | null
}>

export async function lockHousehold(trx: Trx, id: number): Promise<File | undefined> {
  const { rows } = await sql<File>`select id, file_no, district_id, dissolved_on, joined_into_id from komsu.household
    where id = ${id} for no key update`.execute(trx)
  return rows[0]
}

export async function listMembers(trx: Trx, householdId: number): Promise<(Member & { id: number })[]> {
  const rows = await trx
    .selectFrom('person')
    .select(['id', 'born_on', 'died_on'])
    .where('household_id', '=', householdId)
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    bornOn: row.born_on as unknown as string,
    diedOn: row.died_on as unknown as string | null,
  }))
}

/** What a submission is checked against. */
export async function findCodes(
  trx: Trx,
): Promise<{ aidTypes: string[]; documentCodes: string[]; consentVersions: string[] }> {
  const { rows } = await sql<{ aid: string[]; documents: string[]; consent: string[] }>`select
    (select coalesce(array_agg(code), '{}') from komsu.aid_type) as aid,
    (select coalesce(array_agg(code), '{}') from komsu.document_type) as documents,
    (select coalesce(array_agg(distinct version), '{}') from komsu.consent_text where valid_from <= current_date) as consent`.execute(
    trx,
  )
  const [found] = rows
  return { aidTypes: found?.aid ?? [], documentCodes: found?.documents ?? [], consentVersions: found?.consent ?? [] }
}

export async function listDocumentRules(trx: Trx): Promise<DocumentRule[]> {
  const { rows } =
    await sql<DocumentRule>`select document_code as "documentCode", because, value, is_required as "isRequired"
    from komsu.document_rule order by document_code, because, value`.execute(trx)
  return rows
}

type NewApplication = Readonly<{ submission: Submission; file: File; applicantId: number | null; replyBy: string }>

/**
 * Adds an application unless the household has an open one: the unique index is the last word, also against an officer who
 * hands one in at this moment. @returns its key; undefined when there is an open one
 */
export async function insertApplication(
  trx: Trx,
  actor: Actor,
  { submission, file, applicantId, replyBy }: NewApplication,
): Promise<number | undefined> {
  const { applicant, event } = submission
  await sql`savepoint before_application`.execute(trx)
  try {
    const { rows } = await sql<{ id: number }>`
      insert into komsu.application (household_id, district_id, applicant_person_id, channel, reference_no, kind, status, received_on, reply_by,
        is_urgent, received_by, submitted_at, applicant_kind, applicant_name, applicant_paper, event, note, consent_version, consented_at, previous_id)
      values (${file.id}, ${file.district_id}, ${applicantId}, ${submission.channel}, ${submission.referenceNo ?? null}, ${submission.kind}, 'awaiting_inquiry',
        ${submission.receivedOn}, ${replyBy}, ${submission.isUrgent}, ${actor.officer.id}, now(), ${applicant.kind}, ${applicant.name || null},
        ${applicant.paper || (applicant.kind === 'self' ? 'petition' : null)}, ${event ? eventOf(event) : null}::jsonb, ${submission.note || null},
        ${submission.consent?.version ?? null}, case when ${submission.consent != null} then now() end,
        (select max(id) from komsu.application where household_id = ${file.id}))
      returning id`.execute(trx)
    await sql`release savepoint before_application`.execute(trx)
    return rows[0]?.id
  } catch (error) {
    if (constraintOf(error) !== 'application_one_open_idx') throw error
    await sql`rollback to savepoint before_application`.execute(trx)
    return undefined
  }
}

function eventOf(event: NonNullable<Submission['event']>): string {
  return JSON.stringify({
    kind: event.kind,
    occurred_on: event.occurredOn,
    statement: event.statement,
    paper: event.paper || null,
    is_paper_awaited: event.isPaperAwaited,
  })
}

/** What a later application brings to the open one: the earlier day due, urgency, an event, a consent not given yet. */
export async function joinInto(trx: Trx, open: Locked, submission: Submission, replyBy: string): Promise<void> {
  const becomesVictim = submission.kind === 'victim' && open.kind === 'needy'
  await sql`update komsu.application set
      reply_by = least(reply_by, ${replyBy}::date), is_urgent = is_urgent or ${submission.isUrgent},
      kind = case when ${becomesVictim} then 'victim' else kind end,
      event = case when ${becomesVictim} then ${submission.event ? eventOf(submission.event) : null}::jsonb else event end,
      consented_at = case when consent_version is null and ${submission.consent != null} then now() else consented_at end,
      consent_version = coalesce(consent_version, ${submission.consent?.version ?? null})
    where id = ${open.id}`.execute(trx)
}

/** Which of the unique or check constraints the database refused by; undefined for another error. */
export function constraintOf(error: unknown): string | undefined {
  return (error as { constraint?: string } | null)?.constraint
}
