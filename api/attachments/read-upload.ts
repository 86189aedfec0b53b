import type { FastifyRequest } from 'fastify'
import { languageOf } from '../platform/http/language.ts'
import { problem } from '../platform/problem.ts'
import { AttachmentFields, FILE_LIMIT } from './attachment.contract.ts'

export type Upload = Readonly<{ fields: AttachmentFields; fileName: string; content: Buffer }>

/** Beyond this a request is not even read to its end. */
const DRAIN_LIMIT = 100 * 1024 * 1024
const LIMITS = { fileSize: FILE_LIMIT, files: 1, fields: 10, parts: 11, fieldSize: 4000, headerPairs: 20 }

/**
 * Reads one file and its fields. A file that is too large is read on and thrown away before it is refused: a browser that is
 * still sending would otherwise see a broken connection, not the reason. A connection cut on the way throws and leaves nothing.
 * @throws too-large, invalid-input (no file, two files, wrong fields), unsupported-type (no form)
 */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw problem('unsupported-type', 'multipart/form-data')
  const announced = Number(request.headers['content-length'] ?? 0)
  const language = languageOf(request)
  if (announced > DRAIN_LIMIT) throw tooLarge(announced, language)
  const fields: Record<string, string> = {}
  let file: { fileName: string; content: Buffer; isWhole: boolean } | undefined
  for await (const part of request.parts({ limits: LIMITS })) {
    if (part.type === 'file') file = { fileName: part.filename, ...(await collect(part.file)) }
    else if (typeof part.value === 'string' && !part.valueTruncated) fields[part.fieldname] = part.value
  }
  if (!file) throw invalid('file', { tr: 'Bir dosya seçin', en: 'Choose a file' }[language])
  if (!file.isWhole) throw tooLarge(announced, language)
  if (file.content.length === 0) throw invalid('file', { tr: 'Dosya boş', en: 'The file is empty' }[language])
  const read = AttachmentFields.safeParse(fields)
  if (!read.success) {
    const [issue] = read.error.issues
    throw invalid(issue?.path.join('.') ?? '', issue?.message ?? '')
  }
  return { fields: read.data, fileName: file.fileName, content: file.content }
}

type Stream = AsyncIterable<Buffer> & { truncated: boolean }

async function collect(stream: Stream): Promise<{ content: Buffer; isWhole: boolean }> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return { content: stream.truncated ? Buffer.alloc(0) : Buffer.concat(chunks), isWhole: !stream.truncated }
}

function tooLarge(bytes: number, language: 'tr' | 'en') {
  const size = Math.ceil(bytes / 1024 / 1024)
  const said = size > 12
  const words = {
    tr: `Dosya 12 MB’tan büyük olamaz${said ? `; gönderilen ${size} MB` : ''}. Fotoğrafı küçültün veya belgeyi bölün.`,
    en: `A file may have at most 12 MB${said ? `; this one has ${size} MB` : ''}. Make the photo smaller or split the paper.`,
  }
  return problem('too-large', words[language], { limitBytes: FILE_LIMIT })
}

function invalid(field: string, why: string) {
  return problem('invalid-input', why, { where: 'body', fields: [{ field, why }] })
}
