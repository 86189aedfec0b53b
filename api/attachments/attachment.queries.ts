import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Attachment, AttachmentFields, AttachmentQuery } from './attachment.contract.ts'
import type { Prepared } from './prepare-file.ts'

const VIEW = sql`
  a.id, a.household_id as "householdId", a.application_id as "applicationId", a.inspection_id as "inspectionId", a.kind,
  a.document_code as "documentCode", a.caption, a.file_name as "fileName", a.media_type as "mediaType", a.bytes, a.width, a.height,
  a.taken_on as "takenOn", case when o.id is not null then jsonb_build_object('id', o.id, 'name', o.display_name) end as "addedBy",
  to_char(a.added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "addedAt",
  case when a.removed_at is not null then jsonb_build_object('at', to_char(a.removed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
    'by', coalesce(r.display_name, ''), 'reason', coalesce(a.removed_reason, '')) end as removed`
const FROM = sql`komsu.attachment a left join komsu.officer o on o.id = a.added_by left join komsu.officer r on r.id = a.removed_by`

export type Place = Readonly<{ householdId: number; applicationId: number | null; inspectionId: number | null }>

/** Where a file belongs, seen by the actor and agreeing with itself; undefined otherwise. */
export async function findPlace(trx: Trx, fields: AttachmentFields): Promise<Place | undefined> {
  const { householdId = null, applicationId = null, inspectionId = null } = fields
  const { rows } = await sql<Place>`
    select h.id as "householdId", coalesce(${applicationId}::bigint, i.application_id) as "applicationId", i.id as "inspectionId"
    from komsu.household h
    left join komsu.inspection i on i.id = ${inspectionId}::bigint
    where h.id = coalesce(${householdId}::bigint, i.household_id,
        (select a.household_id from komsu.application a where a.id = ${applicationId}::bigint))
      and (${inspectionId}::bigint is null or (i.household_id = h.id and coalesce(${applicationId}::bigint, i.application_id) = i.application_id))
      and (${applicationId}::bigint is null
        or exists (select from komsu.application a where a.id = ${applicationId}::bigint and a.household_id = h.id))`.execute(
    trx,
  )
  return rows[0]
}

type New = Readonly<{
  place: Place
  fields: AttachmentFields
  fileName: string
  prepared: Prepared
  officerId: number
  requestId: string | null
}>

/** Adds an attachment with its content; undefined when the same file stands there already. */
export async function insertAttachment(trx: Trx, one: New): Promise<number | undefined> {
  const { place, fields, prepared } = one
  const { rows } = await sql<{ id: number }>`
    insert into komsu.attachment (request_id, household_id, application_id, inspection_id, kind, document_code, caption, file_name,
      media_type, bytes, sha256, width, height, taken_on, added_by)
    values (${one.requestId}, ${place.householdId}, ${place.applicationId}, ${place.inspectionId}, ${fields.kind},
      ${fields.documentCode ?? null}, ${fields.caption || null}, ${one.fileName}, ${prepared.mediaType}, ${prepared.content.length},
      ${prepared.sha256}, ${prepared.width}, ${prepared.height}, ${fields.takenOn ?? null}, ${one.officerId})
    on conflict (household_id, sha256, coalesce(application_id, 0), coalesce(inspection_id, 0), coalesce(document_code, ''))
      where removed_at is null do nothing
    returning id`.execute(trx)
  const id = rows[0]?.id
  if (id !== undefined)
    await sql`insert into komsu.attachment_content (attachment_id, content, thumbnail)
      values (${id}, ${prepared.content}, ${prepared.thumbnail})`.execute(trx)
  return id
}

/** The attachment that stands in a place with the same bytes. */
export async function findSame(
  trx: Trx,
  place: Place,
  code: string | undefined,
  sha256: Buffer,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select id from komsu.attachment where household_id = ${place.householdId} and sha256 = ${sha256} and removed_at is null
      and application_id is not distinct from ${place.applicationId}::bigint
      and inspection_id is not distinct from ${place.inspectionId}::bigint
      and document_code is not distinct from ${code ?? null}::text`.execute(trx)
  return rows[0]?.id
}

export async function findAttachment(trx: Trx, id: number): Promise<Attachment | undefined> {
  const { rows } = await sql<Attachment>`select ${VIEW} from ${FROM} where a.id = ${id}`.execute(trx)
  return rows[0]
}

/** Attachments of a place, oldest first, removed ones with them. */
export async function listAttachments(trx: Trx, of: AttachmentQuery): Promise<Attachment[]> {
  const { rows } = await sql<Attachment>`
    select ${VIEW} from ${FROM}
    where (${of.household ?? null}::bigint is null or a.household_id = ${of.household ?? null}::bigint)
      and (${of.application ?? null}::bigint is null or a.application_id = ${of.application ?? null}::bigint)
      and (${of.inspection ?? null}::bigint is null or a.inspection_id = ${of.inspection ?? null}::bigint)
    order by a.id limit 500`.execute(trx)
  return rows
}

export async function readContent(
  trx: Trx,
  id: number,
  which: 'content' | 'thumbnail',
): Promise<Buffer | null | undefined> {
  const { rows } = await sql<{ bytes: Buffer | null }>`
    select ${sql.ref(which)} as bytes from komsu.attachment_content where attachment_id = ${id}`.execute(trx)
  return rows[0]?.bytes
}

/** Marks as removed; false when the actor may not, or it was. */
export async function markRemoved(trx: Trx, one: { id: number; officerId: number; reason: string }): Promise<boolean> {
  const { rows } = await sql`
    update komsu.attachment set removed_at = now(), removed_by = ${one.officerId}, removed_reason = ${one.reason}
    where id = ${one.id} and removed_at is null returning id`.execute(trx)
  return rows.length > 0
}

export async function setCaption(trx: Trx, id: number, caption: string): Promise<boolean> {
  const { rows } = await sql`
    update komsu.attachment set caption = ${caption || null} where id = ${id} and removed_at is null returning id`.execute(
    trx,
  )
  return rows.length > 0
}

export async function isDocumentType(trx: Trx, code: string): Promise<boolean> {
  const { rows } = await sql`select from komsu.document_type where code = ${code}`.execute(trx)
  return rows.length > 0
}

/** Whether the actor may add to an inspection now: it is theirs and not sent. */
export async function mayAddToInspection(trx: Trx, id: number, officerId: number): Promise<boolean> {
  const { rows } = await sql`
    select from komsu.inspection where id = ${id} and control in ('open', 'returned')
      and ${officerId}::bigint in (inspector_id, second_inspector_id)`.execute(trx)
  return rows.length > 0
}
