import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import type { Added } from './attachment.contract.ts'
import {
  findAttachment,
  findPlace,
  findSame,
  insertAttachment,
  isDocumentType,
  mayAddToInspection,
  type Place,
} from './attachment.queries.ts'
import { cleanFileName } from './file-name.rules.ts'
import type { Prepared } from './prepare-file.ts'
import type { Upload } from './read-upload.ts'

/**
 * Keeps a file with its household, application or inspection; the same file in the same place stays one.
 * @throws not-found for a place not seen, closed when the inspection was sent, invalid-input
 */
export async function addAttachment(trx: Trx, actor: Actor, upload: Upload, prepared: Prepared): Promise<Added> {
  const { fields } = upload
  if (fields.documentCode !== undefined && !(await isDocumentType(trx, fields.documentCode)))
    throw invalid('documentCode', { tr: 'Böyle bir belge türü yok', en: 'There is no such paper' }[actor.language])
  const place = await findPlace(trx, fields)
  if (!place) throw problem('not-found')
  await refuseSent(trx, actor, place)
  const id = await insertAttachment(trx, {
    place,
    fields,
    prepared,
    fileName: cleanFileName(upload.fileName, prepared.mediaType),
    officerId: actor.officer.id,
    requestId: actor.requestId,
  })
  const kept = id ?? (await findSame(trx, place, fields.documentCode, prepared.sha256))
  const attachment = kept === undefined ? undefined : await findAttachment(trx, kept)
  if (!attachment) throw problem('conflict')
  if (id !== undefined)
    await auditDeed(trx, actor, {
      action: 'attachment.add',
      subject: { type: 'attachment', id },
      detail: { household: place.householdId, kind: fields.kind, bytes: prepared.content.length },
    })
  return { ...attachment, isAgain: id === undefined }
}

/** An inspector adds to their own inspection, while it is with them; the counter to files and applications. */
async function refuseSent(trx: Trx, actor: Actor, place: Place): Promise<void> {
  if (actor.role === 'intake') {
    if (place.inspectionId !== null) throw problem('closed', '', { why: 'not_yours' })
    return
  }
  if (place.inspectionId === null)
    throw invalid(
      'inspectionId',
      { tr: 'Hangi incelemeye ait olduğunu belirtin', en: 'Say which inspection it belongs to' }[actor.language],
    )
  if (!(await mayAddToInspection(trx, place.inspectionId, actor.officer.id)))
    throw problem('closed', '', { why: 'wrong_state' })
}

function invalid(field: string, why: string) {
  return problem('invalid-input', why, { where: 'body', fields: [{ field, why }] })
}
