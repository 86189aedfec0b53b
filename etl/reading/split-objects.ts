import { InputError } from '../../api/platform/command.ts'

const STRUCTURAL = /["\\{}[\]]/g
const LONGEST_HEADER = 64_000_000 // characters outside features; more is not GeoJSON we know

/**
 * Cuts the text of a JSON document into its features without holding the document: the members of a top-level
 * "features" array, the members of a top-level array, or top-level objects one after another (newline-delimited).
 */
export class ObjectSplitter {
  /** Text outside the features so far, for members such as "crs". */
  header = ''
  #depth = 0
  #inString = false
  #escapedAt = -1
  #item = ''
  #itemDepth = 0 // depth at which items open; 0 = not inside a collection
  #inItem = false
  #sawFeatures = false
  #begins = false
  #closed: 'item' | 'document' | null = null

  /** Takes the next chunk and returns the texts of the objects completed by it. */
  push(chunk: string): string[] {
    const done: string[] = []
    let from = 0
    STRUCTURAL.lastIndex = 0
    for (let hit = STRUCTURAL.exec(chunk); hit; hit = STRUCTURAL.exec(chunk)) {
      const at = hit.index
      const cut = this.#see(chunk, at)
      if (cut === null) continue
      this.#keep(chunk.slice(from, cut))
      from = cut
      if (this.#closed) done.push(...this.#take())
    }
    this.#keep(chunk.slice(from))
    this.#escapedAt = this.#escapedAt >= chunk.length ? this.#escapedAt - chunk.length : -1
    if (this.header.length > LONGEST_HEADER)
      throw new InputError('GeoJSON okunamadı: "features" dizisi yok. / No "features" array found.')
    return done
  }

  /** @throws InputError when the document ends in the middle */
  end(): void {
    if (this.#depth !== 0 || this.#inString)
      throw new InputError(
        'Dosya yarıda kesilmiş: JSON kapanmıyor. Dosyayı yeniden alın. / The file is cut: its JSON does not close.',
      )
  }

  /** Reads one structural character; returns where to cut when an object begins or ends there. */
  #see(chunk: string, at: number): number | null {
    this.#closed = null
    const char = chunk[at]
    if (this.#inString) {
      this.#inside(char, at)
      return null
    }
    if (char === '"') {
      this.#inString = true
      return null
    }
    return this.#bracket(chunk, at)
  }

  #inside(char: string | undefined, at: number): void {
    if (at === this.#escapedAt) return
    if (char === '\\') this.#escapedAt = at + 1
    else if (char === '"') {
      this.#inString = false
    }
  }

  #bracket(chunk: string, at: number): number | null {
    const char = chunk[at]
    if (char === '{' || char === '[') {
      const begins = char === '{' && !this.#inItem && this.#itemDepth > 0 && this.#depth === this.#itemDepth
      if (char === '[' && !this.#inItem) this.#openArray(chunk.slice(Math.max(0, at - 40), at))
      this.#depth++
      if (!begins) return null
      this.#begins = true
      return at
    }
    this.#depth--
    if (this.#depth < 0)
      throw new InputError('JSON bozuk: fazladan kapanan ayraç. / Broken JSON: a bracket closes that was never opened.')
    if (this.#inItem && this.#depth === this.#itemDepth) this.#closed = 'item'
    else if (this.#depth < this.#itemDepth) this.#itemDepth = 0
    if (this.#depth === 0) this.#closed = 'document'
    return this.#closed ? at + 1 : null
  }

  #openArray(before: string): void {
    if (this.#depth === 0) this.#itemDepth = 1
    const tail = (this.header.slice(-40) + before).trimEnd()
    if (this.#depth === 1 && this.#itemDepth === 0 && /"features"\s*:$/.test(tail)) {
      this.#itemDepth = 2
      this.#sawFeatures = true
    }
  }

  #keep(text: string): void {
    if (this.#inItem) this.#item += text
    else this.header += text
    if (this.#begins) this.#inItem = true
    this.#begins = false
  }

  #take(): string[] {
    if (this.#closed === 'item') {
      const item = this.#item
      this.#item = ''
      this.#inItem = false
      return [item]
    }
    const text = this.header.trim()
    const isCollection = this.#sawFeatures || text.startsWith('[')
    if (!isCollection) this.header = ''
    return isCollection ? [] : [text]
  }
}
