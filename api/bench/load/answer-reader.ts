/** Reads HTTP/1.1 answers of one kept-alive connection with as little work as correctness allows. */
export class AnswerReader {
  #held: Buffer = Buffer.alloc(0)
  #head: Head | undefined

  /** Takes bytes as they come. @returns the answer these bytes complete, if any (never more: requests are not pipelined) */
  take(chunk: Buffer): { status: number; bytes: number } | undefined {
    this.#held = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk])
    this.#head ??= readHead(this.#held)
    const head = this.#head
    if (!head) return undefined
    const end = head.length === 'chunked' ? endOfChunks(this.#held, head.size) : head.size + head.length
    if (end === undefined || this.#held.length < end) return undefined
    this.#held = Buffer.alloc(0)
    this.#head = undefined
    return { status: head.status, bytes: end - head.size }
  }
}

type Head = Readonly<{ status: number; size: number; length: number | 'chunked' }>

function readHead(held: Buffer): Head | undefined {
  const end = held.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const text = held.toString('latin1', 0, end)
  const status = Number(text.slice(9, 12))
  const length = /\r\ncontent-length: *(\d+)/i.exec(text)
  if (length) return { status, size: end + 4, length: Number(length[1]) }
  if (status === 204 || status === 304) return { status, size: end + 4, length: 0 }
  if (/\r\ntransfer-encoding: *chunked/i.test(text)) return { status, size: end + 4, length: 'chunked' }
  throw new Error(`the answer says no length: ${text}`)
}

function endOfChunks(held: Buffer, from: number): number | undefined {
  for (let at = from; ; ) {
    const line = held.indexOf('\r\n', at)
    if (line < 0) return undefined
    const size = Number.parseInt(held.toString('latin1', at, line), 16)
    if (size === 0) return line + 4
    at = line + 2 + size + 2
  }
}
