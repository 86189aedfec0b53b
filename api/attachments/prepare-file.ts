import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import sharp, { type Sharp } from 'sharp'
import { problem } from '../platform/problem.ts'
import { MEDIA_TYPES, type MediaType } from './attachment.contract.ts'

export type Prepared = Readonly<{
  mediaType: MediaType
  content: Buffer
  thumbnail: Buffer | null
  width: number | null
  height: number | null
  sha256: Buffer
}>

const LONGEST_SIDE = 2560
const THUMBNAIL_SIDE = 320
// 108-megapixel phones pass, a picture that unpacks to gigabytes does not. A JPEG is read in strips and made smaller on the way; the others unfold whole in memory, four bytes a pixel.
const PIXEL_LIMIT = { 'image/jpeg': 120_000_000, 'image/png': 50_000_000, 'image/webp': 50_000_000 } as const
const SECONDS = 20

/**
 * What is kept of a file: its kind found by content, photos drawn anew (upright, at most 2 560 pixels, without EXIF, place
 * or anything that hid behind the picture) with a thumbnail, PDFs as they are.
 * @throws unsupported-file, invalid-input for a picture that cannot be read
 */
export async function prepareFile(file: Buffer, language: 'tr' | 'en'): Promise<Prepared> {
  const mediaType = await sniff(file, language)
  if (mediaType === 'application/pdf')
    return { mediaType, content: file, thumbnail: null, width: null, height: null, sha256: hash(file) }
  await takeTurn()
  try {
    return await redraw(file, mediaType)
  } catch {
    const why = WORDS.unreadable[language]
    throw problem('invalid-input', why, { where: 'body', fields: [{ field: 'file', why }] })
  } finally {
    passTurn()
  }
}

const WORDS = {
  unreadable: {
    tr: 'Görüntü okunamadı: dosya bozuk veya görüntü çok büyük',
    en: 'The picture cannot be read: the file is damaged or the picture too large',
  },
  heic: {
    tr: 'HEIC fotoğraf kabul edilmiyor; telefonun kamera ayarından JPEG (en uyumlu) seçin',
    en: 'HEIC photos are not taken; choose JPEG (most compatible) in the camera settings',
  },
  other: {
    tr: 'Yalnız fotoğraf (JPEG, PNG, WebP) ve PDF kabul edilir',
    en: 'Only photos (JPEG, PNG, WebP) and PDF are taken',
  },
}

async function sniff(file: Buffer, language: 'tr' | 'en'): Promise<MediaType> {
  const found = await fileTypeFromBuffer(file)
  const known = MEDIA_TYPES.find(type => type === found?.mime)
  if (known) return known
  const { [language]: words } = found?.mime.startsWith('image/hei') ? WORDS.heic : WORDS.other
  throw problem('unsupported-file', words, { found: found?.mime ?? null, accepted: MEDIA_TYPES })
}

async function redraw(file: Buffer, mediaType: Exclude<MediaType, 'application/pdf'>): Promise<Prepared> {
  const picture = sharp(file, { limitInputPixels: PIXEL_LIMIT[mediaType], failOn: 'error', pages: 1 })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
  const drawn = await FORMATS[mediaType](picture).toBuffer({ resolveWithObject: true })
  const thumbnail = await sharp(drawn.data)
    .resize(THUMBNAIL_SIDE, THUMBNAIL_SIDE, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 72 })
    .toBuffer()
  const { width, height } = drawn.info
  return { mediaType, content: drawn.data, thumbnail, width, height, sha256: hash(drawn.data) }
}

const FORMATS = {
  'image/jpeg': (picture: Sharp) => picture.jpeg({ quality: 84 }),
  'image/png': (picture: Sharp) => picture.png({ compressionLevel: 8 }),
  'image/webp': (picture: Sharp) => picture.webp({ quality: 84 }),
}

function hash(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest()
}

/** Pictures are drawn two at a time: memory is what an upload costs. */
const AT_ONCE = 2
const WAITING_LIMIT = 40
let drawing = 0
const waiting: (() => void)[] = []

async function takeTurn(): Promise<void> {
  if (drawing < AT_ONCE) drawing++
  else if (waiting.length >= WAITING_LIMIT) throw problem('busy', '', { retryAfterSeconds: 10 })
  else await new Promise<void>(resolve => waiting.push(resolve))
}

function passTurn(): void {
  const next = waiting.shift()
  if (next) next()
  else drawing--
}
