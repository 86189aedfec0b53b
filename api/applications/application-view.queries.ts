import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { ApplicationItem, ApplicationsQuery, ApplicationView, Options } from './application.contract.ts'
import type { Status } from './application.workflow.ts'
import type { AskedDocument } from './submission.contract.ts'

type Language = 'tr' | 'en'
const name = (language: Language) => sql.ref(language === 'tr' ? 'name_tr' : 'name_en')
const how = (language: Language) => sql.ref(language === 'tr' ? 'how_tr' : 'how_en')

type Asked = Readonly<{ documents: AskedDocument[]; version: number; status: Status; replyBy: string | null }>

/** Papers asked for, and where the application stands. */
export async function listAskedDocuments(trx: Trx, id: number, language: Language): Promise<Asked> {
  const { rows } = await sql<Asked>`
    select a.version, a.status, a.reply_by as "replyBy", coalesce((
      select jsonb_agg(jsonb_build_object('code', d.document_code, 'name', t.${name(language)}, 'how', t.${how(language)}, 'isRequired', d.is_required,
        'state', d.state, 'reason', d.reason, 'attachmentId', d.attachment_id) order by d.is_required desc, t.${name(language)})
      from komsu.application_document d join komsu.document_type t on t.code = d.document_code
      where d.application_id = a.id), '[]') as documents
    from komsu.application a where a.id = ${id}`.execute(trx)
  return rows[0] ?? { documents: [], version: 0, status: 'awaiting_inquiry', replyBy: null }
}

export type Shown = Omit<ApplicationView, 'steps' | 'whyUnchangeable'> &
  Readonly<{ control: 'open' | 'awaiting' | 'returned' | 'passed' | null }>

const officer = (key: ReturnType<typeof sql>) =>
  sql`(select jsonb_build_object('id', o.id, 'name', o.display_name) from komsu.officer o where o.id = ${key})`

export async function findApplication(trx: Trx, id: number, language: Language): Promise<Shown | undefined> {
  const { rows } = await sql<Omit<Shown, 'documents'>>`
    select a.id, a.version, a.status, a.kind, jsonb_build_object('id', h.id, 'fileNo', h.file_no) as household,
      jsonb_build_object('kind', a.applicant_kind, 'name', a.applicant_name, 'paper', a.applicant_paper,
        'person', case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.given_name || ' ' || p.family_name) end) as applicant,
      case when a.event is not null then jsonb_build_object('kind', a.event->>'kind', 'occurredOn', a.event->>'occurred_on', 'statement', coalesce(a.event->>'statement', ''),
        'paper', a.event->>'paper', 'isPaperAwaited', coalesce((a.event->>'is_paper_awaited')::boolean, false)) end as event,
      a.received_on as "receivedOn", a.reply_by as "replyBy", a.closed_on as "closedOn", a.is_urgent as "isUrgent", a.note,
      case when a.consent_version is not null then jsonb_build_object('version', a.consent_version, 'at', to_char(coalesce(a.consented_at, a.submitted_at, now()) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) end as consent,
      a.withdrawn_reason as "withdrawnReason",
      case when a.appealed_on is not null then jsonb_build_object('on', a.appealed_on, 'reason', a.appeal_reason) end as appeal,
      ${officer(sql`a.assigned_officer_id`)} as inspector,
      coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'channel', r.channel, 'referenceNo', r.reference_no, 'receivedOn', r.received_on,
        'replyBy', r.reply_by, 'receivedBy', ${officer(sql`r.received_by`)}, 'note', r.note) order by r.id)
        from komsu.application_receipt r where r.application_id = a.id), '[]') as receipts,
      coalesce((select jsonb_agg(jsonb_build_object('id', q.id, 'aidType', q.aid_type_code, 'name', t.${name(language)}, 'note', q.note, 'addedOn', q.added_on,
        'withdrawnOn', q.withdrawn_on, 'withdrawnReason', q.withdrawn_reason) order by q.id)
        from komsu.request q join komsu.aid_type t on t.code = q.aid_type_code where q.application_id = a.id), '[]') as requests,
      (select i.control from komsu.inspection i where i.application_id = a.id order by i.id desc limit 1) as control
    from komsu.application a join komsu.household h on h.id = a.household_id left join komsu.person p on p.id = a.applicant_person_id
    where a.id = ${id}`.execute(trx)
  const [found] = rows
  return found && { ...found, documents: (await listAskedDocuments(trx, id, language)).documents }
}

/** Applications of a household or with a reference number, newest first, as far as the actor sees them. */
export async function listApplications(trx: Trx, query: ApplicationsQuery): Promise<Omit<ApplicationItem, 'isOpen'>[]> {
  const { rows } = await sql<Omit<ApplicationItem, 'isOpen'>>`
    select a.id, a.household_id as "householdId", a.status, a.kind, a.channel, a.reference_no as "referenceNo", a.received_on as "receivedOn",
      a.reply_by as "replyBy", a.is_urgent as "isUrgent",
      coalesce((select jsonb_agg(q.aid_type_code order by q.id) from komsu.request q where q.application_id = a.id and q.withdrawn_on is null), '[]') as requests
    from komsu.application a
    where (${query.household ?? null}::bigint is null or a.household_id = ${query.household ?? null}::bigint)
      and (${query.reference ?? null}::text is null or a.id in (
        select id from komsu.application where reference_no = ${query.reference ?? null}
        union select application_id from komsu.application_receipt where reference_no = ${query.reference ?? null}))
    order by a.received_on desc, a.id desc limit 100`.execute(trx)
  return rows
}

type Choices = Pick<Options, 'today' | 'aidTypes' | 'documents' | 'consent' | 'districts'>

/** What the wizard offers that lies in the database. */
export async function findChoices(trx: Trx, language: Language): Promise<Choices> {
  const { rows } = await sql<Choices>`select (now() at time zone 'Europe/Istanbul')::date as today,
    (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', ${name(language)}, 'category', category) order by category, code), '[]') from komsu.aid_type) as "aidTypes",
    (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'name', ${name(language)}, 'how', ${how(language)}) order by code), '[]') from komsu.document_type) as documents,
    (select jsonb_build_object('version', version, 'title', title, 'body', body) from komsu.consent_text
      where language = ${language} and valid_from <= current_date order by valid_from desc, version desc limit 1) as consent,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name_key), '[]') from komsu.district where valid_to is null) as districts`.execute(
    trx,
  )
  const [found] = rows
  if (!found) throw new Error('a select without from has a row')
  return found
}
