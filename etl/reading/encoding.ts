import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'

/** Names TextDecoder knows. ISO-8859-9 and Windows-1254 differ only in 0x80–0x9F, which Windows-1254 uses for quotes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1254' | 'iso-8859-9'

/** Watches bytes go by and says at the end which encoding they are in. */
export class EncodingWatch {
  #utf8 = new TextDecoder('utf-8', { fatal: true })
  #isUtf8 = true
  #hasC1 = false
  #first: Uint8Array | undefined

  see(bytes: Uint8Array): void {
    if (!this.#first && bytes.length > 0) this.#first = bytes.slice(0, 4)
    if (this.#isUtf8) this.#isUtf8 = this.#decodes(bytes, true)
    this.#hasC1 ||= bytes.some(byte => byte >= 0x80 && byte <= 0x9f)
  }

  found(): Encoding {
    const [a, b] = this.#first ?? []
    if (a === 0xff && b === 0xfe) return 'utf-16le'
    if (a === 0xfe && b === 0xff) return 'utf-16be'
    if (a !== undefined && a !== 0 && b === 0) return 'utf-16le'
    if (a === 0 && b !== undefined && b !== 0) return 'utf-16be'
    if (this.#isUtf8 && this.#decodes(new Uint8Array(), false)) return 'utf-8'
    return this.#hasC1 ? 'windows-1254' : 'iso-8859-9'
  }

  #decodes(bytes: Uint8Array, stream: boolean): boolean {
    try {
      this.#utf8.decode(bytes, { stream })
      return true
    } catch {
      return false
    }
  }
}

/** Encoding of bytes already in memory. */
export function encodingOf(bytes: Uint8Array): Encoding {
  const watch = new EncodingWatch()
  watch.see(bytes)
  return watch.found()
}

/** Reads a file once for its SHA-256, size and text encoding. */
export async function inspectFile(path: string): Promise<{ sha256: string; size: number; encoding: Encoding }> {
  const hash = createHash('sha256')
  const watch = new EncodingWatch()
  let size = 0
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk)
    watch.see(chunk)
    size += chunk.length
  }
  return { sha256: hash.digest('hex'), size, encoding: watch.found() }
}

/** How a text file is read; `seen` is told how many bytes have gone by. */
export type TextHow = Readonly<{ encoding: Encoding; seen: (bytes: number) => void }>

/** Text of a file in chunks, decoded; a byte order mark is left out. */
export async function* decodedChunks(path: string, { encoding, seen }: TextHow): AsyncGenerator<string> {
  let bytes = 0
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    yield decoder.decode(chunk, { stream: true })
    bytes += chunk.length
    seen(bytes)
  }
  yield decoder.decode()
}
