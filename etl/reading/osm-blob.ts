/** One field of a protobuf message: a varint value or length-delimited bytes. */
export type Field = Readonly<{ number: number; value?: number; bytes?: Buffer }>

/** Fields of a small protobuf message (BlobHeader, Blob); enough for the frame of an OSM PBF. */
export function fieldsOf(message: Buffer): Field[] {
  const fields: Field[] = []
  let at = 0
  const varint = (): number => {
    let value = 0
    for (let shift = 1; ; shift *= 128) {
      const byte = message[at++]
      if (byte === undefined) throw new RangeError('protobuf message is cut')
      value += (byte & 0x7f) * shift
      if (byte < 0x80) return value
    }
  }
  while (at < message.length) {
    const key = varint()
    const number = Math.floor(key / 8)
    if (key % 8 === 0) fields.push({ number, value: varint() })
    else if (key % 8 === 2) {
      const length = varint()
      fields.push({ number, bytes: message.subarray(at, at + length) })
      at += length
    } else throw new RangeError(`protobuf wire type ${key % 8}`)
  }
  return fields
}

/** Data of a Blob: field 1 is raw, field 3 is zlib; undefined for other compressions. */
export function blobOf(bytes: Buffer): { data: Buffer; isCompressed: boolean } | undefined {
  for (const field of fieldsOf(bytes)) {
    if (field.bytes && field.number === 1) return { data: field.bytes, isCompressed: false }
    if (field.bytes && field.number === 3) return { data: field.bytes, isCompressed: true }
  }
  return undefined
}
