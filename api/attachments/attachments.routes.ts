import { createHash } from 'node:crypto'
import multipart from '@fastify/multipart'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Database } from '../platform/database.ts'
import { languageOf } from '../platform/http/language.ts'
import type { App, Slice } from '../platform/http/slice.ts'
import { read, write } from '../rights/door.ts'
import { addAttachment } from './add-attachment.ts'
import {
  Added,
  Attachment,
  AttachmentQuery,
  Attachments,
  Caption,
  MEDIA_TYPES,
  Removal,
} from './attachment.contract.ts'
import { captionAttachment, removeAttachment } from './change-attachment.ts'
import { downloadAs } from './file-name.rules.ts'
import { prepareFile } from './prepare-file.ts'
import { readUpload } from './read-upload.ts'
import { type Bytes, showAttachments, showContent } from './show-attachment.ts'

const params = z.object({ id: z.coerce.number().int().positive() })
const tags = ['attachments']
const EXAMPLE: Attachment = {
  id: 31,
  householdId: 88,
  applicationId: 204,
  inspectionId: 17,
  kind: 'photo',
  documentCode: null,
  caption: 'Salon, dış duvarda nem',
  fileName: 'salon.jpg',
  mediaType: 'image/jpeg',
  bytes: 412_330,
  width: 2560,
  height: 1920,
  takenOn: '2026-11-22',
  addedBy: { id: 9, name: 'Elif Kaya' },
  addedAt: '2026-11-22T08:31:00Z',
  removed: null,
}
const one = { 200: Attachment.meta({ examples: [EXAMPLE] }) }

/** /api/attachments: copies of papers and photos. Multipart is read here alone, and never without an Idempotency-Key. */
export const attachmentRoutes: Slice = async (app, { db }) => {
  await app.register(async child => {
    await child.register(multipart, { throwFileSizeLimit: false })
    addRoutes(child.withTypeProvider<ZodTypeProvider>(), db)
  })
}

function addRoutes(app: App, db: Database): void {
  app.post(
    '/api/attachments',
    {
      config: { action: 'attachment.add' },
      schema: {
        summary: 'Add a photo or a copy of a paper (multipart/form-data, one file, at most 12 MB)',
        description:
          'Fields first (kind, and one of householdId, applicationId, inspectionId; documentCode, caption, takenOn), then the file. ' +
          'JPEG, PNG, WebP and PDF, found by content. Photos are drawn anew without EXIF. The same file in the same place is one.',
        tags,
        response: { 200: Added.meta({ examples: [{ ...EXAMPLE, isAgain: false }] }) },
      },
    },
    request => receive(db, request),
  )
  app.get(
    '/api/attachments',
    {
      config: { action: 'attachment.read' },
      schema: {
        summary: 'Attachments of a household, application or inspection, without content',
        tags,
        querystring: AttachmentQuery,
        response: { 200: Attachments.meta({ examples: [{ items: [EXAMPLE] }] }) },
      },
    },
    request => read(db, request, (trx, actor) => showAttachments(trx, actor, request.query)),
  )
  for (const which of ['content', 'thumbnail'] as const)
    app.get(
      `/api/attachments/:id/${which}`,
      {
        config: { action: 'attachment.read' },
        schema: {
          summary: which === 'content' ? 'The file, as a download' : 'A small JPEG of a photo',
          tags,
          params,
          produces: which === 'content' ? [...MEDIA_TYPES] : ['image/jpeg'],
          response: {
            200: z
              .any()
              .describe('The bytes')
              .meta({ examples: ['(bytes)'] }),
          },
        },
      },
      async (request, reply) =>
        send(reply, await read(db, request, (trx, actor) => showContent(trx, actor, request.params.id, which))),
    )
  app.post(
    '/api/attachments/:id/remove',
    {
      config: { action: 'attachment.remove' },
      schema: {
        summary: 'Mark as removed, with the reason',
        tags,
        params,
        body: Removal.meta({ examples: [{ reason: 'Başka bir aileye ait' }] }),
        response: one,
      },
    },
    request => write(db, request, (trx, actor) => removeAttachment(trx, actor, request.params.id, request.body.reason)),
  )
  app.post(
    '/api/attachments/:id/caption',
    {
      config: { action: 'attachment.add' },
      schema: {
        summary: 'Say what it shows',
        tags,
        params,
        body: Caption.meta({ examples: [{ caption: 'Salon, dış duvarda nem' }] }),
        response: one,
      },
    },
    request =>
      write(db, request, (trx, actor) => captionAttachment(trx, actor, request.params.id, request.body.caption)),
  )
}

/** The file is read and drawn before the transaction begins: the database waits for nobody's line. */
async function receive(db: Database, request: FastifyRequest) {
  const upload = await readUpload(request)
  const prepared = await prepareFile(upload.content, languageOf(request))
  const digest = createHash('sha256').update(upload.content).digest('hex')
  return write(db, request, (trx, actor) => addAttachment(trx, actor, upload, prepared), [upload.fields, digest])
}

function send(reply: FastifyReply, { content, mediaType, fileName }: Bytes) {
  return reply
    .type(mediaType)
    .header('content-disposition', downloadAs(fileName))
    .header('x-content-type-options', 'nosniff')
    .send(content)
}
