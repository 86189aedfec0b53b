/** A growing run of bytes with protobuf's varints. Made once and reused: `reset` keeps the memory. */
export class ByteWriter {
  bytes: Buffer
  at = 0
  constructor(size = 65_536) {
    this.bytes = Buffer.allocUnsafeSlow(size)
  }

  reset(): void {
    this.at = 0
  }

  /** Makes room for so many bytes more. */
  room(more: number): void {
    if (this.at + more <= this.bytes.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(2 * this.bytes.length, this.at + more))
    this.bytes.copy(larger, 0, 0, this.at)
    this.bytes = larger
  }

  /** Unsigned varint of a safe integer; the caller has made room (10 bytes at most). */
  varint(value: number): void {
    let rest = value
    while (rest > 0x7fffffff) {
      this.bytes[this.at++] = (rest % 128) | 0x80
      rest = Math.floor(rest / 128)
    }
    while (rest > 0x7f) {
      this.bytes[this.at++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.bytes[this.at++] = rest
  }

  /** Zigzag varint of a 32-bit integer; the caller has made room (5 bytes at most). */
  zigzag(value: number): void {
    let rest = ((value << 1) ^ (value >> 31)) >>> 0
    while (rest > 0x7f) {
      this.bytes[this.at++] = (rest & 0x7f) | 0x80
      rest >>>= 7
    }
    this.bytes[this.at++] = rest
  }

  /** A protobuf field of bytes: tag (one byte), length, content. */
  field(tag: number, content: ByteWriter): void {
    this.room(content.at + 11)
    this.bytes[this.at++] = tag
    this.varint(content.at)
    this.append(content)
  }

  /** What another writer holds; the caller has made room. Most are short, and a call of `copy` costs more than they do. */
  append({ bytes: from, at: length }: ByteWriter): void {
    const { bytes, at } = this
    if (length > 64) from.copy(bytes, at, 0, length)
    else for (let i = 0; i < length; i++) bytes[at + i] = from[i] as number
    this.at += length
  }

  /** A protobuf field of text. */
  text(tag: number, text: string): void {
    const size = Buffer.byteLength(text)
    this.room(size + 11)
    this.bytes[this.at++] = tag
    this.varint(size)
    this.bytes.write(text, this.at)
    this.at += size
  }

  /** A copy of what was written. */
  taken(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.at))
  }
}

/** Bytes of a varint. */
export function varintSize(value: number): number {
  let size = 1
  for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 128)) size++
  return size
}
