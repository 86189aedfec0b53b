/** Names of files as they are kept and sent. Pure. */
import type { MediaType } from './attachment.contract.ts'

const EXTENSIONS: Record<MediaType, string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

/**
 * The name without folders, control characters and direction overrides (which make `gpj.exe` look like a picture), at most
 * 120 characters, with the extension of what the file really is.
 */
export function cleanFileName(name: string, mediaType: MediaType): string {
  const base = name
    .replace(/^.*[/\\]/, '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Surrogate}\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069"*:<>?|;]/gu, '')
    .replace(/(\.[^.]*)?$/, '')
    .trim()
  const short = [...base].slice(0, 120).join('').trim() || 'dosya'
  return `${short}.${EXTENSIONS[mediaType]}`
}

/** Content-Disposition of a download (RFC 6266): an ASCII name for old programs, the true one beside it. */
export function downloadAs(fileName: string): string {
  const ascii = fileName.replace(/[^\w.() -]/g, '_')
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, c => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
